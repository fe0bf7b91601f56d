"""Which statement a number stands in."""

from bisect import bisect_right
from collections.abc import Sequence

from accordingto.records.span import Span
from accordingto.records.statement import Statement

# Contents that begin in front of a number and are looked at; longer ones are looked at always.
_NEAR, _LONG = 64, 1500
# Where a content begins and ends, how long all of its statement is, its place, and its id.
_Piece = tuple[int, int, int, int, str]


class Holders:
    """The contents of an article's statements, by where they begin."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        pieces: list[_Piece] = [
            (content.start, content.end, sum(len(c) for c in s.content_spans), at, s.id)
            for at, s in enumerate(statements)
            for content in s.content_spans
        ]
        self._long = [p for p in pieces if p[1] - p[0] > _LONG]
        self._short = sorted(p for p in pieces if p[1] - p[0] <= _LONG)
        self._starts = [p[0] for p in self._short]

    def innermost(self, span: Span) -> str | None:
        """The statement with the shortest content that holds ``span``; ``None``: the outlet's
        voice."""
        at = bisect_right(self._starts, span.start)
        near = (*self._short[max(0, at - _NEAR) : at], *self._long)
        holding = [p[2:] for p in near if p[0] <= span.start and span.end <= p[1]]
        return min(holding)[2] if holding else None
