"""What a name may mean: the places that the gazetteer and our table of areas have under it."""

import re
from functools import cache

import msgspec

from accordingto.facts.gazetteer import Entry, load_gazetteer
from accordingto.facts.gazetteer_form import fold_place
from accordingto.facts.place_names import nouns, place_table, spelled_out
from accordingto.records.facts import PlaceKind

_LEVELS = ("city", "division", "county", "country")
# Abbreviated first words of names.
_FIRST = {"st": "saint", "mt": "mount", "ft": "fort"}
# What an area of our own table weighs, in the gazetteer's measure of size.
_AREA_SIZE = 190


# A hyphen between two places, not the one of an Arabic article.
_HYPHEN = re.compile(r"(?<!\bal)(?<!\bel)(?<!\bAl)(?<!\bEl)[-–]")


class Option(msgspec.Struct, frozen=True):
    """One place that a name may mean. ``level`` is city, division, county, country or area;
    ``size`` is eight times the base-two logarithm of its people; ``by`` says how the name led to
    it: its own name, another one, a people's, or a part of the name."""

    lat: float
    lon: float
    gid: int | None
    kind: PlaceKind
    level: str
    size: int
    country: str
    division: str
    by: str


@cache
def _areas() -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = {}
    for name, row in place_table()["areas"].items():
        for spelled in (name, *row["names"]):
            found.setdefault(fold_place(spelled), row)
    return found


def options(name: str, kind: PlaceKind | None, type_word: str, people: str | None) -> list[Option]:
    """The places of this name, most to the point first by how the name led there; [] for none."""
    if people is not None:
        return _of_people(name, people)
    found = [*_area(name), *(_option(e, "own" if e.exact else "other") for e in _entries(name))]
    if kind == "region" and type_word and not name.lower().endswith(type_word):
        found.extend(_option(e, "whole") for e in load_gazetteer().find(f"{name} {type_word}"))
    if not found:
        found = [_option(e, "part") for part in _parts(name) for e in _entries(part)]
    seen: set[tuple[int | None, float, float]] = set()
    unique = []
    for option in found:
        key = (option.gid, option.lat, option.lon)
        if key not in seen:
            seen.add(key)
            unique.append(option)
    return unique


def area_row(name: str) -> dict[str, object] | None:
    """A region, sea or part of the world of our own table."""
    key = fold_place(name)
    return _areas().get(key) or _areas().get(key.removeprefix("the "))


def _area(name: str) -> list[Option]:
    row = area_row(name)
    if row is None:
        return []
    lat, lon = float(str(row["lat"])), float(str(row["lon"]))
    gid = int(str(row["gid"])) if "gid" in row else None
    kind: PlaceKind = row["kind"]  # type: ignore[assignment]
    country = str(row.get("country") or "")
    return [Option(lat, lon, gid, kind, "area", _AREA_SIZE, country, "", "own")]


def _entries(name: str) -> tuple[Entry, ...]:
    found = load_gazetteer().find(name)
    first, _, rest = fold_place(name).partition(" ")
    if not found and first in _FIRST and rest:
        return load_gazetteer().find(f"{_FIRST[first]} {rest}")
    return found


def _option(entry: Entry, by: str) -> Option:
    return Option(
        entry.lat, entry.lon, entry.gid, entry.kind, _LEVELS[entry.level], entry.size,
        entry.country, entry.division, by,
    )  # fmt: skip


def _of_people(name: str, country: str) -> list[Option]:
    if country.startswith("="):
        return [msgspec.structs.replace(o, by="people") for o in _area(country[1:])]
    return [_option(e, "people") for e in load_gazetteer().lands(name)]


def _parts(name: str) -> list[str]:
    """A name without the noun at its end or front: "Tal Township", "Lake Tal", "North Tal"."""
    words = name.split()
    every = nouns("region") | nouns("city") | nouns("area") | nouns("site")
    tries = []
    if len(words) > 2 and " ".join(words[-2:]).lower() in every:
        tries.append(" ".join(words[:-2]))
    if len(words) > 1 and words[-1].lower().rstrip(".") in every:
        tries.append(" ".join(words[:-1]))
    if len(words) > 1 and (fold_place(words[0]) in nouns("front") or words[0].lower() in _PLACED):
        tries.append(" ".join(words[1:]))
    if len(words) > 2 and words[-2].lower() in every:
        tries.append(" ".join(words[:-2]))
    # "Tal-Mar crossing": either end will do, as a crossing is at both.
    ends = [end for t in (name, *tries) for end in _HYPHEN.split(t) if end != t]
    return [spelled_out(t.strip()) for t in (*tries, *ends) if t.strip()]


_PLACED = frozenset(
    {
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "downtown",
        "greater",
        "upper",
        "lower",
        "republic",
        "old",
    }
)
