"""Any scores make a tree with one root, and the likeliest one where that is plain."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from accordingto.language.trained.trees import tree_of

SCORES = st.integers(1, 14).flatmap(
    lambda size: arrays(np.float32, (size, size), elements=st.floats(-20, 20, width=32))
)


def leads_to_root(heads: list[int], start: int) -> bool:
    at = start
    for _ in heads:
        at = heads[at]
    return heads[at] == at


@given(SCORES)
def test_any_scores_make_one_tree(scores: np.ndarray) -> None:
    heads = tree_of(scores).tolist()
    roots = [i for i, head in enumerate(heads) if head == i]
    assert len(heads) == len(scores)
    assert roots == [int(scores.diagonal().argmax())]
    assert all(leads_to_root(heads, start) for start in range(len(heads)))


def test_the_likeliest_heads_stand_where_they_are_a_tree() -> None:
    scores = np.full((4, 4), -5.0, dtype=np.float32)
    for token, head in enumerate((1, 1, 3, 1)):
        scores[token, head] = 3
    assert tree_of(scores).tolist() == [1, 1, 3, 1]


def test_a_circle_is_left_where_that_costs_least() -> None:
    scores = np.full((3, 3), -9.0, dtype=np.float32)
    scores[0, 0] = 5
    scores[1, 2], scores[2, 1] = 4, 4
    scores[1, 0], scores[2, 0] = 1, 3
    assert tree_of(scores).tolist() == [0, 2, 0]
