"""The document: one input's whole ledger. Its JSON form is the published output contract."""

import msgspec

from accordingto.records.article import (
    Article,
    Correction,
    Entry,
    Image,
    InfoSource,
    Note,
    Particular,
    Segment,
)
from accordingto.records.facts import Actor, Code, Event, Figure, Label, Place, Quantity, Time, Toll
from accordingto.records.statement import Relation, Statement

# Raised when a key is renamed, removed or changes its meaning; added keys leave it alone.
CONTRACT = "1"


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """Who says what in one page or text, with evidence.

    ``id`` is made from the capture's bytes and what was given with it; ``sha256`` is of the
    captured bytes; ``version`` is of this software, ``contract`` of this form. Every span is
    ``[start, end)`` in ``text``, in code points.
    """

    id: str
    source: str
    sha256: str
    version: str
    contract: str
    headline: str | None
    standfirst: str | None
    authors: tuple[str, ...]
    published: str | None
    modified: str | None
    outlet: str | None
    url: str | None
    language: str | None
    genre: str | None
    # Keys that were added later have defaults, so that what older versions wrote can be read.
    section: str | None = None
    tags: tuple[str, ...] = ()
    info_sources: tuple[InfoSource, ...] = ()
    corrections: tuple[Correction, ...] = ()
    images: tuple[Image, ...]
    entries: tuple[Entry, ...] = ()
    links: tuple[str, ...]
    # How headline, dates, authors … were chosen; where the page alone was asked for.
    particulars: tuple[Particular, ...] = ()
    lines: tuple[Segment, ...]
    actors: tuple[Actor, ...]
    statements: tuple[Statement, ...]
    relations: tuple[Relation, ...]
    figures: tuple[Figure, ...]
    quantities: tuple[Quantity, ...]
    tolls: tuple[Toll, ...]
    events: tuple[Event, ...]
    codes: tuple[Code, ...] = ()
    places: tuple[Place, ...]
    demonyms: tuple[Place, ...]
    times: tuple[Time, ...]
    durations: tuple[Time, ...]
    labels: tuple[Label, ...]
    notes: tuple[Note, ...]
    text: str


def document_of(article: Article, *, id: str, version: str) -> Document:
    """An article as a document whose ledger is still empty."""
    return Document(
        id=id,
        source=article.source,
        sha256=article.sha256,
        version=version,
        contract=CONTRACT,
        headline=article.headline,
        standfirst=article.standfirst,
        authors=article.authors,
        published=article.published,
        modified=article.modified,
        outlet=article.outlet,
        url=article.url,
        language=article.language,
        genre=article.genre,
        section=article.section,
        tags=article.tags,
        info_sources=article.info_sources,
        corrections=article.corrections,
        images=article.images,
        entries=article.entries,
        links=article.links,
        lines=article.segments,
        actors=(),
        statements=(),
        relations=(),
        figures=(),
        quantities=(),
        tolls=(),
        events=(),
        codes=(),
        places=(),
        demonyms=(),
        times=(),
        durations=(),
        labels=(),
        notes=article.notes,
        text=article.text,
    )
