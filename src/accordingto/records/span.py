"""Spans: how every record points at its words."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

import msgspec


class Span(msgspec.Struct, frozen=True, array_like=True, order=True, gc=False):
    """A half-open range ``[start, end)`` of Unicode code points in an article's fixed text.

    Written to JSON as ``[start, end]``.
    """

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words pointed at: ``text[start:end]``."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """True where the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """True where ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, offset: int) -> "Span":
        """The same span, ``offset`` characters further on."""
        return Span(self.start + offset, self.end + offset)


def trim(text: str, span: Span) -> Span | None:
    """``span`` without blanks at its ends; ``None`` where nothing but blanks is left."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


class Cover:
    """Spans that are asked which of them hold a place: each time as many are looked at as lie
    around it, and not all."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._order = sorted(enumerate(spans), key=lambda pair: pair[1].start)
        self._starts = [span.start for _, span in self._order]
        # How far any span reaches that begins here or before.
        self._reach = list(accumulate((span.end for _, span in self._order), max))

    def around(self, offset: int) -> Iterator[tuple[int, Span]]:
        """The spans with ``start <= offset < end``, each with its place in the order given."""
        at = bisect_right(self._starts, offset) - 1
        while at >= 0 and self._reach[at] > offset:
            place, span = self._order[at]
            if offset < span.end:
                yield place, span
            at -= 1


def hull(spans: Iterable[Span]) -> Span | None:
    """The smallest span that holds all ``spans``; ``None`` for no spans."""
    found = list(spans)
    if not found:
        return None
    return Span(min(s.start for s in found), max(s.end for s in found))


def covers(outer: Iterable[Span], inner: Span) -> bool:
    """True where one of ``outer`` holds ``inner`` wholly."""
    return any(span.contains(inner) for span in outer)
