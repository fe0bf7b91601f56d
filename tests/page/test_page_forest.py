"""Sums of trees without a loop give what walking down each tree gives."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from accordingto.page.forest import Effects, Forest, Tree

VALUES = st.sampled_from([-1.0, 0.0, 0.5, 1.0, 2.0, 7.0])
LEVELS = st.lists(st.tuples(st.integers(0, 3), VALUES), max_size=6)


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    levels = draw(LEVELS)
    leaves = draw(
        st.lists(st.integers(-50, 50), min_size=1 << len(levels), max_size=1 << len(levels))
    )
    return [column for column, _ in levels], [cut for _, cut in levels], leaves


def _walked(tree: Tree, row: list[float]) -> int:
    columns, cuts, leaves = tree
    above = [row[column] > cut for column, cut in zip(columns, cuts, strict=True)]
    return leaves[sum(1 << level for level, answer in enumerate(above) if answer)]


@given(
    st.lists(trees(), min_size=1, max_size=5),
    st.lists(st.lists(VALUES, min_size=4, max_size=4), min_size=1, max_size=6),
)
def test_sums_are_those_of_the_trees(some: list[Tree], rows: list[list[float]]) -> None:
    found = Forest(some).scores(np.array(rows, np.float32).T)
    assert found.tolist() == [sum(_walked(tree, row) for tree in some) for row in rows]


def test_effects_are_those_of_the_interval() -> None:
    effects = Effects([2, 0], [[0.5], [1.0, 3.0]], [[-7, 40], [1, 2, 3]])
    assert effects.columns.tolist() == [2, 0]
    table = np.array([[1, 2, 4], [0, 0, 0], [0.5, 0.6, 0]], np.float32)
    assert effects.of(table).tolist() == [[-7, 40, -7], [1, 2, 3]]
