"""A compact gazetteer: names to places, from GeoNames (geonames.org, CC BY 4.0).

One compressed file, read at the first question. Names are found in their sorted bytes, between two
of some thousand that are known by heart, so that little is built in memory at the start. The file
is no part of the repository: it is made when the package is built or installed
(``building/gazetteer.py``).
"""

import gzip
from bisect import bisect_right
from functools import cache
from importlib.resources import files

import msgspec

from accordingto.errors import AccordingtoError
from accordingto.facts.gazetteer_form import (
    COUNT,
    COUNT_AT,
    FILE_NAME,
    MAGIC,
    ROW,
    ROWS_AT,
    fold_place,
)
from accordingto.records.facts import PlaceKind

_KINDS: tuple[PlaceKind, ...] = ("city", "region", "region", "country", "city")
_CAPITAL = 4
_ARTICLES = ("al ", "el ", "the ", "as ", "ash ", "ad ", "an ", "ar ", "at ", "az ")
_MOST_KNOWN = 50_000
# About so many bytes of names lie between two that are known by heart.
_STRETCH = 2048
_HOW = "run `python3 make.py run`, or `pip install --no-deps --no-build-isolation --editable .`"


class Entry(msgspec.Struct, frozen=True):
    """A place of the gazetteer. ``size`` is eight times the base-two logarithm of its people;
    ``exact`` is false where the name asked for is an alternate one; ``level`` is 0 for populated
    places, 1 and 2 for divisions, 3 for countries; ``capital`` is true for those of countries."""

    gid: int | None
    lat: float
    lon: float
    kind: PlaceKind
    level: int
    size: int
    country: str
    division: str
    exact: bool = True
    capital: bool = False


class Gazetteer:
    """Look-up over the file's bytes. Raises ``ValueError`` for bytes of another form."""

    def __init__(self, blob: bytes) -> None:
        if not blob.startswith(MAGIC):
            raise ValueError("not a gazetteer file of this version")
        (count,) = COUNT.unpack_from(blob, COUNT_AT)
        self._rows = blob[: ROWS_AT + count * ROW.size]
        # Each name with a line break before it and a tab behind.
        self._names = b"\n" + blob[ROWS_AT + count * ROW.size :]
        # Where stretches of names begin, and the first name of each.
        self._begins: list[int] = []
        self._firsts: list[bytes] = []
        at = 0
        while 0 <= at < len(self._names) - 1:
            self._begins.append(at)
            self._firsts.append(self._names[at + 1 : self._names.index(b"\t", at)])
            at = self._names.find(b"\n", at + _STRETCH, len(self._names) - 1)
        self._begins.append(len(self._names))
        # Names asked for before: news comes back to the same ones.
        self._known: dict[str, tuple[Entry, ...]] = {}

    def find(self, name: str) -> tuple[Entry, ...]:
        """All places of this name, also without its article; () where there is none."""
        key = fold_place(name)
        found = self._find(key)
        if found:
            return found
        for article in _ARTICLES:
            if key.startswith(article):
                return self._find(key[len(article) :])
        return self._find("al " + key)

    def country_of(self, word: str) -> str | None:
        """The country that an adjective or people's name tells of: Iraqi, Iraqis, American."""
        found = self.lands(word)
        return found[0].country if found else None

    def lands(self, word: str) -> tuple[Entry, ...]:
        """The countries that an adjective or people's name tells of."""
        key = "~" + fold_place(word)
        return self._find(key) or (self._find(key[:-1]) if key.endswith("s") else ())

    def _find(self, key: str) -> tuple[Entry, ...]:
        known = self._known.get(key)
        if known is None:
            known = self._sought(key)
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[key] = known
        return known

    def _sought(self, key: str) -> tuple[Entry, ...]:
        wanted = key.encode()
        stretch = bisect_right(self._firsts, wanted) - 1
        if stretch < 0:
            return ()
        line = b"\n" + wanted + b"\t"
        at = self._names.find(line, self._begins[stretch], self._begins[stretch + 1])
        if at < 0:
            return ()
        end = self._names.index(b"\n", at + len(line))
        return tuple(self._entry(part) for part in self._names[at + len(line) : end].split(b","))

    def _entry(self, part: bytes) -> Entry:
        exact = not part.startswith(b"-")
        number = int(part.lstrip(b"-"), 36)
        gid, lat, lon, level, size, country, division = ROW.unpack_from(
            self._rows, ROWS_AT + number * ROW.size
        )
        return Entry(
            gid or None,
            lat / 100,
            lon / 100,
            _KINDS[level],
            0 if level == _CAPITAL else level,
            size,
            country.decode(),
            division.rstrip(b"\0").decode(),
            exact,
            level == _CAPITAL,
        )


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer that the package carries, read once. Raises ``AccordingtoError`` where the
    file is missing or of another version, with what to do."""
    source = files("accordingto.facts") / "data" / FILE_NAME
    try:
        return Gazetteer(gzip.decompress(source.read_bytes()))
    except FileNotFoundError:
        raise AccordingtoError(f"The gazetteer {FILE_NAME} is missing: {_HOW}") from None
    except (ValueError, EOFError, gzip.BadGzipFile) as wrong:
        raise AccordingtoError(f"The gazetteer {FILE_NAME} is out of date: {_HOW}") from wrong
