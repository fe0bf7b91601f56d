"""Which blocks are the article's running text.

Two sums of decision trees, fitted on pages whose body is known: the first sees each block by itself
and its place in the page, the second also what the first said of the blocks around it. They were
fitted several times, as one fit alone is off by chance; what counts is the mean. The trees are in
``data/body.json``.
"""

import json
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from math import exp
from typing import Any

import msgspec
import numpy as np

from accordingto.page.forest import UNITS, Effects, Forest, Numbers
from accordingto.page.html.columns import Seen, column_names
from accordingto.page.html.features import Page
from accordingto.page.html.tree import Tree
from accordingto.page.neighbours import bounds, shifted

_WORD = re.compile(r"\w+")
_SHORTEST_STATED = 300  # characters; a shorter stated body is a summary
_REASONS = 3
_HEAVY = 10  # hundredths of log odds from which a reason is worth telling
_AT_ONCE = 4096  # blocks
_HOPELESS = -4 * UNITS  # no block around can make text of what the first score holds for less
_SURE = 3 * UNITS  # beyond it an answer is as sure as any
_APART = -3 * UNITS  # of what names set apart; about one block of a hundred of these is text
_STEPS = (-4, -3, -2, -1, 1, 2, 3, 4)
_REACHES = (5, 10)
_LONGEST_ITEM = 60  # words
# "first", "second": trees of all fits; "fits": how many there were; "effects": columns with their
# cuts and what lies between these adds. The second asks for columns of ``around`` too, which stand
# behind the others.
Model = dict[str, Any]


class Scored(msgspec.Struct, gc=False):
    """``score`` is the probability that a block is running text."""

    score: float
    reasons: tuple[str, ...]


