"""Fitting the two linear scores by logistic regression.

Needs scikit-learn, which nothing at run time does. The solver (liblinear, primal) starts from
zero and draws no random numbers: the same pages give the same weights.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.feature_extraction import DictVectorizer  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from accordingto.page.html.body import (
    Weigher,
    Weights,
    context,
    first_logits,
    logistic,
    second_logit,
)
from training.page.examples import Example
from training.page.pages import GROUPS

# Inverse strengths of the L2 penalty that are tried.
FIRST_GRID = (0.01, 0.03, 0.1, 0.3)
SECOND_GRID = (0.001, 0.002, 0.005, 0.02)
_TOLERANCE = 0.001  # of F1, about what choosing other folds changes
_SCALE = 200.0  # weights are shares of a page; a page then counts as much as 200 examples
_FEWEST_PAGES = 5  # a feature seen on fewer pages is left out
_TOLD = 0.02  # smaller weights are not kept
Names = list[str]


@dataclass(frozen=True, slots=True)
class Strengths:
    """Inverse strengths of the L2 penalty of both scores: larger fits closer."""

    first: float
    second: float


@dataclass(slots=True)
class _Rows:
    """Training rows: features with values, label, weight."""

    features: list[dict[str, float]]
    labels: list[bool]
    weights: list[float]


def fit(pages: Sequence[Example], strengths: Strengths) -> Weights:
    """Both scores from ``pages``. The second sees the first's answers on publishers that were
    kept out of its fit, as it will on new pages."""
    second = _regression(_second_rows(pages, _beside(pages, strengths.first)), strengths.second)
    return {
        "first": _regression(_first_rows(pages, _kept(pages)), strengths.first),
        "second": second,
    }


def choose_strengths(pages: Sequence[Example]) -> Strengths:
    """The strengths by F1 over blocks of publishers kept out of the fit.

    First that of the first score, then that of the second on the answers of the first. Of those
    that do about as well as the best, the one that fits closest: short lines gain by it, and
    they hardly count in this F1.
    """
    firsts: dict[float, float] = {}
    for strength in FIRST_GRID:
        beside = _beside(pages, strength)
        counts = Counts()
        for page in pages:
            counts.add(page, beside[page.id])
        firsts[strength] = counts.f1
    first = _closest(firsts)
    beside = _beside(pages, first)
    seconds: dict[float, float] = {}
    for strength in SECOND_GRID:
        counts = Counts()
        for group in range(GROUPS):
            part = _regression(
                _second_rows([p for p in pages if p.group != group], beside), strength
            )
            for page in pages:
                if page.group == group:
                    counts.add(page, _second(part, page, beside[page.id]))
        seconds[strength] = counts.f1
    print("F1 over held-out publishers:", _told(firsts), "then", _told(seconds))
    return Strengths(first, _closest(seconds))


def _closest(scores: dict[float, float]) -> float:
    best = max(scores.values())
    return max(strength for strength, f1 in scores.items() if f1 >= best - _TOLERANCE)


def _told(scores: dict[float, float]) -> str:
    return ", ".join(f"{strength:g}: {f1:.4f}" for strength, f1 in scores.items())


def _beside(pages: Sequence[Example], strength: float) -> dict[str, list[float]]:
    """The first score's answers on each page, from a fit without the page's group."""
    kept = _kept(pages)
    found: dict[str, list[float]] = {}
    for group in range(GROUPS):
        others = [p for p in pages if p.group != group]
        part = _regression(_first_rows(others, kept), strength)
        for page in pages:
            if page.group == group:
                found[page.id] = first_logits(part, page.features)
    return found


def _second(weights: dict[str, float], page: Example, logits: list[float]) -> list[float]:
    near = context(page.tree, [logistic(x) for x in logits])
    weigher = Weigher(weights)
    return [second_logit(weigher, x, names) for x, names in zip(logits, near, strict=True)]


@dataclass(slots=True)
class Counts:
    """Weighted right, wrong and missed blocks."""

    right: float = 0.0
    wrong: float = 0.0
    missed: float = 0.0

    def add(self, page: Example, logits: list[float]) -> None:
        for logit, label in zip(logits, page.labels, strict=True):
            if label.text and logit > 0:
                self.right += label.weight
            elif label.text:
                self.missed += label.weight
            elif label.text is False and logit > 0:
                self.wrong += label.weight

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.wrong + self.missed)


def block_f1(weights: Weights, pages: Sequence[Example]) -> tuple[float, float]:
    """Weighted F1 over blocks, of the first score alone and of both."""
    one, two = Counts(), Counts()
    for page in pages:
        logits = first_logits(weights["first"], page.features)
        one.add(page, logits)
        two.add(page, _second(weights["second"], page, logits))
    return one.f1, two.f1


def to_toml(weights: Weights) -> str:
    """The weights as ``body.toml`` holds them."""
    lines = [
        "# Weights of the two linear scores for running text. Positive speaks for it.",
        "# Written by training/page; data, recipe and scores are in body.card.md.",
    ]
    for name, table in weights.items():
        lines += ["", f"[{name}]"]
        for key in sorted(table):
            if abs(table[key]) >= _TOLD or key in ("bias", "logit"):
                lines.append(f'"{key}" = {table[key]:.3f}')
    return "\n".join(lines) + "\n"


def _kept(pages: Sequence[Example]) -> frozenset[str]:
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({n for groups in page.features for names in groups for n in names})
    return frozenset(name for name, count in seen.items() if count >= _FEWEST_PAGES)


def _first_rows(pages: Sequence[Example], kept: frozenset[str]) -> _Rows:
    rows = _Rows([], [], [])
    for page in pages:
        for groups, label in zip(page.features, page.labels, strict=True):
            if label.text is not None:
                rows.features.append({n: 1.0 for names in groups for n in names if n in kept})
                rows.labels.append(label.text)
                rows.weights.append(label.weight)
    return rows


def _second_rows(pages: Sequence[Example], beside: dict[str, list[float]]) -> _Rows:
    rows = _Rows([], [], [])
    for page in pages:
        logits = beside[page.id]
        near = context(page.tree, [logistic(x) for x in logits])
        for logit, names, label in zip(logits, near, page.labels, strict=True):
            if label.text is not None:
                values = dict.fromkeys(names, 1.0)
                values["logit"] = max(-8.0, min(8.0, logit))
                rows.features.append(values)
                rows.labels.append(label.text)
                rows.weights.append(label.weight)
    return rows


def _regression(rows: _Rows, strength: float) -> dict[str, float]:
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(rows.features)
    # liblinear takes no wider indices.
    matrix.indices = matrix.indices.astype(np.int32)
    matrix.indptr = matrix.indptr.astype(np.int32)
    model = LogisticRegression(C=strength, max_iter=400, solver="liblinear")
    model.fit(matrix, np.array(rows.labels), sample_weight=np.array(rows.weights) * _SCALE)
    names = vectors.get_feature_names_out()
    table = {str(name): float(x) for name, x in zip(names, model.coef_[0], strict=True)}
    return {**table, "bias": float(model.intercept_[0])}
