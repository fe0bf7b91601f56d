"""Fitting the postures of claims and articles: logistic regression on runs of words that many
affairs share, and on counts of words of each kind."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack, vstack  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
from sklearn.preprocessing import StandardScaler  # type: ignore[import-untyped]

from accordingto.stories.posture import evened
from training.stories.camps import SURE, Floats, Numbers, even

# An affair's number modulo FOLDS is its fold; what is left tells its inner fold.
FOLDS = 3
INNER = 3
_STRENGTH = {"against": 0.05, "passing": 0.02, "debunks": 0.05, "affirms": 0.05}
# How much the counts weigh beside single words.
_SIGNS = 0.3
# A run of words counts that this many affairs have.
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class Texts:
    """All claims, or all articles: runs of words and counts of each, its affair."""

    whose: str
    grams: list[list[int]]
    signs: Floats
    affairs: Numbers


@dataclass(frozen=True, slots=True)
class Linear:
    """A fitted model as it ships: ``signs`` has the bias at its end."""

    keys: NDArray[np.uint32]
    weights: NDArray[np.float32]
    signs: Floats

    def logits(self, texts: Texts) -> Floats:
        found: Floats = _matrix(texts, range(len(texts.grams)), self.keys) @ self.weights
        return found + texts.signs @ self.signs[:-1] + self.signs[-1]


def fit(texts: Texts, what: str, target: Floats, chosen: NDArray[np.bool_]) -> Linear:
    """``target``: camps for ``against``, shares for the others; texts without one are left out."""
    known = np.abs(target) > SURE if what == "against" else ~np.isnan(target)
    rows = np.flatnonzero(chosen & known)
    keys = _common(texts, rows)
    scaler = StandardScaler().fit(texts.signs[rows])
    words = _matrix(texts, rows.tolist(), keys)
    found = hstack([words, csr_matrix(scaler.transform(texts.signs[rows]) * _SIGNS)]).tocsr()
    weights = even(texts.affairs[rows])
    model = LogisticRegression(
        C=_STRENGTH[what], max_iter=400, class_weight="balanced" if what == "against" else None
    )
    if what == "against":
        model.fit(found, target[rows] < 0, sample_weight=weights)
    else:
        # A share is a row for and a row against, each with its weight.
        yes = np.concatenate((np.ones(len(rows)), np.zeros(len(rows))))
        shares = np.concatenate((weights * target[rows], weights * (1 - target[rows])))
        model.fit(vstack([found, found]), yes, sample_weight=shares + 1e-6)
    plain = model.coef_[0][len(keys) :] * _SIGNS / scaler.scale_
    bias = model.intercept_[0] - plain @ scaler.mean_
    return Linear(
        keys, model.coef_[0][: len(keys)].astype(np.float32), np.concatenate((plain, [bias]))
    )


def crossed(texts: Texts, what: str, target: Floats, chosen: NDArray[np.bool_]) -> Floats:
    """Logits of all texts: of the chosen ones by models that did not see their affair."""
    found = fit(texts, what, target, chosen).logits(texts)
    inner = texts.affairs // FOLDS % INNER
    for at in range(INNER):
        held = chosen & (inner == at)
        found[held] = fit(texts, what, target, chosen & ~held).logits(texts)[held]
    return found


def _common(texts: Texts, rows: Numbers) -> NDArray[np.uint32]:
    affairs: dict[int, set[int]] = defaultdict(set)
    for at in rows.tolist():
        for gram in texts.grams[at]:
            affairs[gram].add(int(texts.affairs[at]))
    return np.array(sorted(g for g, a in affairs.items() if len(a) >= _FEWEST), dtype=np.uint32)


def _matrix(texts: Texts, chosen: Sequence[int], keys: NDArray[np.uint32]) -> csr_matrix:
    place = {key: at for at, key in enumerate(keys.tolist())}
    grams = [texts.grams[at] for at in chosen]
    cells = [(row, place[g]) for row, found in enumerate(grams) for g in found if g in place]
    rows, columns = zip(*cells, strict=True) if cells else ((), ())
    weights = [evened(len(found)) if texts.whose == "text" else 1.0 for found in grams]
    values = np.array([weights[row] for row in rows], dtype=np.float64)
    return csr_matrix((values, (rows, columns)), (len(grams), len(keys)))
