"""Names that the text itself puts in or near a place that the gazetteer has."""

import re
from collections.abc import Sequence

from accordingto.facts.place_beside import is_beside, is_part_of
from accordingto.facts.place_grouped import key_of
from accordingto.facts.place_near import lies_near
from accordingto.facts.place_points import Point, by_neighbour, in_land
from accordingto.facts.place_toponym import Toponym
from accordingto.records.reading import Reading

# Regions are taken at their word from this score on; countries only of towns smaller than this:
# one of 100,000 people, in the gazetteer's measure.
_FIRM, _LARGE = 0.5, 133
# Behind a region or country that is no more than where the name before it lies.
_CLOSED = re.compile(
    r"[,.;:)]|\s(?:on|in|after|when|where|as|late|early|overnight|killing|yesterday|this|last)\b|\s*\Z"
)
# Among how many names on each side one beside is looked for.
_AROUND = 30


def by_neighbours(
    text: str, reading: Reading, toponyms: Sequence[Toponym], points: Sequence[Point | None]
) -> list[Point | None]:
    """Puts names that no gazetteer has where the text says, in or near a place that it has; and a
    part of a town in that town, whatever else is so called."""
    placed = [
        None
        if _is_apart(text, toponyms, points, at) or _is_abroad(text, toponyms, points, at)
        else point
        for at, point in enumerate(points)
    ]
    told: dict[str, Point] = {}
    for at, toponym in enumerate(toponyms):
        if placed[at] is not None or toponym.kind == "country":
            continue
        sentence = reading.sentence_of(toponym.head).span
        around = slice(max(0, at - _AROUND), at + _AROUND)
        near = [
            (abs(other.span.start - toponym.span.start), other.name, p)
            for other, p in zip(toponyms[around], points[around], strict=True)
            if p is not None
            and sentence.contains(other.span)
            and is_beside(text, toponym.span, other.span)
        ]
        near.sort(key=lambda row: row[0])
        beside = [(name, p) for _, name, p in near]
        point = by_neighbour(toponym, beside)
        if point is None and points[at] is not None:
            # The one place that has the name lies in another country.
            point = in_land(toponym, beside)
        if point is not None:
            told.setdefault(key_of(toponym), point)
    return [p or told.get(key_of(one)) for one, p in zip(toponyms, placed, strict=True)]


def _is_apart(
    text: str, toponyms: Sequence[Toponym], points: Sequence[Point | None], at: int
) -> bool:
    """Whether a name was put far from the town that the text says it is a part of."""
    point = points[at]
    for beside in (at - 1, at + 1):
        town = points[beside] if 0 <= beside < len(points) else None
        if point is None or town is None or town.kind != "city":
            continue
        spans = toponyms[at].span, toponyms[beside].span
        if is_part_of(text, *spans) and not lies_near(point, town):
            return True
    return False


def _is_abroad(
    text: str, toponyms: Sequence[Toponym], points: Sequence[Point | None], at: int
) -> bool:
    """Whether a small town's name was put in another country than the region or country that the
    text names right behind it: "in Koma, North Darfur"."""
    point = points[at]
    there = points[at + 1] if at + 1 < len(points) else None
    if point is None or there is None or there.kind not in {"region", "country"}:
        return False
    if point.kind not in {"city", "site"} or there.score < _FIRM:
        return False
    if there.kind == "country" and point.size >= _LARGE:
        # "Talks in Geneva, Lira": the country may be the next one's.
        return False
    spans = toponyms[at].span, toponyms[at + 1].span
    differs = None not in (point.country, there.country) and point.country != there.country
    return differs and _CLOSED.match(text, spans[1].end) is not None and is_beside(text, *spans)
