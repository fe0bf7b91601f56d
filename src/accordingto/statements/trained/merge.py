"""Both readers' drafts made one: what the trained reader found, with what the rules know of it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from accordingto.records.encoding import Encoding
from accordingto.records.span import Span
from accordingto.statements.draft import NO_TOKEN, Draft, Page
from accordingto.statements.relatives import RELATIVES
from accordingto.statements.trained.between import set_apart
from accordingto.statements.trained.decode import Found
from accordingto.statements.trained.drafts import draft_of
from accordingto.statements.trained.hearers import suffers
from accordingto.statements.trained.rule_places import RuleCues, SpanSet
from accordingto.statements.trained.runs import whole_quotation

# What one says to a claim is worth more than another statement: of a rule's score this much stays
# however little the trained reader makes of it.
_ANSWERED = 0.6
# The corpus does not count silence: what it taught is no ground to doubt the rules there.
# "Refused to lay down arms" is less than that.
_SILENT, _SURELY_SILENT = 0.85, 0.65
# And what is done by saying it is a statement even where its content is a deed or a thing
# ("threatened to close the road", "welcomed the verdict").
_TRUSTED = frozenset({"deny", "confirm", "threaten", "praise", "condemn", "accuse"})
# "…, a charge that Lum denies": the trained reader leaves out what is said about a claim.
_ANSWERS = frozenset({"deny", "confirm", "question", "condemn"})

# Cues that may begin around one another, and contents that may hold one another; without a bound a
# page made to be slow would cost the square of its length.
_DEEP = 48
_ACCORDING = "according to "
_RELATIVE = re.compile(r",\s(?:which|who|whose|where)\b")
_SETTING = frozenset(",;:(–—-")
# So many words behind what hangs on a subject the tree may have lost its last name.
_ASIDE = 2

# "Reportedly", "in the words of", "put the dead at nine": the corpus has too few of these to learn
# from. And it does not count silence ("did not respond") as an attribution; a ledger must.
_SAYING, _FULL_STOPS = frozenset({"say", "add", "report"}), frozenset({".", ""})
_SPEAKING = frozenset({"it", "he", "she", "they"})
_QUOTING = frozenset({"quote", "cite"})
_PHRASES = frozenset({"according", "adverb", "count", "phrase"})


def merged(
    page: Page, encoding: Encoding, found: Sequence[Found], rules: Sequence[Draft]
) -> list[Draft]:
    """One draft for each cue that either reader found.

    Spans are the trained reader's, acts and what a rule knows beyond them the rules'. Where the
    trained reader was taught little, the rules' word stands: inside other contents, and for what
    the constants above name. What they find elsewhere and it does not is rarely right (three in
    ten, on the corpus), and left out.
    """
    drafts: list[Draft] = []
    used: set[int] = set()
    cues = RuleCues(rules)
    for one in found:
        draft = draft_of(page, encoding, one, score_of(one))
        if draft is None or cues.carries(draft):
            continue
        place = cues.same(draft, used)
        if place is not None:
            used.add(place)
            rule = rules[place]
            if draft.source is None and rule.source is not None:
                # The trained reader saw that who stands in front of the verb suffers it.
                head = page.tokens[rule.at] if rule.at != NO_TOKEN else None
                if head is not None and suffers(page, head, rule.source):
                    rule = replace(rule, source=None)
            draft = _joined(page, draft, rule, cues)
        drafts.append(draft)
    contents = SpanSet(content for draft in drafts for content in draft.contents)
    # "The deal, [seen by critics as a gift], was hailed by Lum as historic".
    holes = SpanSet(Span(a.end, b.start) for draft in drafts for a, b in pairwise(draft.contents))
    sources = SpanSet(draft.source for draft in drafts if draft.source is not None)
    for i, rule in enumerate(rules):
        if i in used:
            continue
        known = rule.via or rule.kind in _PHRASES or _is_quoted_as(page, rule) or _is_as(page, rule)
        known = known or _closes(page, rule) or _is_in_what(page, rule)
        known = known or _is_behind_colon(page, rule) or _is_behind_semicolon(page, rule)
        known = known or _is_bare_doubt(page, rule)
        if known or rule.act == "decline" or _is_answer(rule):
            drafts.append(rule)
        elif rule.cue is not None and any(
            spans.hold(rule.cue) for spans in (contents, sources, holes)
        ):
            drafts.append(replace(rule, found="nested"))
        elif rule.act in _TRUSTED:
            drafts.append(replace(rule, score=rule.score * _ANSWERED))
    return set_apart(page, _without_echoes(page, drafts))


def _without_echoes(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """ "'If you come, do not expect mercy,' Lum said": what Lum does not expect is said in the
    quotation; a cue in it has its source there, or is none."""
    places = sorted(range(len(drafts)), key=lambda i: drafts[i].reach)
    starts = [drafts[i].reach.start for i in places]
    kept = []
    for draft in drafts:
        if draft.cue is None or not _has_source_outside(page, draft):
            kept.append(draft)
            continue
        at = bisect_right(starts, draft.cue.start)
        near = (drafts[i] for i in places[max(0, at - _DEEP) : at])
        if not any(_says_all(other, draft) for other in near):
            kept.append(draft)
    return kept


def _says_all(outer: Draft, draft: Draft) -> bool:
    """True where ``outer`` has the source of ``draft`` and holds its cue."""
    if outer is draft or draft.cue is None or outer.source != draft.source:
        return False
    return outer.holds(draft.cue)


def _has_source_outside(page: Page, draft: Draft) -> bool:
    """True where a draft's cue stands in a quotation, and its source outside it."""
    if draft.cue is None or draft.source is None:
        return False
    return any(
        page.quotations[i].span.contains(draft.cue)
        and not page.quotations[i].span.contains(draft.source)
        for i in page.quotations_in(draft.cue)
    )


