"""Boosted trees as plain arrays, asked with numpy alone about many rows at once."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

# Rows that are asked about together: more do not fit into a processor's own memory.
_ROWS = 128

PARTS = ("feature", "threshold", "left", "right", "value", "roots")


class Forest:
    """Trees for one class or several in turns: tree ``i`` is for class ``i % classes``.

    ``kept`` has all nodes of all trees in one table: for each the ``feature`` that it asks for, the
    ``threshold`` up to which it goes ``left`` and beyond ``right``, and its ``value``. A leaf leads
    to itself, so that all trees are walked in step; ``roots`` are the places where trees begin,
    and ``base``, where there is one, is what sums begin with. ``name`` stands before each key.
    """

    def __init__(self, kept: Mapping[str, NDArray[Any]], name: str = "", classes: int = 1) -> None:
        parts = {part: kept[f"{name}_{part}" if name else part] for part in PARTS}
        left, right, roots = (parts[side].astype(np.intp) for side in ("left", "right", "roots"))
        levels = [roots]
        while len(asking := levels[-1][left[levels[-1]] != levels[-1]]):
            levels.append(np.stack([left[asking], right[asking]], axis=1).ravel())
        # Nodes in a new order, in which the two below a node are neighbours.
        order = np.concatenate(levels)
        place = np.zeros(len(left), dtype=np.intp)
        place[order] = np.arange(len(order))
        self._steps = len(levels) - 1
        self._roots = place[roots]
        self._below = place[left[order]]
        self._feature = parts["feature"].astype(np.intp)[order]
        # Nothing goes right at a leaf.
        self._threshold = np.where(left[order] == order, np.inf, parts["threshold"][order])
        self._threshold = self._threshold.astype(parts["threshold"].dtype)
        self._value = parts["value"].astype(np.float64)[order]
        base = kept.get(f"{name}_base" if name else "base")
        self._base = float(base.item()) if base is not None else 0.0
        self._classes = classes

    def scores(self, rows: NDArray[Any]) -> NDArray[np.float64]:
        """The sum of the leaves that each row [rows, features] comes to: [rows, classes]."""
        found = np.empty((len(rows), self._classes))
        for at in range(0, len(rows), _ROWS):
            found[at : at + _ROWS] = self._scores(rows[at : at + _ROWS])
        return found

    def _scores(self, rows: NDArray[Any]) -> NDArray[np.float64]:
        """The same for a few rows."""
        at = np.repeat(self._roots[None, :], len(rows), axis=0)
        flat, begins = rows.ravel(), (np.arange(len(rows)) * rows.shape[1])[:, None]
        for _ in range(self._steps):
            asked = _of(flat, begins + _of(self._feature, at))
            at = _of(self._below, at) + (asked > _of(self._threshold, at))
        leaves = _of(self._value, at).reshape(
            len(rows), len(self._roots) // self._classes, self._classes
        )
        found: NDArray[np.float64] = self._base + leaves.sum(axis=1)
        return found

    def probability(self, rows: NDArray[Any]) -> NDArray[np.float64]:
        """How likely each row is one of those that trees of one class were taught: [rows]."""
        chance: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-self.scores(rows)[:, 0]))
        return chance


def _of(table: NDArray[Any], at: NDArray[np.intp]) -> NDArray[Any]:
    """What a table has at some places, which are known to be in it."""
    return table.take(at, mode="clip")
