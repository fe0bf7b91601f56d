"""Where the places of a text lie, for names that no gazetteer has."""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

from accordingto.facts.place_points import Point
from accordingto.records.facts import PlaceKind

# Places no farther apart are one area.
_AREA_KM = 100.0
# The most different places that are compared with one another.
_MOST = 60
# What share of the placed mentions must lie in one area for the text to be about it.
_LEAST_SHARE = 0.5
# How many mentions that area must have at least.
_LEAST_MENTIONS = 3
_SCORE = 0.35
_SURE = 0.4
_EARTH_KM = 6371.0

Spot = tuple[float, float]


class Whereabouts:
    """The settled places of a text, in text order, and the area in which most of them lie."""

    def __init__(self, placed: Iterable[tuple[int, str, Point]]) -> None:
        firm = sorted(
            (start, name, point)
            for start, name, point in placed
            if point.lat is not None and point.kind in {"city", "site"} and point.score > _SURE
        )
        self._firm = firm
        self._starts = [start for start, _, _ in firm]
        self._middle = _middle([_spot(point) for _, _, point in firm])

    def by(self, start: int, kind: PlaceKind | None) -> Point | None:
        """By the place named nearest to ``start``, if that lies where most of the others do."""
        if self._middle is None:
            return None
        at = bisect_left(self._starts, start)
        _, name, point = min(self._firm[max(0, at - 1) : at + 1], key=lambda f: abs(f[0] - start))
        if kilometres(_spot(point), self._middle) > _AREA_KM:
            return None
        reason = (
            f"not in the gazetteer; put by {name}, named nearest to it, as the text is about there"
        )
        return Point(kind or "site", point.country, point.lat, point.lon, None, _SCORE, reason)


def _middle(spots: list[Spot]) -> Spot | None:
    """The spot around which most lie; ``None`` where they are scattered."""
    often = Counter(spots).most_common(_MOST)
    near = [
        (sum(n for other, n in often if kilometres(spot, other) <= _AREA_KM), -i)
        for i, (spot, _) in enumerate(often)
    ]
    if not near or max(near)[0] < max(_LEAST_MENTIONS, _LEAST_SHARE * len(spots)):
        return None
    return often[-max(near)[1]][0]


def lies_near(one: Point, other: Point) -> bool:
    """Whether two points lie in one area."""
    return kilometres(_spot(one), _spot(other)) <= _AREA_KM


def _spot(point: Point) -> Spot:
    return (point.lat or 0.0, point.lon or 0.0)


def kilometres(one: Spot, other: Spot) -> float:
    """Great-circle distance between two points in degrees."""
    a, b = math.radians(one[0]), math.radians(other[0])
    turn = math.radians(other[1] - one[1])
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(turn / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
