"""Whether a given name is nearly always a man's or a woman's."""

from functools import cache
from typing import Literal

from accordingto.tables import table

Gender = Literal["he", "she"]
_GENDERS: tuple[Gender, ...] = ("he", "she")


def gender_of(given: str) -> Gender | None:
    """The pronoun that a given name calls for, ``None`` where both bear it or no table has it."""
    return next((gender for gender in _GENDERS if given.lower() in _names(gender)), None)


@cache
def _names(gender: Gender) -> frozenset[str]:
    return frozenset(table("accordingto", "given_names.toml")["given"][gender])
