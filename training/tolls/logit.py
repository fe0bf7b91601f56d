"""A conditional logit over pairs: of several numbers of killed and of injured, the likeliest two.

Numpy alone. A pair's score is the sum of what speaks for its one number, for its other, and for
both together. The optimiser (Adam, all texts at once) starts from zero: same data, same weights.
What the first weights find incredible is left out of the second fit, and again.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

# Steps of the first fit, and of those that go on from it.
_STEPS, _FURTHER = 400, 120
_RATE = 0.05
_TOLD = 0.02
# Gold that the rest of the corpora make this unlikely is a slip of who entered it, or of another
# day than the report's: it is left out when the weights are fitted again.
_BELIEVED = 0.2
_ROUNDS = 3
_FACTORS = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
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
        self.forget()

    def forget(self) -> None:
        """Starts the optimiser afresh, from the weights as they are."""
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


def fit(examples: Sequence[Example], penalty: float = 8.0) -> tuple[dict[str, float], ...]:
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
    of_pair, is_right = np.array(group), np.array(right)
    weight = np.array([e.weight for e in known])
    believed = weight
    for number in range(_ROUNDS):
        steps = _FURTHER if number else _STEPS
        _descend(parts, of_pair, is_right, believed, penalty, steps)
        told = np.bincount(of_pair, _shares(parts, of_pair, len(known)) * is_right, len(known))
        believed = np.where(told < _BELIEVED, 0.0, weight)
    _calm(parts, of_pair, is_right, weight)
    return tuple(part.found() for part in parts)


def _calm(
    parts: Sequence[Part],
    group: NDArray[np.int64],
    right: NDArray[np.bool_],
    weight: NDArray[np.float64],
) -> None:
    """Makes the weights as sure as all texts bear out, those left out above among them: one factor
    for all of them, so that no order changes. No text counts more here than another of a corpus:
    clear ones that are weighed up to be learnt from would make the rest too sure."""
    weight = np.minimum(weight, 1.0)

    def fitting(factor: float) -> float:
        for part, table in zip(parts, full, strict=True):
            part.weights = table * np.float32(factor)
        told = np.bincount(group, _shares(parts, group, len(weight)) * right, len(weight))
        return float((np.log(told + 1e-9) * weight).sum())

    full = [part.weights for part in parts]
    fitting(max(_FACTORS, key=fitting))


def _descend(
    parts: Sequence[Part],
    group: NDArray[np.int64],
    right: NDArray[np.bool_],
    weight: NDArray[np.float64],
    penalty: float,
    steps: int,
) -> None:
    for part in parts:
        part.forget()
    for step in range(1, steps + 1):
        share = _shares(parts, group, len(weight))
        error = ((share - right) * weight[group]).astype(np.float32)
        for part in parts:
            part.step(error, step, penalty)


def _shares(parts: Sequence[Part], group: NDArray[np.int64], groups: int) -> NDArray[np.float64]:
    """Of every pair among those of its text."""
    scores = sum((part.scores() for part in parts[1:]), parts[0].scores())
    top = np.full(groups, -np.inf)
    np.maximum.at(top, group, scores)
    raised = np.exp(scores - top[group])
    shares: NDArray[np.float64] = raised / np.bincount(group, raised, groups)[group]
    return shares
