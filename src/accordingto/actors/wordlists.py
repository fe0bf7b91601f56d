"""Word lists of this stage, read from the TOML files beside it."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """A data file of this package, parsed once."""
    source = files("accordingto.actors") / "data" / name
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def words(name: str, section: str, key: str) -> frozenset[str]:
    """The words under ``[section] key`` of a data file."""
    return frozenset(table(name)[section][key])


@cache
def ordered(name: str, section: str, key: str) -> tuple[str, ...]:
    """The same in the file's order."""
    return tuple(table(name)[section][key])


@cache
def office_words() -> frozenset[str]:
    """Titles, offices and trades with the words that go with them ("deputy", "foreign")."""
    return words("kinds.toml", "titles", "words") | words("kinds.toml", "titles", "adjuncts")
