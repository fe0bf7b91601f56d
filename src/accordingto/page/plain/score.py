"""Which pieces of a plain text are the article's running text.

Two sums of decision trees, fitted on what is visible of pages whose body is known: the first sees
each piece by itself and what stands around it, the second also what the first said of the pieces
around it. They were fitted several times, and the mean counts. The trees are in ``data/body.json``.
"""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any

import numpy as np

from accordingto.page.forest import UNITS, Forest, Numbers
from accordingto.page.neighbours import bounds, shifted

_SURE = 3 * UNITS  # beyond it an answer is as sure as any
_STEPS = (-4, -3, -2, -1, 1, 2, 3, 4)
_REACHES = (5, 10)
_MOST_WORDS = 60
_WIDE = 99  # pieces from the edges of the text
_AT_ONCE = 4096  # pieces
# "first", "second" for running text, "title" for the headline: trees of all fits; "fits": how many
# there were.
Model = dict[str, Any]


class Scorer:
    """The two sums of a model, ready to be asked."""

    def __init__(self, model: Model) -> None:
        self._fits: int = model["fits"]
        self._first = Forest(model["first"])
        self._second = Forest(model["second"])
        self._title = Forest(model["title"])

    def chances(self, table: Numbers) -> list[float]:
        """The chance of each piece to be running text. ``table`` is that of ``table_of``."""
        first = self._sums(self._first, table)
        sums = self._sums(self._second, np.concatenate([table, around(first, table[0])]))
        bounded = np.clip(sums / UNITS, -30.0, 30.0)
        return [round(1.0 / (1.0 + exp(-x)), 4) for x in bounded.tolist()]

    def titles(self, table: Numbers) -> list[int]:
        """How likely each piece is the headline, in ``UNITS`` of log odds. ``table`` is that of
        ``table_of`` with that of ``title_table`` behind it."""
        found: list[int] = self._sums(self._title, table).tolist()
        return found

    def _sums(self, forest: Forest, table: Numbers) -> Numbers:
        parts = [
            forest.scores(table[:, at : at + _AT_ONCE]) for at in range(0, table.shape[1], _AT_ONCE)
        ]
        return np.concatenate(parts) // self._fits


@cache
def shipped() -> Scorer:
    """The model that ships."""
    data = files("accordingto.page.plain") / "data" / "body.json"
    return Scorer(json.loads(data.read_text(encoding="utf-8")))


def around(first: Numbers, sizes: Numbers) -> Numbers:
    """What the first sum (in ``UNITS``) says of the pieces around each, of so many words: a line
    for a column."""
    return np.stack([np.asarray(c, np.float32) for c in _around(first, sizes)])


def _around(first: Numbers, sizes: Numbers) -> Iterator[Numbers]:
    sure = np.clip(first, -_SURE, _SURE)
    yield first
    yield from shifted(sure, _STEPS, -2.0 * _SURE)
    weights = np.minimum(np.floor(sizes), _MOST_WORDS).astype(np.int64) + 2
    for reach in _REACHES:
        yield from _windows(sure * weights, weights, reach)
    opening, closing, *rest = bounds(first, sizes)
    # Of a text there may be no end before and behind.
    yield np.clip(opening, -_WIDE, _WIDE)
    yield np.clip(closing, -_WIDE, _WIDE)
    yield from rest


def _windows(heavy: Numbers, weights: Numbers, reach: int) -> Iterator[Numbers]:
    """The mean of so many pieces before each, and of as many behind."""
    count = len(weights)
    sums, total = (np.concatenate(([0], v.cumsum())) for v in (heavy, weights))
    index = np.arange(count)
    before, behind = np.maximum(0, index - reach), np.minimum(count, index + 1 + reach)
    for low, high in ((before, index), (index + 1, behind)):
        yield (sums[high] - sums[low]) / np.maximum(1, total[high] - total[low])