def _floor(rule: Draft) -> float:
    if rule.act == "decline" and rule.score >= _SURELY_SILENT:
        return _SILENT
    if rule.kind in _PHRASES or rule.via:
        return _ANSWERED
    return _ANSWERED if rule.act in _ANSWERS and not rule.mind else 0.0


def _is_quoted_as(page: Page, rule: Draft) -> bool:
    """ "Was quoted by the paper as saying that"."""
    if rule.at == NO_TOKEN:
        return False
    link = page.tokens[page.tokens[rule.at].head]
    return link.lower == "as" and page.tokens[link.head].lemma in _QUOTING


def _is_as(page: Page, rule: Draft) -> bool:
    """ "…, as residents had said": said around the words, or in agreement with them."""
    if rule.at == NO_TOKEN or page.tokens[rule.at].dep != "advcl" or rule.mind:
        return False
    return any(page.tokens[mark].lower == "as" for mark in page.all_children(rule.at, "mark"))


def _closes(page: Page, rule: Draft) -> bool:
    """ "Windows were broken too, it said.": what closes a sentence so is said by somebody."""
    if rule.at == NO_TOKEN or rule.source is None or rule.cue is None:
        return False
    if page.tokens[rule.at].lemma not in _SAYING or rule.source.end > rule.cue.start:
        return False
    behind = page.text[rule.cue.end : rule.cue.end + 1]
    ahead = page.text[max(0, rule.source.start - 2) : rule.source.start]
    return behind in _FULL_STOPS and ahead == ", " and page.quoted[rule.at] == NO_TOKEN


def _is_behind_colon(page: Page, rule: Draft) -> bool:
    """ "The union disputes that: it says one nurse was there"."""
    if rule.at == NO_TOKEN or rule.source is None or page.tokens[rule.at].lemma not in _SAYING:
        return False
    ahead = page.text[max(0, rule.source.start - 2) : rule.source.start]
    pronoun = rule.source.of(page.text).lower() in _SPEAKING
    return ahead == ": " and pronoun and page.quoted[rule.at] == NO_TOKEN


