"""Dictionary forms of English words, by rules and lists of exceptions.

The method and the tables are those of the parser's package (spaCy's rule lemmatizer); only the
words' tags come from elsewhere.
"""

from collections.abc import Mapping, Sequence, Set
from functools import cache, lru_cache
from typing import Any

import msgspec

from accordingto.language.package import model_folder
from accordingto.tables import table

# Tags of words that stand in their dictionary form.
_BASE = frozenset({"NN", "NNP", "VB", "VBP", "JJ"})
# The tables have their words' classes by a hash of the name (spaCy's ``get_string_id``).
_KEYS = {
    "noun": 16833663260455505849,
    "verb": 6360137228241296794,
    "adj": 12401032943472870168,
    "adv": 10054248821341768113,
}


@lru_cache(maxsize=65536)
def lemma_of(word: str, kind: str, tag: str) -> str:
    """The dictionary form of a word in lower case, by its universal class and Penn tag."""
    plain = word.replace("’", "'").replace("‘", "'")
    given = _given().get(plain)
    if given is not None and (tag in given or "*" in given):
        return given.get(tag) or given["*"]
    kind = kind.lower()
    if tag in _BASE or kind not in _KEYS:
        return word if any(c.isalnum() for c in word) else plain
    return _by_rules(word, *_tables(kind))


def _by_rules(
    word: str,
    index: Set[str],
    exceptions: Mapping[str, Sequence[str]],
    rules: Sequence[Sequence[str]],
) -> str:
    forms: list[str] = []
    strange: list[str] = []
    for old, new in rules:
        if not word.endswith(old):
            continue
        form = word[: len(word) - len(old)] + new
        if form in index:
            forms.insert(0, form)
        elif form and not form.isalpha():
            forms.append(form)
        elif form:
            strange.append(form)
    for form in exceptions.get(word, ()):
        if form not in forms:
            forms.insert(0, form)
    return next(iter((*forms, *strange)), word)


@cache
def _given() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = table("accordingto.language", "lemmas.toml")
    return found


@cache
def _tables(kind: str) -> tuple[Any, Any, Any]:
    key = _KEYS[kind]
    index, exceptions, rules = (
        _lookups()[f"lemma_{name}"].get(key, {}) for name in ("index", "exc", "rules")
    )
    # The package has the index as a list, in which every look-up would read ten thousand words.
    return frozenset(index), exceptions, rules


@cache
def _lookups() -> dict[str, dict[int, Any]]:
    held = (model_folder() / "lemmatizer" / "lookups" / "lookups.bin").read_bytes()
    found: dict[str, dict[int, Any]] = msgspec.msgpack.decode(held)
    return found
