"""Surnames alone that the engine saw nothing in, where the text has the bearer's full name."""

from collections.abc import Sequence

from accordingto.actors.fold import parts
from accordingto.actors.mention import Mention
from accordingto.records.reading import Reading

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "poss"})
_FEWEST_LETTERS = 3


def with_surnames(
    reading: Reading, names: Sequence[Mention], spoken: frozenset[int]
) -> list[Mention]:
    """The names, with the surnames at the head of a sentence that are subjects or owners there: a
    capital tells nothing in that place, the full name elsewhere does."""
    full = {parts(m.words)[-1]: m for m in names if m.kind == "person" and " " in m.words}
    if not full:
        return list(names)
    taken = {t.index for m in names for t in reading.tokens_in(m.span)}
    found = list(names)
    for sentence in reading.sentences:
        token = reading.tokens[sentence.first]
        bearer = full.get(token.lower) if token.text[:1].isupper() else None
        if bearer is None or token.index in taken or len(token.text) < _FEWEST_LETTERS:
            continue
        if token.dep in _SUBJECTS and bearer.words.endswith(token.text):
            found.append(
                Mention(
                    span=token.span,
                    words=token.text,
                    head=token.index,
                    form="name",
                    label="PERSON",
                    kind="person",
                    spoken=token.index in spoken,
                )
            )
    return sorted(found, key=lambda m: (m.span.start, -m.span.end))
