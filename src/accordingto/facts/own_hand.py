"""What one did to oneself: "turned the gun on himself", "shot his wife and then himself"."""

from functools import cache

from accordingto.facts.figurewords import figure_words
from accordingto.records.reading import Reading, Token

_VERBS = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# The places of "himself" beside others who suffer the same: "his wife, two sons and himself".
_AMONG = frozenset({"dobj", "conj", "appos", "npadvmod", "dep"})
_MEMBERS = 4
# How far above the word its doer may stand.
_CLIMB = 6


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(figure_words()["victims"][key])


def own_deed(reading: Reading, token: Token) -> Token | None:
    """The verb of what ``token`` ("himself", "life", "suicide") says was done to oneself."""
    over = reading.tokens[token.head]
    if token.dep == "dobj" and token.lemma in {"life", "suicide"}:
        own = any(reading.tokens[i].lower == "own" for i in reading.children[token.index])
        taken = over.lemma == "take" if own and token.lemma == "life" else False
        committed = token.lemma == "suicide" and over.lemma == "commit"
        return over if taken or committed else None
    if token.lower not in _words("reflexive"):
        return None
    if token.dep == "pobj":
        verb = reading.tokens[over.head]
        return (
            verb
            if verb.lemma == "turn" and over.lower == "on" and _a_thing(reading, verb)
            else None
        )
    at = token
    for _ in range(_MEMBERS):
        if at.dep not in _AMONG:
            return None
        at = reading.tokens[at.head]
        if at.pos in _VERBS:
            return at if at.lemma in _harming() else None
    return None


def _a_thing(reading: Reading, verb: Token) -> bool:
    """What was turned on oneself."""
    return any(reading.tokens[i].dep == "dobj" for i in reading.children[verb.index])


@cache
def _harming() -> frozenset[str]:
    return _words("killed") | _words("hit") | _words("injured")


def doer(reading: Reading, token: Token) -> list[Token]:
    """The subject of the nearest verb above that has one."""
    at = token
    for _ in range(_CLIMB):
        at = reading.tokens[at.head]
        found = [
            reading.tokens[i]
            for i in reading.children[at.index]
            if reading.tokens[i].dep in _SUBJECTS
        ]
        if found and at.pos in _VERBS:
            return found
    return []
