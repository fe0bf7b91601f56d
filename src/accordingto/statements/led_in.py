"""Whom the narrator turns to in front of a quotation without a cue: "The governor was unmoved. 'The
law is the law.'", "Another was more careful: 'Perhaps'"."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from accordingto.records.reading import Quotation
from accordingto.records.span import Span
from accordingto.statements.contents import inner
from accordingto.statements.cues import lexicon
from accordingto.statements.draft import NO_TOKEN, Draft, Page
from accordingto.statements.noun_phrases import noun_phrase
from accordingto.statements.wordlists import word_list

_OTHERS = frozenset({"another", "others"})
_PRONOUNS = frozenset({"he", "she"})
_LED = re.compile(r"[.:] ?\W{0,2}\Z")
_LED_SIZE = 4
_LONGEST = 40
_BEFORE = 2


def led_in(page: Page, quotation: Quotation) -> Span | None:
    """The subject of the sentence, or of the words before a colon, right in front of a quotation,
    where it is somebody."""
    start = quotation.span.start
    near = page.reading.tokens_in(Span(max(0, start - _BEFORE), start))
    ahead = [t for t in near if t.text in ".:"]
    if not ahead or start in page.block_starts:
        return None
    stop = ahead[-1].index
    sentence = page.reading.sentence_of(stop)
    told = page.tokens[max(sentence.first, stop - _LONGEST) : stop]
    if not told or any(page.quoted[t.index] != NO_TOKEN for t in told):
        return None
    root = next((t for t in told if t.dep == "ROOT" or not sentence.first <= t.head < stop), None)
    subject = page.child(root.index, "nsubj", "nsubjpass") if root is not None else None
    if subject is None or subject > stop or not _is_somebody(page, subject):
        return None
    return noun_phrase(page, subject)


def without_anothers(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without quotations that the narrator turned to another for: a reader that takes
    what goes on for one speaker's has them too."""
    kept = list(drafts)
    for i, draft in enumerate(drafts):
        if len(draft.contents) == 1 or draft.cue is None or draft.source is None:
            continue
        own = tuple(c for c in draft.contents if not _is_anothers(page, draft.cue, c))
        if own and len(own) < len(draft.contents):
            kept[i] = replace(draft, contents=own)
    return kept


def _is_anothers(page: Page, cue: Span, piece: Span) -> bool:
    for place in page.quotations_in(piece):
        led = led_in(page, page.quotations[place])
        if led is not None and cue.end < led.start and turns_to_another(page, led):
            return True
    return False


def words_alone(page: Page, draft: Draft) -> tuple[Span, ...]:
    """Contents without what the narrator tells in front of a quotation: of "pointed [at the crater:
    'My house.']" the quotation is said."""
    if draft.found != "rare":
        return draft.contents
    last = draft.contents[-1]
    quoted = [page.quotations[i] for i in page.quotations_in(last)]
    if len(quoted) != 1 or draft.cue is None or draft.contents[0].start < draft.cue.end:
        return draft.contents
    said = inner(page, quoted[0])
    start = quoted[0].span.start
    ahead = page.text[max(0, start - _LED_SIZE) : start]
    told = Span(draft.contents[0].start, start)
    if said is None or not _LED.search(ahead) or len(page.quotations_in(told)) > 0:
        return draft.contents
    # "Pointed out how odd it was: '…'" says so, too.
    clause = any(t.pos in ("VERB", "AUX") for t in page.reading.tokens_in(told))
    ends = quoted[0].span.end >= last.end and told.start < start
    return (said,) if ends and not clause else draft.contents


def turns_to_another(page: Page, source: Span) -> bool:
    """ "Another", "others at the vigil": not who spoke before."""
    return page.reading.tokens_in(source)[0].lower in _OTHERS


def _is_somebody(page: Page, at: int) -> bool:
    token = page.tokens[at]
    roles = lexicon().speakers.union(word_list("sources.toml", "nouns", "person"))
    known = token.ent == "PERSON" or token.lower in _OTHERS | _PRONOUNS
    return known or (token.pos == "NOUN" and token.lemma in roles)
