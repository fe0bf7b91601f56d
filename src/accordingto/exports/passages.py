"""The words of a statement as the text has them, quotation marks included."""

import msgspec

from accordingto.records.span import Span
from accordingto.records.statement import Statement

_OPENING = "\"“„«‹'‘‚「『"
_CLOSING = "\"”“»›'’‘」』"
_BEFORE_CLOSING = ".,;:!?…"


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a statement's content. ``span`` takes in the quotation marks beside it;
    ``quoted`` where the whole piece stands in marks."""

    span: Span
    words: str
    quoted: bool


def passages_of(text: str, statement: Statement) -> tuple[Passage, ...]:
    """The pieces of ``statement``'s content in text order, widened to their quotation marks.

    Indirect words are left as they are: marks beside them belong to somebody else's quotation.
    """
    found = []
    for span in sorted(statement.content_spans):
        wide = span if statement.quote == "indirect" else _widened(text, span)
        quoted = statement.quote == "direct"
        found.append(Passage(span=wide, words=wide.of(text), quoted=quoted))
    return tuple(found)


def _widened(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    opens = start > 0 and text[start - 1] in _OPENING
    if opens:
        start -= 1
    if not opens and not _has_open(text[start:end]):
        return span
    closing = end
    if closing < len(text) and text[closing] in _BEFORE_CLOSING:
        closing += 1
    if closing < len(text) and text[closing] in _CLOSING:
        end = closing + 1
    return Span(start, end)


def _has_open(words: str) -> bool:
    """True where a quotation that opens in ``words`` does not close there."""
    if words.count('"') % 2:
        return True
    return words.count("“") > words.count("”")
