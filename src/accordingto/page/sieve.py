"""Which of many phrases stand in a text, told sooner than by looking for each.

A phrase can only stand where all its runs of three characters do. One look at the text notes which
runs it has (by a hash, so that a few more seem to be there); a few runs of each phrase are compared
with these, and most phrases are out after that.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

_RUN = 3  # characters
_COMPARED = 6  # runs of each phrase
_SLOTS = 1 << 16


class Sieve:
    """Phrases to be looked for in many texts."""

    def __init__(self, phrases: Iterable[str]) -> None:
        given = list(dict.fromkeys(phrases))
        self._short = [phrase for phrase in given if len(phrase) < _RUN]
        self._phrases = [phrase for phrase in given if len(phrase) >= _RUN]
        compared = [_some(_runs(phrase)) for phrase in self._phrases]
        self._compared = np.array(compared, np.uint16).reshape(-1, _COMPARED).T.copy()

    def held(self, text: str) -> tuple[str, ...]:
        """Those that ``text`` holds. Time is linear in its length."""
        seen = np.zeros(_SLOTS, np.bool_)
        seen[_runs(text)] = True
        may = seen[self._compared[0]]
        for runs in self._compared[1:]:
            may &= seen[runs]
        likely = [self._phrases[at] for at in may.nonzero()[0].tolist()]
        return tuple([phrase for phrase in (*self._short, *likely) if phrase in text])


def _some(runs: NDArray[np.uint16]) -> NDArray[np.uint16]:
    """So many of the runs as are compared, from all over the phrase."""
    return runs[np.linspace(0, len(runs) - 1, _COMPARED).round().astype(np.int64)]


def _runs(text: str) -> NDArray[np.uint16]:
    """A hash of each run of characters. What does not fit into two bytes is cut to them."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint16)[::2]
    if len(codes) < _RUN:
        return codes[:0]
    # Whole numbers of two bytes run over without harm.
    hashed: NDArray[np.uint16] = codes[:-2] * np.uint16(961) + codes[1:-1] * np.uint16(31)
    return hashed + codes[2:]
