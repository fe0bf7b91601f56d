"""Elements as arrays, against walking up and down the tree."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from accordingto.page.html.elements import Elements
from accordingto.page.html.tree import Block, Tree

# Each element's parent comes before it, on the way from the root to the element before it.
CHOICES = st.lists(st.integers(0, 30), max_size=25)


def _tree(choices: list[int], blocks: list[int]) -> Tree:
    parents, path = [-1], [0]
    for choice in choices:
        path = path[: 1 + choice % len(path)]
        parents.append(path[-1])
        path.append(len(parents) - 1)
    tree = Tree(parents=parents)
    tree.blocks = [Block("x", "p", b % len(parents), 0, 0, 0, ()) for b in sorted(blocks)]
    tree.blocks.sort(key=lambda block: block.element)
    return tree


def _around(tree: Tree, element: int) -> list[int]:
    found = [element]
    while tree.parents[found[-1]] >= 0:
        found.append(tree.parents[found[-1]])
    return found


@given(CHOICES, st.lists(st.integers(0, 30), min_size=1, max_size=12), st.integers(0, 30))
def test_sums_and_steps_are_those_of_the_tree(
    choices: list[int], blocks: list[int], chosen: int
) -> None:
    tree = _tree(choices, blocks)
    elements = Elements(tree)
    values = np.arange(1, len(tree.blocks) + 1)
    element = chosen % len(tree.parents)
    below = [
        sum(
            int(v)
            for v, b in zip(values, tree.blocks, strict=True)
            if e in _around(tree, b.element)
        )
        for e in range(len(tree.parents))
    ]
    assert elements.below(values).tolist() == below
    inside = [element in _around(tree, block.element) for block in tree.blocks]
    assert elements.within(element).tolist() == inside
    up, down = elements.apart(element)
    target = _around(tree, element)
    for index, block in enumerate(tree.blocks):
        path = _around(tree, block.element)
        shared = next(e for e in path if e in target)
        assert (up[index], down[index]) == (path.index(shared), target.index(shared))
