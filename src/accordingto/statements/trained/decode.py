"""From logits to attributions: the likeliest cues, and for each the likeliest roles of words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from accordingto.records.encoding import Encoding, Floats
from accordingto.statements.trained.heads import (
    BEGINS,
    CONTENT,
    INSIDE,
    KINDS,
    NONE,
    OUTSIDE,
    SOURCE,
    Heads,
)

_CUE, _INNER = KINDS.index("cue"), KINDS.index("inner")

# Added to the logit of a cue's beginning: weak cues are read too, and their score says so.
CUE_BIAS = 0.2

# The cost of a change of role between neighbouring words, in logits; it keeps roles in few pieces.
CHANGE = 0.4

# A paragraph of more words than this is asked about in parts.
_MOST_WORDS = 400

# About so many words go through the role head together.
_BATCH = 1024

# First and last word, score, whether it was found as an inner one.
_Cue = tuple[int, int, float, bool]
# A range of words [first, last) with a cue in it.
_Asked = tuple[tuple[int, int], _Cue]


@dataclass(frozen=True)
class Found:
    """One attribution in words: the cue's first and last, the words of source and content.

    ``cue_score``, ``source_score`` and ``content_score`` are mean probabilities of the words as
    read; ``inner`` is true for a cue that was found as standing in another's content.
    """

    cue: tuple[int, int]
    source: tuple[int, ...]
    content: tuple[int, ...]
    cue_score: float
    source_score: float
    content_score: float
    inner: bool = False


def find_attributions(encoding: Encoding, heads: Heads) -> list[Found]:
    """All attributions of an encoded article, in order of their cues."""
    if not len(encoding.vectors):
        return []
    tags = heads.tags(encoding.vectors, encoding.paragraphs)
    projected = heads.project(encoding.vectors)
    cues = list(_asked(encoding, tags))
    found: list[Found] = []
    for some in _batches(cues):
        asked = [(words, (first, last)) for words, (first, last, *_) in some]
        odds = _log_softmax(heads.roles(encoding.vectors, projected, tags, asked))
        at = 0
        for (start, end), cue in some:
            found.append(_found(odds[at : at + end - start], start, cue))
            at += end - start
    return found


def _asked(encoding: Encoding, tags: Floats) -> Iterator[_Asked]:
    """The cues with the words that each is asked about: all of its paragraph, or, where a page is
    one endless paragraph, what is near; the cost would else grow with the square of its length."""
    kinds = tags[:, [_CUE, _INNER]]
    # Most paragraphs have none, and need no closer look.
    begins = (kinds[..., BEGINS] + CUE_BIAS > kinds[..., OUTSIDE]).max(axis=1)
    for start, end in encoding.paragraphs:
        if not begins[start:end].any():
            continue
        for cue in cues_in(tags[start:end], start):
            if end - start <= _MOST_WORDS:
                yield (start, end), cue
            else:
                low, high = cue[0] - _MOST_WORDS // 2, cue[1] + 1 + _MOST_WORDS // 2
                yield (max(start, low), min(end, high)), cue


def _batches(cues: Iterable[_Asked]) -> Iterator[list[_Asked]]:
    """Cues that are asked about at once: about ``_BATCH`` words, so that memory stays small."""
    some: list[_Asked] = []
    size = 0
    for one in cues:
        some.append(one)
        size += one[0][1] - one[0][0]
        if size >= _BATCH:
            yield some
            some, size = [], 0
    if some:
        yield some


def cues_in(tags: Floats, start: int) -> list[_Cue]:
    """Cues of a paragraph by its tags [words, kinds, 3]; its first word is number ``start``."""
    found = []
    for kind, inner in ((_CUE, False), (_INNER, True)):
        logits = tags[:, kind]
        for first, last in _runs(logits):
            odds = _log_softmax(logits[first : last + 1])
            score = float(np.exp(odds[0, BEGINS]))
            found.append((start + first, start + last, score, inner))
    return sorted(found)


def _runs(logits: Floats) -> list[tuple[int, int]]:
    """First and last word of each run, by the likeliest sequence of begin, inside and outside."""
    outside, begins, inside = (logits[:, i] for i in (OUTSIDE, BEGINS, INSIDE))
    # Few words are anything but outside: only runs that a beginning starts are followed.
    likely = np.flatnonzero(begins + CUE_BIAS > outside).tolist()
    goes_on = inside > np.maximum(outside, begins) if likely else ()
    runs: list[tuple[int, int]] = []
    for at in likely:
        behind = runs[-1][1] if runs else -2
        if at <= behind or (at == behind + 1 and inside[at] > begins[at]):
            continue
        last = at
        while last + 1 < len(goes_on) and goes_on[last + 1]:
            last += 1
        runs.append((at, last))
    return runs


def _found(odds: Floats, start: int, cue: _Cue) -> Found:
    """What is likeliest for a cue by the log-odds of its words, the first of which is ``start``."""
    first, last, score, inner = cue
    # A cue is neither its source nor its content.
    odds[first - start : last + 1 - start, [SOURCE, CONTENT]] -= 20
    path = likeliest(odds)
    chosen = np.exp(odds[np.arange(len(path)), path])
    sources, contents = np.flatnonzero(path == SOURCE), np.flatnonzero(path == CONTENT)
    return Found(
        cue=(first, last),
        source=tuple((sources + start).tolist()),
        content=tuple((contents + start).tolist()),
        cue_score=score,
        source_score=_mean(chosen[sources]),
        content_score=_mean(chosen[contents]),
        inner=inner,
    )


def likeliest(odds: Floats, change: float = CHANGE) -> np.ndarray:
    """The path of states with the highest sum of log-odds, less ``change`` for each change of
    state (Viterbi 1967). Ties keep the state; of equal states the first is taken."""
    # Plain numbers, each by its name: an array or list of three costs more to address than to add.
    rows: list[list[float]] = odds.tolist()
    none, source, content = rows[0]
    back: list[tuple[int, int, int]] = []
    for own_none, own_source, own_content in rows[1:]:
        if none >= source and none >= content:
            top, moved = NONE, none - change
        elif source >= content:
            top, moved = SOURCE, source - change
        else:
            top, moved = CONTENT, content - change
        back.append(
            (
                NONE if none >= moved else top,
                SOURCE if source >= moved else top,
                CONTENT if content >= moved else top,
            )
        )
        none = (none if none >= moved else moved) + own_none
        source = (source if source >= moved else moved) + own_source
        content = (content if content >= moved else moved) + own_content
    best = [none, source, content]
    path = [best.index(max(best))]
    for step in reversed(back):
        path.append(step[path[-1]])
    return np.array(path[::-1], dtype=np.int64)


def _log_softmax(logits: Floats) -> Floats:
    shifted = logits - logits.max(axis=-1, keepdims=True)
    odds: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return odds


def _mean(values: np.ndarray) -> float:
    return float(values.mean()) if len(values) else 0.0
