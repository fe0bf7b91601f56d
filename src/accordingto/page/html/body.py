"""Which blocks are the article's running text.

Two sums of decision trees, fitted on pages whose body is known: the first sees each block by itself
and its place in the page, the second also what the first said of the blocks around it. The trees
are in ``data/body.json``.
"""

import json
import math
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import numpy as np

from accordingto.page.html.columns import Seen, column_names, shifted
from accordingto.page.html.elements import Numbers
from accordingto.page.html.features import Page
from accordingto.page.html.forest import UNITS, Forest
from accordingto.page.html.tree import Tree

_WORD = re.compile(r"\w+")
_SHORTEST_STATED = 300  # characters; a shorter stated body is a summary
_REASONS = 3
_HEAVY = 10  # hundredths of log odds from which a reason is worth telling
_AT_ONCE = 4096  # blocks
_SURE = 3 * UNITS  # beyond it an answer is as sure as any
_APART = -3 * UNITS  # of what names set apart; about one block of a hundred of these is text
_STEPS = (-4, -3, -2, -1, 1, 2, 3, 4)
_REACHES = (5, 10)
_SOME_WORDS = 12
Model = dict[str, Any]  # "first", "second": trees; "effects": of the second's columns


@dataclass(slots=True)
class Scored:
    """``score`` is the probability that a block is running text."""

    score: float
    reasons: tuple[str, ...]


class Scorer:
    """The two scores of a model, ready to be asked."""

    def __init__(self, model: Model) -> None:
        self.first = Forest(model["first"])
        self.second = Forest(model["second"], model["effects"])
        self._names = (*column_names(), *around_names())

    def score(self, tree: Tree, page: Page) -> list[Scored]:
        """The probability of each block to be running text, with what spoke for and against."""
        if not tree.blocks:
            return []
        seen = Seen(tree, page)
        parts = range(0, seen.count, _AT_ONCE)
        prior = prior_of(seen)
        first = prior + np.concatenate([self._first(seen, start) for start in parts])
        beside = around(seen, first)
        found: list[Scored] = []
        for start in parts:
            part = slice(start, start + _AT_ONCE)
            table = np.concatenate([seen.table(part.start, part.stop), beside[:, part]])
            found += self._second(table, prior[part])
        return found

    def _first(self, seen: Seen, start: int) -> Numbers:
        return self.first.score(self.first.intervals(seen.table(start, start + _AT_ONCE)))

    def _second(self, table: Numbers, prior: Numbers) -> list[Scored]:
        intervals = self.second.intervals(table)
        sums = prior + self.second.score(intervals)
        scores = [_logistic(x / UNITS) for x in sums.tolist()]
        reasons = self._reasons(table, intervals, scores)
        return [Scored(score, told) for score, told in zip(scores, reasons, strict=True)]

    def _reasons(
        self, table: Numbers, intervals: Numbers, scores: list[float]
    ) -> list[tuple[str, ...]]:
        """For each block the columns that mostly speak for its answer, weightiest first."""
        effects = self.second.effects(intervals)
        effects *= np.where(np.array(scores) >= 0.5, 1, -1)[:, None]
        told: list[list[str]] = [[] for _ in scores]
        rows = np.arange(len(scores))
        for _ in range(_REASONS):
            best = effects.argmax(axis=1)
            columns = self.second.told_columns[best]
            values, weights = table[columns, rows], effects[rows, best]
            for row in np.flatnonzero(weights >= _HEAVY).tolist():
                told[row].append(_reason(self._names[columns[row]], round(float(values[row]), 2)))
            effects[rows, best] = -1
        return [tuple(some) for some in told]


@cache
def _shipped() -> Scorer:
    data = files("accordingto.page.html") / "data" / "body.json"
    return Scorer(json.loads(data.read_text(encoding="utf-8")))


