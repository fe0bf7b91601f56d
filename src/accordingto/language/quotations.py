"""Quotations and brackets, found from their marks alone, paragraph by paragraph.

Newspapers mix styles within one article (an opening straight mark closed by a curly one), leave
out the closing mark where a quotation runs on into the next paragraph, and use one sign both as
apostrophe and as closing mark. So a mark is classed by what stands around it as well as by its
shape, and a quotation never runs past its paragraph: one left open there is ended there.
"""

import re
from collections.abc import Sequence

from accordingto.records.reading import Quotation
from accordingto.records.span import Span

# Two single marks in a row stand for a double one where a typewriter or a wire set them so.
_DOUBLE_MARK = re.compile("``|''|‘‘|’’|[\"“”„‟«»＂〝〞]")
_SINGLE = "'‘’‚‛‹›"
_CORNER = {"「": "」", "『": "』"}
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_SINGLE_MARK, _CORNER_MARK, _OPENING = (
    re.compile(f"[{re.escape(''.join(signs))}]")
    for signs in (_SINGLE, [*_CORNER, *_CORNER.values()], _BRACKETS)
)

# Marks that can only open or only close, whatever stands around them. The low mark opens in
# every tradition; the guillemets point outwards in most languages and inwards in German and
# Danish books, so they are left to their surroundings, and so is “, which closes in German.
_ONLY_OPENS = frozenset({"„", "〝", "``", "‘‘"})
_ONLY_CLOSES = frozenset({"〞", "’’"})

# A quotation between single marks is rarer than an apostrophe: it must hold this much.
_SINGLE_MIN_CHARS = 2

# A bracket that is not closed within this many characters is taken for a stray sign.
_BRACKET_MAX_CHARS = 600


def find_quotations(text: str, blocks: Sequence[Span]) -> tuple[Quotation, ...]:
    """All quotations of the blocks (paragraphs), in order of their start; nested ones included.

    Offsets are in ``text``. A block that opens with a mark while the block before it left a
    quotation open is marked as its continuation.
    """
    found: list[Quotation] = []
    open_before = False
    for block in blocks:
        doubles, open_now = _doubles(text, block, open_before)
        singles = _singles(text, block, doubles)
        corners = _corners(text, block)
        found.extend(
            sorted([*doubles, *singles, *corners], key=lambda q: (q.span.start, -q.span.end))
        )
        open_before = open_now
    return tuple(found)


def find_brackets(text: str, blocks: Sequence[Span]) -> tuple[Span, ...]:
    """Bracketed stretches with their brackets, outermost only, in order."""
    found: list[Span] = []
    for block in blocks:
        at = block.start
        while opening := _OPENING.search(text, at, block.end):
            at, closing = opening.start(), _BRACKETS[opening.group()]
            end = _closing_bracket(text, at, block.end, closing)
            if end is not None:
                found.append(Span(at, end))
            at = end or at + 1
    return tuple(found)


def _closing_bracket(text: str, start: int, limit: int, closing: str) -> int | None:
    depth = 0
    for at in range(start, min(limit, start + _BRACKET_MAX_CHARS)):
        if text[at] == text[start]:
            depth += 1
        elif text[at] == closing:
            depth -= 1
            if depth == 0:
                return at + 1
    return None


def _doubles(text: str, block: Span, open_before: bool) -> tuple[list[Quotation], bool]:
    """Quotations between double marks in a block, and whether its last one was left open."""
    found: list[Quotation] = []
    opened: Span | None = None
    first = _first_visible(text, block)
    for match in _DOUBLE_MARK.finditer(text, block.start, block.end):
        mark = Span(match.start(), match.end())
        if opened is None:
            if _may_open(text, mark, block) and not _is_inch_mark(text, mark, block):
                opened = mark
        elif _may_close(text, mark, block, opened):
            found.append(_quotation(opened, mark, open_before and opened.start == first))
            opened = None
    if opened is None:
        return found, False
    end = _last_visible(text, block)
    if end > opened.end:
        found.append(_quotation(opened, Span(end, end), open_before and opened.start == first))
    return found, True


def _quotation(opening: Span, closing: Span, continues: bool) -> Quotation:
    """From mark to mark; an empty ``closing`` says that the mark is missing."""
    span = Span(opening.start, closing.end)
    return Quotation(span, Span(opening.end, closing.start), len(closing) > 0, continues)


