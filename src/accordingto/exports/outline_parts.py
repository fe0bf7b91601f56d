"""The parts of an outline beside its statements: denials, figures, names, doubts, furniture."""

from collections import Counter

from accordingto.exports.views import UNSURE, Dispute, Doubt, Entry, Tally
from accordingto.exports.wording import RELATION_WORDS
from accordingto.records.article import SPOKEN_ROLES
from accordingto.records.document import Document
from accordingto.records.facts import Actor, Figure
from accordingto.records.span import Span
from accordingto.records.statement import Relation, Statement

# Characters of the line shown on each side of a figure.
_BESIDE = 32


def name_of(actor_id: str | None, actors: dict[str, Actor]) -> str | None:
    """The name of an actor by its id; ``None`` where there is none."""
    actor = actors.get(actor_id) if actor_id else None
    return actor.name if actor else None


def disputes(
    document: Document, entries: tuple[Entry, ...], by_id: dict[str, Entry]
) -> tuple[Dispute, ...]:
    found = [
        Dispute(
            kind="denies" if relation.kind == "denies" else "disputes",
            entry=by_id[relation.origin],
            target=by_id[relation.target],
            score=relation.score,
        )
        for relation in document.relations
        if relation.kind in ("denies", "disputes")
        and relation.origin in by_id
        and relation.target in by_id
    ]
    paired = {dispute.entry.number for dispute in found}
    found.extend(
        Dispute(kind="denies", entry=entry, target=None)
        for entry in entries
        if entry.statement.act == "deny"
        and entry.number not in paired
        and not any(link.kind == "repeats" and link.number in paired for link in entry.links)
    )
    return tuple(sorted(found, key=lambda d: (d.entry.number, d.target.number if d.target else 0)))


def tallies(document: Document, by_id: dict[str, Entry]) -> tuple[Tally, ...]:
    """The figures grouped by claimant, claimants in the order of their first figure."""
    groups: dict[str, list[Tally]] = {}
    for figure in sorted(document.figures, key=lambda figure: figure.span):
        entry = by_id.get(figure.statement) if figure.statement else None
        voice = entry.voice if entry else None
        before, after = _beside(document.text, figure.span)
        tally = Tally(
            figure=figure,
            before=before,
            words=figure.span.of(document.text),
            after=after,
            voice=voice,
            entry=entry,
        )
        groups.setdefault(voice.key if voice else "", []).append(tally)
    return tuple(tally for group in groups.values() for tally in group)


def _beside(text: str, span: Span) -> tuple[str, str]:
    """A few whole words of the same line before and after ``span``, with … where it was cut."""
    before = text[max(0, span.start - _BESIDE) : span.start]
    line = before.rpartition("\n")[2]
    if line == before and span.start > _BESIDE:
        line = "…" + before.partition(" ")[2]
    after = text[span.end : span.end + _BESIDE]
    rest = after.partition("\n")[0]
    if rest == after and span.end + _BESIDE < len(text):
        rest = after.rpartition(" ")[0] + "…"
    return line, rest


def doubts(
    document: Document, entries: tuple[Entry, ...], by_id: dict[str, Entry]
) -> tuple[Doubt, ...]:
    found = [
        Doubt(message=note.message, words=note.span.of(document.text) if note.span else None)
        for note in document.notes
    ]
    found += _unsure_sources(entries)
    found += [
        Doubt(
            message=_why(
                f"That this {RELATION_WORDS[relation.kind][0]} {by_id[relation.target].number}",
                relation,
            ),
            numbers=(by_id[relation.origin].number,),
        )
        for relation in document.relations
        if relation.score < UNSURE and relation.origin in by_id and relation.target in by_id
    ]
    found += [
        Doubt(message=_why("How to read this figure", figure), words=figure.span.of(document.text))
        for figure in document.figures
        if figure.score < UNSURE
    ]
    found += [
        Doubt(message=_why("That all these mentions are one actor", actor), words=actor.name)
        for actor in document.actors
        if actor.score < UNSURE
    ]
    return tuple(found)


def _unsure_sources(entries: tuple[Entry, ...]) -> list[Doubt]:
    """One doubt for all statements whose source is unsure for the same reasons."""
    unsure: dict[str, list[int]] = {}
    for entry in entries:
        if entry.statement.sure < UNSURE:
            unsure.setdefault(_why("Who says this", entry.statement), []).append(entry.number)
    return [Doubt(message=why, numbers=tuple(numbers)) for why, numbers in unsure.items()]


def _why(what: str, record: Statement | Relation | Figure | Actor) -> str:
    reasons = "; ".join(record.reasons)
    score = record.sure if isinstance(record, Statement) else record.score
    return f"{what} is unsure (score {score:.2f}){': ' + reasons if reasons else ''}."


def aside(document: Document) -> tuple[tuple[str, int], ...]:
    roles = Counter(line.role for line in document.lines if line.role not in SPOKEN_ROLES)
    return tuple(roles.items())
