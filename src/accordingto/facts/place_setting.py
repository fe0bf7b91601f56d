"""Where a text seems to be written, by its words for everyday institutions and its address."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

from accordingto.records.article import Article
from accordingto.records.reading import Reading
from accordingto.tables import table

# Words are a clue only with others; this many stand for what is not known.
_UNSURE = 3.0
# What an address of a country weighs, in words.
_HOST = 6.0


def setting_of(article: Article, reading: Reading) -> dict[str, float]:
    """By country (ISO 3166-1 alpha-2) the share of the clues that point there, 0 to 1."""
    table = _table()
    words = [token.lower for token in reading.tokens]
    told = set(words)
    told.update(f"{a} {b}" for a, b in pairwise(words) if a in _leading())
    found: dict[str, float] = defaultdict(float)
    for word in sorted(told & _words().keys()):
        for country in _words()[word]:
            found[country] += 1 / len(_words()[word])
    for country, signs in table["signs"].items():
        found[country] += 2.0 * any(sign in article.text for sign in signs)
    home = _by_address(article.url)
    if home:
        found[home] += _HOST
    total = sum(found.values()) + _UNSURE
    return {country: n / total for country, n in found.items()}


def styles_of(words: str) -> tuple[str, ...]:
    """The countries in whose news these lower-case words stand for an institution."""
    return _words().get(words, ())


def _by_address(url: str | None) -> str | None:
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        # "http://[" is no address.
        return None
    end = host.rsplit(".", 1)[-1].lower() if host else ""
    hosts: Mapping[str, Any] = _table()["hosts"]
    if len(end) != 2 or end in hosts["none"]:
        return None
    return str(hosts["other"].get(end, end.upper()))


@cache
def _table() -> dict[str, Any]:
    return table("accordingto.facts", "styles.toml")


@cache
def _words() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for country, words in _table()["words"].items():
        for word in words:
            found[word].append(country)
    return {word: tuple(countries) for word, countries in found.items()}


@cache
def _leading() -> frozenset[str]:
    """The first words of pairs."""
    return frozenset(word.split()[0] for word in _words() if " " in word)


@cache
def local_words() -> frozenset[str]:
    """Words that, right behind a name, belong to a town the reader is taken to know."""
    return frozenset(_table()["local"]["words"])
