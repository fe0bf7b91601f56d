"""Short names at the head of a sentence that the engine saw nothing in, where the text has the full
one: surnames of people, and the first words of bodies' names.
"""

from collections.abc import Sequence

from accordingto.actors.countries import country_named, country_of_people
from accordingto.actors.fold import parts
from accordingto.actors.mention import Mention
from accordingto.actors.wordlists import words
from accordingto.records.facts import ActorKind
from accordingto.records.reading import Reading

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "poss"})
_FEWEST_LETTERS = 3
_BODIES: frozenset[ActorKind | None] = frozenset({"organisation", "armed_group", "media"})


def _is_telling(mention: Mention) -> bool:
    """ "Hauts Energy" may be called Hauts; of "National Bank" and "Red Cross" the first
    word alone is nobody."""
    first = mention.words.split(" ", 1)[0]
    bodies = words("kinds.toml", "words", "government") | words(
        "kinds.toml", "words", "organisation"
    )
    return (
        mention.kind is not None
        and mention.country is None
        and country_of_people(first) is None
        and country_named(first) is None
        and first.lower() not in bodies | words("kinds.toml", "heads", "plain")
    )


def with_surnames(
    reading: Reading, names: Sequence[Mention], spoken: frozenset[int]
) -> list[Mention]:
    """The names, with the surnames at the head of a sentence that are subjects or owners there: a
    capital tells nothing in that place, the full name elsewhere does."""
    full = {
        parts(m.words)[0]: m
        for m in names
        if m.kind in _BODIES and m.words.count(" ") == 1 and parts(m.words) and _is_telling(m)
    }
    full |= {
        parts(m.words)[-1]: m
        for m in names
        if m.kind == "person" and " " in m.words and parts(m.words)
    }
    common = {t.text for t in reading.tokens if t.text.islower()}
    if not full:
        return list(names)
    taken = {t.index for m in names for t in reading.tokens_in(m.span)}
    found = list(names)
    for sentence in reading.sentences:
        token = reading.tokens[sentence.first]
        bearer = full.get(token.lower) if token.text[:1].isupper() else None
        if bearer is None or token.index in taken or len(token.text) < _FEWEST_LETTERS:
            continue
        person = bearer.kind == "person"
        named = bearer.words.endswith(token.text) if person else token.lower not in common
        if token.dep in _SUBJECTS and named:
            found.append(
                Mention(
                    span=token.span,
                    words=token.text,
                    head=token.index,
                    form="name",
                    label="PERSON" if person else "ORG",
                    kind=bearer.kind,
                    spoken=token.index in spoken,
                    subject=True,
                    leads=token.dep != "poss",
                    sentence=sentence.first,
                )
            )
    return sorted(found, key=lambda m: (m.span.start, -m.span.end))
