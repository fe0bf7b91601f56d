"""The verb of saying beside a quotation, where the parse has not tied the two."""

from accordingto.records.reading import Quotation, Token
from accordingto.records.span import Span
from accordingto.statements.contents import inner
from accordingto.statements.cues import Cue, lexicon
from accordingto.statements.draft import NO_TOKEN, Draft, Page
from accordingto.statements.noun_phrases import noun_phrase
from accordingto.statements.sources import beside_source, is_nobody, is_passive, subject_of
from accordingto.statements.verbal import cue_span, is_real, meanings_of

_AFTER_CHARS = 160
_BEFORE_CHARS = 200
_BESIDE = 0.9
# A noun that looks like a verb must be this sure a cue: `…," a voice states.`
_SURE = 0.9


def cue_beside(page: Page, quotation: Quotation, taken: set[int]) -> Draft | None:
    """A draft from a verb of saying behind or in front of a quotation, the nearest first.

    ``taken`` has the tokens that are cues already.
    """
    for token, side in [*_behind(page, quotation), *_ahead(page, quotation)]:
        if token.index in taken:
            continue
        draft = _draft(page, quotation, token, side)
        if draft is not None:
            return draft
    return _after_colon(page, quotation)


def _after_colon(page: Page, quotation: Quotation) -> Draft | None:
    """``Lira Ores, a pollster: "…"``: a name and a colon."""
    before = [
        t
        for t in page.reading.tokens_in(
            Span(max(0, quotation.span.start - 3), quotation.span.start)
        )
        if t.pos != "SPACE"
    ]
    content = inner(page, quotation)
    if not before or before[-1].text != ":" or before[-1].index == 0 or content is None:
        return None
    colon = before[-1].index
    sentence = page.reading.sentence_of(colon - 1)
    source = beside_source(page, sentence.first - 1, sentence.first, colon)
    if source is None or not any(t.pos == "PROPN" for t in page.reading.tokens_in(source)):
        return None
    if any(t.pos in ("VERB", "AUX") for t in page.tokens[sentence.first : colon]):
        return None
    return Draft(
        at=NO_TOKEN,
        kind="quotation",
        cue=None,
        source=source,
        contents=(content,),
        act="assert",
        score=0.7,
        reasons=("name and colon before a quotation",),
        speech=True,
    )


def _draft(page: Page, quotation: Quotation, token: Token, side: Span) -> Draft | None:
    cue = _speech_cue(page, token)
    content = inner(page, quotation)
    if cue is None or content is None:
        return None
    source = _source(page, quotation, token, side)
    if source is None or source.overlaps(quotation.span):
        return None
    return Draft(
        at=token.index,
        kind="verb",
        cue=cue_span(page, token.index),
        source=source,
        contents=(content,),
        act=cue.act,
        score=cue.strength * _BESIDE,
        reasons=(f"cue '{token.lower}' beside a quotation",),
        speech=True,
        subject=NO_TOKEN,
    )


def _source(page: Page, quotation: Quotation, token: Token, side: Span) -> Span | None:
    verb = token.index
    if token.pos in ("VERB", "AUX"):
        if is_passive(page, verb) or not is_real(page, verb):
            return None
        subject = subject_of(page, verb)
        if subject is not None and not is_nobody(page, subject):
            source = noun_phrase(page, subject)
            if not source.overlaps(quotation.span):
                return source
    inside = page.reading.tokens_in(side)
    return beside_source(page, verb, inside[0].index, inside[-1].index + 1) if inside else None


def _speech_cue(page: Page, token: Token) -> Cue | None:
    """What a token means as a verb of saying, if it is one."""
    words = lexicon()
    if token.pos in ("VERB", "AUX"):
        found = [m.cue for m in meanings_of(page, token.index)]
    else:
        lemma = token.text.removesuffix("s")
        found = [c for c in words.verbs.get((lemma, ""), ()) if c.strength >= _SURE]
        if token.pos not in ("NOUN", "ADJ", "PROPN") or not token.lower.endswith("s"):
            return None
    return next((cue for cue in found if "quote" in cue.frames and not cue.mind), None)


def _behind(page: Page, quotation: Quotation) -> list[tuple[Token, Span]]:
    """Words of saying behind a quotation, up to the end of the sentence or the next quotation, each
    with the stretch in which its source may stand."""
    start = quotation.span.end
    if quotation.inner.of(page.text).rstrip().endswith("."):
        return []
    stretch: list[Token] = []
    for token in page.reading.tokens_in(Span(start, start + _AFTER_CHARS)):
        if token.start < start:
            continue
        ends = token.text in (".", "!", "?", ";", ":") and bool(stretch)
        if ends or page.quoted[token.index] != NO_TOKEN:
            break
        stretch.append(token)
    return _with_side(page, stretch)


def _ahead(page: Page, quotation: Quotation) -> list[tuple[Token, Span]]:
    """The same in front of a quotation, back to the start of the sentence."""
    end = quotation.span.start
    stretch: list[Token] = []
    for token in reversed(page.reading.tokens_in(Span(max(0, end - _BEFORE_CHARS), end))):
        if page.quoted[token.index] != NO_TOKEN or token.text in (".", "!", "?", ";"):
            break
        stretch.append(token)
    return _with_side(page, stretch)


def _with_side(page: Page, stretch: list[Token]) -> list[tuple[Token, Span]]:
    if not stretch:
        return []
    side = Span(min(t.start for t in stretch), max(t.end for t in stretch))
    cues = [t for t in stretch if _speech_cue(page, t) is not None]
    return [(t, side) for t in sorted(cues, key=lambda t: t.pos not in ("VERB", "AUX"))]
