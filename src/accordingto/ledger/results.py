"""What a ledger answers with: claims and search hits, each with its exact words."""

from typing import Literal

import msgspec

from accordingto.records.span import Span
from accordingto.records.statement import Act, Certainty, SourceKind

Added = Literal["added", "updated", "unchanged"]

FoundIn = Literal["statement", "text", "headline"]


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One statement of one document, with what is needed to read it alone.

    ``spans`` are ``[start, end)`` in the document's text, ``words`` the text of each, verbatim.
    ``source`` is the best name of who says it, ``actor`` its id in the document (``None`` for a
    source without identity), ``via`` those who passed it on, by name, nearest first.
    ``certainty`` is how sure the content is as it is worded.
    """

    document: str
    statement: str
    source: str | None
    actor: str | None
    source_kind: SourceKind | None
    act: Act
    quote: str
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    cue: str | None
    via: str | None
    parent: str | None
    said_on: str | None
    certainty: Certainty
    published: str | None
    outlet: str | None
    headline: str | None
    url: str | None
    score: float


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One place where the words looked for stand.

    ``found_in`` is ``statement`` (then ``statement``, ``source`` and ``act`` say whose it is),
    ``text`` (a paragraph in which no statement was found to match) or ``headline`` (a headline
    that the page gives outside its text, so without a span). ``score`` is how sure the reading
    of the statement or the paragraph's role is (0-1); ``rank`` how well it fits the query, higher
    is better, comparable within one answer and one ``found_in``.
    """

    found_in: FoundIn
    document: str
    statement: str | None
    source: str | None
    act: Act | None
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    published: str | None
    outlet: str | None
    headline: str | None
    url: str | None
    score: float
    rank: float


class StoryLine(msgspec.Struct, frozen=True, kw_only=True):
    """A story in a list: its id, a headline of it, its days, articles and outlets by number."""

    id: str
    title: str
    first: str | None
    last: str | None
    articles: int
    outlets: tuple[str, ...]
