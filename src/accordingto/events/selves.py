"""Whom a pronoun means in what somebody says of himself: "the army said it would free them"."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from accordingto.events.voices import innermost
from accordingto.records.facts import Actor
from accordingto.records.reading import Token
from accordingto.records.span import Span
from accordingto.records.statement import Statement

# So many mentions may stand in a clause before its pronoun.
_NEAR = 32
_THINGS = frozenset({"it"})
_PEOPLE = frozenset({"he", "she", "him", "her"})
_MANY = frozenset({"they", "them", "we", "us"})
_OWNERS = ("his ", "her ", "their ", "its ")
_FIRST = frozenset({"i", "me"})


class Selves:
    """Pronouns by the statements that they stand in."""

    def __init__(self, text: str, statements: Sequence[Statement], actors: Iterable[Actor]) -> None:
        """``statements`` in the order in which their contents begin."""
        self._text = text
        self._statements = statements
        self._actors = {actor.id: actor for actor in actors}
        self._mentions = sorted((m, a.id) for a in self._actors.values() for m in a.mentions)

    def of(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """The actors whom pronouns among ``tokens`` mean: those in whose words they stand, where
        number and kind agree and the words before the pronoun name nobody else."""
        found = (self._speaker(t) for t in tokens if t.pos == "PRON")
        return tuple(dict.fromkeys(actor for actor in found if actor is not None))

    def denies(self, span: Span) -> bool:
        """Whether a span stands in what somebody denies."""
        inner = innermost(span, self._statements)
        return inner is not None and inner.act == "deny"

    def _speaker(self, token: Token) -> str | None:
        inner = innermost(token.span, self._statements)
        actor = self._actors.get(inner.source or "") if inner is not None else None
        if inner is None or actor is None:
            return None
        holder = inner.source_span.of(self._text) if inner.source_span is not None else ""
        if not _fits(token.lower, actor, inner, holder):
            return None
        content = next(c for c in inner.content_spans if c.contains(token.span))
        before = Span(content.start, token.start)
        return None if self._names_others(before, actor) else actor.id

    def _names_others(self, before: Span, speaker: Actor) -> bool:
        at = bisect_left(self._mentions, (Span(before.start, 0), ""))
        inside = self._mentions[at : at + _NEAR]
        return any(before.contains(m) for m, actor in inside if actor != speaker.id)


def _fits(pronoun: str, actor: Actor, statement: Statement, holder: str) -> bool:
    if statement.quote == "direct":
        return pronoun in _FIRST and actor.kind == "person"
    if actor.kind == "person":
        # "Her sister said she had shot him": which of the two? "An official said she fled": no.
        named = holder.split(" ")[-1:] != [] and holder.split(" ")[-1][:1].isupper()
        return pronoun in _PEOPLE and named and not holder.lower().startswith(_OWNERS)
    # "Rebels said it had crashed": they are not it.
    last = holder.split(" ")[-1]
    many = actor.kind == "group" or (last.islower() and last.endswith("s") and last[-2:] != "ss")
    return pronoun in (_MANY if many else _THINGS | {"they", "them"})
