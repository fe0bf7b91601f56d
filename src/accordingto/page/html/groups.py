"""Blocks that belong together: sums over them."""

import numpy as np

from accordingto.page.forest import Numbers


class Groups:
    """``of`` is the number of each block's group, ``many`` how many blocks its group has, ``place``
    that of the group in the order of these numbers."""

    def __init__(self, of: Numbers) -> None:
        self.of = of
        self._order = of.argsort(kind="stable")
        ordered = of[self._order]
        new = np.concatenate(([True], ordered[1:] != ordered[:-1]))
        self._starts = new.nonzero()[0]
        self.place: Numbers = np.empty(len(of), np.int64)
        self.place[self._order] = new.cumsum() - 1
        self.many: Numbers = self.sums(np.ones(len(of), np.int64))

    def sums(self, values: Numbers) -> Numbers:
        """For each block the sum over all of its group. The last axis is that of the blocks."""
        ordered = values[..., self._order]
        return np.asarray(np.add.reduceat(ordered, self._starts, axis=-1)[..., self.place])

    def others(self, values: Numbers) -> Numbers:
        """The same without the block itself."""
        return np.asarray(self.sums(values) - values)
