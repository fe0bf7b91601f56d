"""Word lists of this stage, from the tables in its ``data/`` folder."""

from functools import cache

from accordingto.relations.stems import stem
from accordingto.tables import table


@cache
def words(section: str, key: str) -> frozenset[str]:
    """The words under ``[section] key`` of ``claims.toml``."""
    return frozenset(table("accordingto.relations", "claims.toml")[section][key])


@cache
def stems(section: str, key: str) -> frozenset[str]:
    """The same as stems, as a claim keeps its words."""
    return frozenset(stem(word) for word in words(section, key))


@cache
def alike() -> dict[str, str]:
    """For each stem that has others of like meaning in news, the first of its group."""
    known = table("accordingto", "alike.toml")["groups"]
    groups = [*known["common"], *known["same"]]
    return {stem(word): stem(group[0]) for group in reversed(groups) for word in group}


@cache
def deeds() -> frozenset[str]:
    """The stems that stand for words of every report of violence: that something was hit and
    something else bombed is no matter in common."""
    known = table("accordingto", "alike.toml")["groups"]["common"]
    return frozenset(stem(group[0]) for group in known)


@cache
def charges() -> frozenset[str]:
    """The keys of deeds that nobody may do: who is said to have done one is charged with it."""
    stems = (stem(word) for word in words("charges", "deeds"))
    return frozenset(alike().get(one, one) for one in stems)


@cache
def rivals() -> dict[str, tuple[int, int]]:
    """For each stem that excludes another, its pair and its side of the pair."""
    return {
        stem(word): (at, side)
        for at, pair in enumerate(_pairs())
        for side, group in enumerate(pair)
        for word in group
    }


@cache
def rival_words() -> frozenset[str]:
    """All words that exclude others, as lemmas."""
    return frozenset(word for pair in _pairs() for group in pair for word in group)


def _pairs() -> list[list[list[str]]]:
    known = table("accordingto", "alike.toml")["groups"]
    return [*known["rival"], *known["contrary"], *known["within"]]
