"""Which blocks are the article's running text.

Two sums of decision trees, fitted on pages whose body is known: the first sees each block by itself
and its place in the page, the second also what the first said of the blocks around it. They were
fitted several times, as one fit alone is off by chance; what counts is the mean. The trees are in
``data/body.json``.
"""

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import numpy as np

from accordingto.page.html.columns import Seen, column_names
from accordingto.page.html.elements import Numbers
from accordingto.page.html.features import Page
from accordingto.page.html.forest import UNITS, Forest
from accordingto.page.html.groups import shifted
from accordingto.page.html.tree import Tree

_WORD = re.compile(r"\w+")
_SHORTEST_STATED = 300  # characters; a shorter stated body is a summary
_REASONS = 3
_HEAVY = 10  # hundredths of log odds from which a reason is worth telling
_AT_ONCE = 4096  # blocks
_HOPELESS = -4 * UNITS  # no block around can make text of what the first score holds for less
_SURE = 3 * UNITS  # beyond it an answer is as sure as any
_APART = -3 * UNITS  # of what names set apart; about one block of a hundred of these is text
_STEPS = (-4, -3, -2, -1, 1, 2, 3, 4)
_FAR = 40  # blocks
_REACHES = (5, 10)
_SOME_WORDS = 12
_LONGEST_ITEM = 60  # words
# "first", "second": trees, those of one fit together; "fits": how many; "effects": of the first's
# columns. The trees of the second ask for columns of ``around`` its own fit's first.
Model = dict[str, Any]


@dataclass(slots=True)
class Scored:
    """``score`` is the probability that a block is running text."""

    score: float
    reasons: tuple[str, ...]


