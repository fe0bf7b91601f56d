"""The stage's closed lists (``data/words.toml``)."""

from functools import cache

from accordingto.tables import table


@cache
def listed(name: str) -> frozenset[str]:
    """The list ``name``."""
    return frozenset(table("accordingto.events", "words.toml")[name])