def _is_behind_semicolon(page: Page, rule: Draft) -> bool:
    """ "Three died, a doctor said; [the police] speak of one"."""
    if rule.at == NO_TOKEN or rule.source is None or rule.cue is None or rule.mind:
        return False
    ahead = page.text[max(0, rule.source.start - 2) : rule.source.start]
    return ahead == "; " and rule.source.end <= rule.cue.start and page.quoted[rule.at] == NO_TOKEN


def _is_bare_doubt(page: Page, rule: Draft) -> bool:
    """ "Analysts doubt it": the "it" is what was said before."""
    doubts = rule.at != NO_TOKEN and page.tokens[rule.at].lemma == "doubt"
    return doubts and rule.contents[0].of(page.text).lower() in ("it", "that", "this")


def _is_in_what(page: Page, rule: Draft) -> bool:
    """ "Shells hit the market, in what the rebels called an act of revenge"."""
    if rule.at == NO_TOKEN or rule.source is None:
        return False
    ahead = page.reading.tokens_in(rule.source)[0].index
    before = [t.lower for t in page.tokens[max(0, ahead - 2) : ahead]]
    return before == ["in", "what"]


def _up_to_comma(page: Page, contents: tuple[Span, ...]) -> tuple[Span, ...]:
    """ "In what drivers called [a betrayal], the bill was dropped"."""
    first = contents[0]
    told = first.of(page.text).split(", ", 1)[0]
    return (Span(first.start, first.start + len(told)),)


def _is_answer(rule: Draft) -> bool:
    return rule.relative and rule.act in _ANSWERS


def score_of(found: Found) -> float:
    """How likely an attribution is right as a whole."""
    source = found.source_score if found.source else 0.7
    return found.cue_score * source * found.content_score


def _without_holes(page: Page, draft: Draft, rule: Draft, cues: RuleCues) -> tuple[Span, ...]:
    """The trained reader's contents, pieces taken together that are one for the rules: of "The
    attack [included 600 drones and] 90 missiles, according to the army" nothing is left out."""
    kept: list[Span] = []
    for span in draft.contents:
        last = kept[-1] if kept else None
        hole = Span(last.end, span.start) if last is not None and last.end < span.start else None
        one = hole is not None and any(c.contains(hole) for c in rule.contents)
        if last is not None and hole is not None and one and _belongs(page, hole, cues):
            kept[-1] = Span(last.start, span.end)
        else:
            kept.append(span)
    return tuple(kept)


def _belongs(page: Page, hole: Span, cues: RuleCues) -> bool:
    """False for what is set between commas or dashes, but for a clause that tells of somebody
    ("his militia, which the state pays, and that …"), and for what is quoted or said by others."""
    told = hole.of(page.text).lstrip()
    aside = told[:1] in _SETTING and _RELATIVE.match(told) is None
    return not aside and not len(page.quotations_in(hole)) and not cues.within(hole)


def _is_aside(page: Page, source: Span, subject: int) -> bool:
    """ "The study, published in [Reef], finds": a name that stands in what is set between commas
    about the verb's subject."""
    if subject == NO_TOKEN or source.start <= page.tokens[subject].end:
        return False
    below = page.reading.subtree(subject)
    asides = page.all_children(subject, "acl")
    behind = page.tokens[min(below[-1] + _ASIDE, len(page.tokens) - 1)].start
    if any(page.tokens[a].start < source.start <= behind for a in asides):
        return True
    # "The video, which [the police] say was edited, shows".
    clauses = (page.tokens[a] for a in page.all_children(subject, "relcl"))
    return any(page.child(verb.index, "nsubj") in _indices(page, source) for verb in clauses)


def _indices(page: Page, span: Span) -> list[int]:
    return [token.index for token in page.reading.tokens_in(span)]


def _is_of_relative(page: Page, rule: Draft) -> bool:
    """ "Sarnia, which denied it and [suggested] that …": whoever the clause is about goes on."""
    if rule.kind != "verb":
        return False
    token = page.tokens[rule.at]
    return token.dep == "conj" and page.tokens[token.head].dep == "relcl"


