"""Which of many phrases stand in a text, told sooner than by looking for each.

A phrase can only stand where all its runs of three characters do. One look at the text notes which
of these it has (by a hash, so that a few more seem to be there); most phrases are out after that.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

_RUN = 3  # characters
_SLOTS = 1 << 16


class Sieve:
    """Phrases to be looked for in many texts."""

    def __init__(self, phrases: Iterable[str]) -> None:
        given = list(dict.fromkeys(phrases))
        self._short = [phrase for phrase in given if len(phrase) < _RUN]
        self._phrases = [phrase for phrase in given if len(phrase) >= _RUN]
        runs = [_runs(phrase) for phrase in self._phrases]
        self._runs = np.concatenate([np.array([], np.uint16), *runs])
        self._starts = np.cumsum([0, *map(len, runs)])[:-1]

    def held(self, text: str) -> tuple[str, ...]:
        """Those that ``text`` holds. Time is linear in its length."""
        seen = np.zeros(_SLOTS, np.bool_)
        seen[_runs(text)] = True
        may = np.logical_and.reduceat(seen[self._runs], self._starts)
        likely = [self._phrases[at] for at in np.flatnonzero(may).tolist()]
        return tuple([phrase for phrase in (*self._short, *likely) if phrase in text])


def _runs(text: str) -> NDArray[np.uint16]:
    """A hash of each run of characters. What does not fit into two bytes is cut to them."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint16)[::2]
    if len(codes) < _RUN:
        return codes[:0]
    # Whole numbers of two bytes run over without harm.
    hashed: NDArray[np.uint16] = codes[:-2] * np.uint16(961) + codes[1:-1] * np.uint16(31)
    return hashed + codes[2:]
