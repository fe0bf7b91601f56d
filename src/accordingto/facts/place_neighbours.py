"""Names that the text itself puts in or near a place that the gazetteer has."""

from collections.abc import Sequence

from accordingto.facts.place_beside import is_beside, is_part_of
from accordingto.facts.place_grouped import key_of
from accordingto.facts.place_near import lies_near
from accordingto.facts.place_points import Point, by_neighbour
from accordingto.facts.place_toponym import Toponym
from accordingto.records.reading import Reading

# Among how many names on each side one beside is looked for.
_AROUND = 30


def by_neighbours(
    text: str, reading: Reading, toponyms: Sequence[Toponym], points: Sequence[Point | None]
) -> list[Point | None]:
    """Puts names that no gazetteer has where the text says, in or near a place that it has; and a
    part of a town in that town, whatever else is so called."""
    placed = [
        None if _is_apart(text, toponyms, points, at) else point for at, point in enumerate(points)
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
        point = by_neighbour(toponym, [(name, p) for _, name, p in near])
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
