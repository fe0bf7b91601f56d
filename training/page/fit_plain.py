"""Fitting the two sums of trees over pieces of plain text; as ``fit.py`` does over blocks."""

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from catboost import (  # type: ignore[import-untyped, import-not-found, unused-ignore]
    CatBoost,
    Pool,
)

from accordingto.page.forest import UNITS, Numbers, Tree
from accordingto.page.plain.score import Model, Scorer, around
from training.page.fit import SETTINGS, Groups, exported
from training.page.scraped import Scraped, with_titles

_TREES = 120
_SEEDS = (1, 2)  # of as many fits, whose mean counts
_SCALE = 200.0
_TITLE_SCALE = 20.0


class PlainFitter:
    """Fits on all texts but those of some groups of publishers."""

    def __init__(self, texts: Sequence[Scraped]) -> None:
        self._texts = texts
        self._first = cache(self._fit_first)

    def model(self, without: Groups = frozenset()) -> Model:
        """Both sums. The second sees the first's answers on publishers that were kept out of its
        fit, as it will on new texts."""
        texts = self._without(without)
        tables = [self._both(text, without) for text in texts]
        first = [self._first(seed, without) for seed in _SEEDS]
        second = [_boosted(tables, texts, seed) for seed in _SEEDS]
        model = {"fits": len(_SEEDS), "first": _trees(first), "second": _trees(second), "title": []}
        model["title"] = _trees(self._titles(texts, Scorer(model)))
        return model

    def _titles(self, texts: Sequence[Scraped], scorer: Scorer) -> list[Any]:
        """The headline among the pieces; each text counts as much as any other."""
        headed = [text for text in texts if text.heads]
        rows = np.concatenate([with_titles(text, scorer).T for text in headed])
        truth = [np.array(text.heads, np.float64) for text in headed]
        weights = [
            np.where(told > 0, 1 / max(1, told.sum()), 1 / max(1, len(told) - told.sum()))
            for told in truth
        ]
        data = Pool(rows, np.concatenate(truth), weight=np.concatenate(weights) * _TITLE_SCALE)
        return [_fitted(data, seed) for seed in _SEEDS]

    def _without(self, groups: Groups) -> list[Scraped]:
        return [text for text in self._texts if text.group not in groups]

    def _both(self, text: Scraped, without: Groups) -> Numbers:
        """A text's columns, and what the first sum says around its pieces."""
        boosters = [self._first(seed, without | {text.group}) for seed in _SEEDS]
        answers = sum(b.predict(text.table.T, prediction_type="RawFormulaVal") for b in boosters)
        first = np.round(answers / len(boosters) * UNITS).astype(np.int64)
        return np.concatenate([text.table, around(first, text.table[0])])

    def _fit_first(self, seed: int, without: Groups) -> Any:
        texts = self._without(without)
        return _boosted([text.table for text in texts], texts, seed)


def _boosted(tables: list[Numbers], texts: Sequence[Scraped], seed: int) -> Any:
    known = [np.array([label.text is not None for label in text.labels]) for text in texts]
    rows = np.concatenate([table[:, some].T for table, some in zip(tables, known, strict=True)])
    labels = [label for text in texts for label in text.labels if label.text is not None]
    data = Pool(
        rows,
        np.array([float(bool(label.text)) for label in labels]),
        weight=np.array([label.weight for label in labels]) * _SCALE,
    )
    return _fitted(data, seed)


def _fitted(data: Any, seed: int) -> Any:
    booster = CatBoost({**SETTINGS, "iterations": _TREES, "random_seed": seed})
    booster.fit(data)
    return booster


def _trees(boosters: Sequence[Any]) -> list[Tree]:
    return [tree for one in boosters for tree in exported(one)]


def to_json(model: Model) -> str:
    """The model as ``data/body.json`` holds it: a tree a line."""
    parts = [f'"fits": {model["fits"]}']
    for name in ("first", "second", "title"):
        lines = ",\n".join(json.dumps(line, separators=(",", ":")) for line in model[name])
        parts.append(f'"{name}": [\n{lines}\n]')
    return "{" + ",\n".join(parts) + "}\n"