class Scorer:
    """The two scores of a model, ready to be asked."""

    def __init__(self, model: Model) -> None:
        self._fits: int = model["fits"]
        self._first = Forest(model["first"])
        self._second = Forest(model["second"])
        self._effects = Effects(*model["effects"])

    def score(self, tree: Tree, page: Page) -> list[Scored]:
        """The probability of each block to be running text, with what spoke for and against."""
        if not tree.blocks:
            return []
        seen = Seen(tree, page)
        prior = prior_of(seen)
        parts = [slice(at, at + _AT_ONCE) for at in range(0, seen.count, _AT_ONCE)]
        first = prior.copy()
        for part in parts:
            first[part] += self._first.scores(seen.table(part)) // self._fits
        sums = self._settled(seen, prior, first)
        scores = [1.0 / (1.0 + exp(-x)) for x in np.clip(sums / UNITS, -30.0, 30.0).tolist()]
        reasons: list[tuple[str, ...]] = []
        for part in parts:
            reasons += self._reasons(seen.table(part), scores[part])
        return [Scored(score, told) for score, told in zip(scores, reasons, strict=True)]

    def _settled(self, seen: Seen, prior: Numbers, first: Numbers) -> Numbers:
        """The first score, and where it leaves any doubt the second in its place."""
        beside = around(seen, first)
        sums = first.copy()
        for start in range(0, seen.count, _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            open_yet = (sums[part] > _HOPELESS).nonzero()[0]
            if not len(open_yet):
                continue
            table = np.concatenate([seen.table(part)[:, open_yet], beside[:, start + open_yet]])
            found = self._second.scores(table) // self._fits
            sums[start + open_yet] = prior[start + open_yet] + found
        return items_together(seen, sums)

    def _reasons(self, table: Numbers, scores: list[float]) -> list[tuple[str, ...]]:
        """For each block the columns that mostly speak for its answer, weightiest first."""
        effects = self._effects.of(table) * np.where(np.array(scores) >= 0.5, 1, -1)
        told: list[list[str]] = [[] for _ in scores]
        rows = np.arange(len(scores))
        for _ in range(_REASONS):
            best = effects.argmax(axis=0)
            heavy = (effects[best, rows] >= _HEAVY).nonzero()[0]
            columns = self._effects.columns[best[heavy]]
            # Numbers of four bytes times a hundred are exact: these are rounded as decimals are.
            values = table[columns, heavy].astype(np.float64).round(2)
            reasons = map(_reason, columns.tolist(), values.tolist())
            for row, reason in zip(heavy.tolist(), reasons, strict=True):
                told[row].append(reason)
            effects[best, rows] = -1
        return [tuple(some) for some in told]


@cache
def _shipped() -> Scorer:
    data = files("accordingto.page.html") / "data" / "body.json"
    return Scorer(json.loads(data.read_text(encoding="utf-8")))


def score_blocks(tree: Tree, page: Page, scorer: Scorer | None = None) -> list[Scored]:
    """The probability of each block to be running text; by the model that ships, unless
    training gives another."""
    return (scorer or _shipped()).score(tree, page)


@lru_cache(maxsize=8192)
def _reason(column: int, value: float) -> str:
    """What a column tells, in words: "near:nav", "not near:body", "words 34"."""
    name = column_names()[column]
    if ":" in name and " " not in name:
        return name if value else f"not {name}"
    return f"{name} {value:g}"


def items_together(seen: Seen, sums: Numbers) -> Numbers:
    """Items of lists that are named alike are text together, or none is: each gets the mean of
    all. Long items speak for themselves, and so does what is clearly no text: menus of sites
    whose lists have no names are lists of the same kind."""
    items = seen.items & (seen.words <= _LONGEST_ITEM) & (sums > -_SURE)
    kinds = seen.kinds.place[items]
    weights = np.bincount(kinds)
    totals = np.bincount(kinds, np.minimum(sums[items], _SURE))
    together = sums.copy()
    together[items] = np.round(totals[kinds] / weights[kinds])
    return together


def prior_of(seen: Seen) -> Numbers:
    """What both sums of trees start from, in ``UNITS``."""
    return np.where(seen.named_apart(), _APART, 0)


@cache
def around_names() -> tuple[str, ...]:
    """What the columns of ``around`` tell, in their order."""
    found = ["first score", *[f"first score at {step:+d}" for step in _STEPS]]
    for reach in _REACHES:
        found += [f"first score of {reach} before", f"first score of {reach} behind"]
    for group in ("row", "kind", "rows", "section"):
        found += [f"first score of {group} by words", f"first score of {group}"]
    found += ["from first sure", "from last sure", "sure blocks"]
    return (*found, "from sure before", "to sure behind")


def around(seen: Seen, first: Numbers) -> Numbers:
    """What the first score (in ``UNITS``) says of the blocks around each: a line for a column."""
    # Each is put down in four bytes as it comes: a page may have some hundred thousand blocks.
    found = np.empty((len(around_names()), len(first)), np.float32)
    for place, column in enumerate(_around(seen, first)):
        found[place] = column
    return found


def _around(seen: Seen, first: Numbers) -> Iterator[Numbers]:
    sure = np.minimum(np.maximum(first, -_SURE), _SURE)
    sizes = np.minimum(seen.words, 60) + 2
    heavy = sure * sizes
    yield first
    yield from shifted(sure, _STEPS, -2.0 * _SURE)
    for reach in _REACHES:
        yield from _windows(heavy, sizes, reach)
    values = np.stack([heavy, sure, sizes])
    for group in (seen.rows, seen.kinds, seen.around, seen.sections):
        sums = group.others(values)
        yield _mean(sums[0], sums[2])
        yield _mean(sums[1], group.many - 1)
    yield from bounds(first, seen.words)


def _windows(heavy: Numbers, sizes: Numbers, reach: int) -> list[Numbers]:
    """The mean of so many blocks before each, and of as many behind."""
    sums = np.concatenate(([0], heavy.cumsum()))
    size = np.concatenate(([0], sizes.cumsum()))
    index = np.arange(len(sizes))
    first, past = np.maximum(0, index - reach), np.minimum(len(sizes), index + 1 + reach)
    return [
        _mean(sums[index] - sums[first], size[index] - size[first]),
        _mean(sums[past] - sums[index + 1], size[past] - size[index + 1]),
    ]


def _mean(sums: Numbers, weights: Numbers) -> Numbers:
    """Far below all answers where there is nothing to take the mean of."""
    return np.where(weights == 0, -2.0 * _SURE, sums / np.maximum(1, weights))


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
        many = len(own) - 2
        if many > 0:
            found = map(runs.__contains__, zip(own, own[1:], own[2:], strict=False))
            out.append(sum(found) / many)
        else:
            out.append(float(bool(own) and all(w in singles for w in own)))
    # A body stated but not seen on the page says nothing about the blocks.
    return (
        out if any(share > 0.8 and len(t) > 80 for share, t in zip(out, texts, strict=True)) else []
    )
