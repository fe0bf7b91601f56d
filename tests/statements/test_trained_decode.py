"""From logits to runs and roles."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from accordingto.statements.trained.decode import likeliest

ODDS = arrays(
    np.float32, st.tuples(st.integers(1, 6), st.just(3)), elements=st.floats(-5, 0, width=32)
)


def worth(odds: np.ndarray, path: list[int], change: float) -> float:
    changes = sum(a != b for a, b in pairwise(path))
    return float(sum(odds[i, state] for i, state in enumerate(path))) - change * changes


def test_one_weak_word_does_not_break_a_run() -> None:
    odds = np.log(np.array([[0.1, 0.1, 0.8], [0.5, 0.1, 0.4], [0.1, 0.1, 0.8]], dtype=np.float32))
    assert likeliest(odds, change=1.0).tolist() == [2, 2, 2]
    assert likeliest(odds, change=0.0).tolist() == [2, 0, 2]


@given(ODDS, st.floats(0, 3))
def test_no_other_path_is_worth_more(odds: np.ndarray, change: float) -> None:
    found = worth(odds, likeliest(odds, change).tolist(), change)
    paths = np.indices((3,) * len(odds)).reshape(len(odds), -1).T
    assert found >= max(worth(odds, path.tolist(), change) for path in paths) - 1e-4
