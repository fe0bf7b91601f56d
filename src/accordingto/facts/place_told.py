"""Names that the words before them make places, whatever the engine takes them for."""

from collections.abc import Sequence

from accordingto.facts.place_words import nouns, use
from accordingto.records.reading import Reading, Token

_LEAVES = frozenset({"leave", "depart", "sail", "head"})
# How many words may stand between "left" and "for".
_LEFT_FOR = 4
_TOWNS = frozenset(
    {
        "port",
        "harbour",
        "harbor",
        "city",
        "town",
        "village",
        "capital",
        "suburb",
        "airport",
        "prison",
        "hospital",
    }
)


def is_named(reading: Reading, first: Token) -> bool:
    """ "The port of Tal", "a village called Mar": the noun says what it is."""
    lead = [t.lower for t in reading.tokens[max(0, first.index - 2) : first.index]]
    if len(lead) < 2 or lead[1] not in {"of", "called", "named", "at"}:
        return False
    return lead[0] in _TOWNS if lead[1] != "at" else lead[0] in nouns("site")


def is_typed(reading: Reading, last: Token) -> bool:
    """ "The al-Tal neighbourhood", "connecting Mar district": the noun behind says what it is."""
    after = reading.tokens[min(last.index + 1, len(reading.tokens) - 1)]
    return after.index > last.index and after.text in use("typing")


def is_struck(reading: Reading, first: Token) -> bool:
    """ "The strike on Tal", "an attack on Mar"."""
    lead = [t.lemma.lower() for t in reading.tokens[max(0, first.index - 2) : first.index]]
    return len(lead) == 2 and lead[1] == "on" and lead[0] in use("blows")


def is_taken(reading: Reading, run: Sequence[Token]) -> bool:
    """ "Took Mar Tal", "left Tal for Mar": an object, or where somebody went, if the gazetteer has
    it; one word that the engine takes for a person may be one."""
    if len(run) == 1 and run[0].ent == "PERSON":
        return False
    before = reading.tokens[run[0].index - 1] if run[0].index else None
    if before is None:
        return False
    if before.pos == "VERB":
        return before.lemma in use("taken")
    lead = reading.tokens[max(0, before.index - _LEFT_FOR) : before.index]
    return before.lower == "for" and any(t.lemma in _LEAVES and t.pos == "VERB" for t in lead)


def is_met(reading: Reading, run: Sequence[Token]) -> bool:
    """Where only a place can stand, also one that no list has: "fell on Tal", "troops entered
    Mar", "exploded in Tal Mar" (nothing but hopes is in a person)."""
    first, last = run[0], run[-1]
    before = reading.tokens[first.index - 1] if first.index else None
    after = reading.tokens[last.index + 1] if last.index + 1 < len(reading.tokens) else None
    if before is None or (after is not None and after.text in {"'s", "’s", "-"}):
        return False
    over = reading.tokens[before.head]
    if before.pos == "VERB":
        return before.lemma in use("met")
    if over.lemma in use("falls") and over.pos == "VERB" and before.lower in {"on", "in", "at"}:
        return True
    people = all(t.ent == "PERSON" for t in run)
    return people and before.lower in use("within") and over.lemma not in use("hopes")
