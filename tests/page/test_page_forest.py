"""Sums of trees without a loop give what walking down each tree gives."""

from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from accordingto.page.html.forest import Forest

VALUES = st.sampled_from([-1.0, 0.0, 0.5, 1.0, 2.0, 7.0])
LEAVES = st.integers(-50, 50)
NODES = st.recursive(
    LEAVES,
    lambda below: st.tuples(st.integers(0, 3), VALUES, below, below).map(list),
    max_leaves=16,
)


def _walked(tree: Any, row: list[float]) -> int:
    while not isinstance(tree, int):
        column, threshold, below, above = tree
        tree = above if row[column] > threshold else below
    return int(tree)


def _leaves(tree: Any) -> int:
    return 1 if isinstance(tree, int) else _leaves(tree[2]) + _leaves(tree[3])


@given(
    st.lists(NODES.filter(lambda tree: 2 <= _leaves(tree) <= 16), min_size=1, max_size=5),
    st.lists(st.lists(VALUES, min_size=4, max_size=4), min_size=1, max_size=6),
)
def test_sums_are_those_of_the_trees(trees: list[Any], rows: list[list[float]]) -> None:
    forest = Forest(trees)
    found = forest.scores(forest.intervals(np.array(rows).T))[0]
    assert found.tolist() == [sum(_walked(tree, row) for tree in trees) for row in rows]


def test_effects_are_those_of_the_interval() -> None:
    forest = Forest([[2, 0.5, -10, 30]], {"2": [-7, 40]})
    assert forest.told_columns.tolist() == [2]
    intervals = forest.intervals(np.array([[0, 0], [0, 0], [0.5, 0.6]]))
    assert forest.effects(intervals).tolist() == [[-7], [40]]
