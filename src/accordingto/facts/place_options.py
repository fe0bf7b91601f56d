"""What a name may mean: the places that the gazetteer and our table of areas have under it."""

import re
from collections.abc import Container

import msgspec

from accordingto.facts.gazetteer import Entry, load_gazetteer
from accordingto.facts.gazetteer_form import fold_place
from accordingto.facts.place_areas import area_of
from accordingto.facts.place_known import people_of, spelled_out
from accordingto.facts.place_words import nouns, use
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


# So many words of a longer name may be a place, and of so many people (100,000) it must be.
_MOST_WORDS = 3
_KNOWN = 133
# Churches and schools bear their names wherever they stand.
_SAINTS = frozenset({"st", "saint", "san", "santa", "sao", "sainte"})
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


def named_after(name: str, lands: Container[str]) -> Option | None:
    """The place that the name of a body or building begins or ends with, the largest so called:
    "Tal Magistrates' Court", "University of Mar", "the Karsovian Commission". ``None`` for names of
    anything else: "Old Tal" need have nothing to do with Tal. A town must lie in one of ``lands``,
    the countries that the text is about."""
    words = name.split()
    for size in range(min(len(words) - 1, _MOST_WORDS), 0, -1):
        found = [
            option
            for end, rest in ((words[-size:], words[:-size]), (words[:size], words[size:]))
            if end[0][:1].isupper() and _has_noun(rest)
            for option in _of_end(spelled_out(" ".join(end)), lands)
        ]
        if found:
            return max(found, key=lambda option: (option.by != "people", option.size))
    return None


def _has_noun(words: list[str]) -> bool:
    nouns_of = nouns("site") | use("bodies") | use("founded")
    return any(word.lower().rstrip("s") in nouns_of or word.lower() in nouns_of for word in words)


def _of_end(name: str, lands: Container[str]) -> list[Option]:
    """The places so called that are known beyond their own surroundings."""
    key = fold_place(name)
    if key.partition(" ")[0] in _SAINTS or key in _PLACED:
        return []

    def is_known(option: Option) -> bool:
        if option.level != "city":
            return option.level != "county" and option.by != "other"
        return option.size >= _KNOWN and option.country in lands

    found = [*_area(name), *(_option(e, "own" if e.exact else "other") for e in _entries(name))]
    known = [option for option in found if is_known(option)]
    people = people_of(name) if not known else None
    return _of_people(name, people) if people is not None else known


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
    # "Tal International Airport", "Tal General Hospital".
    tries.extend(t.rpartition(" ")[0] for t in tuple(tries) if t.split()[-1].lower() in _RANKS)
    # "Tal-Mar crossing": either end will do, as a crossing is at both.
    ends = [end for t in (name, *tries) for end in _HYPHEN.split(t) if end != t]
    return [spelled_out(t.strip()) for t in (*tries, *ends) if t.strip()]


_RANKS = frozenset(
    {
        "international",
        "general",
        "central",
        "national",
        "regional",
        "provincial",
        "memorial",
        "university",
        "military",
        "federal",
        "main",
        "public",
        "teaching",
        "state",
        "industrial",
    }
)
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
