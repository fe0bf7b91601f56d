"""A conditional logit: of several candidates with features, the likeliest.

Numpy alone. The optimiser (Adam, all examples at once) starts from zero: same data, same weights.
"""

from collections.abc import Mapping, Sequence

import numpy as np

_STEPS = 300
_RATE = 0.05
_PENALTY = 1.5
_TOLD = 0.02
Example = tuple[Mapping[int, Mapping[str, float]], int, float]


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Weights by feature. An example is its candidates' features, the right one and its weight;
    one whose right answer is no candidate teaches nothing."""
    known = [example for example in examples if example[1] in example[0]]
    keys = sorted({key for told, _, _ in known for row in told.values() for key in row})
    at = {key: i for i, key in enumerate(keys)}
    rows = [(e, k, row) for e, (told, _, _) in enumerate(known) for k, row in told.items()]
    table = np.zeros((len(rows), len(keys)))
    for line, (_, _, row) in enumerate(rows):
        for key, value in row.items():
            table[line, at[key]] = value
    group = np.array([e for e, _, _ in rows])
    right = np.array([k == known[e][1] for e, k, _ in rows], dtype=float)
    weight = np.array([known[e][2] for e, _, _ in rows])
    found, mean, square = np.zeros(len(keys)), np.zeros(len(keys)), np.zeros(len(keys))
    for step in range(1, _STEPS + 1):
        scores = table @ found
        top = np.full(len(known), -np.inf)
        np.maximum.at(top, group, scores)
        raised = np.exp(scores - top[group])
        share = raised / np.bincount(group, raised, len(known))[group]
        slope = table.T @ ((share - right) * weight) + _PENALTY * found
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope * slope
        found -= _RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    pairs = zip(keys, found, strict=True)
    return {key: round(float(value), 2) for key, value in pairs if abs(value) >= _TOLD}
