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

from accordingto.page.html.features import Group, Page, features, word_count
from accordingto.page.html.tree import Tree
from accordingto.tables import table

_WORD = re.compile(r"\w+")
_SHORTEST_STATED = 300  # characters; a shorter stated body is a summary
_REASONS = 3
_KEPT = 100_000  # groups of features whose weight is kept
_HEAVY = 0.25  # weight from which a feature is worth telling
_HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


Heavy = tuple[tuple[float, str], ...]
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


class Weigher:
    """The first score of blocks. What a group of features weighs is added up once and kept."""

    def __init__(self, weights: dict[str, float]) -> None:
        self._bias = weights["bias"]
        self._weights = weights
        self._known: dict[Group, tuple[float, Heavy, Heavy]] = {}

    def logit(self, groups: tuple[Group, ...]) -> float:
        """The score as log odds."""
        total, known = self._bias, self._known
        for group in groups:
            if group:
                total += (known.get(group) or self._weigh(group))[0]
        return total

    def weight(self, name: str) -> float:
        """What one feature weighs."""
        return self._weights.get(name, 0.0)

    def reasons(self, groups: tuple[Group, ...], speaks_for: bool) -> tuple[str, ...]:
        """The features that weighed most for the answer."""
        heavy: list[tuple[float, str]] = []
        for group in groups:
            if group:
                _, above, below = self._known.get(group) or self._weigh(group)
                heavy += above if speaks_for else below
        heavy.sort()
        return tuple([name for _, name in heavy[:_REASONS]])

    def _weigh(self, group: Group) -> tuple[float, Heavy, Heavy]:
        """The sum of the weights, and the heaviest for and against, heaviest first."""
        values = [(self._weights.get(name, 0.0), name) for name in group]
        above = sorted([(-weight, name) for weight, name in values if weight > _HEAVY])
        below = sorted([(weight, name) for weight, name in values if weight < -_HEAVY])
        if len(self._known) >= _KEPT:
            self._known.clear()
        found = (sum([w for w, _ in values]), tuple(above[:_REASONS]), tuple(below[:_REASONS]))
        self._known[group] = found
        return found


@cache
def _shipped_weighers() -> tuple[Weigher, Weigher]:
    return Weigher(_shipped()["first"]), Weigher(_shipped()["second"])


def first_logits(weights: dict[str, float], seen: list[tuple[Group, ...]]) -> list[float]:
    """The first score of each block, as log odds."""
    weigher = Weigher(weights)
    return [weigher.logit(groups) for groups in seen]


def second_logit(weigher: Weigher, first: float, near: Group) -> float:
    """The second score of one block, as log odds, from its first one and ``context``."""
    return weigher.logit((near,)) + weigher.weight("logit") * max(-8.0, min(8.0, first))


def score_blocks(tree: Tree, page: Page, weights: Weights | None = None) -> list[Scored]:
    """The probability of each block to be running text, with what spoke for and against.

    ``weights`` are those that ship with the package, unless training gives others.
    """
    first, second = _shipped_weighers()
    if weights:
        first, second = Weigher(weights["first"]), Weigher(weights["second"])
    seen = features(tree, page)
    logits = [first.logit(groups) for groups in seen]
    around = context(tree, [logistic(x) for x in logits])
    out = []
    for logit, groups, near in zip(logits, seen, around, strict=True):
        score = logistic(second_logit(second, logit, near))
        out.append(Scored(score, first.reasons(groups, score >= 0.5)))
    return out


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
