"""The word lists around places (``data/places.toml``), and look-ups in them."""

from functools import cache
from typing import Any

from accordingto.tables import table


@cache
def place_table() -> dict[str, Any]:
    """The word lists and areas of this stage, parsed once."""
    return table("accordingto.facts", "places.toml")


@cache
def nouns(kind: str) -> frozenset[str]:
    """Nouns that make a place of this kind, lower case."""
    return frozenset(place_table()["nouns"][kind])


@cache
def use(kind: str) -> frozenset[str]:
    """Words around a place, by their use."""
    return frozenset(place_table()["use"][kind])
