"""Names that the words before them make places, whatever the engine takes them for."""

from collections.abc import Sequence

from accordingto.facts.place_words import use
from accordingto.records.reading import Reading, Token

_TOWNS = frozenset({"port", "harbour", "harbor", "city", "town", "village", "capital", "suburb"})


def is_named(reading: Reading, first: Token) -> bool:
    """ "The port of Tal", "a village called Mar": the noun says what it is."""
    lead = [t.lower for t in reading.tokens[max(0, first.index - 2) : first.index]]
    return len(lead) == 2 and lead[1] in {"of", "called", "named"} and lead[0] in _TOWNS


def is_typed(reading: Reading, last: Token) -> bool:
    """ "The al-Tal neighbourhood", "connecting Mar district": the noun behind says what it is."""
    after = reading.tokens[min(last.index + 1, len(reading.tokens) - 1)]
    return after.index > last.index and after.text in use("typing")


def is_struck(reading: Reading, first: Token) -> bool:
    """ "The strike on Tal", "an attack on Mar"."""
    lead = [t.lemma.lower() for t in reading.tokens[max(0, first.index - 2) : first.index]]
    return len(lead) == 2 and lead[1] == "on" and lead[0] in use("blows")


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
