"""From pieces to segments with roles: asks the rules, adds the points, tells the reasons."""

from collections.abc import Sequence

from accordingto.page.plain.context import View
from accordingto.page.plain.pieces import Piece
from accordingto.page.plain.rule import UNLIKELY
from accordingto.page.plain.rules import RULES
from accordingto.records.article import Role, Segment

# Order in which a tie is settled: what keeps words in evidence comes first.
_ORDER: tuple[Role, ...] = (
    "headline",
    "body",
    "standfirst",
    "caption",
    "credit",
    "byline",
    "embed",
    "footnote",
    "teaser",
    "subhead",
    "boilerplate",
)


def segments_of(pieces: Sequence[Piece], views: Sequence[View]) -> tuple[Segment, ...]:
    """One segment a piece, in order."""
    return tuple(_segment(p, v) for p, v in zip(pieces, views, strict=True))


_ASKED = tuple((rule.test, rule) for rule in RULES)


def _segment(piece: Piece, view: View) -> Segment:
    points: dict[Role, float] = dict.fromkeys(_ORDER, 0.0)
    reasons: dict[Role, list[str]] = {}
    for rule in [rule for test, rule in _ASKED if test(view)]:
        points[rule.role] += rule.points
        if rule.points > 0:
            reasons.setdefault(rule.role, []).append(rule.reason)
    best, second, *_ = sorted(_ORDER, key=points.__getitem__, reverse=True)
    if points[best] <= 0:
        return _by_default(piece, view)
    return Segment(
        line=piece.line,
        span=piece.span,
        role=best,
        score=_confidence(points[best], points[second]),
        reasons=tuple(reasons.get(best, ())),
    )


def _by_default(piece: Piece, view: View) -> Segment:
    role: Role = "body" if view.zone == "body" and view.chance >= UNLIKELY else "boilerplate"
    return Segment(
        line=piece.line, span=piece.span, role=role, score=0.3, reasons=("no rule speaks",)
    )


def _confidence(best: float, second: float) -> float:
    """From 0.5 (a tie) towards 1, by the lead over the next role and the points themselves."""
    lead = (best - max(second, 0.0)) / best
    weight = min(1.0, best / 8)
    return round(min(0.99, 0.5 + 0.5 * lead * (0.5 + 0.5 * weight)), 2)
