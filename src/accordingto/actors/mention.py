"""A mention while actors are being made of mentions."""

from typing import Literal

import msgspec

from accordingto.records.facts import ActorKind
from accordingto.records.span import Span

Form = Literal["name", "noun"]


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """Words that may point at an actor.

    ``head`` is the index of the token that the rest of the mention hangs on. ``label`` is the
    engine's entity label or "". ``country`` is the state that the words themselves name.
    ``title`` has the office or trade put before a name, ``lemma`` the head noun of a noun phrase.
    ``sure`` is true where kind comes from tables, words or a title and not from the engine's label.
    ``identity`` is set for names of our tables: two that differ are two actors, whatever else says.
    ``definite`` is true for "the …", "his …"; ``vague`` for "officials", "a source": nobody unless
    the text comes back to them; ``spoken`` where a statement has it as its source; ``subject``
    where its clause is about it, ``leads`` where its sentence is. ``sentence`` is the index of
    the sentence's first token, ``called`` the noun that says beside a name what body it is of
    ("party" in "the party Tawas"), ``narrowed`` is true for "the people who did it".
    """

    span: Span
    words: str
    head: int
    form: Form
    label: str = ""
    kind: ActorKind | None = None
    country: str | None = None
    sure: bool = False
    identity: str | None = None
    title: str | None = None
    lemma: str = ""
    definite: bool = False
    plural: bool = False
    vague: bool = False
    spoken: bool = False
    subject: bool = False
    leads: bool = False
    sentence: int = -1
    called: str = ""
    narrowed: bool = False


class Link(msgspec.Struct, frozen=True):
    """Two mentions (by index) that are of one actor, how sure that is, and why."""

    left: int
    right: int
    score: float
    reason: str
