"""A document as table rows. Plain functions; no database here."""

from collections.abc import Iterable
from itertools import zip_longest
from typing import Any

import msgspec
from sqlalchemy import Table

from accordingto.ledger import schema
from accordingto.records.document import Document
from accordingto.records.facts import Actor, Place
from accordingto.records.span import Span
from accordingto.records.statement import Statement

Row = dict[str, Any]
TableRows = list[tuple[Table, list[Row]]]

# Between the pieces of a content that the cue cuts in two; also what people see in `words`.
GAP = " … "


def rows_of(document: Document) -> TableRows:
    """All rows of a document, table by table, each table after those that it refers to."""
    tables = [
        (schema.documents, [_document(document)]),
        (schema.lines, _lines(document)),
        (schema.actors, _actors(document)),
        (schema.mentions, _pointers(document, "actor", document.actors)),
        (schema.statements, _statements(document)),
        (schema.contents, _contents(document)),
        (schema.carriers, _carriers(document)),
        (schema.joint_sources, _joint_sources(document)),
        (schema.relations, _relations(document)),
        (schema.places, _places(document)),
        (schema.place_mentions, _pointers(document, "place", _meant(document))),
        (schema.events, _events(document)),
        (schema.anchors, _anchors(document)),
        (schema.figures, _figures(document)),
        (schema.times, _times(document)),
        (schema.codes, _codes(document)),
        (schema.labels, _labels(document)),
        (schema.notes, _notes(document)),
    ]
    return [(table, rows) for table, rows in tables if rows]


def _at(document: Document, span: Span | None) -> Row:
    if span is None:
        return {"start_at": None, "end_at": None, "words": None}
    return {"start_at": span.start, "end_at": span.end, "words": span.of(document.text)}


def _judged(record: Any) -> Row:
    score = record.sure if isinstance(record, Statement) else record.score
    return {"score": score, "reasons": "; ".join(record.reasons)}


def _real(value: float | int | None) -> float | None:
    if value is None:
        return None
    try:
        return float(value)
    except OverflowError:  # a number too long for any figure; the JSON has it exactly
        return float("inf") if value > 0 else float("-inf")


def _document(document: Document) -> Row:
    plain = (
        "id source sha256 version contract headline standfirst published modified outlet url "
        "language genre text"
    )
    row: Row = {name: getattr(document, name) for name in plain.split()}
    row["authors"] = "; ".join(document.authors)
    row["json"] = msgspec.json.encode(document).decode()
    return row


def _lines(document: Document) -> list[Row]:
    return [
        {
            "document": document.id,
            "position": position,
            "line": line.line,
            "role": line.role,
            **_at(document, line.span),
            **_judged(line),
        }
        for position, line in enumerate(document.lines)
    ]


def _actors(document: Document) -> list[Row]:
    return [
        {
            "document": document.id,
            "id": actor.id,
            "position": position,
            "kind": actor.kind,
            "name": actor.name,
            "aliases": "; ".join(actor.aliases),
            "role": actor.role,
            "member_of": actor.member_of,
            **_judged(actor),
        }
        for position, actor in enumerate(document.actors)
    ]


def _pointers(document: Document, owner: str, records: Iterable[Any]) -> list[Row]:
    return [
        {"document": document.id, owner: record.id, "position": n, **_at(document, span)}
        for record in records
        for n, span in enumerate(record.mentions)
    ]


def _statements(document: Document) -> list[Row]:
    actors = {actor.id: actor for actor in document.actors}
    return [
        {
            "document": document.id,
            "position": position,
            "source_kind": s.source_kind,
            "cue_words": s.cue_span and s.cue_span.of(document.text),
            "words": GAP.join(span.of(document.text) for span in s.content_spans),
            "said_on": s.when,
            **_named(document, s, actors),
            **_judged(s),
            **{name: getattr(s, name) for name in ("id", "source", "act", "quote", "parent")},
            **{name: getattr(s, name) for name in ("holder_text", "affiliation", "addressee")},
            "certainty": s.certainty,
        }
        for position, s in enumerate(document.statements)
    ]


