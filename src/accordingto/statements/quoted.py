"""Quotations: to whom those belong that no cue has taken yet."""

from msgspec.structs import replace

from accordingto.records.reading import Quotation
from accordingto.records.span import Span
from accordingto.statements.contents import inner
from accordingto.statements.draft import NO_TOKEN, Draft, Page
from accordingto.statements.quoted_cues import cue_beside

# A quotation of fewer words is a word held with tongs, not a statement, unless it is an outcry.
_MIN_WORDS = 4
_ENDS = frozenset(".!?…,")
_ALONE = 0.4
_SPEAKER_BEFORE = 0.5


def is_speech(text: str, quotation: Quotation) -> bool:
    """True where a quotation is long or complete enough to be somebody's words."""
    body = quotation.inner.of(text).rstrip()
    words = body.split()
    if len(words) >= _MIN_WORDS:
        return True
    return bool(words) and (body[-1] in "!?" or (len(words) >= 2 and body[-1] in _ENDS))


def with_quotations(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with every quotation of the page given to the one that it belongs to.

    A quotation beside a verb of saying makes a new draft; one that goes on without a cue joins the
    draft before it; one that runs over paragraphs joins the one that has its cue, wherever that
    stands.
    """
    found = sorted(drafts, key=_order)
    for chain in _chains(page):
        holder = _held(found, chain)
        if holder is None:
            holder = _by_cue(page, found, chain)
        if holder is not None:
            loose = [q for q in chain if not _overlaps(holder, q)]
            if loose:
                _swap(found, holder, _joined(page, holder, loose))
        elif _begins_sentence(page, chain[0]):
            _give(page, found, chain)
    return sorted(found, key=_order)


def _order(draft: Draft) -> tuple[int, int]:
    return draft.reach.start, -draft.reach.end


def _chains(page: Page) -> list[list[Quotation]]:
    """The quotations, those that run on over paragraphs taken together."""
    chains: list[list[Quotation]] = []
    for quotation in page.quotations:
        if quotation.continues and chains and not chains[-1][-1].closed:
            chains[-1].append(quotation)
        elif is_speech(page.text, quotation):
            chains.append([quotation])
    return chains


def _held(found: list[Draft], chain: list[Quotation]) -> Draft | None:
    """The outermost draft that has one of the quotations in its content, its cue outside."""
    for quotation in chain:
        for draft in found:
            own = draft.cue is not None and quotation.inner.contains(draft.cue)
            if not own and _overlaps(draft, quotation):
                return draft
    return None


def _overlaps(draft: Draft, quotation: Quotation) -> bool:
    return any(content.overlaps(quotation.inner) for content in draft.contents)


def _by_cue(page: Page, found: list[Draft], chain: list[Quotation]) -> Draft | None:
    taken = frozenset(d.at for d in found)
    for quotation in reversed(chain):
        made = cue_beside(page, quotation, taken)
        if made is not None:
            found.append(made)
            return made
    return None


def _give(page: Page, found: list[Draft], chain: list[Quotation]) -> None:
    """Joins quotations without a cue to the statement before them, or makes one of their own."""
    block = next((i for i, b in enumerate(page.reading.blocks) if b.contains(chain[0].span)), None)
    before = (
        _speaker_in(page, found, page.reading.blocks[block], chain[0])
        if block is not None
        else None
    )
    if before is not None:
        _swap(found, before, _joined(page, before, chain))
        return
    contents = tuple(s for s in (inner(page, q) for q in chain) if s)
    if not contents:
        return
    speaker = _speaker_above(page, found, chain[0], block)
    if speaker is not None and _is_open_talk(page, speaker, chain[0], block):
        _swap(found, speaker, _joined(page, speaker, chain))
        return
    reason = "quotation without a cue"
    found.append(
        Draft(
            at=NO_TOKEN,
            kind="quotation",
            cue=None,
            source=speaker.source if speaker else None,
            contents=contents,
            act="assert",
            score=_SPEAKER_BEFORE if speaker else _ALONE,
            reasons=(reason + ", speaker of the paragraph before",) if speaker else (reason,),
        )
    )


def _swap(found: list[Draft], old: Draft, new: Draft) -> None:
    found[next(i for i, d in enumerate(found) if d is old)] = new


def _joined(page: Page, draft: Draft, quotations: list[Quotation]) -> Draft:
    added = [s for s in (inner(page, q) for q in quotations) if s]
    kept: list[Span] = []
    for span in sorted([*draft.contents, *added]):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    reason = "quotation goes on without a cue"
    reasons = draft.reasons if reason in draft.reasons else (*draft.reasons, reason)
    return replace(draft, contents=tuple(kept), reasons=reasons)


def _begins_sentence(page: Page, quotation: Quotation) -> bool:
    """True where a quotation stands at the start of a sentence, or behind a colon or comma."""
    if any(b.start == quotation.span.start for b in page.reading.blocks):
        return True
    before = page.text[: quotation.span.start].rstrip()[-1:]
    return not before or before in ".!?:,…—”\"»’'"


def _speaker_in(page: Page, found: list[Draft], block: Span, quotation: Quotation) -> Draft | None:
    """The draft of the same paragraph that a quotation without a cue goes on from."""
    ended = [
        d
        for d in found
        if d.cue is not None and block.contains(d.cue) and _end(d) <= quotation.span.start
    ]
    return _main(page, ended)


def _main(page: Page, drafts: list[Draft]) -> Draft | None:
    """The last one who speaks, in the wording that is a quotation already, if one is."""
    free = [
        d
        for d in drafts
        if d.speech
        and d.source
        and d.cue
        and not any(o is not d and o.holds(d.cue) for o in drafts)
    ]
    if not free:
        return None
    last = max(free, key=_end)
    same = [d for d in free if d.source == last.source]
    quoting = [d for d in same if _quotes(page, d)]
    return quoting[-1] if quoting else min(same, key=lambda d: d.cue or last.reach)


def _quotes(page: Page, draft: Draft) -> bool:
    return any(q.inner.overlaps(c) for q in page.quotations for c in draft.contents)


def _speaker_above(
    page: Page, found: list[Draft], quotation: Quotation, block: int | None
) -> Draft | None:
    """Who spoke last in the paragraph before one that begins with a quotation."""
    if not block:
        return None
    here, above = page.reading.blocks[block], page.reading.blocks[block - 1]
    if quotation.span.start - here.start > 1:
        return None
    return _main(page, [d for d in found if d.cue is not None and above.contains(d.cue)])


def _is_open_talk(page: Page, speaker: Draft, quotation: Quotation, block: int | None) -> bool:
    """True where a quotation fills its paragraph and the one before ended with its speaker's."""
    if not block or not _quotes(page, speaker):
        return False
    here, above = page.reading.blocks[block], page.reading.blocks[block - 1]
    return here.end - quotation.span.end <= 1 and above.end - _end(speaker) <= 60


def _end(draft: Draft) -> int:
    """Where a statement ends, with its cue and source."""
    parts = (draft.contents[-1], draft.cue, draft.source)
    return max(part.end for part in parts if part is not None)
