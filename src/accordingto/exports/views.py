"""The records of an outline: what every view shows, without any layout."""

from typing import Literal

import msgspec

from accordingto.exports.passages import Passage
from accordingto.records.document import Document
from accordingto.records.facts import Actor, Event, Figure
from accordingto.records.statement import RelationKind, Statement

# Below this score a judgement is listed among the unsure ones; below the other one it is shown
# with its score.
UNSURE = 0.6
NOT_QUITE_SURE = 0.75
# The name of a source for whom the text has no word.
UNNAMED = "unnamed source"


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """One who speaks. ``key`` is the same for the same speaker; ``actor`` is null for a source
    without identity, whose ``name`` is then the text's words for it."""

    key: str
    name: str
    role: str | None = None
    body: str | None = None
    actor: Actor | None = None

    @property
    def unidentified(self) -> bool:
        """True for words that may mean anybody; an unnamed source says so by its name."""
        return self.actor is None and self.name != UNNAMED


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A relation seen from one statement: ``outgoing`` where it is the one that denies (…)."""

    kind: RelationKind
    outgoing: bool
    number: int
    score: float


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A statement with what a reader needs beside it.

    ``carriers`` are the names of those who passed it on, ``together`` of those who say it too,
    ``inside`` is the number of the statement that it stands in, ``hedged`` says what its words
    leave open ("" for nothing).
    """

    number: int
    statement: Statement
    voice: Voice
    passages: tuple[Passage, ...]
    cue: str | None
    hedged: str
    carriers: tuple[str, ...]
    affiliation: str | None
    addressee: str | None
    together: tuple[str, ...]
    inside: int | None
    links: tuple[Link, ...]


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """A statement that denies or disputes another; ``target`` is null where the text does not
    say who claimed what is denied."""

    kind: Literal["denies", "disputes"]
    entry: Entry
    target: Entry | None
    score: float = 1.0


class ClaimGroup(msgspec.Struct, frozen=True, kw_only=True):
    """One claim: every wording of it by its side, the statements of others against it, and those
    that bear it out, each in text order."""

    wordings: tuple[Entry, ...]
    against: tuple[Entry, ...] = ()
    support: tuple[Entry, ...] = ()


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """A figure with its claimant; ``entry`` and ``voice`` are null for the outlet's own voice.

    ``words`` are the figure's own, ``before`` and ``after`` a few words of its line beside it.
    """

    figure: Figure
    before: str
    words: str
    after: str
    voice: Voice | None
    entry: Entry | None


class Called(msgspec.Struct, frozen=True, kw_only=True):
    """A wording for an actor, how often it is used, and whether it characterises (a label)."""

    words: str
    count: int
    label: bool


class Calling(msgspec.Struct, frozen=True, kw_only=True):
    """What one voice calls an actor."""

    voice: str
    called: tuple[Called, ...]


class Naming(msgspec.Struct, frozen=True, kw_only=True):
    """How an actor is called, by the outlet first and then by each who is quoted."""

    actor: Actor
    body: str | None
    callings: tuple[Calling, ...]


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """An event: each wording with its count, and what is known of it, in the order of reading."""

    event: Event
    wordings: tuple[tuple[str, int], ...]
    facts: tuple[str, ...]


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """Something unsure: a sentence, the words it is about, the numbers of the statements that it
    holds for."""

    message: str
    words: str | None = None
    numbers: tuple[int, ...] = ()


class Outline(msgspec.Struct, frozen=True, kw_only=True):
    """A document in the order in which views show it.

    ``aside`` counts the segments with each role in which nobody is read as speaking.
    """

    document: Document
    entries: tuple[Entry, ...]
    voices: tuple[Voice, ...]
    disputes: tuple[Dispute, ...]
    claims: tuple[ClaimGroup, ...]
    tallies: tuple[Tally, ...]
    happenings: tuple[Happening, ...]
    namings: tuple[Naming, ...]
    named_once: int
    doubts: tuple[Doubt, ...]
    aside: tuple[tuple[str, int], ...]

    def by_voice(self) -> tuple[tuple[Voice, tuple[Entry, ...]], ...]:
        """Each speaker with its statements, speakers in the order of their first one."""
        groups: dict[str, list[Entry]] = {voice.key: [] for voice in self.voices}
        for entry in self.entries:
            groups[entry.voice.key].append(entry)
        return tuple((voice, tuple(groups[voice.key])) for voice in self.voices)

    def entry(self, number: int) -> Entry:
        """The statement with this number."""
        return self.entries[number - 1]