def _named(document: Document, statement: Statement, actors: dict[str, Actor]) -> Row:
    """The words for the source here, its best name, and all names by which to find it, those of who
    says it too among them."""
    words = statement.source_span and statement.source_span.of(document.text)
    said_by = (statement.source, *statement.joint_sources)
    who = [actors[name] for name in said_by if name in actors]
    names = [name for actor in who for name in (actor.name, *actor.aliases)]
    every = [name for name in (*names, statement.holder_text, words) if name]
    return {
        "source_words": words,
        "source_name": every[0] if every else None,
        "source_names": "\n".join(dict.fromkeys(every)),
    }


def _contents(document: Document) -> list[Row]:
    return [
        {"document": document.id, "statement": s.id, "position": n, **_at(document, span)}
        for s in document.statements
        for n, span in enumerate(s.content_spans)
    ]


def _carriers(document: Document) -> list[Row]:
    return [
        {
            "document": document.id,
            "statement": s.id,
            "position": n,
            "actor": actor,
            **_at(document, span),
        }
        for s in document.statements
        for n, (actor, span) in enumerate(zip_longest(s.via, s.via_spans))
    ]


def _joint_sources(document: Document) -> list[Row]:
    return [
        {"document": document.id, "statement": s.id, "position": n, "actor": actor}
        for s in document.statements
        for n, actor in enumerate(s.joint_sources)
    ]


def _relations(document: Document) -> list[Row]:
    return [
        {
            "document": document.id,
            "position": position,
            "origin": relation.origin,
            "target": relation.target,
            "kind": relation.kind,
            **_judged(relation),
        }
        for position, relation in enumerate(document.relations)
    ]


def _meant(document: Document) -> list[Place]:
    """The places by whose names a place is meant. The others are in the document itself."""
    return [place for place in document.places if not place.metonymic]


def _places(document: Document) -> list[Row]:
    plain = ("id", "name", "kind", "country", "lat", "lon", "gid")
    return [
        {
            "document": document.id,
            "position": position,
            **{name: getattr(place, name) for name in plain},
            **_judged(place),
        }
        for position, place in enumerate(_meant(document))
    ]


def _events(document: Document) -> list[Row]:
    return [
        {
            "document": document.id,
            "id": event.id,
            "position": position,
            "type": event.type,
            "happened": event.when,
            "place": event.where,
            "mode": event.mode,
            "realis": event.realis,
            "main": int(event.main),
            **_judged(event),
        }
        for position, event in enumerate(document.events)
    ]


def _anchors(document: Document) -> list[Row]:
    return [
        {"document": document.id, "event": event.id, "position": n, **_at(document, span)}
        for event in document.events
        for n, span in enumerate(event.anchor_spans)
    ]


def _figures(document: Document) -> list[Row]:
    plain = ("id", "what", "unit", "statement", "about_event")
    return [
        {
            "document": document.id,
            "position": position,
            **_at(document, figure.span),
            **{name: getattr(figure, name) for name in plain},
            **{name: _real(getattr(figure, name)) for name in ("value", "low", "high")},
            **_judged(figure),
        }
        for position, figure in enumerate(document.figures)
    ]


def _times(document: Document) -> list[Row]:
    return [
        {
            "document": document.id,
            "position": position,
            "value": time.value,
            "type": time.type,
            **_at(document, time.span),
            **_judged(time),
        }
        for position, time in enumerate(document.times)
    ]


def _labels(document: Document) -> list[Row]:
    return [
        {
            "document": document.id,
            "position": position,
            "actor": label.actor,
            "given_by": label.by,
            **_at(document, label.label_span),
            **_judged(label),
        }
        for position, label in enumerate(document.labels)
    ]


def _codes(document: Document) -> list[Row]:
    return [
        {
            "document": document.id,
            "position": position,
            **_at(document, code.span),
            "scheme": code.scheme,
            "code": code.code,
            **_judged(code),
        }
        for position, code in enumerate(document.codes)
    ]


def _notes(document: Document) -> list[Row]:
    return [
        {
            "document": document.id,
            "position": position,
            "code": note.code,
            "message": note.message,
            **_at(document, note.span),
        }
        for position, note in enumerate(document.notes)
    ]
