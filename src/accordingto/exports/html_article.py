"""The left side of the HTML page: the article with every statement marked in place.

The text content of what is written here, read in order, is the document's text; only the
``summary`` elements of what was set aside are added.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from accordingto.exports.markup import attribute, words
from accordingto.exports.views import Entry, Outline
from accordingto.exports.wording import ACT_WORDS, agreeing, roles
from accordingto.records.article import Segment
from accordingto.records.span import Span

# More statements than this over one character are not drawn on top of each other.
_LAYERS = 6

_TAGS = {"headline": "h2", "subhead": "h3", "caption": "figcaption", "embed": "blockquote"}
_FOLDED = frozenset({"boilerplate", "teaser"})


class _Mark(msgspec.Struct, frozen=True):
    """A stretch of the text that is drawn in one way; ``rank`` orders marks, outermost first."""

    span: Span
    open: str
    close: str
    rank: int


def article(outline: Outline, classes: dict[str, str], prefix: str) -> str:
    """The article as HTML. ``classes`` are the speakers' colours, ``prefix`` begins all ids."""
    document = outline.document
    painter = _Painter(document.text, _marks(outline, classes), _anchors(outline, prefix))
    pieces: list[str] = []
    at = 0
    for folded, group in groupby(document.lines, key=lambda line: line.role in _FOLDED):
        segments = list(group)
        pieces.append(_between(document.text[at : segments[0].span.start]))
        inside = "".join(_segments(segments, painter, document.text))
        pieces.append(_fold(segments, inside) if folded else inside)
        at = segments[-1].span.end
    pieces.append(_between(document.text[at:]))
    pieces.append(painter.rest())
    return "".join(pieces)


def _between(text: str) -> str:
    """What stands between segments: blanks, which must not take up a line of their own."""
    blank = text.isspace()
    return f'<span class="between">{words(text)}</span>' if blank else words(text)


def _segments(segments: Iterable[Segment], painter: "_Painter", text: str) -> Iterator[str]:
    at: int | None = None
    for segment in segments:
        if at is not None:
            yield _between(text[at : segment.span.start])
        tag = _TAGS.get(segment.role, "p")
        yield f'<{tag} class="seg {segment.role}" dir="auto">{painter.paint(segment.span)}</{tag}>'
        at = segment.span.end


def _fold(segments: list[Segment], inside: str) -> str:
    counts = Counter(segment.role for segment in segments)
    summary = f"<summary>Set aside: {roles(counts.items())}</summary>"
    return f'<details class="aside">{summary}{inside}</details>'


def _marks(outline: Outline, classes: dict[str, str]) -> list[_Mark]:
    """Statements from long to short, so that the inner ones are drawn on the outer ones."""
    marks: list[_Mark] = []
    for entry in outline.entries:
        style = f"st {classes[entry.voice.key]} {entry.statement.quote}"
        tag = f'<span class="{style}" data-s="{entry.number}">'
        marks += [_Mark(piece.span, tag, "</span>", 0) for piece in entry.passages]
        if entry.statement.cue_span:
            tag = f'<span class="cue" data-s="{entry.number}">'
            marks.append(_Mark(entry.statement.cue_span, tag, "</span>", 1))
        if entry.statement.source_span:
            tag = f'<span class="src {classes[entry.voice.key]}" data-s="{entry.number}">'
            marks.append(_Mark(entry.statement.source_span, tag, "</span>", 2))
    marks += [
        _Mark(tally.figure.span, '<span class="fig">', "</span>", 3) for tally in outline.tallies
    ]
    return sorted(marks, key=lambda mark: (mark.span.start, mark.rank, -mark.span.end))


def _anchors(outline: Outline, prefix: str) -> list[tuple[int, str]]:
    """Where each statement begins, with the link from its words to its entry."""
    return sorted((_start(entry), _anchor(entry, prefix)) for entry in outline.entries)


def _start(entry: Entry) -> int:
    if entry.passages:
        return entry.passages[0].span.start
    other = entry.statement.cue_span or entry.statement.source_span
    return other.start if other else 0


def _anchor(entry: Entry, prefix: str) -> str:
    number = entry.number
    name = entry.voice.name
    does = f"{name} {agreeing(name, ACT_WORDS[entry.statement.act])}"
    label = attribute(f"Statement {number}: {does}")
    return (
        f'<a class="n" id="{prefix}w-{number}" href="#{prefix}s-{number}" data-n="{number}"'
        f' data-s="{number}" aria-label="{label}"></a>'
    )


class _Painter:
    """Writes stretches of the text in order, each cut at the boundaries of the marks over it.

    Overlapping marks would make crossed tags; cut into pieces, each piece is wrapped anew.
    """

    def __init__(self, text: str, marks: list[_Mark], anchors: list[tuple[int, str]]) -> None:
        self._text = text
        self._coming = marks[::-1]
        self._anchors = anchors[::-1]
        self._active: list[_Mark] = []

    def paint(self, span: Span) -> str:
        """The words of ``span`` as HTML. Spans must come in text order."""
        pieces: list[str] = []
        at = span.start
        while at < span.end:
            pieces.append(self._anchors_until(at))
            self._advance(at)
            end = self._next_boundary(at, span.end)
            pieces.append(self._wrapped(at, end))
            at = end
        return "".join(pieces)

    def rest(self) -> str:
        """The anchors of statements that begin after the last segment."""
        return self._anchors_until(len(self._text))

    def _anchors_until(self, at: int) -> str:
        found = []
        while self._anchors and self._anchors[-1][0] <= at:
            found.append(self._anchors.pop()[1])
        return "".join(found)

    def _advance(self, at: int) -> None:
        """Drops the marks that end by ``at`` and takes up those that begin by it."""
        self._active = [mark for mark in self._active if mark.span.end > at]
        while self._coming and self._coming[-1].span.start <= at:
            mark = self._coming.pop()
            if mark.span.end > at:
                self._active.append(mark)
        self._active.sort(key=lambda mark: (mark.rank, -len(mark.span), mark.span.start))

    def _next_boundary(self, at: int, limit: int) -> int:
        ends = [mark.span.end for mark in self._active]
        if self._coming:
            ends.append(self._coming[-1].span.start)
        if self._anchors:
            ends.append(self._anchors[-1][0])
        return min([limit, *(end for end in ends if end > at)])

    def _wrapped(self, start: int, end: int) -> str:
        statements = [mark for mark in self._active if mark.rank == 0][-_LAYERS:]
        others = [mark for mark in self._active if mark.rank > 0][-_LAYERS:]
        around = [*statements, *others]
        opened = "".join(mark.open for mark in around)
        closed = "".join(mark.close for mark in reversed(around))
        return f"{opened}{words(self._text[start:end])}{closed}"
