"""Whether a given name is nearly always a man's or a woman's."""

import unicodedata
from functools import cache, lru_cache
from typing import Literal

from accordingto.tables import table

Gender = Literal["he", "she"]
_GENDERS: tuple[Gender, ...] = ("he", "she")


@lru_cache(maxsize=8192)
def gender_of(given: str) -> Gender | None:
    """The pronoun that a given name calls for, accents and case aside; ``None`` where both bear it
    or no table has it."""
    name = _plain(given)
    return next((gender for gender in _GENDERS if name in _names(gender)), None)


def _plain(name: str) -> str:
    spread = unicodedata.normalize("NFKD", name.lower())
    return "".join(c for c in spread if not unicodedata.combining(c)).replace("ı", "i")


@cache
def _names(gender: Gender) -> frozenset[str]:
    return frozenset(map(_plain, table("accordingto", "given_names.toml")["given"][gender]))
