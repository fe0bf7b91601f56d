"""Quotations that two statements claim: each goes to the one whose cue stands beside it."""

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from accordingto.records.span import Span
from accordingto.statements.draft import Draft, Page

# A cue this near to a quotation, in characters, has it: its source and a comma stand between.
_BESIDE = 40


def unshared(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without the quotations that stand beside another's cue: of "'We go,' she said.
    'Never,' added her son" the son has the last word. No draft loses all of its content."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for place, draft in enumerate(drafts):
        for quotation in {q for span in draft.contents for q in page.quotations_in(span)}:
            holders[quotation].append(place)
    kept = list(drafts)
    for quotation, places in sorted(holders.items()):
        if len(places) != 2:
            continue
        inner = page.quotations[quotation].span
        near, far = sorted(places, key=lambda place: _gap(drafts[place], inner))
        if _gap(drafts[near], inner) > _BESIDE or not _have_it_alike(kept, (near, far), inner):
            continue
        left = tuple(span for span in kept[far].contents if not inner.contains(span))
        if left and len(kept[far].contents) > 1:
            kept[far] = replace(kept[far], contents=left)
    return kept


def _gap(draft: Draft, span: Span) -> int:
    """Characters between a draft's cue and a quotation; far where there is no cue."""
    if draft.cue is None:
        return _BESIDE + 1
    return max(draft.cue.start - span.end, span.start - draft.cue.end, 0)


def _have_it_alike(drafts: Sequence[Draft], places: tuple[int, int], inner: Span) -> bool:
    """True where both have the quotation as a piece of its own, with their cues outside of it."""
    for place in places:
        cue = drafts[place].cue
        if cue is None or inner.overlaps(cue):
            return False
        if not any(inner.contains(span) for span in drafts[place].contents):
            return False
    return True
