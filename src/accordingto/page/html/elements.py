"""The block elements of a page as arrays: what lies below each, and how far they are apart.

Elements stand in the order of their start tags, so that all below one follow it in one run.
"""

import numpy as np

from accordingto.page.forest import Numbers
from accordingto.page.html.tree import Tree


class Elements:
    """``parents`` of each element (the first is its own), its ``depth`` and the ``end`` of the run
    of those below it; ``of_block`` is the element of each block."""

    def __init__(self, tree: Tree) -> None:
        count = len(tree.parents)
        sizes, depths = [1] * count, [0] * count
        for element in range(count - 1, 0, -1):
            sizes[tree.parents[element]] += sizes[element]
        for element in range(1, count):
            depths[element] = depths[tree.parents[element]] + 1
        self.count = count
        self.parents: Numbers = np.maximum(np.array(tree.parents, np.int64), 0)
        self.depth: Numbers = np.array(depths, np.int64)
        self.end: Numbers = np.arange(count) + np.array(sizes, np.int64)
        self.of_block: Numbers = np.array([b.element for b in tree.blocks], np.int64)

    def around(self, values: Numbers) -> Numbers:
        """The bits of each element and of all around it. Reaches twice as far with each step."""
        found, further = values, self.parents
        while further.any():
            found, further = found | found[further], further[further]
        return np.asarray(found | values[0])

    def below(self, values: Numbers) -> Numbers:
        """The sum of the blocks' whole-numbered ``values`` in and below each element: a line for
        each of theirs."""
        if values.ndim == 1:
            own = np.bincount(self.of_block, values, self.count)
        else:
            own = np.array([np.bincount(self.of_block, line, self.count) for line in values])
        sums = np.zeros((*own.shape[:-1], self.count + 1))
        own.cumsum(axis=-1, out=sums[..., 1:])
        return np.asarray(sums[..., self.end] - sums[..., :-1])

    def innermost(self, mass: Numbers, hundredths: int) -> int:
        """The last element in the order of the page that holds so much of the whole ``mass``."""
        return int(np.flatnonzero(100 * mass >= hundredths * mass[0])[-1]) if mass[0] else 0

    def within(self, element: int) -> Numbers:
        """For each block whether it lies in ``element``."""
        return np.asarray((self.of_block >= element) & (self.of_block < self.end[element]))

    def apart(self, element: int) -> tuple[Numbers, Numbers]:
        """Steps from each block's element up to the nearest one around ``element`` too, and from
        there down to ``element``."""
        around = [element]
        while around[-1]:
            around.append(int(self.parents[around[-1]]))
        chain = np.array(around[::-1], np.int64)
        # The elements around both are the first of the chain: those that begin before the block's
        # and end behind it.
        begun = chain.searchsorted(self.of_block, side="right")
        open_yet = (-self.end[chain]).searchsorted(-self.of_block, side="left")
        shared = np.minimum(begun, open_yet) - 1
        return self.depth[self.of_block] - shared, self.depth[element] - shared
