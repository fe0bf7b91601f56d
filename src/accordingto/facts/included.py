"""Those who are named out of a number told before: "nine were killed. The dead included a father
and his three sons"."""

from collections.abc import Sequence

from accordingto.facts.harmed import Victims
from accordingto.records.reading import Reading


def parts_named(reading: Reading, victims: Sequence[Victims]) -> set[int]:
    """Where in the text they are told of; ``victims`` in text order."""
    greatest: dict[str, int] = {}
    found = set()
    for victim in victims:
        count = victim.who.count or 0
        if _is_out_of_all(reading, victim) and count < greatest.get(victim.harm, 0):
            found.add(victim.span.start)
        elif victim.who.role == "number":
            greatest[victim.harm] = max(count, greatest.get(victim.harm, 0))
    return found


def _is_out_of_all(reading: Reading, victim: Victims) -> bool:
    """The telling word is what "include" is said of."""
    word = reading.tokens[victim.told_by]
    over = reading.tokens[word.head]
    verb = reading.tokens[over.head] if over.lower == "those" else over
    return verb.lemma == "include" and word.start < verb.start < victim.span.start
