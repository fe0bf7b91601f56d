"""Lines of a text as it came, and paragraphs where the text was wrapped at a fixed width."""

import re
from dataclasses import dataclass

from accordingto.page.plain.wording import ends_sentence
from accordingto.records.span import Span, trim

# CRLF is one end; the others are those that editors and scrapers leave.
_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_NARROW, _WIDE = 40, 100  # characters: widths to which people and mailers wrap
_RAGGED = 4  # characters by which a wrapped line may fall short of its width
_FEWEST = 4  # lines that go on, before a text is taken for wrapped


@dataclass(frozen=True, slots=True)
class Line:
    """A non-blank line or wrapped paragraph: its number from 1, its span without outer blanks,
    and whether a blank line stands before it."""

    number: int
    span: Span
    apart: bool


def split_lines(text: str) -> tuple[Line, ...]:
    """All non-blank lines in order; joined to paragraphs where the text is hard-wrapped."""
    lines: list[Line] = []
    start, number, apart = 0, 1, False
    for end in _END.finditer(text):
        apart = _append(text, lines, Line(number, Span(start, end.start()), apart))
        start, number = end.end(), number + 1
    _append(text, lines, Line(number, Span(start, len(text)), apart))
    return _unwrap(text, lines)


def _append(text: str, lines: list[Line], raw: Line) -> bool:
    """Add the line unless it is blank; says whether the next one stands apart."""
    span = trim(text, raw.span)
    if span is None:
        return True
    lines.append(Line(raw.number, span, raw.apart))
    return False


def _unwrap(text: str, lines: list[Line]) -> tuple[Line, ...]:
    groups: list[list[Line]] = []
    for line in lines:
        if line.apart or not groups:
            groups.append([])
        groups[-1].append(line)
    if not _is_wrapped(text, groups):
        return tuple(lines)
    width = max(len(line.span) for group in groups for line in group)
    return tuple(line for group in groups for line in _paragraphs(text, group, width))


def _paragraphs(text: str, group: list[Line], width: int) -> list[Line]:
    """The group's lines joined, save after a line on which the next word had found room."""
    joined: list[Line] = []
    for line in group:
        if joined and not _had_room(text, joined[-1].span, line.span, width):
            first = joined.pop()
            joined.append(Line(first.number, Span(first.span.start, line.span.end), first.apart))
        else:
            joined.append(line)
    return joined


def _had_room(text: str, above: Span, below: Span, width: int) -> bool:
    last = len(_END.split(text[max(above.start, above.end - 2 * _WIDE) : above.end])[-1].strip())
    word = len(below.of(text).split(None, 1)[0])
    return last + 1 + word + _RAGGED < width


def _is_wrapped(text: str, groups: list[list[Line]]) -> bool:
    """True where lines inside paragraphs have about one width and mostly end in mid-sentence."""
    inner = [line for group in groups for line in group[:-1]]
    if len(inner) < _FEWEST or any(len(line.span) > _WIDE for group in groups for line in group):
        return False
    widths = sorted(len(line.span) for line in inner)
    usual = widths[len(widths) * 3 // 4]
    if not _NARROW <= usual <= _WIDE:
        return False
    alike = sum(1 for width in widths if width >= usual - 18)
    broken = sum(1 for line in inner if not ends_sentence(line.span.of(text)))
    return alike >= 0.8 * len(inner) and broken >= 0.7 * len(inner)
