"""Verbs that share what is said: "The regulator found, and the airline accepts, that the door was
loose"; "The plan was praised by the governor and denounced by farmers"."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from accordingto.records.span import Span
from accordingto.statements.contents import tidy
from accordingto.statements.counting import counted, counted_again
from accordingto.statements.cues import Cue, lexicon
from accordingto.statements.draft import NO_TOKEN, Draft, Page
from accordingto.statements.noun_phrases import noun_phrase
from accordingto.statements.sources import agent_of, can_speak, is_nobody

_SHARE, _SURE, _LIKELY = 0.85, 0.7, 0.55
_SECOND = re.compile(r"(?:and|but) (?P<who>[^,.;:]{4,60}), (?=that\b)")
# "In [what] the union called a lock-out and the owners described as repairs".
_LINK, _LINK_SIZE = re.compile(r"\b(?:what|which|that) \Z", re.IGNORECASE), 8
_CALLED_TOO = re.compile(
    r",? (?:and|but) (?:which |that )?(?P<who>[\w’'-]+(?: [\w’'-]+){0,4}?) "
    r"(?P<cue>calls?|called|describes?|described|dismiss(?:es|ed)|brand(?:s|ed)|terms?|termed"
    r"|hail(?:s|ed)|label(?:s|led|ed)|denounced?|denounces|condemn(?:s|ed)) "
)
_LONGEST_WHO = 80
_CLAUSE_END = re.compile(r"[,;.](?!\w)")
_VERBS = frozenset({"VBD", "VBN"})
_PUTS = frozenset({"put", "puts"})
_NUMBER = frozenset({"number"})
_COMPLEMENTS = ("ccomp", "xcomp", "dobj", "prep", "acomp", "oprd")


def with_coordinated(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each followed by those of the verbs that share its content. What was found for
    such a verb before, less surely and of another speaker, is left out."""
    drafts = [replace(d, contents=_not_in_what(page, d)) for d in drafts]
    drafts = _beside_sure(page, drafts)
    drafts = [one for draft in drafts for one in _interrupted(page, draft)]
    drafts = _counting_too(page, [one for draft in drafts for one in _called_too(page, draft)])
    places = {draft.at: i for i, draft in enumerate(drafts)}
    made: dict[int, list[Draft]] = {}
    gone: set[int] = set()
    for i, draft in enumerate(drafts):
        if draft.at != NO_TOKEN and draft.kind == "count" and len(draft.contents) > 1:
            made.setdefault(i, []).extend(_counted(page, draft))
        if draft.at == NO_TOKEN or draft.kind != "verb" or draft.source is None:
            continue
        for one in (_before(page, draft), *_agents(page, draft)):
            known = places.get(one.at) if one is not None else None
            if one is None or (known is not None and _stands(drafts[known], draft, one)):
                continue
            if known is not None:
                gone.add(known)
            places[one.at] = i
            made.setdefault(i, []).append(one)
    return [d for i, draft in enumerate(drafts) if i not in gone for d in (draft, *made.get(i, ()))]


def _stands(known: Draft, draft: Draft, one: Draft) -> bool:
    """False where what was found before for the verb of ``one`` is less sure, or says no more than
    that ``draft`` says something: "The ministry says, and [the army confirms], that"."""
    empty = draft.cue is not None and known.contents[-1].end == draft.cue.end
    return known.score >= one.score and not empty


