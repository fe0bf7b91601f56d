"""The toll of a text as a whole: how many it says were killed, and how many hurt.

Figures tell some of it; the rest is told one person at a time ("a man was shot dead"). Two linear
scores weigh each number that the text allows. The weights are in ``data/tolls.toml``;
``training/tolls`` makes them.
"""

import math
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from accordingto.facts.harmed import find_victims
from accordingto.facts.toll_features import Evidence, Features, TollKind, evidence, features
from accordingto.records.article import Article
from accordingto.records.facts import Figure, Toll
from accordingto.records.reading import Reading
from accordingto.records.span import Span
from accordingto.tables import table

Weights = Mapping[str, float]


class TollWeights(msgspec.Struct, frozen=True):
    """Weights by feature, of either score."""

    killed: dict[str, float]
    injured: dict[str, float]


@cache
def toll_weights() -> TollWeights:
    """The table, read once."""
    read = table("accordingto.facts", "tolls.toml")
    return TollWeights(read["killed"], read["injured"])


def find_tolls(
    article: Article,
    reading: Reading,
    figures: Sequence[Figure],
    weights: TollWeights | None = None,
) -> tuple[Toll, ...]:
    """At most one toll of killed and one of injured; none where the text tells of none."""
    if reading.engine is None:
        return ()
    weights = weights or toll_weights()
    told = evidence(article.text, reading, figures, find_victims(article.text, reading))
    killed, sure_killed = settle(features("killed", told, None), weights.killed)
    injured, sure_injured = settle(features("injured", told, killed), weights.injured)
    found = (
        _toll("killed", killed, sure_killed, told, figures),
        _toll("injured", injured, sure_injured, told, figures),
    )
    return tuple(toll for toll in found if toll is not None)


def settle(told: Mapping[int, Features], weights: Weights) -> tuple[int, float]:
    """The likeliest number and its probability among those weighed."""
    scores = {k: sum(v * weights.get(f, 0.0) for f, v in row.items()) for k, row in told.items()}
    best = min(scores, key=lambda k: (-scores[k], k))
    return best, 1 / sum(math.exp(score - scores[best]) for score in scores.values())


def _toll(
    kind: TollKind, value: int, score: float, told: Evidence, figures: Sequence[Figure]
) -> Toll | None:
    if value == 0:
        return None
    spans = {v.span for v in told.victims if v.harm in {kind, "hit"}}
    spans.update(f.span for f in figures if f.what == kind)
    if not spans:
        return None
    named = sum(f.what == kind and f.value == value for f in figures)
    how = f"{named} figures of {value}" if named else "people told of one by one"
    return Toll(
        what=kind, value=value, spans=_apart(spans), score=round(score, 2),
        reasons=(f"{how}; the likeliest of the numbers that the text allows",),
    )  # fmt: skip


def _apart(spans: set[Span]) -> tuple[Span, ...]:
    return tuple(sorted(spans))
