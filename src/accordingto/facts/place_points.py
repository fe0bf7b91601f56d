"""The point that a name is given, with how sure that is and why."""

from collections.abc import Container, Sequence

import msgspec

from accordingto.facts.gazetteer import load_gazetteer
from accordingto.facts.place_areas import area_of
from accordingto.facts.place_options import Option, named_after
from accordingto.facts.place_rank import Name
from accordingto.facts.place_toponym import Toponym
from accordingto.records.facts import PlaceKind

# Below this share of all that a name may mean, it is named but not placed.
_LEAST = 0.12
# A city of 100,000 people, in the gazetteer's measure of size.
_LARGE = 133
# How much likelier a capital acts than another place of its name.
_SEAT = 4.0
# One of 6,000.
_TOWN = 100
# Levels of the places of our own tables.
_OWN = frozenset({"area", "natural", "named", "sites"})
# How far the score goes for a name that a longer one is only made with ("Tal Valley").
_PART = 0.5
# The same for one that a longer name only begins or ends with.
_NAMED = 0.3


class Point(msgspec.Struct, frozen=True):
    """Where a name was placed, how sure that is, and why.

    ``level``, ``size`` and ``division`` are those of the gazetteer's place; ``alone`` says that it
    has no other of the name, ``told`` that the text names the country or division right behind.
    """

    kind: PlaceKind
    country: str | None
    lat: float | None
    lon: float | None
    gid: int | None
    score: float
    reason: str
    is_part: bool = False
    level: str = ""
    size: int = 0
    division: str = ""
    alone: bool = False
    told: bool = False


def is_unlisted(name: str) -> bool:
    """True where no country, division or larger city is known by this name."""
    return area_of(name) is None and all(
        entry.level in {0, 2} and entry.size < _LARGE for entry in load_gazetteer().find(name)
    )


def point_of(toponym: Toponym, name: Name, shares: Sequence[float]) -> Point | None:
    """The likeliest place of a name; ``None`` where there is none or too many are as likely."""
    if not name.options:
        return None
    at = max(range(len(shares)), key=lambda i: (shares[i], -i))
    best, share = _town_of(name, name.options[at]), shares[at]
    if share < _LEAST:
        return None
    is_part = best.by == "part"
    if is_part and best.level == "country" and toponym.kind is not None:
        return None
    kind = _kind(toponym, best)
    is_site = toponym.kind == "site" and best.by != "people"
    gid = None if is_part or is_site else best.gid
    score = round(0.05 + 0.9 * share, 2) * (_PART if is_part else 1.0)
    country = best.country or None
    why = _why(name, best, share)
    level = "people" if best.by == "people" else best.level
    fits = {(best.country, ""), (best.country, best.division)} & name.beside
    return Point(
        kind, country, best.lat, best.lon, gid, round(score, 2), why, is_part, level, best.size,
        best.division, len(name.options) == 1, bool(fits),
    )  # fmt: skip


def with_seat(name: Name, shares: Sequence[float]) -> list[float]:
    """The shares where the name acts: capitals stand for their governments, towns hardly."""
    raised = [s * (_SEAT if o.capital else 1) for o, s in zip(name.options, shares, strict=True)]
    total = sum(raised) or 1.0
    return [s / total for s in raised]


def _town_of(name: Name, best: Option) -> Option:
    """Where a division and a town in it have the same name, the bare name is the town's."""
    if best.level != "division" or best.by != "own" or name.kind:
        return best
    towns = [
        o
        for o in name.options
        if (o.level, o.by) == ("city", "own")
        and (o.country, o.division) == (best.country, best.division)
        and o.size >= _TOWN
    ]
    return max(towns, key=lambda o: o.size, default=best)


def _kind(toponym: Toponym, best: Option) -> PlaceKind:
    if best.level in {"country", *_OWN} or best.by == "people":
        return best.kind
    return toponym.kind or best.kind


def _why(name: Name, best: Option, share: float) -> str:
    if best.by == "part":
        return "not in the gazetteer; put where the place is after which it is named"
    if best.level in _OWN:
        return "a region known by this name"
    if len(name.options) == 1:
        return "the only place of this name"
    return f"the likeliest ({share:.2f}) of {len(name.options)} places of this name"


def by_name(toponym: Toponym, lands: Container[str]) -> Point | None:
    """A body or building, put by the place that it is called after. ``lands`` are the countries
    that the text is about."""
    option = named_after(toponym.name, lands)
    if option is None:
        return None
    gid = option.gid if option.by == "people" else None
    reason = "not in the gazetteer; put where the place is after which it is named"
    kind = option.kind if option.by == "people" else toponym.kind or "site"
    return Point(kind, option.country or None, option.lat, option.lon, gid, _NAMED, reason, True)


def by_neighbour(toponym: Toponym, near: Sequence[tuple[str, Point]]) -> Point | None:
    """A name that no gazetteer has, put by the place named nearest to it in the same sentence."""
    for name, point in near:
        placed = point.lat is not None and point.kind in {"city", "site", "region"}
        if placed and name != toponym.name:
            reason = f"not in the gazetteer; the text puts it in or near {name}"
            kind = toponym.kind or "site"
            return Point(kind, point.country, point.lat, point.lon, None, 0.4, reason)
    return None


def in_land(toponym: Toponym, near: Sequence[tuple[str, Point]]) -> Point | None:
    """A name of which nothing is known but the country that the text puts it in."""
    lands = [(n, p) for n, p in near if p.kind == "country" and p.country and n != toponym.name]
    if not lands:
        return None
    reason = f"not in the gazetteer; the text puts it in {lands[0][0]}"
    kind = toponym.kind or "city"
    return Point(kind, lands[0][1].country, None, None, None, 0.4, reason)