def _is_according(page: Page, rule: Draft, source: Span) -> bool:
    """ "The suspect, according to [two officials], told them": a verb's source is its subject."""
    ahead = page.text[max(0, source.start - len(_ACCORDING)) : source.start].lower()
    return rule.kind == "verb" and ahead == _ACCORDING and source != rule.source


def _has_verb(page: Page, contents: Sequence[Span]) -> bool:
    return any(t.pos in ("VERB", "AUX") for c in contents for t in page.reading.tokens_in(c))


def _is_later_relative(page: Page, draft: Draft) -> bool:
    """True for a relative pronoun behind the cue."""
    if draft.source is None or draft.cue is None:
        return False
    return draft.cue.end <= draft.source.start and draft.source.of(page.text) in RELATIVES


def _is_lost(page: Page, contents: tuple[Span, ...], rule: Draft) -> bool:
    """True where but a pronoun, or "in the north", was found of a clause that the tree has."""
    words = page.reading.tokens_in(contents[0])
    alone = len(words) == 1 and words[0].pos == "PRON"
    phrase = words[0].pos == "ADP" and not _has_verb(page, contents)
    told = _has_verb(page, rule.contents[:1]) and rule.contents[0].contains(contents[0])
    return len(contents) == 1 and (alone or phrase) and told


def _is_longer_silence(page: Page, draft: Draft, rule: Draft) -> bool:
    """ "[Gave] no reason": the rule has "no" for a part of the cue."""
    if rule.act != "decline" or draft.cue is None or rule.cue is None:
        return False
    more = page.text[draft.cue.end : rule.cue.end].strip().lower()
    return rule.cue.contains(draft.cue) and more in ("no", "any")


def _joined(page: Page, draft: Draft, rule: Draft, cues: RuleCues) -> Draft:
    """A draft on which both readers agree."""
    if _is_lost(page, draft.contents, rule):
        draft = replace(draft, contents=rule.contents)
    phrase = rule.kind == "phrase" or _is_longer_silence(page, draft, rule)
    if _is_in_what(page, rule):
        draft = replace(draft, contents=_up_to_comma(page, draft.contents))
    whole = rule.relative or phrase
    contents = rule.contents if whole else _without_holes(page, draft, rule, cues)
    contents = whole_quotation(page, contents, rule.contents)
    source = draft.source or rule.source
    if source is not None and any(source.overlaps(via) for via in rule.via):
        # "Lum was quoted by the Gazette as saying": not the Gazette.
        source = rule.source
    if source is not None and _is_later_relative(page, draft):
        # "Contradicting police, [who] say": it belongs to what follows.
        source = rule.source
    if source is not None and rule.source is not None and _is_of_relative(page, rule):
        source = rule.source
    if source is not None and rule.source is not None and _is_according(page, rule, source):
        source = rule.source
    if rule.kind == "according" and not _has_verb(page, contents):
        contents = rule.contents
    if source is not None and rule.source is not None and _is_aside(page, source, rule.subject):
        source = rule.source
    if rule.source is not None and (draft.source is None or rule.source.contains(draft.source)):
        # "Lum was quoted as saying": the trained reader may take the name for what is said.
        said = tuple(span for span in contents if not rule.source.contains(span))
        contents, source = (
            (said, rule.source) if said and len(said) < len(contents) else (contents, source)
        )
    if source is not None and any(c.overlaps(source) for c in contents):
        source = draft.source
    if source is None and rule.source is not None:
        # "The men are accused [by prosecutors of plotting]".
        contents, source = rule.contents, rule.source
    return replace(
        rule,
        cue=rule.cue if phrase else draft.cue,
        source=source,
        contents=contents,
        score=max(draft.score, rule.score * (draft.score**0.5), rule.score * _floor(rule)),
        reasons=(*draft.reasons, *rule.reasons),
        parts=draft.parts,
        found="both",
    )
