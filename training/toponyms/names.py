"""Fits whether a candidate is a place name: a logistic regression over yes-or-no features.

Needs scikit-learn, which nothing at run time does. The solver draws no random numbers.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from benchmarks.corpora import Row
from sklearn.feature_extraction import DictVectorizer  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from accordingto.facts.place_candidates import find_candidates
from accordingto.facts.place_judge import told_of
from accordingto.facts.place_names import find_toponyms
from training.toponyms.corpus import Read

_STRENGTH = 0.3  # inverse strength of the L2 penalty; .1 and 1 do as well, to .003 of F1
_FEWEST = 6  # a feature that fewer candidates have is not fitted
_FEWEST_SOURCES = 5  # one seen in fewer texts' sources is not kept
_TOLD = 0.05  # smaller weights are not kept
_SMALL_CORPUS = 1.5  # weight of the candidates of the smallest corpus


def fit(texts: Sequence[Read]) -> dict[str, float]:
    """The weights by feature."""
    told, right, weight, source = _examples(texts)
    seen: dict[str, set[str]] = defaultdict(set)
    count: dict[str, int] = defaultdict(int)
    for features, where in zip(told, source, strict=True):
        for feature in features:
            seen[feature].add(where)
            count[feature] += 1
    vectors = DictVectorizer()
    table = vectors.fit_transform(
        [{f: 1 for f in features if count[f] >= _FEWEST} for features in told]
    ).tocsr()
    table.indices, table.indptr = (a.astype(np.int32) for a in (table.indices, table.indptr))
    model = LogisticRegression(C=_STRENGTH, solver="liblinear").fit(table, right, weight)
    found = dict(zip(vectors.get_feature_names_out(), model.coef_[0], strict=True))
    found["bias"] = found.get("bias", 0.0) + model.intercept_[0]
    kept = {
        feature: round(float(value), 2)
        for feature, value in found.items()
        if abs(value) >= _TOLD and len(seen[feature]) >= _FEWEST_SOURCES
    }
    return dict(sorted({**kept, "bias": round(float(found["bias"]), 2)}.items()))


def _examples(
    texts: Sequence[Read],
) -> tuple[list[list[str]], list[bool], list[float], list[str]]:
    told: list[list[str]] = []
    right: list[bool] = []
    weight: list[float] = []
    source: list[str] = []
    for row, article, reading, _ in texts:
        candidates = find_candidates(article.text, reading, find_toponyms(article.text, reading))
        for candidate, features in zip(candidates, told_of(reading, candidates), strict=True):
            told.append(features)
            right.append(_is_gold(row, candidate.span.start, candidate.span.end))
            weight.append(_SMALL_CORPUS if row["corpus"] == "geowebnews" else 1.0)
            source.append(row["url"].split("/")[2] if row["corpus"] != "geovirus" else row["id"])
    return told, right, weight, source


def _is_gold(row: Row, start: int, end: int) -> bool:
    """Whether a toponym of the gold covers half of the candidate."""
    shared = (min(t["e"], end) - max(t["s"], start) for t in row["toponyms"])
    return max(shared, default=0) >= (end - start) / 2