def _counting_too(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """ "Lum said they had fired first, and [put the dead at four]": who says the one counts too,
    where the words were taken for the end of what is said."""
    found: list[Draft] = []
    counting: dict[int, Draft] = {}
    for draft in drafts:
        verb = _count_within(page, draft)
        spans = counted(page, verb, _NUMBER) if verb is not None else ()
        if verb is None or not spans:
            found.append(draft)
            continue
        stop = page.tokens[verb - 1].start
        first = draft.contents[-1]
        said = tidy(page, Span(first.start, stop))
        if said is not None:
            found.append(replace(draft, contents=(*draft.contents[:-1], said)))
        counting[verb] = replace(
            draft,
            at=verb,
            kind="count",
            cue=page.tokens[verb].span,
            contents=spans,
            act="assert",
            score=draft.score * _SHARE,
            reasons=("counts beside what is said",),
            via=(),
            via_cue=None,
            parts=None,
            subject=NO_TOKEN,
            found="rules",
        )
    return [*(draft for draft in found if draft.at not in counting), *counting.values()]


def _count_within(page: Page, draft: Draft) -> int | None:
    """The verb that counts, behind "and" in the last of a speaker's contents, without a subject of
    its own."""
    if draft.cue is None or draft.source is None or draft.kind != "verb":
        return None
    last = draft.contents[-1]
    for token in page.reading.tokens_in(last):
        joined = token.dep == "conj" and page.tokens[token.index - 1].lower == "and"
        counts = token.lower in _PUTS and token.start > draft.cue.end and joined
        if counts and token.start > last.start and page.quoted[token.index] == NO_TOKEN:
            return token.index if page.child(token.index, "nsubj") is None else None
    return None


def _beside_sure(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """ "The command said it was hit over water, and [called it “an attack”]": of one who is sure
    to have spoken, the second verb is likely as well."""
    sure: dict[tuple[int, Span | None], int] = {
        (page.reading.sentence_of(d.at).first, d.source): d.at
        for d in drafts
        if d.at != NO_TOKEN and d.source is not None and d.score >= _SURE and d.found == "both"
    }
    found = []
    for draft in drafts:
        if draft.at == NO_TOKEN or draft.found != "trained" or draft.score >= _LIKELY:
            found.append(draft)
            continue
        first = sure.get((page.reading.sentence_of(draft.at).first, draft.source))
        joined = page.tokens[draft.at - 1].lower in ("and", "but") and draft.kind == "verb"
        if first is not None and first < draft.at and joined:
            reasons = (*draft.reasons, "beside what the same speaker says")
            draft = replace(draft, score=_LIKELY, reasons=reasons)
        found.append(draft)
    return found


def _interrupted(page: Page, draft: Draft) -> list[Draft]:
    """Two drafts for "Prosecutors allege, and [the defence disputes], that …", where the words of
    the second were taken for the content of the first."""
    first = draft.contents[0]
    opens = _SECOND.match(page.text, first.start, first.end) if draft.cue is not None else None
    if opens is None or draft.source is None:
        return [draft]
    words = page.reading.tokens_in(Span(opens.start("who"), opens.end("who")))
    cue = _meaning(words[-1].lemma, "clause") if len(words) > 1 else None
    if cue is None or not can_speak(words[-2]):
        return [draft]
    contents = (Span(opens.end(), first.end), *draft.contents[1:])
    source = page.between(words[0].index, words[-2].index)
    return [
        replace(draft, contents=contents),
        _made(draft, words[-1].index, words[-1].span, source, cue, contents),
    ]


def _not_in_what(page: Page, draft: Draft) -> tuple[Span, ...]:
    """Contents without "(in) what the union called a lock-out", behind the speaker: the narrator
    tells what another calls it."""
    kept = tuple(
        c
        for c in draft.contents
        if draft.cue is None
        or c.start < draft.cue.end
        or " in what " not in page.text[max(0, c.start - 4) : c.start + 8]
    )
    return kept or draft.contents


def _called_too(page: Page, draft: Draft) -> list[Draft]:
    """Two drafts for "what the union called a lock-out and [the owners described as repairs]",
    where the words of the second were taken for the end of the first."""
    if draft.source is None or draft.cue is None or draft.source.end > draft.cue.start:
        return [draft]
    last = draft.contents[-1]
    ahead = page.text[max(0, draft.source.start - _LINK_SIZE) : draft.source.start]
    reach = last.end + _LONGEST_WHO
    more = _CALLED_TOO.search(page.text, last.start, reach) if _LINK.search(ahead) else None
    if more is not None and more.start() > last.end:
        return [draft]
    words = page.reading.tokens_in(Span(*more.span("who"))) if more is not None else []
    if more is None or not words or not can_speak(words[-1]):
        return [draft]
    cue = page.reading.tokens_in(Span(*more.span("cue")))[0]
    said = tidy(page, Span(last.start, min(last.end, more.start())))
    meaning = _meaning(cue.lemma, "as") or _meaning(cue.lemma, "name")
    behind = page.reading.sentence_of(cue.index).span.end
    told = tidy(page, Span(more.end(), max(last.end, _clause_end(page, more.end(), behind))))
    if said is None or told is None or meaning is None:
        return [draft]
    source = page.between(words[0].index, words[-1].index)
    return [
        replace(draft, contents=(*draft.contents[:-1], said)),
        _made(draft, cue.index, cue.span, source, meaning, (told,)),
    ]


def _clause_end(page: Page, start: int, end: int) -> int:
    """Where the words end that begin at ``start``: at a comma, semicolon or stop."""
    ends = _CLAUSE_END.search(page.text, start, end)
    return ends.start() if ends is not None else end


def _before(page: Page, draft: Draft) -> Draft | None:
    """ "[Officials insist], and doctors confirm, that …": the verb in front lacks what is said."""
    verb = page.tokens[draft.at]
    first = page.tokens[verb.head]
    if verb.dep != "conj" or first.index >= verb.index or draft.cue is None:
        return None
    subject = page.child(first.index, "nsubj")
    cue = _meaning(first.lemma, "clause")
    bare = page.child(first.index, *_COMPLEMENTS) is None
    if subject is None or cue is None or not bare or is_nobody(page, subject):
        return None
    said = draft.contents[0]
    lead = page.reading.tokens_in(said)[0]
    if lead.tag != "IN" or lead.dep != "mark" or said.start < draft.cue.end:
        return None
    return _made(draft, first.index, first.span, noun_phrase(page, subject), cue, draft.contents)


def _agents(page: Page, draft: Draft) -> list[Draft]:
    """ "Was praised by the governor and [denounced by farmers]"."""
    if agent_of(page, draft.at) is None or page.child(draft.at, "nsubjpass") is None:
        return []
    about = tuple(c for c in draft.contents if draft.cue is not None and c.end <= draft.cue.start)
    found = []
    for other in page.all_children(draft.at, "conj") if about else ():
        token, agent = page.tokens[other], agent_of(page, other)
        cue = _meaning(token.lemma, "object") or _meaning(token.lemma, "name")
        own = page.child(other, "nsubj", "nsubjpass", "dobj") is not None
        if token.tag not in _VERBS or agent is None or cue is None or own:
            continue
        if can_speak(page.tokens[agent]) and not is_nobody(page, agent):
            source = noun_phrase(page, agent)
            found.append(_made(draft, other, token.span, source, cue, about))
    return found


def _counted(page: Page, draft: Draft) -> list[Draft]:
    """ "Put at 61 percent by the commission and [at 47 percent by Citizen Watch]"."""
    return [
        replace(
            draft,
            source=noun_phrase(page, who),
            contents=(draft.contents[0], number),
            score=draft.score * _SHARE,
            reasons=("shares what another counts",),
            parts=None,
            subject=NO_TOKEN,
        )
        for who, number in counted_again(page, draft.at)
        if can_speak(page.tokens[who]) and not is_nobody(page, who)
    ]


def _meaning(lemma: str, frame: str) -> Cue | None:
    known = lexicon().verbs.get((lemma, ""), ())
    return next((cue for cue in known if frame in cue.frames), None)


def _made(
    draft: Draft, at: int, cue: Span, source: Span, meaning: Cue, contents: tuple[Span, ...]
) -> Draft:
    return replace(
        draft,
        at=at,
        cue=cue,
        source=source,
        contents=contents,
        act=meaning.act,
        mind=meaning.mind,
        score=draft.score * _SHARE,
        reasons=("shares what another verb says",),
        via=(),
        via_cue=None,
        parts=None,
        subject=NO_TOKEN,
    )
