"""Contents cut where somebody else's begin: at answers, behind semicolons and words of contrast."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from accordingto.records.span import Span
from accordingto.statements.draft import Draft, Page
from accordingto.statements.relatives import RELATIVES

# "…, a charge that Lum denies".
_ANSWERS = frozenset({"deny", "confirm", "question", "condemn"})
# Contents that may hold one another; without a bound a page made to be slow would cost the square
# of its length.
_DEEP = 48
# What is less likely an answer cuts nothing.
_SURE = 0.3
# What may stand in front of somebody who speaks in a clause of his own.
_OTHER_SIDE = re.compile(
    r"(?:;\s(?:(?:and|but|while|though|yet)\s)?|,\s(?:while|whereas|though|although|but)\s"
    r"|,?\sas\s)\Z"
)
_OTHER_SIDE_SIZE = 16
_LONGEST_HEADING = 200
# A piece ends so near in front of its cue, in characters.
_BESIDE = 40
# And so near behind a quotation stands the cue of whoever is named beside it.
_REACH = 90
_AND = len(" and ")
_MARKS = ('"', "“", "'", "‘", "«", "„")
_STOPS = frozenset(".!?…\"”’'")


def set_apart(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts in the same order, each without what its neighbours say."""
    apart = _before_others(page, _without_stray_pieces(page, drafts))
    return _before_answers(page, _before_second(page, apart))


class _Ahead:
    """Drafts by where they begin."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._places = sorted(range(len(drafts)), key=lambda i: drafts[i].reach)
        self._starts = [drafts[i].reach.start for i in self._places]

    def of(self, offset: int) -> list[int]:
        """The places of the last drafts that begin at ``offset`` or in front of it."""
        at = bisect_right(self._starts, offset)
        return self._places[max(0, at - _DEEP) : at]


def _before_answers(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Contents end where an answer to them begins: of "the ferry carried arms, a charge that its
    owner denies" the charge is no longer what the navy says."""
    kept = list(drafts)
    ahead = _Ahead(drafts)
    for answer in drafts:
        if answer.act not in _ANSWERS or answer.mind or answer.score < _SURE:
            continue
        claim = answer.contents[0]
        for i in ahead.of(claim.start):
            if kept[i].cue != answer.cue and any(c.overlaps(claim) for c in kept[i].contents):
                contents = _up_to(page, kept[i].contents, claim.start)
                if contents:
                    kept[i] = replace(kept[i], contents=contents)
    return kept


def _up_to(page: Page, contents: Sequence[Span], end: int) -> tuple[Span, ...]:
    """Contents cut at a comma before ``end``; none where there is no comma."""
    cut = []
    for span in contents:
        if span.end <= end:
            cut.append(span)
        elif span.start < end:
            said = page.text[span.start : end].rstrip()
            if not said.endswith(","):
                return ()
            cut.append(Span(span.start, span.start + len(said.rstrip(", "))))
    return tuple(cut)


