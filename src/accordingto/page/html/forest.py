"""Sums of small decision trees over columns of numbers, without a loop over rows or trees.

Each column is cut at its thresholds. For each interval it is known beforehand which leaves of
each tree are still open; a row's leaf is the first that all columns leave open (after Lucchese
and others, QuickScorer, SIGIR 2015). Leaves have whole numbers, so that sums are exact.
"""

from typing import Any

import numpy as np

from accordingto.page.html.elements import Numbers

_LEAVES = 16  # of a tree at most: a bit of an integer for each
_ALL = (1 << _LEAVES) - 1
UNITS = 10_000  # of a leaf's number to one of log odds
# A tree is a leaf's number, or [column, threshold, tree where not above it, tree where above].
Tree = Any
_FIRST_OPEN = np.zeros(1 << _LEAVES, np.uint8)
for _bit in range(_LEAVES - 1, -1, -1):
    _FIRST_OPEN[1 << _bit :: 1 << _bit + 1] = _bit


class Forest:
    """Trees ready to be summed up. ``effects`` has, for a column, what its intervals mostly
    add, in hundredths of log odds: the reasons of an answer."""

    def __init__(self, trees: list[Tree], effects: dict[str, list[int]] | None = None) -> None:
        cuts: list[tuple[int, float, int, int]] = []
        leaves: list[list[int]] = []
        for number, tree in enumerate(trees):
            found: list[int] = []
            _walk(tree, number, found, cuts)
            leaves.append(found + [0] * (_LEAVES - len(found)))
        self._leaves = np.array(leaves, np.int32).ravel()
        self._places = np.arange(len(trees), dtype=np.int32) * _LEAVES
        self.columns = sorted({cut[0] for cut in cuts})
        self.thresholds: list[Numbers] = []
        opens: list[Numbers] = []
        narrow: list[Numbers] = []
        for column in self.columns:
            own = [cut for cut in cuts if cut[0] == column]
            thresholds = np.array(sorted({cut[1] for cut in own}))
            narrow.append(_narrowed(thresholds))
            still = np.full((len(thresholds) + 1, len(trees)), _ALL, np.uint16)
            for _, threshold, number, closed in own:
                still[np.searchsorted(thresholds, threshold) + 1 :, number] &= ~closed & 0xFFFF
            self.thresholds.append(thresholds)
            opens.append(still)
        # Most columns are cut once. Eight of these are looked up together.
        self._once = [at for at, cuts in enumerate(self.thresholds) if len(cuts) == 1]
        self._more = [at for at, cuts in enumerate(self.thresholds) if len(cuts) > 1]
        self._once_columns = [self.columns[at] for at in self._once]
        self._once_cuts = np.array([narrow[at] for at in self._once])
        self._more_cuts = [narrow[at] for at in self._more]
        self._open_more = [opens[at] for at in self._more]
        eights = (self._once[first : first + 8] for first in range(0, len(self._once), 8))
        self._open_once = [_together([opens[at][1] for at in eight]) for eight in eights]
        told = {int(column): row for column, row in (effects or {}).items()}
        self._told = [at for at, column in enumerate(self.columns) if column in told]
        self.told_columns: Numbers = np.array([self.columns[at] for at in self._told], np.int64)
        rows = [told[self.columns[at]] for at in self._told]
        self._effects = np.array([effect for row in rows for effect in row], np.int64)
        self._offsets = np.cumsum([0, *[len(row) for row in rows]])[:-1]

    def intervals(self, table: Numbers) -> Numbers:
        """For each column that the trees ask for, in which of its intervals each row lies.

        ``table`` has a column in each line, in numbers of four bytes."""
        found = np.empty((len(self.columns), table.shape[1]), np.int64)
        if self._once:
            found[self._once] = table[self._once_columns] > self._once_cuts
        for at, cuts in zip(self._more, self._more_cuts, strict=True):
            found[at] = cuts.searchsorted(table[self.columns[at]])
        return found

    def scores(self, intervals: Numbers, parts: int = 1) -> Numbers:
        """The sums over the trees for each row, in ``UNITS``: a line for each of so many equal
        parts of the trees."""
        still = np.full((intervals.shape[1], len(self._places)), _ALL, np.uint16)
        for opened, column in zip(self._open_more, intervals[self._more], strict=True):
            still &= opened.take(column, axis=0)
        above = np.packbits(intervals[self._once] != 0, axis=0)
        for opened, eight in zip(self._open_once, above, strict=True):
            still &= opened.take(eight, axis=0)
        leaves = self._leaves.take(_FIRST_OPEN.take(still) + self._places)
        return np.asarray(leaves.reshape(len(still), parts, -1).sum(axis=2, dtype=np.int64).T)

    def effects(self, intervals: Numbers) -> Numbers:
        """What each of ``told_columns`` mostly adds where a row lies: a line for each row."""
        return np.asarray(self._effects[intervals[self._told] + self._offsets[:, None]].T)


def _narrowed(thresholds: Numbers) -> Numbers:
    """The same in four bytes, as tables are: what is above a threshold is above the next number of
    four bytes that is no higher, and what is not is not."""
    found = thresholds.astype(np.float32)
    return np.where(found > thresholds, np.nextafter(found, np.float32(-np.inf)), found)


def _together(opened: list[Numbers]) -> Numbers:
    """What eight columns or fewer leave open, for each choice of those that are above their
    threshold: the first column is the highest bit. ``opened`` is what each leaves open then."""
    found = np.full((1 << 8, len(opened[0])), _ALL, np.uint16)
    for number, still in enumerate(opened):
        found.reshape(1 << number, 2, -1, len(still))[:, 1] &= still
    return found


def _walk(
    tree: Tree, number: int, leaves: list[int], cuts: list[tuple[int, float, int, int]]
) -> None:
    """Number the leaves from the left, and note what each threshold closes where it is passed."""
    if isinstance(tree, int):
        leaves.append(tree)
        return
    column, threshold, below, above = tree
    first = len(leaves)
    _walk(below, number, leaves, cuts)
    closed = (1 << len(leaves)) - (1 << first)
    cuts.append((column, threshold, number, closed))
    _walk(above, number, leaves, cuts)
