"""What the words in class and id attributes say of an element, as bits of an integer."""

import re
from functools import cache, lru_cache

from accordingto.tables import table

_PART = re.compile(r"[A-Z]?[a-zß-öø-ÿ]+|[A-Z]+(?![a-z])|[^\W\d_a-zA-Zß-öø-ÿ]+")
_ASCII = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_PLAIN = re.compile(r"[a-z]+")
_DIGITS = "0123456789"
_LONGEST = 400  # characters of attributes that are looked at; utility classes can run to pages

_TAGS = {
    "nav": "nav",
    "footer": "footer",
    "aside": "box",
    "figure": "figure",
    "figcaption": "caption",
    "form": "poll",
    "button": "social",
    "time": "date",
    "address": "byline",
    "article": "article",
    "main": "article",
    "blockquote": "quote",
    "dialog": "consent",
    "amp-consent": "consent",
    "caption": "caption",
}


@cache
def names() -> tuple[str, ...]:
    """The vocabulary's names, in order of their bits."""
    return tuple(_words())


@cache
def _words() -> dict[str, list[str]]:
    return table("accordingto.page.html", "classes.toml")


@cache
def tag_set(name: str) -> frozenset[str]:
    """One of the lists of elements in ``data/tags.toml``."""
    return frozenset(table("accordingto.page.html", "tags.toml")[name])


@cache
def bit(name: str) -> int:
    """The bit of one name; ``KeyError`` where the vocabulary has no such name."""
    return 1 << {n: i for i, n in enumerate(names())}[name]


def bits(*wanted: str) -> int:
    """The bits of several names together."""
    total = 0
    for name in wanted:
        total |= bit(name)
    return total


@cache
def _lookup() -> dict[str, int]:
    table: dict[str, int] = {}
    for name, words in _words().items():
        for word in words:
            table[word] = table.get(word, 0) | bit(name)
    return table


@cache
def tag_bits(tag: str) -> int:
    """What the tag itself says."""
    return bit(_TAGS[tag]) if tag in _TAGS else 0


def class_bits(value: str) -> int:
    """What the words of an attribute's value say."""
    total = 0
    for name in value[:_LONGEST].split():
        # Elements are numbered through, which says nothing of them.
        total |= _name_bits(name.rstrip(_DIGITS))
    return total


@lru_cache(maxsize=32768)
def _name_bits(name: str) -> int:
    """The same of one name. Kept, as sites share many names, but few whole values."""
    told = _lookup().get
    total, before = 0, ""
    for part in _parts(name):
        total |= told(part, 0) | told(before + part, 0)
        before = part
    return total


def _parts(name: str) -> list[str]:
    """The words that a name is made of, in lower case."""
    if not name.isascii():
        return [part.lower() for part in _PART.findall(name)]
    if name.islower():
        return _PLAIN.findall(name)
    return [part.lower() for part in _ASCII.findall(name)]


@lru_cache(maxsize=16384)
def labels(prefix: str, flags: int) -> tuple[str, ...]:
    """The names of the bits that are set, each behind ``prefix``."""
    return tuple(prefix + name for i, name in enumerate(names()) if flags >> i & 1)
