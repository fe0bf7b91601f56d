"""Lines of a text as it came, and paragraphs where the text was wrapped at a fixed width."""

import re
from dataclasses import dataclass

from accordingto.page.plain.wording import ends_sentence
from accordingto.records.span import Span, trim

# CRLF is one end; the others are those that editors and scrapers leave.
_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_NARROW, _WIDE = 40, 100  # characters: widths to which people and mailers wrap
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
    joined: list[Line] = []
    for group in groups:
        joined.extend(_paragraph(group))
    return tuple(joined)


def _paragraph(group: list[Line]) -> list[Line]:
    """The group as one paragraph, unless one of its lines is too long to have been wrapped."""
    if len(group) < 2 or any(len(line.span) > _WIDE for line in group):
        return group
    if max(len(line.span) for line in group[:-1]) < _NARROW:
        return group
    first, last = group[0], group[-1]
    return [Line(first.number, Span(first.span.start, last.span.end), first.apart)]


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
