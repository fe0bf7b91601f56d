"""Both readers' drafts made one: what the trained reader found, with what the rules know of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from accordingto.records.encoding import Encoding
from accordingto.records.span import Span
from accordingto.statements.draft import NO_TOKEN, Draft, Page
from accordingto.statements.trained.decode import Found
from accordingto.statements.trained.drafts import draft_of
from accordingto.statements.trained.hearers import suffers

# What one says to a claim is worth more than another statement: of a rule's score this much stays
# however little the trained reader makes of it.
_ANSWERED = 0.6
# The corpus does not count silence: what it taught is no ground to doubt the rules there.
# "Refused to lay down arms" is less than that.
_SILENT, _SURELY_SILENT = 0.85, 0.65
# And what is done by saying it is a statement even where its content is a deed or a thing
# ("threatened to close the road", "welcomed the verdict").
_TRUSTED = frozenset({"deny", "confirm", "threaten", "praise", "condemn"})
# "…, a charge that Lum denies": the trained reader leaves out what is said about a claim.
_ANSWERS = frozenset({"deny", "confirm", "question", "condemn"})

# Cues that may begin around one another, and contents that may hold one another; without a bound a
# page made to be slow would cost the square of its length.
_NEAR, _DEEP = 8, 48

# "Reportedly", "in the words of", "put the dead at nine": the corpus has too few of these to learn
# from. And it does not count silence ("did not respond") as an attribution; a ledger must.
_QUOTING = frozenset({"quote", "cite"})
_PHRASES = frozenset({"according", "adverb", "count"})


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
    cues = _Cues(rules)
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
            draft = _joined(draft, rule)
        drafts.append(draft)
    contents = _Contents(drafts)
    for i, rule in enumerate(rules):
        if i in used:
            continue
        known = rule.via or rule.kind in _PHRASES or _is_quoted_as(page, rule)
        if known or rule.act == "decline" or _is_answer(rule):
            drafts.append(rule)
        elif rule.cue is not None and contents.hold(rule.cue):
            drafts.append(replace(rule, found="nested"))
        elif rule.act in _TRUSTED:
            drafts.append(replace(rule, score=rule.score * _ANSWERED))
    return _before_answers(page, _without_echoes(page, drafts))


def _without_echoes(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """ "'If you come, do not expect mercy,' Lum said": what Lum does not expect is said in the
    quotation; a cue in it has its source there, or is none."""
    places = sorted(range(len(drafts)), key=lambda i: drafts[i].reach)
    starts = [drafts[i].reach.start for i in places]
    kept = []
    for draft in drafts:
        at = bisect_right(starts, draft.cue.start) if draft.cue is not None else 0
        near = (drafts[i] for i in places[max(0, at - _DEEP) : at])
        if not any(_says_all(page, other, draft) for other in near):
            kept.append(draft)
    return kept


def _says_all(page: Page, outer: Draft, draft: Draft) -> bool:
    """True where the cue of ``draft`` stands in a quotation that is all ``outer`` said, and its
    source, the same one, outside it."""
    if outer is draft or draft.cue is None or draft.source is None or outer.source is None:
        return False
    if outer.source != draft.source or not outer.holds(draft.cue):
        return False
    return any(
        page.quotations[i].span.contains(draft.cue)
        and not page.quotations[i].span.contains(draft.source)
        for i in page.quotations_in(draft.cue)
    )


def _before_answers(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Contents end where an answer to them begins: of "the ferry carried arms, a charge that its
    owner denies" the charge is no longer what the navy says."""
    kept = list(drafts)
    places = sorted(range(len(kept)), key=lambda i: kept[i].reach)
    starts = [kept[i].reach.start for i in places]
    for answer in drafts:
        if answer.act not in _ANSWERS or answer.mind:
            continue
        claim = answer.contents[0]
        at = bisect_right(starts, claim.start)
        for i in places[max(0, at - _DEEP) : at]:
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


def _is_answer(rule: Draft) -> bool:
    return rule.relative and rule.act in _ANSWERS


class _Cues:
    """The rules' drafts by the places of their cues."""

    def __init__(self, rules: Sequence[Draft]) -> None:
        self._rules = rules
        self._cues = sorted((r.cue, i) for i, r in enumerate(rules) if r.cue is not None)
        self._via = sorted(r.via_cue for r in rules if r.via_cue is not None)

    def same(self, draft: Draft, used: set[int]) -> int | None:
        """The place of the first rule, not used yet, whose cue shares words with the draft's."""
        if draft.cue is None:
            return None
        at = bisect_left(self._cues, (Span(draft.cue.start, 0), 0))
        near = self._cues[max(0, at - _NEAR) : at + _NEAR]
        found = [i for cue, i in near if i not in used and cue.overlaps(draft.cue)]
        return min(found, default=None)

    def carries(self, draft: Draft) -> bool:
        """True for the cue of one who passed a statement on: "was quoted by … as saying"."""
        if draft.cue is None:
            return False
        at = bisect_left(self._via, Span(draft.cue.start, 0))
        return any(cue.overlaps(draft.cue) for cue in self._via[max(0, at - _NEAR) : at + _NEAR])


class _Contents:
    """Drafts by where their contents begin."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._drafts = sorted(drafts, key=lambda d: d.reach)
        self._starts = [d.reach.start for d in self._drafts]

    def hold(self, cue: Span) -> bool:
        """True where one of the contents holds a cue."""
        at = bisect_right(self._starts, cue.start)
        return any(d.holds(cue) for d in self._drafts[max(0, at - _DEEP) : at])


def score_of(found: Found) -> float:
    """How likely an attribution is right as a whole."""
    source = found.source_score if found.source else 0.7
    return found.cue_score * source * found.content_score


def _joined(draft: Draft, rule: Draft) -> Draft:
    """A draft on which both readers agree."""
    contents = rule.contents if rule.relative else draft.contents
    source = draft.source or rule.source
    if source is not None and any(source.overlaps(via) for via in rule.via):
        # "Lum was quoted by the Gazette as saying": not the Gazette.
        source = rule.source
    if rule.source is not None and (draft.source is None or rule.source.contains(draft.source)):
        # "Lum was quoted as saying": the trained reader may take the name for what is said.
        said = tuple(span for span in contents if not rule.source.contains(span))
        contents, source = (
            (said, rule.source) if said and len(said) < len(contents) else (contents, source)
        )
    if source is not None and any(c.overlaps(source) for c in contents):
        source = draft.source
    return replace(
        rule,
        cue=draft.cue,
        source=source,
        contents=contents,
        score=max(draft.score, rule.score * (draft.score**0.5), rule.score * _floor(rule)),
        reasons=(*draft.reasons, *rule.reasons),
        parts=draft.parts,
        found="both",
    )
