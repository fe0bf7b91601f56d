"""The state that an adjective names: "Merenian airstrikes" are Merenia's, "US raids" the US's."""

from collections.abc import Iterable
from functools import cache

from accordingto.records.facts import Actor
from accordingto.records.reading import Token
from accordingto.tables import table

_VOWELS = "aeiouy"
_RULERS = frozenset({"government", "authorities", "officials", "administration"})
_LEAST_STEM, _MOST_ENDING = 4, 4

# The ids of the states among a text's actors, by the words that name them.
States = dict[str, str]


def states_of(actors: Iterable[Actor]) -> States:
    """The states that take part in a text, by every name and adjective of theirs that a table has;
    those that no table lists by their own name."""
    found: States = {}
    for actor in actors:
        if actor.kind != "government":
            continue
        for name in (actor.name, *actor.aliases):
            bare = name.removeprefix("the ").removeprefix("The ")
            adjective, _, office = bare.partition(" ")
            # "The Jordanian government" is the state, too.
            bare = adjective if office in _RULERS else bare
            listed = _forms().get(bare) or (_forms(of="adjectives").get(bare) if office else None)
            if listed is not None:
                found.update(dict.fromkeys(listed, actor.id))
            elif name.isalpha():
                found.setdefault(name, actor.id)
    return found


def state_named(token: Token, states: States) -> str | None:
    """The state that one word names or is the adjective of."""
    known = states.get(token.text)
    if known is not None or not token.text[:1].isupper():
        return known
    return next((a for name, a in states.items() if _is_adjective(token.text, name)), None)


def _is_adjective(word: str, name: str) -> bool:
    """ "Merenian" of "Merenia": the name's stem, and a short ending."""
    stem = name.rstrip(_VOWELS)
    return (
        len(stem) >= _LEAST_STEM
        and name.isalpha()
        and name not in _forms()
        and word.startswith(stem)
        and 0 < len(word) - len(stem) <= _MOST_ENDING
    )


@cache
def _forms(of: str = "names") -> dict[str, tuple[str, ...]]:
    """By each name of a state (or by each adjective) all its names and adjectives."""
    found: dict[str, tuple[str, ...]] = {}
    for row in table("accordingto.actors", "countries.toml")["countries"].values():
        forms = (*row["names"], *row["adjectives"])
        for name in row["adjectives"] if of == "adjectives" else (*row["names"], *row["seats"]):
            found.setdefault(name, forms)
    return found
