"""Where the places of a text lie, for names that no gazetteer has."""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping

from accordingto.facts.place_points import Point
from accordingto.records.facts import PlaceKind

# Places no farther apart are one area.
_AREA_KM = 100.0
# The most different places that are compared with one another.
_MOST = 60
# What share of the placed mentions must lie in one area for the text to be about it.
_LEAST_SHARE = 0.5
# How many mentions that area must have at least.
_LEAST_MENTIONS = 2
_SCORE = 0.35
_SURE = 0.4
# Countries, regions and waters are known by their names; towns, counties and sites share them.
_MOVABLE = frozenset({"city", "county", "sites", "natural"})
_EARTH_KM = 6371.0

Spot = tuple[float, float]


class Whereabouts:
    """The settled places of a text, in text order, and the area in which most of them lie.

    ``share`` is how many of their mentions lie there, 0 to 1, and ``count`` their number.
    """

    def __init__(self, placed: Iterable[tuple[int, str, Point]]) -> None:
        firm = sorted(
            (start, name, point)
            for start, name, point in placed
            if point.lat is not None and point.kind in {"city", "site"} and point.score > _SURE
        )
        middle, self.count = _middle([_spot(point) for _, _, point in firm])
        self.share = self.count / max(1, len(firm))
        near = [f for f in firm if middle and kilometres(_spot(f[2]), middle) <= _AREA_KM]
        about = self.count >= _LEAST_MENTIONS and self.share >= _LEAST_SHARE
        self._near = near if about else []
        self._starts = [start for start, _, _ in self._near]

    def by(self, start: int, kind: PlaceKind | None) -> Point | None:
        """By the place of that area that is named nearest to ``start``; ``None`` where the text is
        about no area."""
        if not self._near:
            return None
        at = bisect_left(self._starts, start)
        _, name, point = min(self._near[max(0, at - 1) : at + 1], key=lambda f: abs(f[0] - start))
        reason = (
            f"not in the gazetteer; put by {name}, named nearest to it, as the text is about there"
        )
        return Point(
            kind or "site", point.country, point.lat, point.lon, None, _SCORE, reason,
            division=point.division,
        )  # fmt: skip

    def moves(self, point: Point, near: Point, weights: Mapping[str, float]) -> bool:
        """True where a name more likely means a place by ``near``, which no gazetteer has, than
        the place of that name that it has been given."""
        if not self.movable(point) or lies_near(point, near):
            return False
        told = self.told_of(point, near)
        return sum(value * weights.get(name, 0.0) for name, value in told.items()) > 0

    @staticmethod
    def movable(point: Point) -> bool:
        """Whether other places may have the same name."""
        return point.level in _MOVABLE

    def told_of(self, point: Point, near: Point) -> dict[str, float]:
        """The features of whether a name means a place by ``near``."""
        share = min(0.99, max(0.01, (point.score - 0.05) / 0.9))
        land = point.country == near.country
        return {
            "bias": 1.0,
            "share": math.log(share / (1 - share)),
            "size": point.size / 80,
            "told": float(point.told),
            "alone": float(point.alone),
            f"level={point.level}": 1.0,
            "area": self.share,
            "mentions": math.log(self.count),
            "far": math.log(1 + kilometres(_spot(point), _spot(near)) / 100),
            "country": float(land),
            "division": float(land and point.division == near.division),
        }


def _middle(spots: list[Spot]) -> tuple[Spot | None, int]:
    """The spot around which most lie, and how many do."""
    often = Counter(spots).most_common(_MOST)
    near = [
        (sum(n for other, n in often if kilometres(spot, other) <= _AREA_KM), -i)
        for i, (spot, _) in enumerate(often)
    ]
    if not near:
        return None, 0
    count, at = max(near)
    return often[-at][0], count


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
