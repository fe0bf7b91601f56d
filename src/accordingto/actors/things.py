"""Single names that the engine takes for people and the text for bodies: "Veldra says it will"."""

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from accordingto.actors.mention import Mention
from accordingto.records.reading import Reading

_THINGS = frozenset({"it", "its", "itself"})
_PEOPLE = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
# A name is a body's from this many sentences on in which "it" follows it and no person's pronoun.
_FEWEST = 2


def with_things(reading: Reading, names: Sequence[Mention]) -> list[Mention]:
    """The names, with those that "it" follows and "he" or "she" never does as organisations'.

    Asked of single words that nothing but the engine's label makes a person's, in sentences that
    name nobody else.
    """
    asked = {m.words for m in names if _is_guess(m)}
    if not asked:
        return list(names)
    things: Counter[str] = Counter()
    people: set[str] = set()
    at = 0
    for sentence in reading.sentences:
        here: list[Mention] = []
        while at < len(names) and names[at].span.start < sentence.span.end:
            if names[at].span.start >= sentence.span.start:
                here.append(names[at])
            at += 1
        words = {m.words for m in here}
        if len(words) != 1 or not words & asked:
            continue
        behind = {t.lower for t in reading.tokens_in(sentence.span) if t.start >= here[0].span.end}
        things.update(words if behind & _THINGS else ())
        people |= words if behind & _PEOPLE else set()
    bodies = {word for word, count in things.items() if count >= _FEWEST} - people
    return [
        replace(m, kind="organisation", label="ORG") if m.words in bodies and _is_guess(m) else m
        for m in names
    ]


def _is_guess(mention: Mention) -> bool:
    return mention.kind == "person" and not mention.sure and " " not in mention.words
