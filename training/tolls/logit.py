"""A conditional logit over pairs: of several numbers of killed and of injured, the likeliest two.

Numpy alone. A pair's score is the sum of what speaks for its one number, for its other, and for
both together. The optimiser (Adam, all texts at once) starts from zero: same data, same weights.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_STEPS = 400
_RATE = 0.05
_TOLD = 0.02
Row = Mapping[str, float]
Floats = NDArray[np.float32]


class Example(NamedTuple):
    """The features of each number and each pair, the right pair, and how much the text weighs."""

    killed: Mapping[int, Row]
    injured: Mapping[int, Row]
    both: Mapping[tuple[int, int], Row]
    right: tuple[int, int]
    weight: float


class Part:
    """One of the three tables: rows of features, and for each pair its row."""

    def __init__(self, rows: Sequence[Row], of_pair: Sequence[int]) -> None:
        self.keys = sorted({key for row in rows for key in row})
        at = {key: i for i, key in enumerate(self.keys)}
        self.table: Floats = np.zeros((len(rows), len(self.keys)), dtype=np.float32)
        for line, row in enumerate(rows):
            for key, value in row.items():
                self.table[line, at[key]] = value
        self.of_pair = np.array(of_pair)
        self.weights: Floats = np.zeros(len(self.keys), dtype=np.float32)
        self.mean, self.square = np.zeros_like(self.weights), np.zeros_like(self.weights)

    def scores(self) -> Floats:
        """Of every pair."""
        scores: Floats = (self.table @ self.weights)[self.of_pair]
        return scores

    def step(self, error: Floats, step: int, penalty: float) -> None:
        """One step of Adam down the slope of the loss."""
        rows = np.bincount(self.of_pair, error, len(self.table)).astype(np.float32)
        slope = self.table.T @ rows + penalty * self.weights
        self.mean = 0.9 * self.mean + 0.1 * slope
        self.square = 0.999 * self.square + 0.001 * slope * slope
        ahead = (self.mean / (1 - 0.9**step)) / (np.sqrt(self.square / (1 - 0.999**step)) + 1e-8)
        self.weights = self.weights - np.float32(_RATE) * ahead

    def found(self) -> dict[str, float]:
        """Weights by name, those that tell nothing left out."""
        pairs = zip(self.keys, self.weights, strict=True)
        return {key: round(float(value), 2) for key, value in pairs if abs(value) >= _TOLD}


def fit(examples: Sequence[Example], penalty: float = 3.0) -> tuple[dict[str, float], ...]:
    """Weights by feature, of killed, injured and both. An example whose right pair is no candidate
    teaches nothing."""
    known = [e for e in examples if e.right in e.both]
    rows: tuple[list[Row], list[Row], list[Row]] = ([], [], [])
    places: tuple[list[int], list[int], list[int]] = ([], [], [])
    group, right = [], []
    for number, example in enumerate(known):
        first = [len(rows[0]), len(rows[1])]
        at_killed = {k: first[0] + i for i, k in enumerate(example.killed)}
        at_injured = {k: first[1] + i for i, k in enumerate(example.injured)}
        rows[0].extend(example.killed.values())
        rows[1].extend(example.injured.values())
        for (killed, injured), row in example.both.items():
            places[0].append(at_killed[killed])
            places[1].append(at_injured[injured])
            places[2].append(len(rows[2]))
            rows[2].append(row)
            group.append(number)
            right.append((killed, injured) == example.right)
    parts = [Part(r, p) for r, p in zip(rows, places, strict=True)]
    _descend(parts, np.array(group), np.array(right), np.array([e.weight for e in known]), penalty)
    return tuple(part.found() for part in parts)


def _descend(
    parts: Sequence[Part],
    group: NDArray[np.int64],
    right: NDArray[np.bool_],
    weight: NDArray[np.float64],
    penalty: float,
) -> None:
    for step in range(1, _STEPS + 1):
        scores = sum((part.scores() for part in parts[1:]), parts[0].scores())
        top = np.full(len(weight), -np.inf)
        np.maximum.at(top, group, scores)
        raised = np.exp(scores - top[group])
        share = raised / np.bincount(group, raised, len(weight))[group]
        error = ((share - right) * weight[group]).astype(np.float32)
        for part in parts:
            part.step(error, step, penalty)
