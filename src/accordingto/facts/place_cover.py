"""Which of many spans touch a given one, without asking each."""

from bisect import bisect_left
from collections.abc import Iterable

from accordingto.records.span import Span


class Cover:
    """A fixed set of spans, which may nest and overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(set(spans))
        self._starts = [span.start for span in self._spans]
        self._longest = max((len(span) for span in self._spans), default=0)

    def touching(self, span: Span) -> list[Span]:
        """The spans that share a character with ``span``, in order."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.end)
        return [other for other in self._spans[first:last] if other.overlaps(span)]
