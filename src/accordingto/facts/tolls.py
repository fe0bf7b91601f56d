"""The toll of a text as a whole: how many it says were killed, and how many hurt.

Figures tell some of it; the rest is told one person at a time ("a man was shot dead"). A linear
score weighs each pair of numbers that the text allows. The weights are in ``data/tolls.toml``;
``training/tolls`` makes them.
"""

import math
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from accordingto.facts.harmed import find_victims
from accordingto.facts.toll_evidence import Evidence, evidence
from accordingto.facts.toll_features import (
    TollKind,
    candidates,
    features_of,
    features_of_both,
)
from accordingto.records.article import Article
from accordingto.records.facts import Figure, Toll, TollOption, TollPair
from accordingto.records.reading import Reading
from accordingto.records.span import Span
from accordingto.tables import table

Weights = Mapping[str, float]
Pair = tuple[int, int]
# Further numbers that are named, and how likely they have to be.
_OTHERS, _LIKELY = 6, 0.05
# The same of numbers of killed and injured together.
_PAIRS, _PAIR_LIKELY = 12, 0.02


class TollWeights(msgspec.Struct, frozen=True):
    """Weights by feature: of a number of killed, of one of injured, of both together."""

    killed: dict[str, float]
    injured: dict[str, float]
    both: dict[str, float]


@cache
def toll_weights() -> TollWeights:
    """The table, read once."""
    read = table("accordingto.facts", "tolls.toml")
    return TollWeights(read["killed"], read["injured"], read["both"])


def find_tolls(
    article: Article,
    reading: Reading,
    figures: Sequence[Figure],
    weights: TollWeights | None = None,
) -> tuple[Toll, ...]:
    """At most one toll of killed and one of injured; none where the text tells of none."""
    if reading.engine is None:
        return ()
    told = evidence(article.text, reading, figures, find_victims(article.text, reading))
    settled = settle(told, weights or toll_weights())
    found = (
        _toll("killed", settled, told, figures),
        _toll("injured", settled, told, figures),
    )
    return tuple(toll for toll in found if toll is not None)


class Settled(msgspec.Struct, frozen=True):
    """The likeliest pair, and every number weighed with its probability, likeliest first; the
    first of each is the pair's. ``pairs`` are the likely ones, in hundredths."""

    killed: tuple[tuple[int, float], ...]
    injured: tuple[tuple[int, float], ...]
    pairs: tuple[tuple[Pair, float], ...] = ()

    @property
    def pair(self) -> Pair:
        """The likeliest numbers of killed and injured."""
        return self.killed[0][0], self.injured[0][0]


def settle(told: Evidence, weights: TollWeights) -> Settled:
    """Weighs every pair of candidates."""
    killed, injured = (
        _scores("killed", told, weights.killed),
        _scores("injured", told, weights.injured),
    )
    scores: dict[Pair, float] = {
        (k, i): one + other + _score(features_of_both(told, k, i), weights.both)
        for k, one in killed.items()
        for i, other in injured.items()
    }
    best = min(scores, key=lambda pair: (-scores[pair], pair))
    shares = {pair: math.exp(score - scores[best]) for pair, score in scores.items()}
    killed_ranked, injured_ranked = (_ranked(shares, side, best[side]) for side in (0, 1))
    return Settled(killed_ranked, injured_ranked, _pairs(shares))


def _pairs(shares: Mapping[Pair, float]) -> tuple[tuple[Pair, float], ...]:
    every = sum(shares.values())
    ranked = sorted(shares, key=lambda pair: (-shares[pair], pair))[:_PAIRS]
    named = [(pair, round(shares[pair] / every, 2)) for pair in ranked]
    return tuple(one for at, one in enumerate(named) if not at or one[1] >= _PAIR_LIKELY)


def _scores(kind: TollKind, told: Evidence, weights: Weights) -> dict[int, float]:
    return {k: _score(features_of(kind, told, k), weights) for k in candidates(told, kind)}


def _ranked(shares: Mapping[Pair, float], side: int, first: int) -> tuple[tuple[int, float], ...]:
    every = sum(shares.values())
    found: dict[int, float] = {}
    for pair, share in shares.items():
        found[pair[side]] = found.get(pair[side], 0.0) + share / every
    return tuple(sorted(found.items(), key=lambda one: (one[0] != first, -one[1], one[0])))


def _score(row: Mapping[str, float], weights: Weights) -> float:
    return sum(value * weights.get(name, 0.0) for name, value in row.items())


def named(weighed: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
    """The numbers that a toll names, with their probabilities in hundredths."""
    first, *others = weighed[:_OTHERS]
    return [(n, round(share, 2)) for n, share in (first, *(o for o in others if o[1] >= _LIKELY))]


def _toll(
    kind: TollKind,
    settled: Settled,
    told: Evidence,
    figures: Sequence[Figure],
) -> Toll | None:
    weighed = settled.killed if kind == "killed" else settled.injured
    value = weighed[0][0]
    if value == 0:
        return None
    spans: set[Span] = {v.span for v in told.victims if v.harm in {kind, "hit"}}
    spans.update(f.span for f in figures if f.what in {kind, "killed_and_injured"})
    if not spans:
        return None
    alike = sum(f.what == kind and f.value == value for f in figures)
    how = f"{alike} figures of {value}" if alike else "people told of one by one"
    return Toll(
        what=kind, value=value, spans=tuple(sorted(spans)), score=named(weighed)[0][1],
        others=tuple(TollOption(value=n, score=share) for n, share in named(weighed)[1:]),
        pairs=tuple(TollPair(killed=k, injured=i, score=share) for (k, i), share in settled.pairs),
        reasons=(
            f"{how}; the likeliest of the numbers that the text allows",
            *(_of_attacker(value, told, figures) if kind == "killed" else ()),
        ),
    )  # fmt: skip


def _of_attacker(value: int, told: Evidence, figures: Sequence[Figure]) -> tuple[str, ...]:
    """Whether who did it is among the dead: as a figure says, or left open with both readings."""
    said = {f.attacker_counted for f in figures if f.what == "killed" and f.value == value}
    if True in said:
        return ("an attacker is counted in it",)
    dead = told.people.attackers_killed
    if False in said or not dead:
        return ("an attacker is not counted in it",) if False in said else ()
    return (f"an attacker died, too: {value + dead} if he is not among them",)
