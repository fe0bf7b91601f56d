"""Quotations: to whom those belong that no cue has taken yet."""

from msgspec.structs import replace

from accordingto.records.reading import Quotation
from accordingto.records.span import Span
from accordingto.statements.contents import inner
from accordingto.statements.cues import lexicon
from accordingto.statements.draft import NO_TOKEN, Draft, Page
from accordingto.statements.led_in import led_in, turns_to_another, without_anothers
from accordingto.statements.noun_phrases import noun_phrase
from accordingto.statements.quoted_cues import cue_beside
from accordingto.statements.relatives import RELATIVES
from accordingto.statements.talk import Talk

# A quotation of fewer words is a word held with tongs, not a statement, unless it is an outcry.
_MIN_WORDS = 4
_ENDS = frozenset(".!?…,")
_ALONE = 0.4
_SPEAKER_BEFORE = 0.5
# A paragraph may go on this far behind its last statement ("…, she told reporters on Monday").
_TAIL_CHARS = 60
_LONGEST_QUESTION = 300
_NAMES = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_LONGEST_NAME = 6


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
    talk = Talk(page, sorted(without_anothers(page, drafts), key=_order))
    sources = {d.source.start: i for i, d in enumerate(talk.drafts) if d.source is not None}
    ends = {
        d.contents[-1].end: i
        for i, d in enumerate(talk.drafts)
        # "…, said a man who asked for his name not to be used, 'and …'".
        if d.cue is not None and d.source is not None and d.source.of(page.text) not in RELATIVES
    }
    for chain in _chains(page):
        holder = talk.holder(chain)
        if holder is None:
            holder = _right_behind(page, ends, chain)
        if holder is None:
            holder = _by_colon(page, talk, sources, chain)
        if holder is None:
            holder = _by_cue(page, talk, chain)
        if holder is not None:
            loose = [i for i in chain if talk.owner.get(i) is None]
            if loose:
                _join(page, talk, holder, loose)
        elif _begins_sentence(page, page.quotations[chain[0]]):
            _give(page, talk, chain)
    return sorted(talk.drafts, key=_order)


def _order(draft: Draft) -> tuple[int, int]:
    return draft.reach.start, -draft.reach.end


def _chains(page: Page) -> list[list[int]]:
    """The places of the quotations, those that run on over paragraphs taken together."""
    chains: list[list[int]] = []
    for i, quotation in enumerate(page.quotations):
        if quotation.continues and chains and not page.quotations[chains[-1][-1]].closed:
            chains[-1].append(i)
        elif is_speech(page.text, quotation):
            chains.append([i])
    return chains


def _right_behind(page: Page, ends: dict[int, int], chain: list[int]) -> int | None:
    """ "The police speak of one death, 'caused by a fall'": the end of what they say."""
    start = page.quotations[chain[0]].span.start
    place = ends.get(start - 2) if page.text[max(0, start - 2) : start] == ", " else None
    opens = page.text[start + 1 : start + 2]
    return place if place is not None and opens.islower() else None


def _by_colon(page: Page, talk: Talk, sources: dict[int, int], chain: list[int]) -> int | None:
    """ "'We heard them': survivors recall the night": whoever stands behind the colon said it,
    whatever else he does there."""
    end = page.quotations[chain[-1]].span.end
    if not page.text.startswith(": ", end):
        return None
    known = sources.get(end + 2)
    if known is not None and talk.drafts[known].act == "assert":
        return known
    contents = tuple(s for i in chain if (s := inner(page, page.quotations[i])))
    source = talk.drafts[known].source if known is not None else _behind(page, end + 2)
    if source is None or not contents:
        return None
    return talk.add(_own(contents, source, "who is named behind the colon"))


