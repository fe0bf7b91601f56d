"""Trees as arrays, and the postures that feed them."""

import numpy as np

from accordingto.stories.posture import grams
from accordingto.stories.stance import claim_posture
from accordingto.stories.trees import Trees


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
    trees = Trees(kept, 2)
    assert trees.scores(np.array([1.0])).tolist() == [-2.0, 0.5]
    assert trees.scores(np.array([1.1])).tolist() == [5.0, 0.5]


def test_numbers_and_kinds_of_apostrophe_count_as_one() -> None:
    assert grams("It isn’t 45") == grams("It isn't 7")


def test_a_claim_that_debunks_speaks_against_its_story() -> None:
    plain = claim_posture("Ferry sinks off Port Alden with ninety aboard")
    debunks = claim_posture("No, a ferry did not sink off Port Alden: it was a hoax")
    assert debunks.against > 0 > plain.against
