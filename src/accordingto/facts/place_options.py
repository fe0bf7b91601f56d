"""What a name may mean: the places that the gazetteer and our table of areas have under it."""

import re

import msgspec

from accordingto.facts.gazetteer import Entry, load_gazetteer
from accordingto.facts.gazetteer_form import fold_place
from accordingto.facts.place_areas import area_of
from accordingto.facts.place_known import spelled_out
from accordingto.facts.place_words import nouns
from accordingto.records.facts import PlaceKind

_LEVELS = ("city", "division", "county", "country")
# Abbreviated first and last words of names.
_FIRST = {
    "st": "saint",
    "mt": "mount",
    "ft": "fort",
    "pt": "point",
    "tal": "tall",
    "tel": "tall",
    "tell": "tall",
}
_LAST = {"co": "county", "twp": "township", "mtn": "mountain"}
# How a state calls itself, before its name; and the levels of those that do.
_STYLE = re.compile(
    r"(?:(?:islamic|democratic|peoples|federal|federative|socialist|united|bolivarian|hashemite) )*"
    r"(?:republic|kingdom|state|commonwealth|sultanate|emirate|principality) of (?:the )?"
)
_STYLED = (1, 3)
# What the places of our own tables weigh, in the gazetteer's measure of size.
_SIZES = {"area": 190, "natural": 150, "named": 160, "sites": 150}


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
    capital: bool = False


def options(name: str, kind: PlaceKind | None, type_word: str, people: str | None) -> list[Option]:
    """The places of this name, most to the point first by how the name led there; [] for none."""
    if people is not None:
        return _of_people(name, people)
    found = [
        *_area(name),
        *(_option(e, "own" if e.exact else "other") for e in _entries(name)),
    ]
    if kind == "region" and type_word and not name.lower().endswith(type_word):
        found.extend(_option(e, "whole") for e in load_gazetteer().find(f"{name} {type_word}"))
    if not found:
        for part in _parts(name):
            found.extend(msgspec.structs.replace(o, by="part") for o in _area(part))
            found.extend(_option(e, "part") for e in _entries(part))
    seen: set[tuple[int | None, float, float]] = set()
    unique = []
    for option in found:
        key = (option.gid, option.lat, option.lon)
        if key not in seen:
            seen.add(key)
            unique.append(option)
    return unique


def _area(name: str) -> list[Option]:
    area = area_of(name)
    if area is None:
        return []
    size = _SIZES[area.level]
    return [
        Option(area.lat, area.lon, area.gid, area.kind, area.level, size, area.country, "", "own")
    ]


def _entries(name: str) -> tuple[Entry, ...]:
    """What the gazetteer has under a name, under its abbreviated words in full, and for "Republic
    of X" under the name of a country or division."""
    key = fold_place(name)
    found = load_gazetteer().find(name)
    words = key.split(" ")
    full = [_FIRST.get(words[0], words[0]), *words[1:-1], _LAST.get(words[-1], words[-1])]
    if len(words) > 1 and full != words:
        found = (*found, *load_gazetteer().find(" ".join(full)))
    styled = _STYLE.match(key)
    if styled is not None:
        lands = load_gazetteer().find(key[styled.end() :])
        found = (*found, *(e for e in lands if e.level in _STYLED and e.exact))
    return found


def _option(entry: Entry, by: str) -> Option:
    return Option(
        entry.lat, entry.lon, entry.gid, entry.kind, _LEVELS[entry.level], entry.size,
        entry.country, entry.division, by, entry.capital,
    )  # fmt: skip


def _of_people(name: str, country: str) -> list[Option]:
    if country.startswith("="):
        whole = country[1:]
        parts = (_option(e, "people") for e in load_gazetteer().find(whole) if e.level == 1)
        return [msgspec.structs.replace(o, by="people") for o in _area(whole)] or list(parts)
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