def score_blocks(tree: Tree, page: Page, scorer: Scorer | None = None) -> list[Scored]:
    """The probability of each block to be running text; by the model that ships, unless
    training gives another."""
    return (scorer or _shipped()).score(tree, page)


def _logistic(value: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, value))))


@lru_cache(maxsize=8192)
def _reason(name: str, value: float) -> str:
    """A column in words: "near:nav", "not near:body", "words 34"."""
    if ":" in name and " " not in name:
        return name if value else f"not {name}"
    if name.startswith("first score"):
        value = round(value / UNITS, 1)
    return f"{name} {value:g}"


def prior_of(seen: Seen) -> Numbers:
    """What both sums of trees start from, in ``UNITS``."""
    return np.where(seen.named_apart(), _APART, 0)


@cache
def around_names() -> tuple[str, ...]:
    """What the columns of ``around`` tell, in their order."""
    found = ["first score", *[f"first score at {step:+d}" for step in _STEPS]]
    for reach in _REACHES:
        found += [f"first score of {reach} before", f"first score of {reach} behind"]
    for group in ("row", "kind"):
        found += [f"first score of {group} by words", f"first score of {group}"]
    return (*found, "from first sure", "from last sure", "sure blocks")


def around(seen: Seen, first: Numbers) -> Numbers:
    """What the first score (in ``UNITS``) says of the blocks around each."""
    sure = np.clip(first, -_SURE, _SURE)
    sizes = np.minimum(seen.words, 60) + 2
    columns = [first, *[shifted(sure, step, -2.0 * _SURE) for step in _STEPS]]
    for reach in _REACHES:
        columns += _windows(sure * sizes, sizes, reach)
    for group in (seen.rows, seen.kinds):
        for values, weights in ((sure * sizes, sizes), (sure, np.ones(seen.count, np.int64))):
            sums = np.bincount(group, values)[group] - values
            columns.append(_mean(sums, np.bincount(group, weights)[group] - weights))
    marks = np.flatnonzero((first > UNITS) & (seen.words >= _SOME_WORDS))
    opening, closing = (int(marks[0]), int(marks[-1])) if len(marks) else (0, -1)
    index = np.arange(seen.count)
    columns += [index - opening, index - closing, np.full(seen.count, int((first > 0).sum()))]
    return np.array(columns, np.float32)


def _windows(heavy: Numbers, sizes: Numbers, reach: int) -> list[Numbers]:
    """The mean of so many blocks before each, and of as many behind."""
    sums = np.concatenate(([0], np.cumsum(heavy)))
    size = np.concatenate(([0], np.cumsum(sizes)))
    index = np.arange(len(sizes))
    first, past = np.maximum(0, index - reach), np.minimum(len(sizes), index + 1 + reach)
    return [
        _mean(sums[index] - sums[first], size[index] - size[first]),
        _mean(sums[past] - sums[index + 1], size[past] - size[index + 1]),
    ]


def _mean(sums: Numbers, weights: Numbers) -> Numbers:
    """Far below all answers where there is nothing to take the mean of."""
    return np.where(weights > 0, sums / np.maximum(1, weights), -2.0 * _SURE)


def stated_agreement(stated: str, texts: list[str]) -> list[float]:
    """For each text the share of its three-word runs that stand in the stated body."""
    if len(stated) < _SHORTEST_STATED:
        return []
    words = _WORD.findall(stated.lower())
    runs = set(zip(words, words[1:], words[2:], strict=False))
    singles = set(words)
    out = []
    for text in texts:
        own = _WORD.findall(text.lower())
        triples = list(zip(own, own[1:], own[2:], strict=False))
        if triples:
            out.append(sum(t in runs for t in triples) / len(triples))
        else:
            out.append(float(bool(own) and all(w in singles for w in own)))
    # A body stated but not seen on the page says nothing about the blocks.
    return (
        out if any(share > 0.8 and len(t) > 80 for share, t in zip(out, texts, strict=True)) else []
    )
