"""How statements stand inside one another: doubles out, contents cut, parents set."""

from collections.abc import Container

from msgspec.structs import replace

from accordingto.records.span import Span
from accordingto.statements.answering import answering_whole
from accordingto.statements.carriers import carried_by
from accordingto.statements.contents import tidy
from accordingto.statements.cues import lexicon
from accordingto.statements.draft import NO_TOKEN, Draft, Page
from accordingto.statements.near import neighbours

_PRONOUNS = frozenset(
    {"he", "she", "it", "they", "i", "we", "you", "who", "that", "which", "this", "these", "those"}
)
_FIRST = frozenset({"i", "we", "you"})
_LINKS = frozenset({"of", "about", "against", "over", "by"})
_ARTICLES = frozenset({"the", "a", "an"})
# Two drafts of one source that share this much of their content are one.
_SAME = 0.6
# An inner state of somebody else within a statement must be this sure to count.
_SURE = 0.6
_ANSWERS = frozenset({"deny", "confirm", "question", "condemn"})


def settle(page: Page, drafts: list[Draft]) -> list[tuple[Draft, int | None]]:
    """The drafts that stand, in text order, each with the place of its parent among them."""
    cues = {draft.cue for draft in drafts}
    kept = [d for d in drafts if not _is_own_voice(page, d) and not _is_of_cue(d, cues)]
    kept = _without_inner_states(page, _without_doubles(_without_circles(kept)))
    kept = _cut(page, answering_whole(page, _answering(page, kept)))
    kept.sort(key=lambda d: (d.reach.start, -d.reach.end, d.at))
    near = neighbours(kept)
    parents = [_parent(page, kept, i, near[i]) for i in range(len(kept))]
    return [
        (carried_by(page, draft, kept[up] if up is not None else None), up)
        for draft, up in zip(kept, parents, strict=True)
    ]


def _length(draft: Draft) -> int:
    return sum(len(span) for span in draft.contents)


def _shared(first: Draft, second: Draft) -> float:
    """Characters of content that two drafts share, against all that they have."""
    common = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start))
        for a in first.contents
        for b in second.contents
    )
    return common / max(1, _length(first) + _length(second) - common)


def _is_own_voice(page: Page, draft: Draft) -> bool:
    """ "I think", "we believe" in a quotation is the speaker's own voice, no further statement."""
    if draft.at == NO_TOKEN or page.quoted[draft.at] == NO_TOKEN or draft.source is None:
        return False
    return draft.source.of(page.text).lower() in _FIRST


def _is_of_cue(draft: Draft, cues: Container[Span | None]) -> bool:
    """ "[Put] it at three times what the government has acknowledged": a cue is no content."""
    return len(draft.contents) == 1 and draft.contents[0] in cues


def _without_circles(drafts: list[Draft]) -> list[Draft]:
    """ "Operator knew of cracks, emails suggest": of two that say one another the one stands that
    was not found as an inner one."""
    near = neighbours(drafts)
    return [
        draft
        for i, draft in enumerate(drafts)
        if draft.found != "nested"
        or not any(_says_it(draft, drafts[j]) and drafts[j].found != "nested" for j in near[i])
    ]


def _says_it(draft: Draft, other: Draft) -> bool:
    """True where each of two has the other's cue in its content."""
    if draft.cue is None or other.cue is None:
        return False
    return draft.holds(other.cue) and other.holds(draft.cue)


def _without_doubles(drafts: list[Draft]) -> list[Draft]:
    """One draft for each content of a source; the surest stays."""
    near = neighbours(drafts)
    kept: set[int] = set()
    ranked = sorted(
        range(len(drafts)), key=lambda i: (-drafts[i].score, drafts[i].reach, drafts[i].at)
    )
    for i in ranked:
        if not any(j in kept and _is_double(drafts[i], drafts[j]) for j in near[i]):
            kept.add(i)
    return [drafts[i] for i in ranked if i in kept]


def _is_double(draft: Draft, other: Draft) -> bool:
    """True where ``draft`` says no more than ``other``: the same words of the same source."""
    if draft.source is not None and draft.source != other.source:
        return False
    apart = draft.cue and other.cue and not draft.cue.overlaps(other.cue)
    if apart and {draft.act, other.act} == {"deny", "confirm"}:
        # "First denied and later admitted that …".
        return False
    if (draft.cue and other.holds(draft.cue)) or (other.cue and draft.holds(other.cue)):
        return False
    return _shared(draft, other) >= _SAME


def _without_inner_states(page: Page, drafts: list[Draft]) -> list[Draft]:
    """ "said it wants": a wish that a pronoun has within a statement is part of that statement."""
    near = neighbours(drafts)
    kept = []
    for i, draft in enumerate(drafts):
        weak = draft.score < _SURE or (
            draft.source is not None and draft.source.of(page.text).lower() in _PRONOUNS
        )
        inside = draft.cue is not None and any(drafts[j].holds(draft.cue) for j in near[i])
        if not (draft.mind and weak and inside):
            kept.append(draft)
    return kept


