"""Quotations and brackets, found from their marks alone, paragraph by paragraph.

Newspapers mix styles within one article (an opening straight mark closed by a curly one), leave
out the closing mark where a quotation runs on into the next paragraph, and use one sign both as
apostrophe and as closing mark. So a mark is classed by what stands around it as well as by its
shape, and a quotation never runs past its paragraph: one left open there is ended there.
"""

from collections.abc import Sequence

from accordingto.records.reading import Quotation
from accordingto.records.span import Span

_DOUBLE = '"“”„‟«»＂〝〞'
_SINGLE = "'‘’‚‛‹›"
_CORNER = {"「": "」", "『": "』"}
_BRACKETS = {"(": ")", "[": "]", "{": "}"}

# Marks that can only open or only close, whatever stands around them. The low mark opens in
# every tradition; the guillemets point outwards in most languages and inwards in German and
# Danish books, so they are left to their surroundings, and so is “, which closes in German.
_ONLY_OPENS = "„‚〝"
_ONLY_CLOSES = "〞"

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
        while at < block.end:
            closing = _BRACKETS.get(text[at])
            end = _closing_bracket(text, at, block.end, closing) if closing else None
            if end is None:
                at += 1
            else:
                found.append(Span(at, end))
                at = end
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
    opened: int | None = None
    first = _first_visible(text, block)
    for at in range(block.start, block.end):
        if text[at] not in _DOUBLE or _is_inch_mark(text, at, block, opened is not None):
            continue
        if opened is None:
            if _may_open(text, at, block):
                opened = at
        elif _may_close(text, at, block, opened):
            found.append(_quotation(opened, at + 1, True, open_before and opened == first))
            opened = None
    if opened is None:
        return found, False
    end = _last_visible(text, block)
    if end > opened + 1:
        found.append(_quotation(opened, end, False, open_before and opened == first))
    return found, True


def _quotation(start: int, end: int, closed: bool, continues: bool) -> Quotation:
    inner = Span(start + 1, end - 1 if closed else end)
    return Quotation(Span(start, end), inner, closed, continues)


def _may_open(text: str, at: int, block: Span) -> bool:
    if text[at] in _ONLY_CLOSES:
        return False
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    if text[at] in _ONLY_OPENS:
        return not after.isspace()
    # French sets blanks inside its marks.
    if text[at] == "«" and after.isspace():
        return at + 2 < block.end
    # Glued text ('said"We') still opens: a mark with a word right behind it and no open
    # quotation can do nothing else.
    return not after.isspace() and (not before.isalnum() or after.isalnum())


def _may_close(text: str, at: int, block: Span, opened: int) -> bool:
    if text[at] in _ONLY_OPENS or at == opened + 1:
        return False
    before = text[at - 1]
    after = text[at + 1] if at + 1 < block.end else " "
    # A mark after a blank and before a word looks like an opening one; with a quotation open it
    # is either sloppy spacing or a second opening mark, and only the first happens in one shape.
    return not (
        before.isspace() and after.isalnum() and text[at] in "“«" and text[opened] == text[at]
    )


def _is_inch_mark(text: str, at: int, block: Span, is_open: bool) -> bool:
    """A straight mark right behind a digit with nothing open: feet and inches, not speech."""
    return text[at] == '"' and not is_open and at > block.start and text[at - 1].isdigit()


def _singles(text: str, block: Span, doubles: Sequence[Quotation]) -> list[Quotation]:
    """Quotations between single marks, told from apostrophes by what stands around them."""
    found: list[Quotation] = []
    at = block.start
    while at < block.end:
        if text[at] in _SINGLE and _single_opens(text, at, block):
            limit = _enclosing_end(at, block, doubles)
            end = _single_end(text, at, limit)
            if end is not None:
                found.append(_quotation(at, end, True, False))
                at = end
                continue
        at += 1
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
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    # ’90s, ’tis: a closing shape with a digit or an elided word behind it is an apostrophe.
    if text[at] == "’" or (text[at] == "'" and after.isdigit()):
        return False
    return not before.isalnum() and not after.isspace() and after not in ",.;:)"


def _single_end(text: str, opened: int, limit: int) -> int | None:
    """The end of a single quotation: a mark after a mark of punctuation, else the first mark
    behind a word that is not followed by a word (a plural's apostrophe is passed over where a
    better mark follows)."""
    fallback: int | None = None
    for at in range(opened + _SINGLE_MIN_CHARS, limit):
        if text[at] not in _SINGLE or text[at] in "‘‚":
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
    for at in range(block.start, block.end):
        if text[at] in _CORNER:
            stack.append((at, _CORNER[text[at]]))
        elif stack and text[at] == stack[-1][1]:
            found.append(_quotation(stack.pop()[0], at + 1, True, False))
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
