"""Fitting the two sums of trees by gradient boosting.

Needs LightGBM, which nothing at run time does. One thread, fixed seeds: the same pages give the
same trees.
"""

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

import lightgbm as lgb  # type: ignore[import-untyped, import-not-found, unused-ignore]
import numpy as np

from accordingto.page.html.body import Model, around, around_names, prior_of
from accordingto.page.html.columns import column_names
from accordingto.page.html.elements import Numbers
from accordingto.page.html.forest import UNITS, Forest
from training.page.examples import Example

_SETTINGS: dict[str, Any] = {
    "objective": "binary", "num_leaves": 15, "learning_rate": 0.18, "feature_fraction": 0.4,
    "bagging_fraction": 0.8, "bagging_freq": 1, "min_sum_hessian_in_leaf": 0.3,
    "min_data_in_leaf": 5, "lambda_l2": 2.0, "max_bin": 63, "use_missing": False,
    "boost_from_average": False, "num_threads": 1, "deterministic": True,
    "force_row_wise": True, "verbose": -1,
}  # fmt: skip
FIRST_TREES, SECOND_TREES = 60, 50
_SEEDS = (1, 2, 3)  # of as many fits, whose mean counts: one alone is off by chance
_WHOLE = slice(None)
_SCALE = 200.0  # weights are shares of a page; a page then counts as much as 200 blocks
# What these names say of an element never speaks for running text, whatever the pages at hand.
_AGAINST = frozenset(f"{where}:furniture" for where in ("near", "far", "own"))
Groups = frozenset[int]


class Fitter:
    """Fits on all pages but those of some groups of publishers."""

    def __init__(self, pages: Sequence[Example]) -> None:
        self._pages = [page for page in pages if page.seen.count]
        self._first = cache(self._fit_first)

    def model(self, without: Groups = frozenset()) -> Model:
        """Both sums, each fit by itself. The second sees the first's answers on publishers that
        were kept out of its fit, as it will on new pages."""
        pages = [page for page in self._pages if page.group not in without]
        first, second = [], []
        for number, seed in enumerate(_SEEDS):
            tables = [self._both(page, seed, without) for page in pages]
            own = len(column_names()), number * len(around_names())
            first.append(self._first(seed, without))
            second += exported(_boosted(tables, pages, SECOND_TREES, seed), *own)
        model: Model = {"fits": len(_SEEDS), "second": second}
        model["first"] = [tree for one in first for tree in exported(one)]
        rows = np.concatenate([page.seen.table(_WHOLE).T for page in pages])
        model["effects"] = _effects(first, Forest(model["first"]), rows)
        return model

    def _both(self, page: Example, seed: int, without: Groups) -> Numbers:
        """A page's columns, and what the first sum says around its blocks."""
        table = page.seen.table(_WHOLE)
        booster = self._first(seed, without | {page.group})
        scores = _units(booster.predict(table.T, raw_score=True)) + prior_of(page.seen)
        return np.concatenate([table, around(page.seen, scores[None])]).T

    def _fit_first(self, seed: int, without: Groups) -> Any:
        pages = [page for page in self._pages if page.group not in without]
        tables = [page.seen.table(_WHOLE).T for page in pages]
        return _boosted(tables, pages, FIRST_TREES, seed)


def _units(scores: Numbers) -> Numbers:
    return np.asarray(np.round(scores * UNITS).astype(np.int64))


def _boosted(tables: list[Numbers], pages: Sequence[Example], trees: int, seed: int) -> Any:
    known = [np.array([label.text is not None for label in page.labels]) for page in pages]
    priors = [prior_of(page.seen)[some] for page, some in zip(pages, known, strict=True)]
    rows = np.concatenate([table[some] for table, some in zip(tables, known, strict=True)])
    labels = [label for page in pages for label in page.labels if label.text is not None]
    data = lgb.Dataset(
        rows,
        np.array([bool(label.text) for label in labels]),
        weight=np.array([label.weight for label in labels]) * _SCALE,
        init_score=np.concatenate(priors) / UNITS,
    )
    names = [*column_names(), *around_names()][: rows.shape[1]]
    bounds = [-1 if name in _AGAINST else 0 for name in names]
    return lgb.train({**_SETTINGS, "monotone_constraints": bounds, "seed": seed}, data, trees)


def exported(booster: Any, own: int = 0, shift: int = 0) -> list[Any]:
    """The trees as ``forest.py`` reads them; columns from ``own`` on are moved by ``shift``."""
    trees = booster.dump_model()["tree_info"]
    return [_tree(tree["tree_structure"], own, shift) for tree in trees]


def _tree(node: dict[str, Any], own: int, shift: int) -> Any:
    if "leaf_value" in node:
        return round(node["leaf_value"] * UNITS)
    threshold = float(f"{node['threshold']:.7g}")
    column = node["split_feature"]
    column += shift if column >= own else 0
    below, above = (_tree(node[side], own, shift) for side in ("left_child", "right_child"))
    return [column, threshold, below, above]


def _effects(boosters: list[Any], forest: Forest, table: Numbers) -> dict[str, list[int]]:
    """What each interval of each column adds on the mean over all rows (Shapley values)."""
    shares = sum(one.predict(table, pred_contrib=True) for one in boosters) / len(boosters)
    found = {}
    for column, cuts in zip(forest.columns, forest.thresholds, strict=True):
        rows = np.searchsorted(cuts, table[:, column])
        counts = np.bincount(rows, minlength=len(cuts) + 1)
        sums = np.bincount(rows, shares[:, column], len(cuts) + 1)
        means = np.round(100 * sums / np.maximum(1, counts)).astype(int)
        if np.abs(means).max() >= 10:
            found[str(column)] = means.tolist()
    return found


def to_json(model: Model) -> str:
    """The model as ``body.json`` holds it: a tree a line."""
    parts = []
    for name in ("first", "second"):
        lines = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in model[name])
        parts.append(f'"{name}": [\n{lines}\n]')
    effects = ",\n".join(
        f'"{key}": {json.dumps(row, separators=(",", ":"))}'
        for key, row in model["effects"].items()
    )
    parts = [f'"fits": {model["fits"]}', *parts, f'"effects": {{\n{effects}\n}}']
    return "{" + ",\n".join(parts) + "}\n"
