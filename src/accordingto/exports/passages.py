"""The words of a statement as the text has them, quotation marks included."""

import re

import msgspec

from accordingto.records.span import Span
from accordingto.records.statement import Statement

# A mark right before the words, and one right after them or after their last stop; French
# marks may have a blank (U+0020, U+00A0 or U+202F) between.
_OPENS = re.compile(r"""(?:["“„‹'‘‚「『»]|[«‹][ \xa0\u202f]?)\Z""")
_CLOSES = re.compile(r"""[.,;:!?…]?(?:["”“'’‘」』«]|[ \xa0\u202f]?[»›])""")
# Single marks, told from apostrophes by the side on which the word stands.
_SINGLE_OPENS = re.compile(r"(?<!\w)['‘](?=\w)")
_SINGLE_CLOSES = re.compile(r"(?<=\S)['’](?!\w)")


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
    opening = _OPENS.search(text, max(0, span.start - 2), span.start)
    start = opening.start() if opening else span.start
    if opening is None and not _has_open(text[start : span.end]):
        return span
    closing = _CLOSES.match(text, span.end)
    return Span(start, closing.end() if closing else span.end)


def _has_open(words: str) -> bool:
    """True where a quotation that opens in ``words`` does not close there."""
    if words.count('"') % 2:
        return True
    if words.count("“") > words.count("”"):
        return True
    return len(_SINGLE_OPENS.findall(words)) > len(_SINGLE_CLOSES.findall(words))


# Marks that open, with those that close them; a closing single mark stands at no letter's left.
_PAIRS = (
    (re.compile("“"), re.compile("”"), "“", "”"),
    (re.compile("«"), re.compile("»"), "«", "»"),
    (re.compile(r"‘(?=\S)"), re.compile(r"’(?!\w)"), "‘", "’"),
)
_THAT = re.compile(r"that (?=\S)")
_OPENING = re.compile(r"(?:^|[\s(\[—–-])\Z")


def closed(words: str) -> str:
    """``words`` with the quotation mark that was left outside of them: a content that begins or
    ends within a quotation is cut at its mark, and shows half a quotation where it stands alone.
    """
    if words.count('"') % 2:
        opens = _OPENING.search(words[: words.index('"')]) is not None
        return f'{words}"' if opens else f'"{words}'
    for opens_at, closes_at, opening, closing in _PAIRS:
        missing = len(opens_at.findall(words)) - len(closes_at.findall(words))
        if missing > 0:
            return words + closing
        if missing < 0 and closing != "’":
            return opening + words
    return words


def as_claim(words: str) -> str:
    """``words`` as a claim stands by itself: with its marks, without the "that" in front."""
    that = _THAT.match(words)
    return closed(words[that.end() :] if that else words)
