"""Boosted trees kept as arrays, so that nothing but numpy is needed to ask them."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

NAMES = ("feature", "threshold", "left", "right", "value", "roots")


class Trees:
    """Trees for several classes, in turns: tree ``i`` is for class ``i % classes``.

    All nodes stand in one table. A leaf leads to itself, so that all trees can be walked in step.
    """

    def __init__(self, kept: Mapping[str, NDArray[Any]], classes: int) -> None:
        self._feature, self._threshold = kept["feature"], kept["threshold"]
        self._left, self._right = kept["left"], kept["right"]
        self._value, self._roots = kept["value"], kept["roots"]
        self._classes = classes

    def scores(self, row: NDArray[np.float64]) -> NDArray[np.float64]:
        """The sum of the trees of each class for one row of features."""
        at = self._roots
        while True:
            under = row[self._feature[at]] <= self._threshold[at]
            after = np.where(under, self._left[at], self._right[at])
            if np.array_equal(after, at):
                break
            at = after
        found: NDArray[np.float64] = self._value[at].reshape(-1, self._classes).sum(axis=0)
        return found
