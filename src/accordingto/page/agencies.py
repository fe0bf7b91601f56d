"""News agencies by name: which one a few words mean."""

import re
from functools import cache
from typing import Any

from accordingto.tables import table

_LONGEST = 80  # characters of a name
_MOST = 6  # names in one list
_EDGES = " \t\n\xa0.,:;*–—-|/()[]'\"“”’"
_LIST = re.compile(r"\s*(?:[,;/&+|·]|\s(?:and|und|et|y|e|i|en|og|och)\s)\s*")
_HOUSE = re.compile(r"^(?:The )?[A-ZÀ-Þ][\w.'’-]*(?: (?:of|the|[A-ZÀ-Þ][\w.'’-]*)){1,5}$")


@cache
def words_of(name: str) -> Any:
    """One list of ``data/agencies.toml``."""
    return table("accordingto.page", "agencies.toml")[name]


@cache
def _names() -> dict[str, str]:
    return {name.lower(): names[0] for names in words_of("names") for name in names}


@cache
def _letters() -> dict[str, str]:
    return {names[0]: names[-1] for names in words_of("letters")}


def agency_of(words: str) -> str | None:
    """The usual name of the agency that ``words`` are a name of, ``None`` where they are none.

    An agency that no list has is known by what it calls itself ("Transcontinental Press Agency").
    """
    bare = words.strip(_EDGES)
    if not bare or len(bare) > _LONGEST:
        return None
    if bare in _letters():
        return _letters()[bare]
    low = bare.lower()
    if low in _names() and low.upper() not in _letters():
        return _names()[low]
    named = any(low.endswith(kind) or low.startswith(kind) for kind in words_of("kinds"))
    return bare if named and _HOUSE.match(bare) and low not in words_of("kinds") else None


def agencies_in(words: str) -> list[str]:
    """The agencies in a list of names ("Reuters and AFP"); names of others are passed over."""
    if len(words) > 4 * _LONGEST:
        return []
    whole = agency_of(words)
    if whole is not None:
        return [whole]
    parts = _LIST.split(words)[:_MOST]
    return list(dict.fromkeys(name for part in parts if (name := agency_of(part))))


def is_list_of_agencies(words: str) -> bool:
    """True where ``words`` are names of agencies and initials of their staff, nothing else."""
    if len(words) > 2 * _LONGEST or not agencies_in(words):
        return False
    if agency_of(words):
        return True
    return all(agency_of(p) or (len(p) <= 4 and p.islower()) for p in _LIST.split(words) if p)
