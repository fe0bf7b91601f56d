"""Which drafts stand near one another, so that only those are compared."""

from collections.abc import Sequence

from accordingto.records.span import Span
from accordingto.statements.draft import Draft

# Of the drafts around one, this many are kept, the innermost. Prose does not come near it; without
# it a page made to nest without end would cost the square of its length.
_MOST = 48


def neighbours(drafts: Sequence[Draft]) -> list[list[int]]:
    """For each draft the places of those whose words (content, cue, source) overlap with its own,
    in rising order."""
    zones = [_zone(draft) for draft in drafts]
    found: list[list[int]] = [[] for _ in drafts]
    active: list[int] = []
    for i in sorted(range(len(drafts)), key=lambda i: (zones[i].start, -zones[i].end, i)):
        active = [j for j in active if zones[j].end > zones[i].start][-_MOST:]
        for j in active:
            found[i].append(j)
            found[j].append(i)
        active.append(i)
    return [sorted(row) for row in found]


def _zone(draft: Draft) -> Span:
    parts = [draft.reach, *(s for s in (draft.cue, draft.source) if s is not None)]
    return Span(min(s.start for s in parts), max(s.end for s in parts))
