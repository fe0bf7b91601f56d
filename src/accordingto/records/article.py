"""The article: its fixed text and the role of each part of it."""

from typing import Literal

import msgspec

from accordingto.records.span import Span

Role = Literal[
    "headline",
    "standfirst",
    "byline",
    "body",
    "subhead",
    "caption",
    "credit",
    "embed",
    "teaser",
    "footnote",
    "boilerplate",
]

# Roles whose words are this article's own. The others (other articles' headlines, site
# furniture, credits, bylines) are labelled and kept, but nobody is read as speaking in them.
SPOKEN_ROLES: frozenset[Role] = frozenset(
    {"headline", "standfirst", "body", "subhead", "caption", "embed", "footnote"}
)


class Segment(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A run of the text with one role. ``line`` counts the text's lines from 1.

    Segments do not overlap, are in order, have no outer blanks, and together cover all
    non-blank characters of the text.
    """

    line: int
    span: Span
    role: Role
    score: float = 1.0
    reasons: tuple[str, ...] = ()


CreditKind = Literal["photographer", "agency", "provider"]


class CreditName(msgspec.Struct, frozen=True, kw_only=True):
    """One name in a picture's credit, with its place in the text where it stands there."""

    name: str
    kind: CreditKind
    span: Span | None = None


class Image(msgspec.Struct, frozen=True, kw_only=True):
    """A picture of the article. Spans are set where caption or credit stand in the text."""

    caption: str | None = None
    caption_span: Span | None = None
    credit: str | None = None
    credit_span: Span | None = None
    alt: str | None = None
    url: str | None = None
    date: str | None = None
    credits: tuple[CreditName, ...] = ()
    handout: bool = False


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of a live page. ``span`` runs from its first to its last word, ``time`` is when
    it was written (ISO 8601), ``time_span`` the words that say so."""

    span: Span
    time: str | None = None
    time_span: Span | None = None
    headline: str | None = None


OriginPlace = Literal["dateline", "byline", "signature", "note", "metadata"]


class InfoSource(msgspec.Struct, frozen=True, kw_only=True):
    """An agency or outlet from which the article, or a part of it, is stated to come.

    ``name`` is ``None`` where the page says "agencies" only. ``part`` is ``whole`` where the text
    is said to be theirs, ``contribution`` where they gave a part. ``span`` are the words that
    say so, where these stand in the text; ``where`` is the kind of place.
    """

    name: str | None
    part: Literal["whole", "contribution"]
    where: OriginPlace
    span: Span | None = None
    score: float = 1.0
    reasons: tuple[str, ...] = ()


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """A note of the outlet that it changed what it had published."""

    kind: Literal["correction", "clarification", "update", "editors-note"]
    span: Span


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """Something a reader should know about this reading: what was unsure, missing or odd.

    ``code`` is a stable short name (``language-unserved``), ``message`` a sentence.
    """

    code: str
    message: str
    span: Span | None = None


class Candidate(msgspec.Struct, frozen=True):
    """One value that a page has for a particular, and where it stands there."""

    value: str
    origin: str


class Particular(msgspec.Struct, frozen=True, kw_only=True):
    """How one particular of an article (``headline``, ``published`` …) was chosen.

    ``value`` is what was taken (of several authors, their names joined by semicolons), ``reason``
    says why, ``candidates`` are all values that were found, those of most trust first.
    """

    field: str
    value: str | None
    reason: str
    candidates: tuple[Candidate, ...] = ()


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """A page as an article. ``text`` is fixed from here on; all later records point into it.

    For plain text ``text`` is the input unchanged. For HTML it is the text of the page's
    blocks joined by newlines. ``published`` and ``modified`` are ISO dates (``2021-02-27``)
    or date-times with the offset where one was given.
    """

    source: str
    sha256: str
    text: str
    segments: tuple[Segment, ...]
    headline: str | None = None
    standfirst: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    genre: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    info_sources: tuple[InfoSource, ...] = ()
    corrections: tuple[Correction, ...] = ()
    images: tuple[Image, ...] = ()
    entries: tuple[Entry, ...] = ()
    links: tuple[str, ...] = ()
    particulars: tuple[Particular, ...] = ()
    notes: tuple[Note, ...] = ()

    def segments_of(self, *roles: Role) -> tuple[Segment, ...]:
        """The segments that have one of ``roles``, in order."""
        return tuple(s for s in self.segments if s.role in roles)

    def spoken(self) -> tuple[Segment, ...]:
        """The segments in which somebody of this article may speak."""
        return tuple(s for s in self.segments if s.role in SPOKEN_ROLES)
