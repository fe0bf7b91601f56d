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
    "objective": "binary", "num_leaves": 15, "learning_rate": 0.1, "feature_fraction": 0.4,
    "bagging_fraction": 0.8, "bagging_freq": 1, "min_sum_hessian_in_leaf": 0.3,
    "min_data_in_leaf": 5, "lambda_l2": 2.0, "max_bin": 63, "use_missing": False,
    "boost_from_average": False, "num_threads": 1, "seed": 1, "deterministic": True,
    "force_row_wise": True, "verbose": -1,
}  # fmt: skip
FIRST_TREES, SECOND_TREES = 120, 100
_WHOLE = slice(None)
_SCALE = 200.0  # weights are shares of a page; a page then counts as much as 200 blocks
# What these names say of an element never speaks for running text, whatever the pages at hand.
_AGAINST = frozenset(
    f"{where}:{name}"
    for where in ("near", "far", "own")
    for name in (
        "nav", "footer", "related", "comment", "social", "newsletter", "ad", "consent", "bio",
        "credit", "tags", "poll", "hidden",
    )
)  # fmt: skip
Groups = frozenset[int]


class Fitter:
    """Fits on all pages but those of some groups of publishers."""

    def __init__(self, pages: Sequence[Example]) -> None:
        self._pages = [page for page in pages if page.seen.count]
        self._first = cache(self._fit_first)

    def model(self, without: Groups = frozenset()) -> Model:
        """Both sums. The second sees the first's answers on publishers that were kept out of
        its fit, as it will on new pages."""
        pages = [page for page in self._pages if page.group not in without]
        tables = []
        for page in pages:
            booster = self._first(without | {page.group})
            first = _units(booster.predict(page.seen.table(_WHOLE).T, raw_score=True))
            first += prior_of(page.seen)
            tables.append(np.concatenate([page.seen.table(_WHOLE), around(page.seen, first)]).T)
        second = _boosted(tables, pages, SECOND_TREES)
        first = self._first(without)
        model: Model = {"first": exported(first), "second": exported(second)}
        rows = np.concatenate([page.seen.table(_WHOLE).T for page in pages])
        model["effects"] = _effects(first, Forest(model["first"]), rows)
        return model

    def _fit_first(self, without: Groups) -> Any:
        pages = [page for page in self._pages if page.group not in without]
        return _boosted([page.seen.table(_WHOLE).T for page in pages], pages, FIRST_TREES)


def _units(scores: Numbers) -> Numbers:
    return np.asarray(np.round(scores * UNITS).astype(np.int64))


def _boosted(tables: list[Numbers], pages: Sequence[Example], trees: int) -> Any:
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
    return lgb.train({**_SETTINGS, "monotone_constraints": bounds}, data, trees)


def exported(booster: Any) -> list[Any]:
    """The trees as ``forest.py`` reads them."""
    return [_tree(found["tree_structure"]) for found in booster.dump_model()["tree_info"]]


def _tree(node: dict[str, Any]) -> Any:
    if "leaf_value" in node:
        return round(node["leaf_value"] * UNITS)
    threshold = float(f"{node['threshold']:.7g}")
    below, above = _tree(node["left_child"]), _tree(node["right_child"])
    return [node["split_feature"], threshold, below, above]


def _effects(booster: Any, forest: Forest, table: Numbers) -> dict[str, list[int]]:
    """What each interval of each column adds on the mean over all rows (Shapley values)."""
    shares = booster.predict(table, pred_contrib=True)
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
    return "{" + ",\n".join(parts) + ',\n"effects": {\n' + effects + "\n}}\n"
