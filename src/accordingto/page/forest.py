"""Sums of small decision trees over columns of numbers, without a loop over rows or trees.

All nodes of one level of a tree ask the same (an oblivious tree, as CatBoost grows them): a row's
leaf is told by as many answers as the tree has levels, so that all trees are asked at once.
Leaves have whole numbers, so that sums are exact.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[Any]
UNITS = 10_000  # of a leaf's number to one of log odds
# Column of each level, threshold of each level, leaves. The answer of the first level (1 where a
# row is above the threshold) is the lowest bit of the leaf's place.
Tree = tuple[list[int], list[float], list[int]]


class Forest:
    """Trees ready to be summed up."""

    def __init__(self, trees: list[Tree]) -> None:
        self._levels = max([1, *[len(columns) for columns, _, _ in trees]])
        size = 1 << self._levels
        columns = np.zeros((self._levels, len(trees)), np.int64)
        cuts = np.full((self._levels, len(trees)), np.inf, np.float32)  # nothing is above it
        leaves = np.zeros((len(trees), size), np.int32)
        for number, (levels, thresholds, values) in enumerate(trees):
            columns[: len(levels), number] = levels
            cuts[: len(levels), number] = thresholds
            leaves[number, : len(values)] = values
        # Many trees ask the same.
        pairs = list(zip(columns.ravel().tolist(), cuts.ravel().tolist(), strict=True))
        asked = {pair: place for place, pair in enumerate(sorted(set(pairs)))}
        self._columns = np.array([column for column, _ in asked], np.int64)
        self._cuts = np.array([cut for _, cut in asked], np.float32)[:, None]
        self._asked = np.array([asked[pair] for pair in pairs], np.int64)
        self._leaves = leaves.ravel()
        self._places = (np.arange(len(trees), dtype=np.int32) * size)[:, None]

    def scores(self, table: Numbers) -> Numbers:
        """The sum over the trees for each row, in ``UNITS``. ``table`` has a column in each line,
        in numbers of four bytes."""
        rows = table.shape[1]
        above = table.take(self._columns, axis=0) > self._cuts
        answers = above.view(np.uint8).take(self._asked, axis=0).reshape(self._levels, -1, rows)
        leaf = answers[-1].copy()
        for answer in answers[-2::-1]:
            leaf += leaf  # much sooner done than a shift
            leaf |= answer
        return np.asarray(self._leaves.take(leaf + self._places).sum(axis=0, dtype=np.int64))


class Effects:
    """What the value of a column mostly adds to a sum, in hundredths of log odds: the reasons of
    an answer. ``cuts`` and ``adds`` are of each of ``columns``; what lies above a cut is in the
    next interval."""

    def __init__(self, columns: list[int], cuts: list[list[float]], adds: list[list[int]]) -> None:
        self.columns: Numbers = np.array(columns, np.int64)
        self._asked = np.repeat(self.columns, [len(some) for some in cuts])
        self._cuts = np.array([cut for some in cuts for cut in some], np.float32)[:, None]
        self._starts = np.cumsum([0, *[len(some) for some in cuts]])[:-1]
        self._adds = np.array([add for some in adds for add in some], np.int64)
        self._offsets = np.cumsum([0, *[len(some) for some in adds]])[:-1, None]

    def of(self, table: Numbers) -> Numbers:
        """What each column adds in each row: a line for each column."""
        above = table.take(self._asked, axis=0) > self._cuts
        intervals = np.add.reduceat(above, self._starts, axis=0, dtype=np.int64)
        return np.asarray(self._adds[intervals + self._offsets])
