"""A compact gazetteer: names to places, from GeoNames (geonames.org, CC BY 4.0).

One compressed file, read at the first question. Names are found by bisection in their sorted
bytes, so that nothing is built in memory at the start. ``training/build_gazetteer.py`` makes the
file and describes its form.
"""

import gzip
import re
import struct
import unicodedata
from functools import cache
from importlib.resources import files

import msgspec

from accordingto.records.facts import PlaceKind

ROW = struct.Struct("<IhhBB2s3s")
_MAGIC = b"ATGZ1"
_KINDS: tuple[PlaceKind, ...] = ("city", "region", "region", "country")
_MARKS = str.maketrans("", "", "'’‘ʼʻ`´ʿʾ.")
_GAPS = re.compile(r"[\W_]+")
_ARTICLES = ("al ", "el ", "the ", "as ", "ash ", "ad ", "an ", "ar ", "at ", "az ")


class Entry(msgspec.Struct, frozen=True):
    """A place of the gazetteer. ``size`` is eight times the base-two logarithm of its people;
    ``exact`` is false where the name asked for is an alternate one; ``level`` is 0 for populated
    places, 1 and 2 for divisions, 3 for countries."""

    gid: int | None
    lat: float
    lon: float
    kind: PlaceKind
    level: int
    size: int
    country: str
    division: str
    exact: bool = True


def fold_place(name: str) -> str:
    """A place name as the gazetteer keeps it: lower case, no accents or apostrophes, one blank
    between words."""
    spread = unicodedata.normalize("NFKD", name.translate(_MARKS))
    bare = "".join(c for c in spread if not unicodedata.combining(c)).casefold()
    return _GAPS.sub(" ", bare).strip()


class Gazetteer:
    """Look-up over the file's bytes. Raises ``ValueError`` for bytes of another form."""

    def __init__(self, blob: bytes) -> None:
        if not blob.startswith(_MAGIC):
            raise ValueError("not a gazetteer file")
        (count,) = struct.unpack_from("<I", blob, len(_MAGIC))
        self._blob = blob
        self._rows = len(_MAGIC) + 4
        self._names = self._rows + count * ROW.size

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
        key = "~" + fold_place(word)
        found = self._find(key) or (self._find(key[:-1]) if key.endswith("s") else ())
        return found[0].country if found else None

    def _find(self, key: str) -> tuple[Entry, ...]:
        wanted = key.encode()
        low, high = self._names, len(self._blob)
        while low < high:
            middle = (low + high) // 2
            start = self._blob.rfind(b"\n", self._names, middle) + 1
            start = max(start, self._names)
            end = self._blob.index(b"\n", start)
            line = self._blob[start:end]
            at = line.index(b"\t")
            if line[:at] == wanted:
                return tuple(self._entry(part) for part in line[at + 1 :].split(b","))
            if line[:at] < wanted:
                low = end + 1
            else:
                high = start
        return ()

    def _entry(self, part: bytes) -> Entry:
        exact = not part.startswith(b"-")
        number = int(part.lstrip(b"-"), 36)
        gid, lat, lon, level, size, country, division = ROW.unpack_from(
            self._blob, self._rows + number * ROW.size
        )
        return Entry(
            gid or None,
            lat / 100,
            lon / 100,
            _KINDS[level],
            level,
            size,
            country.decode(),
            division.rstrip(b"\0").decode(),
            exact,
        )


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer that the package carries, read once."""
    source = files("accordingto.facts") / "data" / "places.bin.gz"
    return Gazetteer(gzip.decompress(source.read_bytes()))
