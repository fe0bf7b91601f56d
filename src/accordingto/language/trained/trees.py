"""From scores of arcs to a tree with one root."""

import numpy as np

from accordingto.language.trained.heads import Places
from accordingto.records.encoding import Floats

_NEVER = -1e9


def tree_of(scores: Floats) -> Places:
    """The head of each token, the root's its own; ``scores`` is [token, head], a root's score on
    the diagonal.

    The likeliest head of each, and where these run in a circle, the cheapest change that leads out
    of it. That is the maximum spanning tree where there is no circle (all but a few sentences), and
    close to it elsewhere, in the time of one look at the scores for each circle.
    """
    size = len(scores)
    root = int(scores.diagonal().argmax())
    held = scores.copy()
    held[np.arange(size), np.arange(size)] = _NEVER
    heads: Places = held.argmax(axis=1)
    heads[root] = root
    for _ in range(size):
        circle = _circle(heads.tolist(), root)
        if circle is None:
            break
        _lead_out(held, heads, circle, root)
    return heads


def _circle(heads: list[int], root: int) -> list[int] | None:
    """Some tokens whose heads run in a circle, if there are any."""
    seen = [0] * len(heads)
    seen[root] = -1
    for start in range(len(heads)):
        at = start
        while not seen[at]:
            seen[at] = start + 1
            at = heads[at]
        if seen[at] == start + 1:
            circle = [at]
            while (at := heads[at]) != circle[0]:
                circle.append(at)
            return circle
    return None


def _lead_out(scores: Floats, heads: Places, circle: list[int], root: int) -> None:
    """Gives one token of a circle another head: the cheapest change to what leads to the root."""
    outside = _led_to(heads, root)
    rows = scores[circle]
    loss = rows[np.arange(len(circle)), heads[circle]][:, None] - rows
    loss = np.where(outside[None, :], loss, np.inf)
    place, head = np.unravel_index(int(loss.argmin()), loss.shape)
    heads[circle[place]] = head


def _led_to(heads: Places, root: int) -> np.ndarray:
    """Whether a token's heads lead to the root."""
    at = heads
    for _ in range(len(heads).bit_length()):
        at = at[at]
    found: np.ndarray = at == root
    return found
