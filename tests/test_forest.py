"""Trees as arrays: a row falls to its leaves."""

import numpy as np
import pytest

from accordingto.forest import Forest

# Two trees: the first asks for feature 0 and then for feature 1, the second is a leaf.
SMALL = {
    "small_feature": np.array([0, 0, 1, 0, 0, 0]),
    "small_threshold": np.array([0.5, 0, 2.0, 0, 0, 0]),
    "small_left": np.array([1, 1, 3, 3, 4, 5]),
    "small_right": np.array([2, 1, 4, 3, 4, 5]),
    "small_value": np.array([0, -2.0, 0, 1.0, 3.0, 0.5]),
    "small_roots": np.array([0, 5]),
    "small_base": np.array(-0.5),
}


@pytest.mark.parametrize(("row", "odds"), [((0.5, 9), -2.0), ((0.6, 2.0), 1.0), ((0.6, 2.1), 3.0)])
def test_a_row_falls_to_its_leaves(row: tuple[float, float], odds: float) -> None:
    found = Forest(SMALL, "small").probability(np.array([row], dtype=np.float32))
    assert found[0] == pytest.approx(1 / (1 + np.exp(-odds)))


def test_no_rows_no_answers() -> None:
    assert Forest(SMALL, "small").probability(np.zeros((0, 2), dtype=np.float32)).size == 0


def test_a_row_is_led_to_the_leaf_of_each_tree() -> None:
    # Two trees of two classes: one splits on the first number at 1, the other is a single leaf.
    kept = {
        "feature": np.array([0, 0, 0, 0]),
        "threshold": np.array([1.0, np.inf, np.inf, np.inf]),
        "left": np.array([1, 1, 2, 3]),
        "right": np.array([2, 1, 2, 3]),
        "value": np.array([0.0, -2.0, 5.0, 0.5]),
        "roots": np.array([0, 3]),
    }
    trees = Forest(kept, classes=2)
    assert trees.scores(np.array([[1.0], [1.1]])).tolist() == [[-2.0, 0.5], [5.0, 0.5]]
