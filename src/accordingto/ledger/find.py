"""Looking things up in a SQLite ledger: full-text search and lists of claims."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import Connection, Label, Select, Table, TableClause, func, select

from accordingto.ledger import schema
from accordingto.ledger.filters import Filters, matches, of_document, of_statement
from accordingto.ledger.results import Claim, Hit
from accordingto.ledger.terms import terms_of
from accordingto.records.article import SPOKEN_ROLES
from accordingto.records.span import Span

_BATCH = 500


def claims(
    connection: Connection, filters: Filters, limit: int | None, offset: int
) -> Iterator[Claim]:
    """Statements that fit ``filters``, newest document first, then in text order."""
    view = schema.claims
    query = (
        select(view, _pieces())
        .where(*of_document(filters, view), *of_statement(filters, view))
        .order_by(view.c.published.desc().nulls_last(), view.c.document, view.c.position)
        .limit(limit)
        .offset(offset)
    )
    for row in connection.execution_options(yield_per=_BATCH).execute(query):
        yield _claim(row)


def _claim(row: Any) -> Claim:
    words, spans = _ordered(row.pieces)
    return Claim(
        document=row.document,
        statement=row.statement,
        source=row.source,
        actor=row.actor,
        source_kind=row.source_kind,
        act=row.act,
        quote=row.quote,
        words=words,
        spans=spans,
        cue=row.cue_words,
        via=row.via,
        parent=row.parent,
        said_on=row.said_on,
        certainty=row.certainty,
        published=row.published,
        outlet=row.outlet,
        headline=row.headline,
        url=row.url,
        score=row.score,
    )


def _pieces() -> Label[str]:
    """For a row of the view `claims`, its contents as JSON: position, start, end, words."""
    view, contents = schema.claims, schema.contents
    columns = contents.c.position, contents.c.start_at, contents.c.end_at, contents.c.words
    query = select(func.json_group_array(func.json_array(*columns))).where(
        contents.c.document == view.c.document, contents.c.statement == view.c.statement
    )
    return query.scalar_subquery().label("pieces")


def _ordered(found: str) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    pieces = sorted(msgspec.json.decode(found, type=list[tuple[int, int, int, str]]))
    words = tuple(words for _, _, _, words in pieces)
    return words, tuple(Span(start, end) for _, start, end, _ in pieces)


def search(connection: Connection, query: str, filters: Filters, limit: int) -> list[Hit]:
    """Statements that match, best first; then paragraphs, then headlines, while there is room.

    A paragraph is left out where a matching statement stands in it, a headline where anything
    else of its document matches: the same words are shown once.
    """
    terms = terms_of(query)
    if not terms or limit < 1:
        return []
    match = " ".join(terms)
    hits = _statements(connection, match, filters, limit)
    if filters.about_statements():
        return hits
    # As long as there is room, `hits` has every statement (then every paragraph) that matches.
    if len(hits) < limit:
        hits += islice(_lines(connection, match, filters, tuple(hits)), limit - len(hits))
    if len(hits) < limit:
        hits += islice(_headlines(connection, match, filters, tuple(hits)), limit - len(hits))
    return hits


def _statements(connection: Connection, match: str, filters: Filters, limit: int) -> list[Hit]:
    index, said, documents = schema.statement_search, schema.statements, schema.documents
    # The best few are chosen first: the view looks up the pieces of every row that it gives.
    best = (
        _best(index, match, documents, said.c.position)
        .add_columns(said.c.key)
        .join_from(index, said, said.c.key == index.c.rowid)
        .join(documents, documents.c.id == said.c.document)
        .where(*of_document(filters, documents), *of_statement(filters, said))
        .limit(limit)
        .subquery()
    )
    view = schema.claims
    query = _in_order(
        select(best.c.rank, view, _pieces()), best, view, view.c.document, view.c.position
    ).join_from(best, view, view.c.key == best.c.key)
    return [_said(row) for row in connection.execute(query)]


def _best(index: TableClause, match: str, documents: Table, *places: Any) -> Select[Any]:
    """The rows of an index that match, in order."""
    query = select(index.c.rank).where(matches(index, match))
    return _in_order(query, index, documents, documents.c.id, *places)


def _in_order(query: Select[Any], ranked: Any, dated: Any, *places: Any) -> Select[Any]:
    """Best first; of equals the newest; of those in the order of ``places``."""
    return query.order_by(ranked.c.rank, dated.c.published.desc().nulls_last(), *places)


def _said(row: Any) -> Hit:
    claim = _claim(row)
    return Hit(
        found_in="statement",
        document=claim.document,
        statement=claim.statement,
        source=claim.source,
        act=claim.act,
        words=claim.words,
        spans=claim.spans,
        published=claim.published,
        outlet=claim.outlet,
        headline=claim.headline,
        url=claim.url,
        score=claim.score,
        rank=-row.rank,
    )


def _lines(
    connection: Connection, match: str, filters: Filters, said: Iterable[Hit]
) -> Iterator[Hit]:
    index, lines, documents = schema.line_search, schema.lines, schema.documents
    query = (
        _best(index, match, documents, lines.c.position)
        .add_columns(lines.c.start_at, lines.c.end_at, lines.c.words, lines.c.score)
        .add_columns(*_about(documents))
        .join_from(index, lines, lines.c.key == index.c.rowid)
        .join(documents, documents.c.id == lines.c.document)
        .where(lines.c.role.in_(sorted(SPOKEN_ROLES)), *of_document(filters, documents))
    )
    taken: dict[str, list[Span]] = {}
    for hit in said:
        taken.setdefault(hit.document, []).extend(hit.spans)
    for row in connection.execute(query):
        span = Span(row.start_at, row.end_at)
        if not any(span.overlaps(other) for other in taken.get(row.id, ())):
            yield _written(row, row.words, span, row.score)


def _headlines(
    connection: Connection, match: str, filters: Filters, shown: Iterable[Hit]
) -> Iterator[Hit]:
    index, documents = schema.headline_search, schema.documents
    query = (
        _best(index, match, documents)
        .add_columns(*_about(documents))
        .join_from(index, documents, documents.c.key == index.c.rowid)
        .where(*of_document(filters, documents))
    )
    seen = {hit.document for hit in shown}
    for row in connection.execute(query):
        if row.id not in seen:
            yield _written(row, row.headline, None, 1.0)


def _about(documents: Table) -> tuple[Any, ...]:
    columns = documents.c
    return columns.id, columns.published, columns.outlet, columns.headline, columns.url


def _written(row: Any, words: str, span: Span | None, score: float) -> Hit:
    return Hit(
        found_in="headline" if span is None else "text",
        document=row.id,
        statement=None,
        source=None,
        act=None,
        words=(words,),
        spans=() if span is None else (span,),
        published=row.published,
        outlet=row.outlet,
        headline=row.headline,
        url=row.url,
        score=score,
        rank=-row.rank,
    )
