"""First and third person inside somebody's quotation: "we" is the speaker, "she" is not."""

from bisect import bisect_right
from collections.abc import Mapping

from msgspec.structs import replace

from accordingto.records.facts import Actor
from accordingto.records.reading import Reading
from accordingto.records.span import Span
from accordingto.records.statement import Statement
from accordingto.statements.sourcewords import (
    MANY,
    PEOPLE,
    THINGS,
    is_first_person,
    is_pronoun,
    kinds_for,
)

_UNRESOLVED, _GUESSED = 0.4, 0.45
_NESTED = 12


def as_quoted(
    text: str,
    reading: Reading,
    statement: Statement,
    by_id: Mapping[str, Statement],
    actors: Mapping[str, Actor],
) -> Statement:
    """The statement with what follows for its source from standing in another's quotation."""
    span = statement.source_span
    outer = by_id.get(statement.parent) if statement.parent is not None else None
    if span is None or outer is None or outer.source is None:
        return statement
    words = span.of(text)
    if statement.source is None and is_first_person(words):
        return replace(
            statement,
            source=outer.source,
            holder_text=None,
            source_kind=outer.source_kind,
            reasons=(*statement.reasons, "first person inside a quotation: its speaker"),
        )
    if _is_of_inside(reading, span, words, actors.get(statement.source or "")):
        return _unresolved(statement, words, f"'{words}' in a quotation may be anybody")
    if statement.source == outer.source and _is_somebody_else(reading, span, words, outer):
        return _unresolved(statement, words, f"'{words}' in a quotation is not who speaks")
    if statement.source is not None and _is_somebody_else(reading, span, words, outer):
        # Whom the speaker means need not be whom the article told of last.
        score = min(statement.source_score, _GUESSED)
        reason = f"'{words}' stands in a quotation and may be somebody else"
        return replace(statement, source_score=score, reasons=(*statement.reasons, reason))
    return statement


def _unresolved(statement: Statement, words: str, reason: str) -> Statement:
    return replace(
        statement,
        source=None,
        joint_sources=(),
        holder_text=words,
        source_kind=None,
        source_score=_UNRESOLVED,
        reasons=(*statement.reasons, reason),
    )


def _is_of_inside(reading: Reading, span: Span, words: str, actor: Actor | None) -> bool:
    """True for "they" and "it" between quotation marks where those taken for it are named outside:
    a speaker's words have their own antecedents."""
    low = words.lower()
    if actor is None or not is_pronoun(low) or kinds_for(low) not in (MANY, THINGS):
        return False
    marked = _quotations_around(reading, span)
    return bool(marked) and not any(
        quotation.contains(mention) and mention.end <= span.start
        for quotation in marked
        for mention in actor.mentions
    )


def _is_somebody_else(reading: Reading, span: Span, words: str, outer: Statement) -> bool:
    """True for "she" between the quotation marks of what a woman says."""
    low = words.lower()
    if not is_pronoun(low) or kinds_for(low) != PEOPLE:
        return False
    marked = _quotations_around(reading, span)
    return any(q.overlaps(content) for q in marked for content in outer.content_spans)


def _quotations_around(reading: Reading, span: Span) -> list[Span]:
    """The quotations that hold a span; they are in text order, and few are nested."""
    at = bisect_right(reading.quotations, span.start, key=lambda q: q.span.start)
    near = reading.quotations[max(0, at - _NESTED) : at]
    return [q.span for q in near if q.span.contains(span)]
