"""Stories: reports of one event, whose words they share, and how what they say compares.

Everything here is a judgement over documents that stay as they are; each carries a score or
reasons, and every place in a text is given by its document and span.
"""

from typing import Literal

import msgspec

from accordingto.records.facts import What
from accordingto.records.span import Span
from accordingto.records.statement import Act

CopyKind = Literal["copy", "partial"]
OriginKind = Literal["agency", "outlet"]
LinkKind = Literal["agrees", "differs", "conflicts", "update"]
Stand = Literal["says", "denies", "doubts"]


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One article as grouping needs it. ``day`` is the ISO day of publication."""

    id: str
    text: str
    title: str | None = None
    day: str | None = None
    outlet: str | None = None


class Ref(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """Words in an article: ``words == text[start:end]`` of ``document``. ``statement`` is the id
    of the statement that they are or belong to, null for the outlet's own voice."""

    document: str
    span: Span
    words: str
    statement: str | None = None


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """An article of a story. ``score`` (0-1) is how sure it is that it belongs; ``fixed`` where a
    person has put it there."""

    document: str
    outlet: str | None
    headline: str | None
    published: str | None
    url: str | None
    score: float
    reasons: tuple[str, ...] = ()
    fixed: bool = False


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A place where a copy differs: a number or words that ``was`` in the original and ``now``
    read otherwise; one is null where words were cut or added."""

    kind: Literal["figure", "words", "cut", "added"]
    was: Ref | None = None
    now: Ref | None = None


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """``document`` prints words of ``original``. ``own`` is the share of the shorter report's own
    prose (quotations, captions, notices and furniture apart) that both have; ``all`` of all its
    words; ``longest`` the longest shared stretch in words."""

    document: str
    original: str
    kind: CopyKind
    own: float
    all: float
    longest: int
    score: float
    changes: tuple[Change, ...] = ()
    reasons: tuple[str, ...] = ()


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Articles that are one voice, however many sites print them: ``name`` is the agency, or the
    outlet whose account it is."""

    id: str
    name: str
    kind: OriginKind
    documents: tuple[str, ...]
    reasons: tuple[str, ...] = ()


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """One who speaks, acts or suffers in several articles: ``actors`` are (document, actor id).

    That they are one is a judgement; ``fixed`` where a person has made it.
    """

    id: str
    name: str
    kind: str
    actors: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    score: float
    reasons: tuple[str, ...] = ()
    fixed: bool = False


class Voicing(msgspec.Struct, frozen=True, kw_only=True):
    """One statement in a claim: who (a party's id, or ``name`` alone), how, where, through whom."""

    ref: Ref
    party: str | None
    name: str
    stand: Stand
    act: Act
    outlet: str | None
    published: str | None
    origin: str
    via: tuple[str, ...] = ()
    score: float = 1.0


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """Statements that say the same. ``origins`` counts voices: two reporters who quote one
    speaker are one; 0 where it is only denied. ``silent`` are the documents that carry none of it.
    ``vague`` is true where none of its words say which claim it is ("the allegations"), and where
    it is denied in a paragraph on another matter."""

    id: str
    words: str
    voicings: tuple[Voicing, ...]
    origins: int
    contested: bool
    first_seen: str | None
    last_seen: str | None
    silent: tuple[str, ...] = ()
    vague: bool = False


class StatementLink(msgspec.Struct, frozen=True, kw_only=True):
    """How a statement of one article stands to one of another. For ``update`` ``b`` is later."""

    a: Ref
    b: Ref
    kind: LinkKind
    score: float
    same_source: bool = False
    same_words: bool = False
    reasons: tuple[str, ...] = ()


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """A figure of a story: bounds as worded, whose it is, since when, in how many articles.
    ``role`` is the part of those harmed that it counts, where it counts a part ("fighters").
    ``elsewhere`` is true where it counts another event than the one that the story is about,
    ``withdrawn`` where the article tells it as what its claimant had said before, ``denied`` where
    its claimant names it only to say that it is not so, ``part`` where the words around it say that
    it counts some of those harmed."""

    ref: Ref
    what: What
    low: float | int | None
    high: float | int | None
    role: str | None
    published: str | None
    outlet: str | None
    elsewhere: bool = False
    withdrawn: bool = False
    denied: bool = False
    part: bool = False


class Claimant(msgspec.Struct, frozen=True, kw_only=True):
    """All figures for one harm by one claimant, oldest first; ``low`` to ``high`` are the least
    and the most that it gave; ``latest`` is the newest count's place in ``counts``."""

    party: str | None
    name: str
    counts: tuple[Count, ...]
    low: float | int | None
    high: float | int | None
    origins: int


class StoryToll(msgspec.Struct, frozen=True, kw_only=True):
    """One harm as its claimants give it. ``least`` and ``most`` span the latest figure of each;
    no average is made. ``unresolved`` says why they differ, where they do. ``likely`` is a
    judgement of another kind: what the articles' own tolls come to, each origin counted once."""

    what: What
    claimants: tuple[Claimant, ...]
    least: float | int | None
    most: float | int | None
    least_by: tuple[str, ...] = ()
    most_by: tuple[str, ...] = ()
    unresolved: tuple[str, ...] = ()
    likely: int | None = None
    likely_score: float | None = None
    likely_reasons: tuple[str, ...] = ()


class Casualties(msgspec.Struct, frozen=True, kw_only=True):
    """The least and the most that claimants give for the dead and the injured, as casualty
    recorders keep it, with the claimants. Null where nobody gives a bound."""

    killed_min: float | int | None = None
    killed_max: float | int | None = None
    injured_min: float | int | None = None
    injured_max: float | int | None = None
    killed_min_by: tuple[str, ...] = ()
    killed_max_by: tuple[str, ...] = ()
    injured_min_by: tuple[str, ...] = ()
    injured_max_by: tuple[str, ...] = ()


class Called(msgspec.Struct, frozen=True, kw_only=True):
    """What one outlet calls a party: in its own voice, and in whose quotation."""

    party: str
    outlet: str
    own: tuple[Ref, ...] = ()
    quoted: tuple[tuple[str, Ref], ...] = ()


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """A day (or minute) of the story: what happened, or what was said first then."""

    when: str
    kind: Literal["event", "claim", "report"]
    ref: Ref
    what: str


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """One event as several articles tell it."""

    id: str
    title: str
    first: str | None
    last: str | None
    members: tuple[Member, ...]
    origins: tuple[Origin, ...]
    copies: tuple[Copy, ...]
    parties: tuple[Party, ...]
    claims: tuple[Claim, ...]
    links: tuple[StatementLink, ...]
    tolls: tuple[StoryToll, ...]
    casualties: Casualties
    naming: tuple[Called, ...]
    moments: tuple[Moment, ...]
    sentences: tuple[str, ...]
