"""Fitting the two sums of trees by gradient boosting.

Needs CatBoost, which nothing at run time does. One thread, fixed seeds: the same pages give the
same trees.
"""

import json
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from catboost import (  # type: ignore[import-untyped, import-not-found, unused-ignore]
    CatBoost,
    Pool,
)

from accordingto.page.forest import UNITS, Numbers, Tree
from accordingto.page.html.body import Model, around, around_names, prior_of
from accordingto.page.html.columns import column_names
from training.page.examples import Example

SETTINGS: dict[str, Any] = {
    "loss_function": "Logloss", "depth": 4, "learning_rate": 0.15, "rsm": 0.4,
    "bootstrap_type": "Bernoulli", "subsample": 0.8, "l2_leaf_reg": 2.0, "border_count": 64,
    "boosting_type": "Plain", "thread_count": 1, "allow_writing_files": False, "verbose": False,
}  # fmt: skip
FIRST_TREES, SECOND_TREES = 120, 120
_SEEDS = (1, 2, 3)  # of as many fits, whose mean counts
_WHOLE = slice(None)
_SCALE = 200.0  # weights are shares of a page; a page then counts as much as 200 blocks
_INTERVALS = 8  # of a column, for the reasons
_TELLING = 20  # hundredths of log odds that a column adds at most, from which it may be a reason
# What these names say of an element never speaks for running text, whatever the pages at hand.
_AGAINST = frozenset(f"{where}:furniture" for where in ("near", "far", "own"))
Groups = frozenset[int]


class Fitter:
    """Fits on all pages but those of some groups of publishers."""

    def __init__(self, pages: Sequence[Example]) -> None:
        self._pages = [page for page in pages if page.seen.count]
        self._first = cache(self._fit_first)

    def model(self, without: Groups = frozenset()) -> Model:
        """Both sums. The second sees the first's answers on publishers that were kept out of its
        fit, as it will on new pages."""
        pages = [page for page in self._pages if page.group not in without]
        tables = [self._both(page, without) for page in pages]
        first = [self._first(seed, without) for seed in _SEEDS]
        second = [_boosted(tables, pages, SECOND_TREES, seed) for seed in _SEEDS]
        rows = np.concatenate([page.seen.table(_WHOLE).T for page in pages])
        return {
            "fits": len(_SEEDS),
            "first": [tree for one in first for tree in exported(one)],
            "second": [tree for one in second for tree in exported(one)],
            "effects": _effects(first, rows),
        }

    def _both(self, page: Example, without: Groups) -> Numbers:
        """A page's columns, and what the first sum says around its blocks."""
        table = page.seen.table(_WHOLE)
        boosters = [self._first(seed, without | {page.group}) for seed in _SEEDS]
        scores = sum(_units(_answers(booster, table.T)) for booster in boosters) // len(_SEEDS)
        return np.concatenate([table, around(page.seen, scores + prior_of(page.seen))]).T

    def _fit_first(self, seed: int, without: Groups) -> Any:
        pages = [page for page in self._pages if page.group not in without]
        tables = [page.seen.table(_WHOLE).T for page in pages]
        return _boosted(tables, pages, FIRST_TREES, seed)


def _units(scores: Numbers) -> Numbers:
    return np.asarray(np.round(scores * UNITS).astype(np.int64))


def _answers(booster: Any, rows: Numbers) -> Numbers:
    return np.asarray(booster.predict(rows, prediction_type="RawFormulaVal"))


def _boosted(tables: list[Numbers], pages: Sequence[Example], trees: int, seed: int) -> Any:
    known = [np.array([label.text is not None for label in page.labels]) for page in pages]
    priors = [prior_of(page.seen)[some] for page, some in zip(pages, known, strict=True)]
    rows = np.concatenate([table[some] for table, some in zip(tables, known, strict=True)])
    labels = [label for page in pages for label in page.labels if label.text is not None]
    data = Pool(
        rows,
        np.array([float(bool(label.text)) for label in labels]),
        weight=np.array([label.weight for label in labels]) * _SCALE,
        baseline=np.concatenate(priors) / UNITS,
    )
    names = [*column_names(), *around_names()][: rows.shape[1]]
    bounds = [-1 if name in _AGAINST else 0 for name in names]
    settings = {"iterations": trees, "random_seed": seed, "monotone_constraints": bounds}
    booster = CatBoost({**SETTINGS, **settings})
    booster.fit(data)
    return booster


def exported(booster: Any) -> list[Tree]:
    """The trees as ``forest.py`` reads them."""
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "model.json"
        booster.save_model(str(path), format="json")
        written = json.loads(path.read_text(encoding="utf-8"))
    scale, (bias,) = written["scale_and_bias"]
    if scale != 1 or abs(bias) > 1e-9:
        raise ValueError("the trees alone are not the whole sum")
    return [_tree(tree) for tree in written["oblivious_trees"]]


def _tree(tree: dict[str, Any]) -> Tree:
    levels = tree["splits"] or []
    columns = [int(level["float_feature_index"]) for level in levels]
    thresholds = [float(f"{level['border']:.9g}") for level in levels]
    return columns, thresholds, [round(leaf * UNITS) for leaf in tree["leaf_values"]]


def _effects(boosters: list[Any], table: Numbers) -> list[list[Any]]:
    """Columns that may be reasons, their cuts, and what each interval between these adds on the
    mean over all rows (Shapley values)."""
    shares = sum(_shares(booster, table) for booster in boosters) / len(boosters)
    found: list[list[Any]] = [[], [], []]
    for column in range(table.shape[1]):
        values = table[:, column]
        cuts = _cuts(values)
        rows = np.searchsorted(cuts, values)
        counts = np.bincount(rows, minlength=len(cuts) + 1)
        sums = np.bincount(rows, shares[:, column], len(cuts) + 1)
        means = np.round(100 * sums / np.maximum(1, counts)).astype(int)
        if len(cuts) and np.abs(means).max() >= _TELLING:
            for part, value in zip(found, (column, cuts, means.tolist()), strict=True):
                part.append(value)
    return found


def _shares(booster: Any, table: Numbers) -> Numbers:
    return np.asarray(booster.get_feature_importance(Pool(table), type="ShapValues"))[:, :-1]


def _cuts(values: Numbers) -> list[float]:
    """Where to cut a column so that its intervals hold about as many rows each."""
    parts = np.quantile(values, np.arange(1, _INTERVALS) / _INTERVALS, method="lower")
    inner = np.unique(parts)
    return [float(f"{cut:.7g}") for cut in inner[inner < values.max()].tolist()]


def to_json(model: Model) -> str:
    """The model as ``body.json`` holds it: a tree a line."""
    parts = [f'"fits": {model["fits"]}']
    for name in ("first", "second", "effects"):
        lines = ",\n".join(json.dumps(line, separators=(",", ":")) for line in model[name])
        parts.append(f'"{name}": [\n{lines}\n]')
    return "{" + ",\n".join(parts) + "}\n"
