"""An answer to whose words these are."""

import msgspec

from accordingto.records.facts import Actor
from accordingto.records.statement import SourceKind
from accordingto.statements.sourcewords import listed

_DETERMINERS = frozenset(
    {"a", "an", "the", "one", "another", "some", "his", "her", "their", "its", "my", "our"}
)


class Answer(msgspec.Struct, frozen=True):
    """Who it is, how sure that is, and why."""

    source: str | None = None
    holder_text: str | None = None
    affiliation: str | None = None
    kind: SourceKind | None = None
    score: float = 1.0
    reason: str | None = None
    # Those who are meant beside the source.
    also: tuple[str, ...] = ()


def kind_of(actor: Actor) -> SourceKind:
    """The kind of source that an actor is."""
    if actor.kind == "media":
        return "outlet"
    if actor.kind == "person" and not _has_name(actor):
        words = actor.name.lower().split()
        unnamed = listed("nouns", "unnamed")
        return "anonymous" if unnamed & set(words) else "role-only"
    return "role-only" if actor.kind == "group" else "named"


def _has_name(actor: Actor) -> bool:
    """False for "a porter", "The driver": a name has capitals behind its first word too."""
    first, *rest = actor.name.split()
    if first.lower() in _DETERMINERS or first[0].islower():
        return any(word[0].isupper() for word in rest[-1:])
    return True
