"""Who is speaking where: the drafts of a page by quotation and by paragraph."""

from bisect import bisect_right, insort

from accordingto.records.span import Span
from accordingto.statements.draft import Draft, Page
from accordingto.statements.near import neighbours

# Drafts of one speaker in one sentence stand together: "…," she said, adding that …
_LOOK_BACK = 6


class Talk:
    """The drafts so far, which quotation belongs to which, and who spoke last in a paragraph.

    Built once per page and changed while its quotations are given out. ``owner`` maps the place
    of a quotation to the place of its draft, ``cues`` has the tokens that are cues already.
    """

    def __init__(self, page: Page, drafts: list[Draft]) -> None:
        self._page = page
        self.drafts: list[Draft] = []
        self.owner: dict[int, int] = {}
        self.cues: set[int] = set()
        self._spoken: dict[int, list[tuple[int, int]]] = {}
        near = neighbours(drafts)
        for i, draft in enumerate(drafts):
            cue = draft.cue
            inside = cue is not None and any(drafts[j].holds(cue) for j in near[i])
            self._put(draft, free=not inside)

    def add(self, draft: Draft) -> int:
        """Takes in a new draft and returns its place."""
        return self._put(draft, free=True)

    def _put(self, draft: Draft, *, free: bool) -> int:
        place = len(self.drafts)
        self.drafts.append(draft)
        self.cues.add(draft.at)
        for content in draft.contents:
            for i in self._page.quotations_in(content):
                own = draft.cue is not None and self._page.quotations[i].inner.contains(draft.cue)
                if not own:
                    self.owner.setdefault(i, place)
        if free and draft.speech and draft.source is not None:
            block = self._page.block_at((draft.cue or draft.source).start)
            insort(self._spoken.setdefault(block, []), (_end(draft), place))
        return place

    def swap(self, place: int, draft: Draft, quotations: list[int]) -> None:
        """Puts a draft that has taken in ``quotations`` in the place of what it was before."""
        self.drafts[place] = draft
        for i in quotations:
            self.owner[i] = place

    def holder(self, chain: list[int]) -> int | None:
        """The draft that one of the quotations belongs to."""
        return next((self.owner[i] for i in chain if i in self.owner), None)

    def speaker(self, block: int, before: int) -> int | None:
        """Who spoke last in a paragraph in front of the offset ``before``, in the wording that is
        a quotation already, if one is."""
        rows = self._spoken.get(block, [])
        last = bisect_right(rows, (before, len(self.drafts)))
        if not last:
            return None
        source = self.drafts[rows[last - 1][1]].source
        same = [
            place
            for _, place in rows[max(0, last - _LOOK_BACK) : last]
            if self.drafts[place].source == source
        ]
        quoting = [place for place in same if self._quotes(self.drafts[place])]
        return quoting[-1] if quoting else min(same, key=lambda p: self._cue_start(p))

    def _quotes(self, draft: Draft) -> bool:
        return any(len(self._page.quotations_in(content)) for content in draft.contents)

    def _cue_start(self, place: int) -> int:
        draft = self.drafts[place]
        return (draft.cue or draft.reach).start


def _end(draft: Draft) -> int:
    """Where a statement ends, with its cue and source."""
    parts: list[Span] = [
        draft.contents[-1],
        *(s for s in (draft.cue, draft.source) if s is not None),
    ]
    return max(part.end for part in parts)
