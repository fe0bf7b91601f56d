"""Which statements stand in or around one another in the text."""

from collections.abc import Sequence

from accordingto.records.span import Span
from accordingto.records.statement import Statement

# Of the statements around one this many are kept, the innermost: prose does not come near it.
_MOST = 32


class Near:
    """The statements whose contents share words, and those that stand in others."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements
        self._near: list[list[int]] = [[] for _ in statements]
        self._inside: dict[str, list[Statement]] = {}
        reaches = [_reach(s) for s in statements]
        active: list[int] = []
        for i in sorted(range(len(statements)), key=lambda i: (reaches[i], i)):
            active = [j for j in active if reaches[j].end > reaches[i].start][-_MOST:]
            for j in active:
                self._near[i].append(j)
                self._near[j].append(i)
            active.append(i)
        for statement in statements:
            if statement.parent is not None:
                self._inside.setdefault(statement.parent, []).append(statement)

    def of(self, place: int) -> list[Statement]:
        """The statements around the one at ``place``, in order."""
        return [self._statements[j] for j in sorted(self._near[place])[: 2 * _MOST]]

    def inside(self, outer: Statement) -> list[Statement]:
        """The statements that stand directly inside one."""
        return self._inside.get(outer.id, [])


def _reach(statement: Statement) -> Span:
    spans = statement.content_spans or ((statement.cue_span,) if statement.cue_span else ())
    if not spans:
        return Span(0, 0)
    return Span(min(s.start for s in spans), max(s.end for s in spans))
