"""Word lists of this stage, read from the TOML files beside it."""

from functools import cache

from accordingto.tables import table

_PACKAGE = "accordingto.actors"


@cache
def words(name: str, section: str, key: str) -> frozenset[str]:
    """The words under ``[section] key`` of a data file."""
    return frozenset(table(_PACKAGE, name)[section][key])


@cache
def ordered(name: str, section: str, key: str) -> tuple[str, ...]:
    """The same in the file's order."""
    return tuple(table(_PACKAGE, name)[section][key])


@cache
def table_keys(name: str, section: str) -> frozenset[str]:
    """The keys of a section of a data file."""
    return frozenset(table(_PACKAGE, name)[section])


@cache
def office_words() -> frozenset[str]:
    """Titles, offices and trades with the words that go with them ("deputy", "foreign")."""
    return words("kinds.toml", "titles", "words") | words("kinds.toml", "titles", "adjuncts")


@cache
def short_titles() -> dict[str, str]:
    """Offices and ranks by their short forms, without dot: "general" by "gen"."""
    return dict(table(_PACKAGE, "kinds.toml")["short_titles"])
