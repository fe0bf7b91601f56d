"""First and third person inside somebody's quotation: "we" is the speaker, "she" is not."""

from collections.abc import Mapping

from msgspec.structs import replace

from accordingto.records.reading import Reading
from accordingto.records.span import Span
from accordingto.records.statement import Statement
from accordingto.statements.sourcewords import PEOPLE, is_first_person, is_pronoun, kinds_for

_UNRESOLVED = 0.4


def as_quoted(
    text: str, reading: Reading, statement: Statement, by_id: Mapping[str, Statement]
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
    if statement.source == outer.source and _is_somebody_else(reading, span, words, outer):
        return replace(
            statement,
            source=None,
            joint_sources=(),
            holder_text=words,
            source_kind=None,
            source_score=_UNRESOLVED,
            reasons=(*statement.reasons, f"'{words}' in a quotation is not who speaks"),
        )
    return statement


def _is_somebody_else(reading: Reading, span: Span, words: str, outer: Statement) -> bool:
    """True for "she" between the quotation marks of what a woman says."""
    low = words.lower()
    if not is_pronoun(low) or kinds_for(low) != PEOPLE:
        return False
    marked = [q.span for q in reading.quotations if q.span.contains(span)]
    return any(q.overlaps(content) for q in marked for content in outer.content_spans)