class Scorer:
    """The two scores of a model, ready to be asked."""

    def __init__(self, model: Model) -> None:
        self._fits: int = model["fits"]
        self._first = Forest(model["first"], model["effects"])
        self._second = Forest(model["second"])

    def score(self, tree: Tree, page: Page) -> list[Scored]:
        """The probability of each block to be running text, with what spoke for and against."""
        if not tree.blocks:
            return []
        seen = Seen(tree, page)
        prior = prior_of(seen)
        parts = range(0, seen.count, _AT_ONCE)
        first = np.empty((self._fits, seen.count), np.int64)
        effects = []
        for part in (slice(start, start + _AT_ONCE) for start in parts):
            intervals = self._first.intervals(seen.table(part))
            first[:, part] = prior[part] + self._first.scores(intervals, self._fits)
            effects.append(self._first.effects(intervals))
        sums = self._settled(seen, prior, first)
        scores = [_logistic(x / UNITS) for x in sums.tolist()]
        reasons: list[tuple[str, ...]] = []
        for start, part_effects in zip(parts, effects, strict=True):
            part = slice(start, start + _AT_ONCE)
            reasons += self._reasons(seen.table(part), part_effects, scores[part])
        return [Scored(score, told) for score, told in zip(scores, reasons, strict=True)]

    def _settled(self, seen: Seen, prior: Numbers, first: Numbers) -> Numbers:
        """The first score, and where it leaves any doubt the second in its place."""
        beside = around(seen, first)
        sums = first.sum(axis=0) // self._fits
        for start in range(0, seen.count, _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            open_yet = np.flatnonzero(sums[part] > _HOPELESS)
            if not len(open_yet):
                continue
            table = np.concatenate([seen.table(part)[:, open_yet], beside[:, start + open_yet]])
            found = self._second.scores(self._second.intervals(table), self._fits)
            sums[start + open_yet] = prior[start + open_yet] + found.sum(axis=0) // self._fits
        return items_together(seen, sums)

    def _reasons(
        self, table: Numbers, effects: Numbers, scores: list[float]
    ) -> list[tuple[str, ...]]:
        """For each block the columns that mostly speak for its answer, weightiest first."""
        effects = effects * np.where(np.array(scores) >= 0.5, 1, -1)[:, None]
        told: list[list[str]] = [[] for _ in scores]
        rows = np.arange(len(scores))
        for _ in range(_REASONS):
            best = effects.argmax(axis=1)
            heavy = np.flatnonzero(effects[rows, best] >= _HEAVY)
            columns = self._first.told_columns[best[heavy]]
            # Numbers of four bytes times a hundred are exact: these are rounded as decimals are.
            values = np.round(table[columns, heavy].astype(np.float64), 2)
            reasons = map(_reason, columns.tolist(), values.tolist())
            for row, reason in zip(heavy.tolist(), reasons, strict=True):
                told[row].append(reason)
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
    kinds = seen.kinds.of[items]
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


def around(seen: Seen, firsts: Numbers) -> Numbers:
    """What each first score (in ``UNITS``; a line for each) says of the blocks around each: the
    columns of the first, then those of the next."""
    fits, count = firsts.shape
    names = len(around_names())
    # Each is put down in four bytes as it comes: a page may have some hundred thousand blocks.
    found = np.empty((fits, names, count), np.float32)
    for place, column in enumerate(_around(seen, firsts)):
        found[:, place] = column
    return found.reshape(-1, count)


def _around(seen: Seen, firsts: Numbers) -> Iterator[Numbers]:
    fits = len(firsts)
    sure = np.clip(firsts, -_SURE, _SURE)
    sizes = np.minimum(seen.words, 60) + 2
    heavy = sure * sizes
    yield firsts
    yield from shifted(sure, _STEPS, -2.0 * _SURE)
    for reach in _REACHES:
        yield from _windows(heavy, sizes, reach)
    values = np.concatenate([heavy, sure, sizes[None]])
    for group in (seen.rows, seen.kinds, seen.around, seen.sections):
        sums, others = group.others(values), group.many - 1
        yield _mean(sums[:fits], sums[-1])
        yield _mean(sums[fits:-1], others)
    yield from _bounds(firsts, seen.words)


def _bounds(firsts: Numbers, words: Numbers) -> list[Numbers]:
    """Where the sure text begins and ends, how much of it there is, and how far it is from each
    block on either side."""
    count = firsts.shape[1]
    index = np.arange(count)
    solid = (firsts > UNITS) & (words >= _SOME_WORDS)
    any_solid = solid.any(axis=1)
    opening = np.where(any_solid, solid.argmax(axis=1), 0)[:, None]
    closing = np.where(any_solid, count - 1 - solid[:, ::-1].argmax(axis=1), -1)[:, None]
    sure = np.repeat((firsts > 0).sum(axis=1)[:, None], count, axis=1)
    before = np.maximum.accumulate(np.where(solid, index, -_FAR), axis=1)
    behind = np.where(solid, index, count + _FAR)[:, ::-1]
    behind = np.minimum.accumulate(behind, axis=1)[:, ::-1]
    return [
        index - opening,
        index - closing,
        sure,
        np.minimum(index - shifted(before, (-1,), -_FAR)[0], _FAR),
        np.minimum(shifted(behind, (1,), count + _FAR)[0] - index, _FAR),
    ]


def _windows(heavy: Numbers, sizes: Numbers, reach: int) -> list[Numbers]:
    """The mean of so many blocks before each, and of as many behind."""
    sums = np.pad(np.cumsum(heavy, axis=1), ((0, 0), (1, 0)))
    size = np.concatenate(([0], np.cumsum(sizes)))
    index = np.arange(len(sizes))
    first, past = np.maximum(0, index - reach), np.minimum(len(sizes), index + 1 + reach)
    return [
        _mean(sums[:, index] - sums[:, first], size[index] - size[first]),
        _mean(sums[:, past] - sums[:, index + 1], size[past] - size[index + 1]),
    ]


def _mean(sums: Numbers, weights: Numbers) -> Numbers:
    """Far below all answers where there is nothing to take the mean of."""
    found = sums / np.maximum(1, weights)
    found[:, weights == 0] = -2.0 * _SURE
    return np.asarray(found)


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
