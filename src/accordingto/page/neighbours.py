"""What a first answer says of the pieces of a page or text before and behind each."""

from collections.abc import Sequence

import numpy as np

from accordingto.page.forest import UNITS, Numbers

SOME_WORDS = 12
FAR = 40  # pieces


def shifted(values: Numbers, steps: Sequence[int], empty: float) -> list[Numbers]:
    """For each step the value of the piece so many pieces on, ``empty`` where there is none. The
    last axis is that of the pieces."""
    reach = max(map(abs, steps))
    count = values.shape[-1]
    wide = np.full((*values.shape[:-1], count + 2 * reach), empty, np.float64)
    wide[..., reach : reach + count] = values
    return [wide[..., reach + step : reach + step + count] for step in steps]


def bounds(first: Numbers, words: Numbers) -> list[Numbers]:
    """Where the sure text begins and ends, how much of it there is, and how far it is from each
    piece on either side. ``first`` is in ``UNITS``."""
    count = len(first)
    index = np.arange(count)
    solid = (first > UNITS) & (words >= SOME_WORDS)
    marks = solid.nonzero()[0]
    opening, closing = (marks[0], marks[-1]) if len(marks) else (0, -1)
    before = np.maximum.accumulate(np.where(solid, index, -FAR))
    behind = np.minimum.accumulate(np.where(solid, index, count + FAR)[::-1])[::-1]
    return [
        index - opening,
        index - closing,
        np.full(count, np.count_nonzero(first > 0)),
        np.minimum(index - shifted(before, (-1,), -FAR)[0], FAR),
        np.minimum(shifted(behind, (1,), count + FAR)[0] - index, FAR),
    ]
