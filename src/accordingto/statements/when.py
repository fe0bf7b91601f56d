"""The day on which somebody said it, where the sentence says: "told reporters on Monday that …"."""

from collections.abc import Sequence
from re import compile as pattern

from msgspec.structs import replace

from accordingto.records.facts import Time
from accordingto.records.reading import Reading
from accordingto.records.span import Span, covers
from accordingto.records.statement import Statement

# A day or a part of one; a week, month or year for what was said "last year".
_DAY = pattern(r"\d{4}(?:-\d\d-\d\d|-\d\d|-W\d\d)?")
# How far from the cue the time may stand, in characters.
_REACH = 48


def date_statements(
    reading: Reading, statements: Sequence[Statement], times: Sequence[Time]
) -> tuple[Statement, ...]:
    """Statements in the same order with ``when`` set: the nearest time beside the cue, in its
    sentence and outside everything that is said there."""
    by_start = sorted((t for t in times if t.type in ("DATE", "TIME")), key=lambda t: t.span)
    places = _Places(reading, statements, by_start)
    return tuple(places.dated(statement) for statement in statements)


class _Places:
    """The times of a document by sentence, and what is said in each sentence."""

    def __init__(
        self, reading: Reading, statements: Sequence[Statement], times: Sequence[Time]
    ) -> None:
        self._reading = reading
        self._times: dict[int, list[Time]] = {}
        for time in times:
            sentence = self._sentence(time.span)
            if sentence is not None:
                self._times.setdefault(sentence, []).append(time)
        self._said: dict[int, list[Span]] = {}
        for statement in statements:
            for span in statement.content_spans:
                for at in {self._sentence(span), self._sentence(Span(span.end - 1, span.end))}:
                    if at is not None:
                        self._said.setdefault(at, []).append(span)

    def dated(self, statement: Statement) -> Statement:
        cue = statement.cue_span
        at = self._sentence(cue) if cue is not None else None
        # What nobody in particular expects for Thursday was not said on Thursday; and "said on
        # Friday that she had praised" dates what was said, not the praise.
        if cue is None or at is None or statement.source_span is None or statement.parent:
            return statement
        said = self._said.get(at, [])
        near = [
            (_gap(cue, time.span), time.span, _DAY.match(time.value))
            for time in self._times.get(at, ())
            if not covers(said, time.span) and _gap(cue, time.span) <= _REACH
        ]
        dated = [(gap, span, found.group()) for gap, span, found in near if found is not None]
        return replace(statement, when=min(dated)[2]) if dated else statement

    def _sentence(self, span: Span) -> int | None:
        tokens = self._reading.tokens_in(span)
        return self._reading.sentence_of(tokens[0].index).first if tokens else None


def _gap(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end, 0)
