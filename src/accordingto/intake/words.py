"""Names of HTML elements, by group, from ``data/elements.toml``."""

from functools import cache

from accordingto.tables import table


@cache
def _groups() -> dict[str, str]:
    return table("accordingto.intake", "elements.toml")


@cache
def elements(group: str) -> frozenset[str]:
    """The names of ``group``, a key of the file."""
    return frozenset(_groups()[group].split())
