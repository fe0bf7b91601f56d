"""For which body somebody without a name speaks: "a ministry spokesman", "a company statement"."""

from collections.abc import Sequence

from accordingto.records.facts import Actor
from accordingto.records.reading import Reading
from accordingto.records.span import Span
from accordingto.records.statement import SourceKind
from accordingto.statements.answer import Answer
from accordingto.statements.sourcewords import alike, is_any, listed

# Of an actor's mentions this many are looked at.
_MENTIONS = 64
# How far before its spokesman a body is named that is one of several, in characters.
_REACH = 600
# Of so many bodies of one kind nobody can tell which is meant.
_MOST_BODIES = 50
_BEHIND_HEAD = frozenset({"of", "for", "in", "on"})


class Bodies:
    """The bodies of a document by the nouns that they are called."""

    def __init__(self, text: str, reading: Reading, actors: Sequence[Actor]) -> None:
        self._reading = reading
        self._by_noun: dict[str, list[Actor]] = {}
        for actor in actors:
            for noun in _nouns_of(actor, text):
                called = self._by_noun.setdefault(noun, [])
                if len(called) < _MOST_BODIES:
                    called.append(actor)

    def of(self, span: Span) -> Actor | None:
        """The body that the noun before "spokesman" in ``span`` calls up: the only one, or the one
        named last just before. Of two armies or police forces nobody can tell which is meant."""
        head = self._reading.head_of(span)
        if head is None or head.start == span.start:
            return None
        nouns = {
            noun
            for token in self._reading.tokens_in(Span(span.start, head.start))
            for noun in alike("bodies", token.lower)
        }
        found = {a.id: a for noun in sorted(nouns) for a in self._by_noun.get(noun, ())}
        if len(found) < 2 or nouns & listed("bodies", "every_side"):
            return next(iter(found.values())) if len(found) == 1 else None
        before = [
            (mention.end, actor.id)
            for actor in found.values()
            for mention in actor.mentions[:_MENTIONS]
            if span.start - _REACH <= mention.end <= span.start
        ]
        return found[max(before)[1]] if before else None


def spoken_for(words: str, noun: str, body: Actor | None, *, by_noun: bool) -> Answer | None:
    """ "A spokesman for the ministry", "a ministry spokesman", "a letter by the mayor". With
    ``by_noun`` the words name the body by its noun alone."""
    if body is None:
        return None
    document = is_any(noun, words, "document")
    if is_any(noun, words, "speaker_for"):
        kind: SourceKind = "document" if document else "role-only"
        reason = f"'{words}' speaks for {body.name}" + (", by its noun" if by_noun else "")
        return Answer(body.id, words, body.id, kind, 0.75 if by_noun else 0.9, reason)
    if document and " by " in words and not by_noun:
        reason = f"'{words}' is by {body.name}"
        return Answer(body.id, words, body.id, "document", 0.8, reason)
    return None


def _nouns_of(actor: Actor, text: str) -> list[str]:
    """The nouns for bodies that an actor's names end in; any firm is a company as well."""
    if actor.kind not in ("government", "organisation", "armed_group"):
        return []
    called = {mention.of(text).lower() for mention in actor.mentions[:_MENTIONS]}
    heads = {_head(words) for words in (*called, actor.name.lower())}
    nouns = sorted(heads & listed("bodies", "nouns"))
    is_firm = actor.kind == "organisation" and not any(
        word in listed("bodies", "no_firm") for words in called for word in words.split()
    )
    return [*nouns, "company"] if is_firm and "company" not in nouns else nouns


def _head(words: str) -> str:
    """ "ministry" of "the ministry of health"."""
    found = words.split()
    stop = next((i for i, word in enumerate(found) if i and word in _BEHIND_HEAD), len(found))
    return found[stop - 1] if found else ""