def _without_stray_pieces(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts without the pieces of content that another cue has, which stands nearer."""
    ahead = _Ahead(drafts)
    kept = list(drafts)
    for i, draft in enumerate(drafts):
        if draft.cue is None or len(draft.contents) == 1:
            continue
        first, *rest = draft.contents
        near = [drafts[k] for k in ahead.of(rest[-1].end) if k != i]
        if first.end < draft.cue.start and any(_ended_with(n, draft, first) for n in near):
            kept[i] = replace(draft, contents=tuple(rest))
            continue
        left = [span for span in rest if not any(_goes_to(page, n, draft, span) for n in near)]
        if len(left) < len(rest):
            kept[i] = replace(draft, contents=(first, *left))
    return kept


def _ended_with(other: Draft, draft: Draft, piece: Span) -> bool:
    """ "Found that it had hit [civilians], contradicting accounts": the piece in front of a cue is
    the end of what the speaker's cue before it has."""
    if draft.source != other.source or other.cue is None or draft.cue is None:
        return False
    if other.cue.end > piece.start or draft.cue.start < other.cue.end:
        return False
    return any(c.start < piece.start and c.end == piece.end for c in other.contents)


def _goes_to(page: Page, other: Draft, draft: Draft, piece: Span) -> bool:
    """ "Said it would sue, alleging fraud in [nine towns]": the towns belong to the cue between."""
    if other.cue is None or draft.cue is None:
        return False
    if _is_aside(page, other, piece) or _begins_with(other, draft, piece):
        return True
    behind = draft.contents[0].end
    quoted = page.text[piece.start - 1 : piece.start] in _MARKS
    if quoted and 0 <= draft.cue.start - piece.end <= _BESIDE:
        # "'Is it true?' he asked. '[Of course not],' said Lum".
        return False
    if draft.cue.end <= piece.start:
        behind = max(draft.cue.end, behind)
    # "He believes it came from above; he [offers no proof]": with the end of the other's cue.
    held = other.holds(piece) or Span(other.cue.start, other.contents[-1].end).contains(piece)
    return behind <= other.cue.start < piece.start and held


def _is_aside(page: Page, other: Draft, piece: Span) -> bool:
    """ "Describe meetings with “Contact 4”, [whom officials believe to be Lum]"."""
    if other.cue is None or not piece.contains(other.cue):
        return False
    return piece.of(page.text).split(" ", 1)[0] in RELATIVES


def _begins_with(other: Draft, draft: Draft, piece: Span) -> bool:
    """ "19 died, doctors say. '[We have nine deaths],' the minister told reporters"."""
    if other.cue is None or draft.cue is None or not piece.contains(other.contents[0]):
        return False
    if piece.end != other.contents[0].end:
        return False
    return draft.cue.end <= piece.start and 0 <= other.cue.start - piece.end <= _REACH


def _before_others(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Contents end where somebody else speaks in a clause of his own: "Prosecutors say he fled; his
    lawyers call that a lie"."""
    kept = list(drafts)
    ahead = _Ahead(drafts)
    for other in drafts:
        stop = _clause_start(page, other)
        if stop is None:
            continue
        for i in ahead.of(stop):
            cue = kept[i].cue
            if cue is not None and cue.end <= stop and cue != other.cue:
                contents = _ended(kept[i].contents, stop, other)
                kept[i] = replace(kept[i], contents=contents or kept[i].contents)
    return kept


def _before_second(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Contents end where their speaker's second verb begins: "They said it had been done in secret[
    and demanded that it be published]"."""
    kept = list(drafts)
    ahead = _Ahead(drafts)
    for other in drafts:
        if other.cue is None or other.source is None or other.kind != "verb":
            continue
        before = page.text[max(0, other.cue.start - _AND) : other.cue.start]
        joined = before.endswith((" and ", " but ")) and not len(page.quotations_in(other.cue))
        for i in ahead.of(other.cue.start) if joined else ():
            cue = kept[i].cue
            own = kept[i].source == other.source and kept[i].kind == "verb"
            if own and cue is not None and cue.end < other.cue.start and kept[i].holds(other.cue):
                stop = other.cue.start - _AND
                stop -= page.text[stop - 1] == ","
                contents = _ended(kept[i].contents, stop, other)
                kept[i] = replace(kept[i], contents=contents or kept[i].contents)
    return kept


def _ended(contents: Sequence[Span], stop: int, other: Draft) -> tuple[Span, ...]:
    return tuple(
        Span(c.start, stop) if c.start < stop < c.end else c
        for c in contents
        if c.start < stop or not (other.holds(c) or (other.cue and c.contains(other.cue)))
    )


def _clause_start(page: Page, draft: Draft) -> int | None:
    """Where the semicolon or comma stands that a word of contrast, if any, and then a draft's
    source and cue follow."""
    if draft.source is None or draft.cue is None or draft.source.end > draft.cue.start:
        return None
    start = max(0, draft.source.start - _OTHER_SIDE_SIZE)
    found = _OTHER_SIDE.search(page.text, start, draft.source.start)
    if found is None or len(page.quotations_in(Span(found.start(), found.end()))):
        return None
    if found[0].strip(", ") == "as" and not _is_heading(page, draft.cue):
        return None
    return found.start()


def _is_heading(page: Page, place: Span) -> bool:
    """In a heading what follows "as" is news of its own: "MPs demand inquiry as hospital raises
    toll"."""
    block = page.reading.blocks[page.block_at(place.start)]
    return len(block) <= _LONGEST_HEADING and page.text[block.end - 1] not in _STOPS
