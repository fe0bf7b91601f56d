"""Quotations: to whom those belong that no cue has taken yet."""

from msgspec.structs import replace

from accordingto.records.reading import Quotation
from accordingto.records.span import Span
from accordingto.statements.contents import inner
from accordingto.statements.cues import lexicon
from accordingto.statements.draft import NO_TOKEN, Draft, Page
from accordingto.statements.sources import is_passive, noun_phrase, subject_of
from accordingto.statements.verbal import cue_span, meanings_of

# A quotation of fewer words is a word held with tongs, not a statement, unless it is one outcry.
_MIN_WORDS = 4
_ENDS = frozenset(".!?…")


def is_speech(text: str, quotation: Quotation) -> bool:
    """True where a quotation is long or complete enough to be somebody's words."""
    words = quotation.inner.of(text).split()
    if len(words) >= _MIN_WORDS:
        return True
    last = quotation.inner.of(text).rstrip()[-1:]
    return last in _ENDS and len(words) >= 2 or last in "!?" and bool(words)


def with_quotations(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with every quotation of the page given to the one that it belongs to.

    A quotation beside a verb of saying makes a new draft; one that goes on without a cue joins the
    draft before it; one that continues over paragraphs joins the one whose cue comes last.
    """
    found = sorted(drafts, key=_order)
    pending: list[Quotation] = []
    for quotation in page.quotations:
        if not is_speech(page.text, quotation):
            continue
        holder = _holder(page, found, quotation)
        if holder is None:
            made = _beside(page, quotation, found)
            if made is not None:
                found.append(made)
                holder = made
        if holder is not None:
            if pending and quotation.continues:
                _swap(found, holder, _joined(page, holder, pending))
            pending = []
            continue
        if not quotation.closed or (pending and quotation.continues):
            pending.append(quotation)
            if not _is_left_open(page, quotation):
                pending = _give(page, found, pending)
            continue
        pending = _give(page, found, [*pending, quotation])
    if pending:
        _give(page, found, pending)
    return sorted(found, key=_order)


def _order(draft: Draft) -> tuple[int, int]:
    return draft.reach.start, -draft.reach.end


def _is_left_open(page: Page, quotation: Quotation) -> bool:
    """True where the next quotation continues this one."""
    later = [q for q in page.quotations if q.span.start >= quotation.span.end]
    return not quotation.closed and bool(later) and later[0].continues


def _give(page: Page, found: list[Draft], quotations: list[Quotation]) -> list[Quotation]:
    """Joins quotations without a cue to the statement before them, or makes one of their own."""
    first = quotations[0]
    if not _begins_sentence(page, first):
        return []
    before = _before(page, found, first)
    if before is not None:
        _swap(found, before, _joined(page, before, quotations))
        return []
    contents = tuple(s for s in (inner(page, q) for q in quotations) if s)
    if contents:
        found.append(
            Draft(
                at=NO_TOKEN,
                kind="quotation",
                cue=None,
                source=None,
                contents=contents,
                act="assert",
                score=0.4,
                reasons=("quotation without a cue",),
            )
        )
    return []


def _swap(found: list[Draft], old: Draft, new: Draft) -> None:
    found[found.index(old)] = new


def _joined(page: Page, draft: Draft, quotations: list[Quotation]) -> Draft:
    added = [s for s in (inner(page, q) for q in quotations) if s]
    contents = sorted({*draft.contents, *added})
    kept: list[Span] = []
    for span in contents:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return replace(
        draft, contents=tuple(kept), reasons=(*draft.reasons, "quotation goes on without a cue")
    )


def _holder(page: Page, found: list[Draft], quotation: Quotation) -> Draft | None:
    """The outermost draft that has this quotation in its content, with its cue outside."""
    for draft in found:
        if draft.cue is not None and quotation.inner.contains(draft.cue):
            continue
        if any(content.overlaps(quotation.inner) for content in draft.contents):
            return draft
    return None


def _begins_sentence(page: Page, quotation: Quotation) -> bool:
    """True where a quotation stands at the start of a sentence, or behind a colon or comma."""
    before = page.text[: quotation.span.start].rstrip()
    starts = any(b.start == quotation.span.start for b in page.reading.blocks)
    return starts or not before or before[-1] in ".!?:,…—”\"»’'"


def _before(page: Page, found: list[Draft], quotation: Quotation) -> Draft | None:
    """The statement that ends last in front of a quotation, in its paragraph or, where the
    quotation fills a paragraph of its own, in the one before."""
    block = next((b for b in page.reading.blocks if b.contains(quotation.span)), None)
    if block is None:
        return None
    at = page.reading.blocks.index(block)
    in_block = [d for d in found if _stands_in(d, block) and _end(d) <= quotation.span.start]
    if in_block:
        return _outer(in_block)
    alone = quotation.span.start - block.start <= 1 and block.end - quotation.span.end <= 1
    if alone and at > 0:
        previous = [d for d in found if _stands_in(d, page.reading.blocks[at - 1])]
        spoken = [d for d in previous if d.quote != "none" and d.cue is not None]
        if spoken:
            return _outer(spoken)
    return None


def _outer(drafts: list[Draft]) -> Draft:
    """Of the drafts the last one that lies in no other's content."""
    free = [d for d in drafts if d.cue and not any(o is not d and o.holds(d.cue) for o in drafts)]
    return max(free or drafts, key=_end)


def _stands_in(draft: Draft, block: Span) -> bool:
    return block.contains(draft.cue or draft.contents[-1])


def _end(draft: Draft) -> int:
    """Where a statement with its cue ends."""
    ends = [draft.contents[-1].end]
    if draft.cue:
        ends.append(draft.cue.end)
    return max(ends)


def _beside(page: Page, quotation: Quotation, found: list[Draft]) -> Draft | None:
    """A draft from a verb of saying right behind or in front of a quotation."""
    taken = {d.at for d in found}
    for verb in [*_behind(page, quotation), *_ahead(page, quotation)]:
        if verb in taken:
            continue
        meaning = next((m for m in meanings_of(page, verb) if "quote" in m.frames), None)
        subject = subject_of(page, verb) if meaning else None
        if meaning is None or subject is None or is_passive(page, verb):
            continue
        source = noun_phrase(page, subject)
        content = inner(page, quotation)
        if content is None or source.overlaps(quotation.span):
            continue
        return Draft(
            at=verb,
            kind="verb",
            cue=cue_span(page, verb),
            source=source,
            contents=(content,),
            act=meaning.act,
            score=meaning.strength * 0.9,
            reasons=(f"cue '{page.tokens[verb].lower}' beside a quotation",),
            subject=subject,
        )
    return None


def _behind(page: Page, quotation: Quotation) -> list[int]:
    """Verbs behind a quotation, up to the end of the sentence or the next quotation."""
    tokens = page.reading.tokens_in(Span(quotation.span.end, quotation.span.end + 120))
    found: list[int] = []
    for token in tokens:
        if token.start < quotation.span.end:
            continue
        if token.text in ".!?;:" or page.quoted[token.index] != NO_TOKEN:
            break
        if token.pos in ("VERB", "AUX") and _is_verb_of_saying(page, token.index):
            found.append(token.index)
    return found


def _ahead(page: Page, quotation: Quotation) -> list[int]:
    """Verbs in front of a quotation, back to the start of the sentence, the nearest first."""
    tokens = page.reading.tokens_in(Span(max(0, quotation.span.start - 160), quotation.span.start))
    found: list[int] = []
    for position, token in enumerate(reversed(tokens)):
        if page.quoted[token.index] != NO_TOKEN:
            break
        if token.text in ".!?;\n" and position > 0:
            break
        if token.pos in ("VERB", "AUX") and _is_verb_of_saying(page, token.index):
            found.append(token.index)
    return found


def _is_verb_of_saying(page: Page, verb: int) -> bool:
    token = page.tokens[verb]
    return any(
        "quote" in cue.frames
        for cue in lexicon().verbs.get((lexicon().lemma(token.lemma), ""), ())
    ) or any("quote" in m.frames for m in meanings_of(page, verb))
