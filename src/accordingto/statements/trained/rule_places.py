"""Where the rules' drafts and other spans stand, so that only near ones are compared."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from accordingto.records.span import Span
from accordingto.statements.draft import Draft

# Cues that may begin around one another, and contents that may hold one another; without a bound a
# page made to be slow would cost the square of its length.
_NEAR, _DEEP = 8, 48


class RuleCues:
    """The rules' drafts by the places of their cues."""

    def __init__(self, rules: Sequence[Draft]) -> None:
        self._rules = rules
        self._cues = sorted((r.cue, i) for i, r in enumerate(rules) if r.cue is not None)
        self._via = sorted(r.via_cue for r in rules if r.via_cue is not None)

    def same(self, draft: Draft, used: set[int]) -> int | None:
        """The place of the first rule, not used yet, whose cue shares words with the draft's."""
        if draft.cue is None:
            return None
        at = bisect_left(self._cues, (Span(draft.cue.start, 0), 0))
        near = self._cues[max(0, at - _NEAR) : at + _NEAR]
        found = [i for cue, i in near if i not in used and cue.overlaps(draft.cue)]
        return min(found, default=None)

    def within(self, span: Span) -> bool:
        """True where one of the cues stands in a span."""
        at = bisect_left(self._cues, (span, 0))
        return at < len(self._cues) and span.contains(self._cues[at][0])

    def carries(self, draft: Draft) -> bool:
        """True for the cue of one who passed a statement on: "was quoted by … as saying"."""
        if draft.cue is None:
            return False
        at = bisect_left(self._via, Span(draft.cue.start, 0))
        return any(cue.overlaps(draft.cue) for cue in self._via[max(0, at - _NEAR) : at + _NEAR])


class SpanSet:
    """Spans by where they begin."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def hold(self, cue: Span) -> bool:
        """True where one of the spans holds a cue."""
        at = bisect_right(self._starts, cue.start)
        return any(span.contains(cue) for span in self._spans[max(0, at - _DEEP) : at])
