"""Which place a name means: the gazetteer's candidates weighed by what else the text names."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import cast

import msgspec

from accordingto.facts.gazetteer import Entry, load_gazetteer
from accordingto.facts.gazetteer_form import fold_place
from accordingto.facts.place_names import Toponym, nouns, place_table
from accordingto.records.facts import PlaceKind

# Points of the weighing, in doublings of population: what a clue is worth against sheer size.
_EXACT = 4.0
_COUNTRY_NAMED = 7.0
_DIVISION_NAMED = 5.0
_BESIDE = 20.0
_NEAR_OTHERS = 4.0
_IS_COUNTRY = 12.0
_TYPE_FITS = 12.0
_IS_DIVISION = -2.0
# A place below this weight, or this close to its rival, is named but not placed.
_LEAST = 10.0
_MARGIN = 1.0
_NEAR_DEGREES = 1.5
# A city of 100,000 people, in the gazetteer's measure of size.
_LARGE = 133
# A hyphen between two places, not the one of an Arabic article.
_HYPHEN = re.compile(r"(?<!\bal)(?<!\bel)(?<!\bAl)(?<!\bEl)[-–]")


class Point(msgspec.Struct, frozen=True):
    """Where a name was placed, how sure that is, and why."""

    kind: PlaceKind
    country: str | None
    lat: float | None
    lon: float | None
    gid: int | None
    score: float
    reason: str


class Clues(msgspec.Struct, frozen=True):
    """What the text says about where it is: how often each country is named, divisions named as
    (country, code), for some names the one written right behind it ("X, Y"), and the points of
    places already sure."""

    countries: Mapping[str, int]
    divisions: frozenset[tuple[str, str]]
    beside: Mapping[str, frozenset[tuple[str, str]]]
    anchors: tuple[tuple[float, float], ...] = ()


@cache
def _areas() -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = {}
    for name, row in place_table()["areas"].items():
        for spelled in (name, *row["names"]):
            found.setdefault(fold_place(spelled), row)
    return found


def area_named(name: str) -> Point | None:
    """A region, sea or part of the world of our own table."""
    row = _areas().get(fold_place(name)) or _areas().get(fold_place(name).removeprefix("the "))
    if row is None:
        return None
    country = row.get("country")
    return Point(
        cast("PlaceKind", row["kind"]),
        str(country) if country else None,
        float(str(row["lat"])),
        float(str(row["lon"])),
        None,
        0.9,
        "a region known by this name",
    )


def is_unlisted(name: str) -> bool:
    """True where no country, division or larger city is known by this name."""
    return area_named(name) is None and all(
        entry.level in {0, 2} and entry.size < _LARGE for entry in load_gazetteer().find(name)
    )


def place(toponym: Toponym, clues: Clues) -> Point | None:
    """The point for a name; ``None`` where no gazetteer has it, it is a country that none has, or
    two places fit as well."""
    if toponym.kind == "country":
        return None
    area = area_named(toponym.name)
    if area is not None and toponym.kind in {None, "area", "region", area.kind}:
        return area
    entries = _entries(toponym)
    if not entries:
        first = fold_place(toponym.name).split(" ")[0]
        named = toponym.kind in {"site", "area"} or first in nouns("front")
        return _named_after(toponym, clues) if named else None
    ranked = sorted(entries, key=lambda e: (-_weight(e, toponym, clues), e.country, e.gid or 0))
    best = ranked[0]
    weight = _weight(best, toponym, clues)
    rivals = [e for e in ranked[1:] if not _near(e, best)]
    gap = weight - _weight(rivals[0], toponym, clues) if rivals else 99.0
    if weight < _LEAST or gap < _MARGIN:
        return None
    kind = toponym.kind or best.kind
    if best.level == 3:
        kind = "country"
    why = (
        f"one of {len(entries)} places of this name"
        if len(entries) > 1
        else "the only place of this name"
    )
    if best.country in clues.countries and best.level != 3:
        why += f", in a country that the text names ({best.country})"
    score = 0.95 if gap > 6 else 0.8 if gap > 3 else 0.6
    site = toponym.kind == "site"
    return Point(kind, best.country, best.lat, best.lon, None if site else best.gid, score, why)


def _entries(toponym: Toponym) -> tuple[Entry, ...]:
    """The gazetteer's places of this name; a division's own name may have its noun ("X County")."""
    found = load_gazetteer().find(toponym.name)
    if toponym.kind != "region" or not toponym.type_word:
        return found
    whole = load_gazetteer().find(f"{toponym.name} {toponym.type_word}")
    return (*found, *(e for e in whole if all(e.gid != other.gid for other in found)))


def _named_after(toponym: Toponym, clues: Clues) -> Point | None:
    """A site or water named after a place: "Tal Valley", "Wadi Tal", "Tal-Mar crossing"."""
    low = toponym.name.rsplit(" ", 1)[0] if toponym.type_word else toponym.name
    first = toponym.name.split(" ", 1)
    tries = [
        low,
        *(first[1:] if fold_place(first[0]) in nouns("front") else []),
        *_HYPHEN.split(low),
    ]
    for name in dict.fromkeys(part.strip() for part in tries):
        if not name or name == toponym.name or name.lower() in {"al", "el"}:
            continue
        other = msgspec.structs.replace(toponym, name=name, kind=None)
        point = place(other, clues)
        if point is not None and point.kind != "country":
            reason = f"not in the gazetteer; put at {name}, after which it is named"
            return msgspec.structs.replace(
                point, kind=toponym.kind or "site", gid=None, score=0.5, reason=reason
            )
    return None


def _near(one: Entry, other: Entry) -> bool:
    return abs(one.lat - other.lat) < _NEAR_DEGREES and abs(one.lon - other.lon) < _NEAR_DEGREES


def _weight(entry: Entry, toponym: Toponym, clues: Clues) -> float:
    weight = entry.size / 8 + (_EXACT if entry.exact else 0.0)
    if entry.level == 3:
        weight += _IS_COUNTRY
    elif entry.level:
        weight += _IS_DIVISION if entry.level == 1 else 0.0
        weight += _TYPE_FITS if toponym.kind == "region" else 0.0
    elif toponym.kind == "city":
        weight += _TYPE_FITS / 2
    named = clues.countries.get(entry.country, 0)
    if named and entry.level != 3:
        weight += _COUNTRY_NAMED + min(named, 5)
    if (entry.country, entry.division) in clues.divisions and entry.level != 1:
        weight += _DIVISION_NAMED
    if entry.level != 3 and any(_within(entry, spot) for spot in clues.anchors):
        weight += _NEAR_OTHERS
    beside = clues.beside.get(toponym.name, frozenset())
    if {(entry.country, ""), (entry.country, entry.division)} & beside:
        weight += _BESIDE
    return weight


def _within(entry: Entry, spot: tuple[float, float]) -> bool:
    return abs(entry.lat - spot[0]) < _NEAR_DEGREES and abs(entry.lon - spot[1]) < _NEAR_DEGREES


def by_neighbour(toponym: Toponym, near: Sequence[tuple[str, Point]]) -> Point | None:
    """A name that no gazetteer has, put by the place named nearest to it in the same sentence."""
    for name, point in near:
        if (
            point.lat is not None
            and point.kind in {"city", "site", "region"}
            and name != toponym.name
        ):
            reason = f"not in the gazetteer; the text puts it in or near {name}"
            return Point(
                toponym.kind or "site", point.country, point.lat, point.lon, None, 0.4, reason
            )
    return None
