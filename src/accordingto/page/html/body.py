"""Which blocks are the article's running text.

Two linear scores over yes-or-no features, fitted by logistic regression on pages whose body is
known: the first sees each block by itself and its place in the page, the second also what the
first said of the blocks around it. The weights are in ``data/body.toml``.
"""

import math
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from accordingto.page.html.features import Page, features, word_count
from accordingto.page.html.tree import Tree
from accordingto.tables import table

_WORD = re.compile(r"\w+")
_SHORTEST_STATED = 300  # characters; a shorter stated body is a summary
_REASONS = 3
_HEAVY = 0.25  # weight from which a feature is worth telling
_HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


Weights = dict[str, dict[str, float]]  # "first" and "second": feature to weight


@dataclass(slots=True)
class Scored:
    """``score`` is the probability that a block is running text."""

    score: float
    reasons: tuple[str, ...]


@cache
def _shipped() -> Weights:
    return table("accordingto.page.html", "body.toml")


def logistic(value: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, value))))


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


def first_logits(weights: dict[str, float], seen: list[list[str]]) -> list[float]:
    """The first score of each block, as log odds."""
    return [weights["bias"] + sum([weights.get(f, 0.0) for f in names]) for names in seen]


def second_logit(weights: dict[str, float], first: float, near: tuple[str, ...]) -> float:
    """The second score of one block, as log odds, from its first one and ``context``."""
    total = weights["bias"] + weights["logit"] * max(-8.0, min(8.0, first))
    return total + sum([weights.get(f, 0.0) for f in near])


def score_blocks(tree: Tree, page: Page, weights: Weights | None = None) -> list[Scored]:
    """The probability of each block to be running text, with what spoke for and against.

    ``weights`` are those that ship with the package, unless training gives others.
    """
    weights = weights or _shipped()
    second = weights["second"]
    bias, first = weights["first"]["bias"], weights["first"].get
    seen = features(tree, page)
    weighed = [[first(f, 0.0) for f in names] for names in seen]
    logits = [bias + sum(values) for values in weighed]
    around = context(tree, [logistic(x) for x in logits])
    out = []
    for logit, names, values, near in zip(logits, seen, weighed, around, strict=True):
        score = logistic(second_logit(second, logit, near))
        out.append(Scored(score, _reasons(names, values, score >= 0.5)))
    return out


def _reasons(names: list[str], values: list[float], speaks_for: bool) -> tuple[str, ...]:
    """The features that weighed most for the answer."""
    if speaks_for:
        heavy = [(-v, f) for v, f in zip(values, names, strict=True) if v > _HEAVY]
    else:
        heavy = [(v, f) for v, f in zip(values, names, strict=True) if v < -_HEAVY]
    heavy.sort()
    return tuple([f for _, f in heavy[:_REASONS]])


def context(tree: Tree, chances: list[float]) -> list[tuple[str, ...]]:
    """Features of each block from what the first score said of the blocks around it."""
    sizes = [min(60, word_count(b.text)) for b in tree.blocks]
    rows: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
    kinds: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for block, chance, size in zip(tree.blocks, chances, sizes, strict=True):
        for sums in (rows[tree.parents[block.element]], kinds[tree.names[block.element]]):
            sums[0] += chance * size
            sums[1] += size
    sure = [i for i, c in enumerate(chances) if c > 0.7 and sizes[i] >= 12]
    first, last = (sure[0], sure[-1]) if sure else (0, -1)
    out = []
    for index, block in enumerate(tree.blocks):
        chance, size = chances[index], sizes[index]
        own = int(chance * 9.999)
        row = _rest(rows[tree.parents[block.element]], chance, size)
        kind = _rest(kinds[tree.names[block.element]], chance, size)
        before = _window(chances, sizes, index, -1)
        after = _window(chances, sizes, index, 1)
        span = "within" if first <= index <= last else "before" if index < first else "behind"
        head = "head" if block.tag in _HEADS else "text"
        length = 0 if size <= 4 else 1 if size <= 15 else 2
        out.append(_around(own, row, kind, before, after, span, head, length))
    return out


@lru_cache(maxsize=16384)
def _around(
    own: int, row: str, kind: str, before: int, after: int, span: str, head: str, length: int
) -> tuple[str, ...]:
    """The names of what holds. Kept, as the same few thousand come up on every page."""
    sides = f"{before}{after}"
    return (
        f"own:{own}", f"row:{row}", f"kind:{kind}", f"before:{before}", f"after:{after}",
        f"sides:{sides}&{head}", f"own:{own}&row:{row}", f"span:{span}",
        f"span:{span}&own:{own // 2}", f"own:{own // 2}&sides:{sides}",
        f"length:{length}&sides:{sides}", f"own:{own // 2}&kind:{kind}",
    )  # fmt: skip


def _rest(sums: list[float], chance: float, size: int) -> str:
    """The mean chance of the others of a group, in fifths; ``-`` where there are none."""
    left = sums[1] - size
    return "-" if left < 4 else str(int(4.999 * max(0.0, (sums[0] - chance * size) / left)))


def _window(chances: list[float], sizes: list[int], index: int, step: int) -> int:
    """The mean chance of the next three blocks on one side, in quarters."""
    total = weight = 0.0
    for distance in (1, 2, 3):
        at = index + step * distance
        if 0 <= at < len(chances):
            share = (sizes[at] + 2) / distance
            total += chances[at] * share
            weight += share
    return int(3.999 * total / weight) if weight else 0
