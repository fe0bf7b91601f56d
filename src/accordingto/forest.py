"""Boosted trees as plain arrays, asked with numpy alone about many rows at once."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

PARTS = ("feature", "threshold", "left", "right", "value", "roots")


class Forest:
    """Trees for one class or several in turns: tree ``i`` is for class ``i % classes``.

    ``kept`` has all nodes of all trees in one table: for each the ``feature`` that it asks for, the
    ``threshold`` up to which it goes ``left`` and else ``right``, and its ``value``. A leaf leads
    to itself, so that all trees are walked in step; ``roots`` are the places where trees begin,
    and ``base``, where there is one, is what sums begin with. ``name`` stands before each key.
    """

    def __init__(self, kept: Mapping[str, NDArray[Any]], name: str = "", classes: int = 1) -> None:
        parts = {part: kept[f"{name}_{part}" if name else part] for part in PARTS}
        self._feature, self._threshold = parts["feature"].astype(np.intp), parts["threshold"]
        self._left, self._right = (parts[side].astype(np.intp) for side in ("left", "right"))
        self._value = parts["value"].astype(np.float64)
        self._roots = parts["roots"].astype(np.intp)
        base = kept.get(f"{name}_base" if name else "base")
        self._base = float(base.item()) if base is not None else 0.0
        self._classes = classes

    def scores(self, rows: NDArray[Any]) -> NDArray[np.float64]:
        """The sum of the leaves that each row [rows, features] comes to: [rows, classes]."""
        at = np.repeat(self._roots[None, :], len(rows), axis=0)
        which = np.arange(len(rows))[:, None]
        while True:
            goes_left = rows[which, self._feature[at]] <= self._threshold[at]
            after = np.where(goes_left, self._left[at], self._right[at])
            if np.array_equal(after, at):
                break
            at = after
        leaves = self._value[at].reshape(
            len(rows), len(self._roots) // self._classes, self._classes
        )
        found: NDArray[np.float64] = self._base + leaves.sum(axis=1)
        return found

    def probability(self, rows: NDArray[Any]) -> NDArray[np.float64]:
        """How likely each row is one of those that trees of one class were taught: [rows]."""
        chance: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-self.scores(rows)[:, 0]))
        return chance