def _answering(page: Page, drafts: list[Draft]) -> list[Draft]:
    """ "denied Ores claims that …" read with "claims" as a verb: what is denied is the claim."""
    near = neighbours(drafts)
    found = []
    for i, draft in enumerate(drafts):
        answered = None
        if draft.act in ("deny", "confirm", "question"):
            answered = next((j for j in near[i] if _is_claim_of(page, draft, drafts[j])), None)
        found.append(
            draft if answered is None else replace(draft, contents=drafts[answered].contents)
        )
    return found


def _is_claim_of(page: Page, draft: Draft, other: Draft) -> bool:
    if other.cue is None or other.source is None or other.at == NO_TOKEN:
        return False
    named = page.tokens[other.at].lemma in lexicon().nouns and page.tokens[other.at].lower.endswith(
        "s"
    )
    starts = (
        draft.contents[0].start == other.source.start and other.cue.start <= other.source.end + 3
    )
    # "His accusations [of war crimes]" is no claim without the word for it.
    whole = other.contents[0].of(page.text).split(" ", 1)[0].lower() not in _LINKS
    return named and whole and starts and draft.contents[-1].end == other.contents[-1].end


def _cut(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Takes out of contents what the same speaker goes on to say (", adding that …") and the
    relative clause at the end that somebody else says (", which Ores denies"); what is answered so
    is the content in front of it."""
    cut = list(drafts)
    near = neighbours(drafts)
    for i, draft in enumerate(drafts):
        for j in near[i]:
            other = drafts[j]
            if other.cue is None or not draft.holds(other.cue):
                continue
            start = _goes_on(page, draft, other)
            answers = None if start is not None else _answer_start(page, draft, other)
            bound = start if start is not None else answers
            if bound is None:
                continue
            cut[i] = replace(cut[i], contents=_up_to(page, cut[i].contents, bound))
            if answers is not None and cut[i].contents and not _names_claim(page, other):
                cut[j] = replace(cut[j], contents=cut[i].contents)
    return [draft for draft in cut if draft.contents]


def _goes_on(page: Page, draft: Draft, other: Draft) -> int | None:
    """Where the speaker of ``draft`` goes on with another cue of his own."""
    if other.cue is None or draft.source is None or other.source != draft.source:
        return None
    if other.at == NO_TOKEN or other.cue.start <= draft.contents[0].start:
        return None
    start = other.cue.start
    first = page.reading.subtree(other.at)[0]
    if page.tokens[first].dep in ("cc", "mark", "advmod") and page.tokens[first].start < start:
        start = page.tokens[first].start
    # "…, [and] had asked for masks".
    before = page.tokens[page.reading.tokens_in(other.cue)[0].index - 1]
    return before.start if before.dep == "cc" and before.end <= other.cue.start else start


def _answer_start(page: Page, draft: Draft, other: Draft) -> int | None:
    """Where the relative clause ``other`` begins, if it is a stranger's and ends the content."""
    if not other.relative or other.source is None or other.at == NO_TOKEN:
        return None
    if other.source.of(page.text).lower() in _PRONOUNS or other.act not in _ANSWERS:
        return None
    tokens = page.tokens
    clause = page.reading.subtree(other.at)
    start = tokens[clause[0]].start
    head = tokens[other.at].head
    if tokens[head].dep in ("appos", "dobj", "conj") and tokens[head].lemma in lexicon().nouns:
        first = page.reading.subtree(head)[0]
        if first > 0 and tokens[first - 1].text in (",", "—", "–"):
            start = tokens[first].start
    ends = draft.reach.end - tokens[clause[-1]].end <= 2
    return start if ends and start > draft.reach.start else None


def _names_claim(page: Page, draft: Draft) -> bool:
    """True where a relative clause hangs on a word for a claim: "a charge that Ores denies"."""
    return page.tokens[page.tokens[draft.at].head].lemma in lexicon().nouns


def _up_to(page: Page, contents: tuple[Span, ...], end: int) -> tuple[Span, ...]:
    found = []
    for span in contents:
        if span.end <= end:
            found.append(span)
        elif span.start < end:
            tidied = tidy(page, Span(span.start, end))
            if tidied is not None and tidied.of(page.text).lower() not in _ARTICLES:
                found.append(tidied)
    return tuple(found)


def _parent(page: Page, drafts: list[Draft], child: int, near: list[int]) -> int | None:
    """The place of the innermost statement whose content holds this one's cue. A parent is always
    longer than its child, so that no circle can arise. "Rejected Ores's claims that …" holds no
    statement: what is rejected is the claim itself."""
    draft = drafts[child]
    place = draft.cue or draft.contents[0]
    size = _length(draft)
    holders = [
        i
        for i in near
        if drafts[i].holds(place)
        and _length(drafts[i]) > size
        and not _is_its_claim(page, drafts[i], draft)
    ]
    return min(holders, key=lambda i: (_length(drafts[i]), i)) if holders else None


def _is_its_claim(page: Page, outer: Draft, inner: Draft) -> bool:
    """True where the content of ``outer`` is no more than the noun that makes ``inner`` one."""
    if inner.at == NO_TOKEN or page.tokens[inner.at].pos not in ("NOUN", "PROPN"):
        return False
    if outer.act not in _ANSWERS and outer.act not in ("assert", "decline"):
        return False
    head = page.reading.head_of(outer.contents[0])
    return head is not None and head.index == inner.at
