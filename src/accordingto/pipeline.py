"""The stages in order: a capture in, a document out.

Only this module knows the order. Each stage is a plain function of records; read downwards.
"""

import msgspec

from accordingto.actors.find import find_actors
from accordingto.encoder.model import Encoder, encoder_for
from accordingto.events.coding import find_codes
from accordingto.events.figures import hang_figures
from accordingto.events.find import find_events
from accordingto.facts.described import describe_figures
from accordingto.facts.figures import find_figures
from accordingto.facts.labels import find_labels
from accordingto.facts.places import find_places
from accordingto.facts.quantities import find_quantities
from accordingto.facts.times import find_times
from accordingto.facts.tolls import find_tolls
from accordingto.language.engine import Engine
from accordingto.language.engines import SERVED, engine_for
from accordingto.language.read import read_language, read_marks
from accordingto.page.html.origins import source_map
from accordingto.page.read import read_article
from accordingto.records.article import Article, Note
from accordingto.records.capture import Capture
from accordingto.records.document import Document, document_of
from accordingto.records.ids import content_id
from accordingto.records.reading import Reading
from accordingto.records.source_map import SourceMap
from accordingto.relations.audit import audit_headline
from accordingto.relations.relate import relate
from accordingto.relations.scene import scene
from accordingto.statements.attribute import attribute
from accordingto.statements.certainty import hedge_statements
from accordingto.statements.resolve import resolve_sources
from accordingto.statements.when import date_statements
from accordingto.threads import single_thread
from accordingto.version import __version__


def read_capture(capture: Capture) -> Document:
    """Reads one input to the end: article, statements, actors, facts, relations."""
    article = _article(capture)
    encoder = encoder_for(article.language)
    engine = engine_for(article.language, encoded=encoder is not None)
    return read_article_ledger(article, engine, encoder, document_id(capture))


def read_by_rules(capture: Capture) -> Document:
    """Reads one input to the end without the encoder: attribution by rules alone."""
    article = _article(capture)
    return read_article_ledger(article, engine_for(article.language), None, document_id(capture))


def read_page_only(capture: Capture) -> Document:
    """Reads one input's article structure and stops there."""
    article = _article(capture)
    document = document_of(article, id=document_id(capture), version=__version__)
    return msgspec.structs.replace(document, particulars=article.particulars)


def map_to_source(html: str, document: Document) -> SourceMap:
    """Where each character of a document's text stands in the HTML that it was read from."""
    return source_map(html, document.text)


def read_article_ledger(
    article: Article, engine: Engine | None, encoder: Encoder | None, id: str
) -> Document:
    """Everything after the page stage, for an article and what serves its language."""
    with single_thread():
        return _ledger(article, engine, encoder, id)


def _ledger(article: Article, engine: Engine | None, encoder: Encoder | None, id: str) -> Document:
    marks = read_marks(article)
    encoding = encoder.encode(article.text, marks.blocks, marks.quotations) if encoder else None
    reading = read_language(article, engine, marks, encoding)

    attributed = attribute(article, reading, encoding)
    actors = find_actors(article, reading, attributed)
    statements = resolve_sources(article, reading, attributed, actors)

    found = find_times(article, reading)
    statements = date_statements(reading, statements, found.times)
    statements = hedge_statements(reading, statements)
    timed = (*found.times, *found.durations)
    figures = find_figures(article, reading, statements, timed)
    figures = describe_figures(article, reading, statements, figures, found.times)
    quantities = find_quantities(article, reading, statements, figures, found.times)
    named = find_places(article, reading, actors)
    labels = find_labels(reading, statements, actors)
    looked_at = scene(article, reading, statements, actors, figures, found.times)
    relations = relate(looked_at)
    meant = tuple(place for place in named.places if not place.metonymic)
    events = find_events(article, reading, statements, relations, actors, found.times, meant)
    headline = audit_headline(looked_at, relations)

    return msgspec.structs.replace(
        document_of(article, id=id, version=__version__),
        actors=actors,
        statements=statements,
        relations=relations,
        figures=hang_figures(reading, figures, events),
        events=events,
        codes=find_codes(reading),
        quantities=quantities,
        tolls=find_tolls(article, reading, figures),
        times=found.times,
        durations=found.durations,
        places=named.places,
        demonyms=named.demonyms,
        labels=labels,
        notes=(
            *article.notes,
            *headline,
            *_language_notes(article, engine),
            *_length_notes(article, reading),
        ),
    )


def _article(capture: Capture) -> Article:
    """The page stage, with what intake had to say put before its notes."""
    article = read_article(capture)
    told = tuple(Note(code="intake", message=note) for note in capture.notes)
    return msgspec.structs.replace(article, notes=told + article.notes)


def document_id(capture: Capture) -> str:
    """The id of the document that a capture will become, known before it is read.

    Made from the captured bytes and from what was given with them, as both decide the result.
    """
    given = capture.given
    return content_id(
        "d", capture.sha256, given.id, given.url, given.published, given.outlet, given.language
    )


def _length_notes(article: Article, reading: Reading) -> tuple[Note, ...]:
    end = max((block.end for block in reading.blocks), default=0)
    unread = [s.span for s in article.spoken() if s.span.start >= end]
    if not unread:
        return ()
    message = (
        f"The text is longer than an article: {len(unread):,} of its parts, from character "
        f"{unread[0].start:,} on, were given their roles and not read further."
    )
    return (Note(code="text-not-read", message=message, span=unread[0]),)


def _language_notes(article: Article, engine: Engine | None) -> tuple[Note, ...]:
    if engine is None:
        served = ", ".join(SERVED)
        message = (
            f"No language engine serves '{article.language}' (served: {served}). "
            "Article structure and direct quotations are given; indirect speech is not read."
        )
        return (Note(code="language-unserved", message=message),)
    if article.language is None:
        message = "The language could not be told from so little text; it was read as English."
        return (Note(code="language-unknown", message=message),)
    return ()
