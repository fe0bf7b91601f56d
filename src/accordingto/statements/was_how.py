"""Words set in front of how they were used: "'A bloodbath' was how one witness described it"."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from accordingto.records.reading import Quotation
from accordingto.statements.contents import inner
from accordingto.statements.draft import NO_TOKEN, Draft, Page

_WAS_HOW = re.compile(r"\s(?:was|is|were|are) how\b")


def with_was_how(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those of such sentences with the quotation in front of what it was said of."""
    quotations = [q for q in page.quotations if _WAS_HOW.match(page.text, q.span.end)]
    if not quotations:
        return list(drafts)
    places = sorted((d.cue.start, i) for i, d in enumerate(drafts) if d.cue is not None)
    found = list(drafts)
    for quotation in quotations:
        i = _described(page, drafts, places, quotation)
        said = inner(page, quotation)
        if i is not None and said is not None:
            contents = (said, *(c for c in drafts[i].contents if c.start > said.end))
            found[i] = replace(drafts[i], contents=contents)
    return found


def _described(
    page: Page, drafts: Sequence[Draft], places: list[tuple[int, int]], quotation: Quotation
) -> int | None:
    """The place of the first draft behind a quotation whose cue stands in its sentence."""
    at = bisect_left(places, (quotation.span.end, 0))
    if at == len(places):
        return None
    draft = drafts[places[at][1]]
    if draft.at == NO_TOKEN or draft.source is None or draft.source.start < quotation.span.end:
        return None
    sentence = page.reading.sentence_of(draft.at)
    begins = page.tokens[sentence.first].start
    return places[at][1] if begins <= quotation.span.start else None