def _behind(page: Page, start: int) -> Span | None:
    """The subject that begins at ``start``, where it can speak."""
    first = next(iter(page.reading.tokens_in(Span(start, start + 1))), None)
    if first is None or first.start != start:
        return None
    subject = next(
        (t for t in page.tokens[first.index : first.index + _LONGEST_NAME] if t.dep == "nsubj"),
        None,
    )
    if subject is None or not (subject.ent in _NAMES or subject.lemma in lexicon().speakers):
        return None
    named = noun_phrase(page, subject.index)
    return named if named.start == start else None


def _by_cue(page: Page, talk: Talk, chain: list[int]) -> int | None:
    for i in reversed(chain):
        made = cue_beside(page, page.quotations[i], talk.cues)
        if made is not None:
            return talk.add(made)
    return None


def _give(page: Page, talk: Talk, chain: list[int]) -> None:
    """Joins quotations without a cue to the statement before them, or makes one of their own."""
    first = page.quotations[chain[0]]
    block = page.block_at(first.span.start)
    before = talk.speaker(block, first.span.start)
    led = led_in(page, first)
    if before is not None and (led is None or not turns_to_another(page, led)):
        _join(page, talk, before, chain)
        return
    contents = tuple(s for i in chain if (s := inner(page, page.quotations[i])))
    if led is not None and contents:
        talk.add(_own(contents, led, "who is told of in front of it"))
        return
    starts = first.span.start - page.reading.blocks[block].start <= 1
    over = block - 1
    if _is_question(page, over) and talk.speaker(over, first.span.start) is None:
        # In an interview the outlet's question stands between one answer and the next.
        over -= 1
    above = talk.speaker(over, first.span.start) if over >= 0 and starts else None
    if above is not None and _is_open_talk(page, talk.drafts[above], first, (over, block)):
        _join(page, talk, above, chain)
        return
    if contents:
        talk.add(_own(contents, talk.drafts[above].source if above is not None else None))


def _own(contents: tuple[Span, ...], source: Span | None, why: str = "") -> Draft:
    """A statement of quotations for which no cue is there."""
    reason = "quotation without a cue"
    return Draft(
        at=NO_TOKEN,
        kind="quotation",
        cue=None,
        source=source,
        contents=contents,
        act="assert",
        score=_SPEAKER_BEFORE if source else _ALONE,
        reasons=(f"{reason}, {why or 'speaker of the paragraph before'}",) if source else (reason,),
    )


def _join(page: Page, talk: Talk, place: int, chain: list[int]) -> None:
    draft = talk.drafts[place]
    added = [s for i in chain if (s := inner(page, page.quotations[i]))]
    kept: list[Span] = []
    for span in sorted([*draft.contents, *added]):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    reason = "quotation goes on without a cue"
    reasons = draft.reasons if reason in draft.reasons else (*draft.reasons, reason)
    talk.swap(place, replace(draft, contents=tuple(kept), reasons=reasons), chain)


def _begins_sentence(page: Page, quotation: Quotation) -> bool:
    """True where a quotation stands at the start of a sentence, or behind a colon or comma."""
    start = quotation.span.start
    if start in page.block_starts:
        return True
    before = page.text[max(0, start - 20) : start].rstrip()[-1:]
    return not before or before in ".!?:,…—”\"»’'"


def _is_question(page: Page, block: int) -> bool:
    """True for a paragraph that is one short question of the outlet's own."""
    if block < 0:
        return False
    span = page.reading.blocks[block]
    asks = len(span) <= _LONGEST_QUESTION and page.text[span.end - 1] == "?"
    return asks and not len(page.quotations_in(span))


def _is_open_talk(
    page: Page, speaker: Draft, quotation: Quotation, places: tuple[int, int]
) -> bool:
    """True where a quotation fills its paragraph and the one before ended with its speaker's;
    ``places`` are those of the two paragraphs."""
    above, here = (page.reading.blocks[place] for place in places)
    quotes = any(len(page.quotations_in(content)) for content in speaker.contents)
    ends = max(s.end for s in (speaker.reach, speaker.cue, speaker.source) if s is not None)
    return quotes and here.end - quotation.span.end <= 1 and above.end - ends <= _TAIL_CHARS
