"""Boosted regression trees as plain arrays: read from a file, and asked about many rows at once."""

from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Forest:
    """``feature``, ``threshold``, ``left``, ``right`` of all nodes of all trees in one row each;
    a leaf leads to itself and has its ``value``. ``roots`` are the places of the trees' roots.

    The sum of the leaves that a row comes to, and ``base``, is the log odds.
    """

    def __init__(self, arrays: dict[str, NDArray[np.generic]], name: str) -> None:
        self._feature = arrays[f"{name}_feature"].astype(np.int64)
        self._threshold = arrays[f"{name}_threshold"].astype(np.float32)
        self._left = arrays[f"{name}_left"].astype(np.int64)
        self._right = arrays[f"{name}_right"].astype(np.int64)
        self._value = arrays[f"{name}_value"].astype(np.float64)
        self._roots = arrays[f"{name}_roots"].astype(np.int64)
        self._base = float(arrays[f"{name}_base"].item())
        self._depth = int(arrays[f"{name}_depth"].item())

    def probability(self, rows: Floats) -> NDArray[np.float64]:
        """How likely each row is one of those that the trees were taught: [rows]."""
        if not len(rows):
            return np.zeros(0)
        at = np.repeat(self._roots[None, :], len(rows), axis=0)
        which = np.arange(len(rows))[:, None]
        for _ in range(self._depth):
            goes_left = rows[which, self._feature[at]] <= self._threshold[at]
            at = np.where(goes_left, self._left[at], self._right[at])
        odds = self._base + self._value[at].sum(axis=1)
        chance: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-odds))
        return chance


@cache
def forests() -> tuple[Forest, Forest]:
    """Whether two statements are one claim, and whether one opposes the other."""
    with (
        as_file(files("accordingto.relations") / "data" / "pairs.npz") as path,
        np.load(path) as held,
    ):
        arrays = dict(held)
    return Forest(arrays, "same"), Forest(arrays, "against")
