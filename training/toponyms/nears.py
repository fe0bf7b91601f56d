"""Fits whether a name means a place of the text's area that no gazetteer has, rather than the place
of that name that it was given: a logistic regression over few features.

Numpy alone; Newton's method from zero: same data, same weights.
"""

from collections.abc import Sequence

import numpy as np
from benchmarks.corpora import Row

from accordingto.facts.place_near import lies_near
from accordingto.facts.place_points import Point
from accordingto.facts.place_weights import PlaceWeights
from accordingto.facts.places import settled, whereabouts
from training.toponyms.corpus import Read
from training.toponyms.distance import kilometres
from training.toponyms.ranks import NEAR_KM, gold_candidates

_PENALTY = 2.0
_STEPS = 40
# To move a name that was put right costs more than to leave one that was put wrong.
_CAUTION = 0.8


def fit(texts: Sequence[Read], weights: PlaceWeights) -> dict[str, float]:
    """The weights by feature; ``weights`` say where names are put."""
    examples = [example for text in texts for example in _examples(text, weights)]
    keys = sorted({key for told, _ in examples for key in told})
    table = np.array([[told.get(key, 0.0) for key in keys] for told, _ in examples])
    right = np.array([float(better) for _, better in examples])
    found = np.zeros(len(keys))
    penalty = _PENALTY * np.eye(len(keys))
    for _ in range(_STEPS):
        share = 1 / (1 + np.exp(-table @ found))
        slope = table.T @ (share - right) + _PENALTY * found
        bend = (table * (share * (1 - share))[:, None]).T @ table + penalty
        found -= np.linalg.solve(bend, slope)
    told = dict(zip(keys, map(float, found), strict=True))
    told["bias"] -= _CAUTION
    return {key: round(value, 3) for key, value in told.items()}


def _examples(text: Read, weights: PlaceWeights) -> list[tuple[dict[str, float], bool]]:
    """Names of which one of both places is right: the features, and whether it is the near one."""
    _, article, reading, _ = text
    golds, candidates = gold_candidates(text)
    found, points = settled(article, reading, candidates, weights)
    there = whereabouts(found, points)
    examples = []
    for gold, one, point in zip(golds, found, points, strict=True):
        near = there.by(one.toponym.span.start, one.toponym.kind)
        if "lat" not in gold or point is None or near is None:
            continue
        if point.is_part or one.is_demonym or lies_near(point, near) or not there.movable(point):
            continue
        as_given, as_near = is_right(gold, point), is_right(gold, near)
        if as_given != as_near:
            examples.append((there.told_of(point, near), as_near))
    return examples


def is_right(gold: Row, point: Point) -> bool:
    """Whether a point is the place of the gold: its id, or within 161 km."""
    if gold.get("gid") and gold["gid"] == point.gid:
        return True
    if point.lat is None or point.lon is None:
        return False
    return kilometres(gold, point.lat, point.lon) <= NEAR_KM
