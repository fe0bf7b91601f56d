"""The weights of both scores over place names, from ``data/toponyms.toml``."""

from functools import cache

import msgspec

from accordingto.tables import table


class PlaceWeights(msgspec.Struct, frozen=True):
    """``name``: whether a candidate is a place name, kept from the probability ``least`` on, or
    ``least_meant`` where the words around it say that a place is meant;
    ``rank``: which place of the name is meant; ``near``: whether one that no gazetteer has."""

    name: dict[str, float]
    rank: dict[str, float]
    least: float
    least_meant: float
    near: dict[str, float] = msgspec.field(default_factory=dict)


@cache
def place_weights() -> PlaceWeights:
    """The table, read once."""
    read = table("accordingto.facts", "toponyms.toml")
    return PlaceWeights(
        read["name"], read["rank"], read["least"], read["least_meant"], read.get("near", {})
    )
