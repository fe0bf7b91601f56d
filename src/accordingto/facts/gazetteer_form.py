"""The form of the gazetteer file, shared by its reader and its builder; standard library only.

Gzip, little endian: ``MAGIC``, a digest of what the file was made from (``DIGEST_BYTES``), the
number of rows as uint32, the rows, then the names. A row is ``ROW``: GeoNames id (0 where none),
latitude and longitude in hundredths of a degree, kind (0 city, 1 first-level, 2 second-level
division, 3 country, 4 capital of a country), population as eight times its base-two logarithm,
country, first-level division code. Names are UTF-8 lines ``key<TAB>row[,row]*`` with rows in
base 36, sorted by key; a ``-`` before a row marks an alternate name of it; a ``~`` before a key an
adjective of a country.
"""

import re
import struct
import unicodedata
from functools import lru_cache

FILE_NAME = "places.bin.gz"
MAGIC = b"ATGZ3"
DIGEST_BYTES = 16
COUNT = struct.Struct("<I")
ROW = struct.Struct("<IhhBB2s3s")
# Where the number of rows stands, and where the rows begin.
COUNT_AT = len(MAGIC) + DIGEST_BYTES
ROWS_AT = COUNT_AT + COUNT.size

_MARKS = str.maketrans("", "", "'’‘ʼʻ`´ʿʾ.")
_GAPS = re.compile(r"[\W_]+")


@lru_cache(maxsize=32768)
def fold_place(name: str) -> str:
    """A place name as the gazetteer keeps it: lower case, no accents or apostrophes, one blank
    between words."""
    spread = unicodedata.normalize("NFKD", name.translate(_MARKS))
    bare = "".join(c for c in spread if not unicodedata.combining(c)).casefold()
    return _GAPS.sub(" ", bare).strip()
