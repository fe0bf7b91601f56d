"""States: their names, adjectives and seats of government."""

from functools import cache, lru_cache

from accordingto.actors.fold import plain
from accordingto.tables import table

_FORMS = (
    "republic of ",
    "state of ",
    "kingdom of ",
    "islamic republic of ",
    "federal republic of ",
)
# Names whose states are kept in mind.
_MOST_KEPT = 16384


@lru_cache(maxsize=_MOST_KEPT)
def _bare(name: str) -> str:
    low = plain(name.strip())
    low = low[4:] if low.startswith("the ") else low
    return low.replace(".", "")


@cache
def _lookup(column: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for code, row in table("accordingto.actors", "countries.toml")["countries"].items():
        for name in row[column]:
            found.setdefault(_bare(name), code)
    return found


@lru_cache(maxsize=_MOST_KEPT)
def country_named(name: str) -> str | None:
    """The ISO code of a state called by its name, long forms included ("State of Israel")."""
    if name in {"us", "Us"}:
        return None
    low = _bare(name)
    names = _lookup("names")
    if low in names:
        return names[low]
    for form in _FORMS:
        if low.startswith(form):
            return names.get(low[len(form) :])
    return None


@lru_cache(maxsize=_MOST_KEPT)
def country_of_people(word: str) -> str | None:
    """The ISO code for an adjective or people: Iraqi, Iraqis, Britons. Plain "US" counts."""
    low = _bare(word)
    people = _lookup("adjectives")
    if low in people:
        return people[low]
    if low.endswith("s") and low[:-1] in people:
        return people[low[:-1]]
    if low.endswith("men") and low[:-3] + "man" in people:
        return people[low[:-3] + "man"]
    return None


def country_of_seat(name: str) -> str | None:
    """The ISO code of the state whose capital or seat of government this is."""
    return _lookup("seats").get(_bare(name))


def country_name(code: str) -> str:
    """What a state is commonly called; for one that no table lists, its code, which is its name."""
    row = table("accordingto.actors", "countries.toml")["countries"].get(code)
    return str(row["names"][0]) if row else code


@cache
def wholes() -> frozenset[str]:
    """Wholes that speak like a state and are none ("the West")."""
    return frozenset(
        plain(n) for n in table("accordingto.actors", "countries.toml")["wholes"]["place_as_actor"]
    )
