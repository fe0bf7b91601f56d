"""Agreement and disagreement that say no more: "Doctors disagree.", "His widow begs to differ.",
"Residents are sceptical.". What they answer is what was said just before."""

from collections.abc import Sequence

from msgspec.structs import replace

from accordingto.records.reading import Sentence, Token
from accordingto.records.span import Span, trim
from accordingto.records.statement import Act
from accordingto.statements.appositions import ANSWERING
from accordingto.statements.draft import NO_TOKEN, Draft, Page
from accordingto.statements.near import neighbours
from accordingto.statements.sources import is_nobody

_VERBS: dict[str, Act] = {
    "disagree": "deny", "disagrees": "deny", "disagreed": "deny", "agree": "confirm",
    "agrees": "confirm", "agreed": "confirm", "concur": "confirm", "concurs": "confirm",
    "concurred": "confirm",
}  # fmt: skip
# "Begs to differ".
_DIFFER, _BEGS = "differ", frozenset({"beg", "begs", "begged"})
_DOUBT = frozenset({"sceptical", "skeptical", "unconvinced", "doubtful"})
_IS = frozenset({"is", "are", "was", "were", "remain", "remains", "remained"})
_CLOSING = frozenset({*_VERBS, _DIFFER, *_DOUBT})
_OPENING = frozenset({"but", "however", "yet", "and", ","})
_ENDS = frozenset({".", ";", "!"})
_POINTING = frozenset({"that", "this", "it"})
_BEHIND = frozenset({".", ":", ";", ",", "—", "–", "!"})
_LONGEST, _NEAR = 14, 12
_SCORE = 0.65


def bare_drafts(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """A draft for each sentence that is no more than that, with the content of what was said last
    before it, in the same paragraph or at the end of the one before."""
    ends = {draft.reach.end: draft for draft in drafts if draft.cue is not None}
    for draft in drafts:
        if draft.cue is not None:
            whole = [draft.reach.end, draft.cue.end, draft.source.end if draft.source else 0]
            ends.setdefault(max(whole), draft)
    found = []
    for sentence in page.reading.sentences:
        ends_in = page.tokens[sentence.first : sentence.last][-3:]
        if not any(token.lower in _CLOSING for token in ends_in):
            continue
        parts = _parts(page, sentence)
        if parts is None:
            continue
        source, cue, act = parts
        before = _said_before(page, ends, page.tokens[sentence.first].start)
        if before is not None and before.source != source:
            found.append(_draft(page, source, cue, act, before))
    return found


def pointing_drafts(page: Page, taken: frozenset[int]) -> list[Draft]:
    """ "The nurses' union disputes that": a draft for each verb, not among the tokens ``taken``,
    that parsers often take for a noun."""
    found = []
    for token in page.tokens[2:]:
        if token.lower not in _POINTING or page.quoted[token.index] != NO_TOKEN:
            continue
        verb = page.tokens[token.index - 1]
        behind = page.tokens[min(token.index + 1, len(page.tokens) - 1)].text
        if verb.lower not in ANSWERING or verb.index in taken or behind not in _BEHIND:
            continue
        if page.is_endless(token.index):
            continue
        sentence = page.reading.sentence_of(token.index)
        who = list(page.tokens[sentence.first : verb.index])
        while who and who[0].lower in _OPENING:
            who = who[1:]
        if 0 < len(who) <= _LONGEST and _is_somebody(page, who, verb.index):
            source = trim(page.text, Span(who[0].start, who[-1].end))
            if source is not None:
                found.append(_pointing(source, verb, token))
    return found


def disagreeing(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with "Mayor blames leak, [residents disagree]" for an answer to the mayor, where
    all that stands in front was taken for what residents say."""
    found = []
    near = neighbours(drafts)
    for place, draft in enumerate(drafts):
        verb = page.tokens[draft.at] if draft.at != NO_TOKEN else None
        behind = verb is not None and _VERBS.get(verb.lower) == "deny" and draft.cue is not None
        if not behind or draft.cue is None or draft.contents[-1].end > draft.cue.start:
            found.append(draft)
            continue
        beside = (drafts[i] for i in near[place])
        said = [d for d in beside if d.cue is not None and draft.holds(d.cue)]
        contents = said[0].contents if said else draft.contents
        found.append(replace(draft, act="deny", kind="answer", contents=contents))
    return found


def _pointing(source: Span, verb: Token, that: Token) -> Draft:
    return Draft(
        at=verb.index,
        kind="verb",
        cue=verb.span,
        source=source,
        contents=(that.span,),
        act="deny",
        score=_SCORE,
        reasons=(f"'{verb.lower}' answers what was said before",),
    )


def _parts(page: Page, sentence: Sentence) -> tuple[Span, Span, Act] | None:
    """Source, cue and act of a sentence that only agrees or disagrees."""
    tokens = [t for t in page.tokens[sentence.first : sentence.last] if t.pos != "SPACE"]
    if len(tokens) < 3 or len(tokens) > _LONGEST or tokens[-1].text not in _ENDS:
        return None
    while tokens and tokens[0].lower in _OPENING:
        tokens = tokens[1:]
    *who, last, _ = tokens
    if not who or page.quoted[last.index] != NO_TOKEN:
        return None
    act = _VERBS.get(last.lower)
    first = last
    if last.lower == _DIFFER and len(who) > 2 and who[-2].lower in _BEGS:
        act, first, who = "deny", who[-2], who[:-2]
    elif last.lower in _DOUBT and who[-1].lower in _IS:
        act, first, who = "question", who[-1], who[:-1]
    if act is None or not _is_somebody(page, who):
        return None
    while who[-1].text == ",":
        who = who[:-1]
    source = trim(page.text, Span(who[0].start, who[-1].end))
    return (source, Span(first.start, last.end), act) if source is not None else None


def _is_somebody(page: Page, who: Sequence[Token], verb: int = NO_TOKEN) -> bool:
    """True for a noun phrase, a relative clause and all, that is not "nobody" or "not everyone"."""
    if not who or who[0].lower == "not" or "," in {t.text for t in who[:1]}:
        return False
    head = page.reading.head_of(Span(who[0].start, who[-1].end))
    if verb != NO_TOKEN:
        # Read as "the union's disputes", the last word is the one who does it.
        head = who[-1]
    if head is None or head.pos not in ("NOUN", "PROPN") or is_nobody(page, head.index):
        return False
    verbs = [t for t in who if t.pos in ("VERB", "AUX") and t.dep not in ("relcl", "acl", "aux")]
    return not verbs and all(t.lower not in ("no", "none", "few") for t in who)


def _said_before(page: Page, ends: dict[int, Draft], start: int) -> Draft | None:
    """What was said right in front of the offset ``start``."""
    for end in range(start, max(0, start - _NEAR), -1):
        draft = ends.get(end)
        if draft is not None:
            return draft
        if end < start and page.text[end].isalnum():
            return None
    return None


def _draft(page: Page, source: Span, cue: Span, act: Act, before: Draft) -> Draft:
    last = page.reading.tokens_in(cue)[-1]
    return Draft(
        at=last.index,
        kind="answer",
        cue=cue,
        source=source,
        contents=before.contents,
        act=act,
        score=_SCORE,
        reasons=("answers what was said just before",),
    )
