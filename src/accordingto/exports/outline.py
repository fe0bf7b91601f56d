"""A document's records joined for a reader: the one source of all views.

Statements are numbered from 1 in text order; all cross references use these numbers.
"""

from collections.abc import Iterable

from accordingto.exports.claims import claim_groups
from accordingto.exports.happenings import happenings
from accordingto.exports.naming import namings
from accordingto.exports.outline_parts import (
    aside,
    disputes,
    doubts,
    name_of,
    tallies,
)
from accordingto.exports.passages import passages_of
from accordingto.exports.views import UNNAMED, Entry, Link, Outline, Voice
from accordingto.exports.wording import hedged
from accordingto.records.document import Document
from accordingto.records.facts import Actor
from accordingto.records.span import Span, hull
from accordingto.records.statement import Relation, Statement


def outline_of(document: Document) -> Outline:
    """Joins and orders a document's records. References to missing records are left out."""
    actors = {actor.id: actor for actor in document.actors}
    entries = _entries(document, actors)
    by_id = {entry.statement.id: entry for entry in entries}
    voices: dict[str, Voice] = {}
    for entry in entries:
        voices.setdefault(entry.voice.key, entry.voice)
    named = namings(document, actors, entries)
    return Outline(
        document=document,
        entries=entries,
        voices=tuple(voices.values()),
        disputes=disputes(document, entries, by_id),
        claims=claim_groups(document, by_id),
        tallies=tallies(document, by_id),
        happenings=happenings(document, actors, by_id),
        namings=named,
        named_once=len(document.actors) - len(named),
        doubts=doubts(document, entries, by_id),
        aside=aside(document),
    )


def _entries(document: Document, actors: dict[str, Actor]) -> tuple[Entry, ...]:
    ordered = sorted(document.statements, key=_place)
    numbers = {statement.id: at for at, statement in enumerate(ordered, start=1)}
    links = _links(document.relations, numbers)
    return tuple(
        Entry(
            number=number,
            statement=statement,
            voice=_voice(document, statement, actors),
            passages=passages_of(document.text, statement),
            cue=statement.cue_span.of(document.text) if statement.cue_span else None,
            hedged=hedged(
                statement.certainty, [span.of(document.text) for span in statement.hedge_spans]
            ),
            carriers=_carriers(document.text, statement, actors),
            affiliation=name_of(statement.affiliation, actors),
            addressee=name_of(statement.addressee, actors),
            together=tuple(
                name for a in statement.joint_sources if (name := name_of(a, actors)) is not None
            ),
            inside=numbers.get(statement.parent) if statement.parent else None,
            links=tuple(links.get(statement.id, ())),
        )
        for number, statement in enumerate(ordered, start=1)
    )


def _place(statement: Statement) -> tuple[int, int, int, str]:
    """Sorts by first character, then by what is said, the longer first, so that a statement
    precedes those inside it."""
    spans = [*statement.content_spans, statement.cue_span, statement.source_span]
    whole = hull(span for span in spans if span is not None) or Span(0, 0)
    said = min((span.start for span in statement.content_spans), default=whole.start)
    return whole.start, said, -whole.end, statement.id


def _voice(document: Document, statement: Statement, actors: dict[str, Actor]) -> Voice:
    actor = actors.get(statement.source) if statement.source else None
    if actor is not None:
        return Voice(
            key=actor.id,
            name=actor.name,
            role=actor.role,
            body=name_of(actor.member_of, actors),
            actor=actor,
        )
    words = statement.holder_text
    if words is None and statement.source_span is not None:
        words = statement.source_span.of(document.text)
    if words is None and statement.source_kind == "outlet":
        words = document.outlet
    body = name_of(statement.affiliation, actors)
    words = words or UNNAMED
    return Voice(key=f"?{words.casefold()}|{body or ''}", name=words, body=body)


def _carriers(text: str, statement: Statement, actors: dict[str, Actor]) -> tuple[str, ...]:
    names = [name_of(actor_id, actors) for actor_id in statement.via]
    if any(name is None for name in names) or not names:
        return tuple(span.of(text) for span in statement.via_spans)
    return tuple(name for name in names if name is not None)


def _links(relations: Iterable[Relation], numbers: dict[str, int]) -> dict[str, list[Link]]:
    links: dict[str, list[Link]] = {}
    for relation in relations:
        for here, there, outgoing in (
            (relation.origin, relation.target, True),
            (relation.target, relation.origin, False),
        ):
            if there in numbers:
                link = Link(
                    kind=relation.kind,
                    outgoing=outgoing,
                    number=numbers[there],
                    score=relation.score,
                )
                links.setdefault(here, []).append(link)
    for found in links.values():
        found.sort(key=lambda link: (link.kind, not link.outgoing, link.number))
    return links