def _may_open(text: str, mark: Span, block: Span) -> bool:
    sign = mark.of(text)
    if sign in _ONLY_CLOSES:
        return False
    before, after = _around(text, mark, block)
    if sign in _ONLY_OPENS:
        return not after.isspace()
    # French sets blanks inside its marks.
    if sign == "«" and after.isspace():
        return mark.end + 1 < block.end
    # Glued text ('said"We') still opens: a mark with a word right behind it and no open
    # quotation can do nothing else.
    return not after.isspace() and (not before.isalnum() or after.isalnum())


def _may_close(text: str, mark: Span, block: Span, opened: Span) -> bool:
    sign = mark.of(text)
    if sign in _ONLY_OPENS or mark.start == opened.end:
        return False
    before, after = _around(text, mark, block)
    # A mark after a blank and before a word looks like an opening one; with a quotation open it
    # is either sloppy spacing or a second opening mark, and only the first happens in one shape.
    looks_open = before.isspace() and after.isalnum() and sign in {"“", "«"}
    return not (looks_open and opened.of(text) == sign)


def _around(text: str, mark: Span, block: Span) -> tuple[str, str]:
    before = text[mark.start - 1] if mark.start > block.start else " "
    after = text[mark.end] if mark.end < block.end else " "
    return before, after


def _is_inch_mark(text: str, mark: Span, block: Span) -> bool:
    """A straight mark right behind a digit with nothing open: feet and inches, not speech."""
    before, _ = _around(text, mark, block)
    return mark.of(text) == '"' and before.isdigit()


def _singles(text: str, block: Span, doubles: Sequence[Quotation]) -> list[Quotation]:
    """Quotations between single marks, told from apostrophes by what stands around them."""
    found: list[Quotation] = []
    at = block.start
    while mark := _SINGLE_MARK.search(text, at, block.end):
        at, end = mark.start(), None
        if _single_opens(text, at, block):
            end = _single_end(text, at, _enclosing_end(at, block, doubles))
        if end is not None:
            found.append(_quotation(Span(at, at + 1), Span(end - 1, end), False))
        at = end or at + 1
    return found


def _enclosing_end(at: int, block: Span, doubles: Sequence[Quotation]) -> int:
    """How far a single quotation may run: to the end of the double one around it."""
    for double in doubles:
        if double.inner.start <= at < double.inner.end:
            return double.inner.end
        if double.span.start > at:
            # Neither may it cross into a double quotation and end there.
            break
    return block.end


def _single_opens(text: str, at: int, block: Span) -> bool:
    before, after = _around(text, Span(at, at + 1), block)
    # A pair of single marks has been read as a double one.
    if before in _SINGLE or after in _SINGLE:
        return False
    # ’90s, ’tis: a closing shape with a digit or an elided word behind it is an apostrophe.
    if text[at] == "’" or (text[at] == "'" and after.isdigit()):
        return False
    return not before.isalnum() and not after.isspace() and after not in ",.;:)"


def _single_end(text: str, opened: int, limit: int) -> int | None:
    """The end of a single quotation: a mark after a mark of punctuation, else the first mark
    behind a word that is not followed by a word (a plural's apostrophe is passed over where a
    better mark follows)."""
    fallback: int | None = None
    for mark in _SINGLE_MARK.finditer(text, opened + _SINGLE_MIN_CHARS, limit):
        at = mark.start()
        if text[at] in "‘‚":
            continue
        after = text[at + 1] if at + 1 < limit else " "
        before = text[at - 1]
        if after.isalnum() or before.isspace():
            continue
        if before in ",.!?…" or before.lower() != "s" or not after.isspace():
            return at + 1
        if fallback is None:
            fallback = at + 1
    return fallback


def _corners(text: str, block: Span) -> list[Quotation]:
    found: list[Quotation] = []
    stack: list[tuple[int, str]] = []
    for mark in _CORNER_MARK.finditer(text, block.start, block.end):
        at = mark.start()
        if text[at] in _CORNER:
            stack.append((at, _CORNER[text[at]]))
        elif stack and text[at] == stack[-1][1]:
            opened = stack.pop()[0]
            if at > opened + 1:
                found.append(_quotation(Span(opened, opened + 1), Span(at, at + 1), False))
    return found


def _first_visible(text: str, block: Span) -> int:
    at = block.start
    while at < block.end and text[at].isspace():
        at += 1
    return at


def _last_visible(text: str, block: Span) -> int:
    end = block.end
    while end > block.start and text[end - 1].isspace():
        end -= 1
    return end
