"""The table of words around numbers (``data/figures.toml``), and look-ups in it."""

from collections.abc import Callable
from functools import cache
from typing import Any, cast

from accordingto.records.facts import What
from accordingto.records.reading import Token
from accordingto.tables import table

_HUMAN_ENDINGS = ("er", "or", "ist", "ian", "eer", "ee", "man", "woman", "people")
# Counted nouns whose own kind gives way to what happened to them: "three soldiers were killed".
PEOPLE_KINDS = frozenset({"troops", "attackers", "people"})


@cache
def figure_words() -> dict[str, Any]:
    """The table, read once. Words are lower case; nouns and verbs are lemmas."""
    return table("accordingto.facts", "figures.toml")


@cache
def harm_words() -> dict[str, What]:
    """What each word tells that happened to those counted."""
    return {lemma: kind for kind, lemmas in figure_words()["harm"].items() for lemma in lemmas}


@cache
def listed(table: str, key: str) -> frozenset[str]:
    """One list of the table as a set."""
    return frozenset(figure_words()[table][key])


def kind_of_noun(noun: Token) -> str | None:
    """A ``What``, "people", or ``None`` for a noun that is not listed."""
    kinds = _noun_kinds()
    return kinds.get(noun.lemma) or kinds.get(noun.lower)


@cache
def _noun_kinds() -> dict[str, str]:
    table = figure_words()["counted"]
    return {lemma: str(kind) for kind, lemmas in table.items() for lemma in lemmas}


def harm_of(token: Token) -> What | None:
    """What the word itself tells, by lemma or, for participles the engine mistook, as written."""
    words = harm_words()
    tells = _TELLS.get(token.lemma)
    if tells is not None and not tells(token):
        return None
    return words.get(token.lemma) or words.get(token.lower)


# Words that tell of harm in one of their uses only: "sheltered", but no "bomb shelters"; "11
# bodies", but no "student body".
_TELLS: dict[str, Callable[[Token], bool]] = {
    "shelter": lambda token: token.pos == "VERB",
    "body": lambda token: token.tag == "NNS",
}


def complement(preposition: str, noun: str) -> What | None:
    """What "in hospital" and the like tell."""
    found = figure_words()["complements"].get(f"{preposition} {noun}")
    return cast(What, found) if found else None


@cache
def _people() -> frozenset[str]:
    """Words for people by what they are or what befell them."""
    kinds = (word for words in figure_words()["population"].values() for word in words)
    return frozenset({*kinds, *listed("persons", "nouns"), *listed("standing", "nouns")})


def is_human(noun: Token | None) -> bool:
    """True for no noun at all, a listed word for people, or one that ends like such a word."""
    if noun is None:
        return True
    if noun.lemma in listed("things", "nouns"):
        return False
    if noun.ent == "NORP" or (noun.tag in {"NNS", "NNPS"} and noun.text[:1].isupper()):
        return True
    if noun.lemma in _people():
        return True
    return kind_of_noun(noun) in PEOPLE_KINDS or noun.lemma.endswith(_HUMAN_ENDINGS)


@cache
def limbs() -> frozenset[str]:
    """Parts of the body, by lemma."""
    telling = figure_words()["telling"]
    return frozenset({*telling["limbs"], *telling["trunk"]})
