"""How rare each term is: in a table made from much news, and in what this ledger has seen."""

from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from accordingto.stories.words import TERMS


class Background:
    """Counts of reports that hold a term, of the shipped table and of the reports seen since."""

    def __init__(self, counts: NDArray[np.int32], reports: int) -> None:
        self._counts = counts
        self._reports = reports

    def rarity(self, terms: NDArray[np.int32]) -> NDArray[np.float32]:
        """The natural logarithm of one over the share of reports that hold each term."""
        seen = self._counts[terms].astype(np.float32)
        found: NDArray[np.float32] = np.log((self._reports + 2.0) / (seen + 1.0))
        return found.astype(np.float32)

    def see(self, terms: NDArray[np.int32]) -> None:
        """Counts one more report, that holds ``terms``."""
        self._counts[terms] += 1
        self._reports += 1

    def add(self, terms: NDArray[np.int32], counts: NDArray[np.int32], reports: int) -> None:
        """Counts ``reports`` at once, that hold each of ``terms`` so many times."""
        self._counts[terms] += counts
        self._reports += reports


@cache
def shipped_background() -> Background:
    """The shipped counts, shared; nobody may count on them."""
    return Background(*_shipped())


def fresh_background() -> Background:
    """The shipped counts, of one's own to count on."""
    counts, reports = _shipped()
    return Background(counts.copy(), reports)


@cache
def _shipped() -> tuple[NDArray[np.int32], int]:
    data = files("accordingto.stories") / "data" / "background.npz"
    with np.load(BytesIO(data.read_bytes())) as kept:
        counts = np.zeros(TERMS, dtype=np.int32)
        counts[kept["terms"]] = kept["counts"]
        return counts, int(kept["reports"])
