"""Counts whose verb is said once: "The army put the toll at nine, the rebels at 38 and the UN at
25". What is left out is meant again: each of them counts for himself."""

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from accordingto.records.reading import Token
from accordingto.records.span import Span
from accordingto.statements.cues import lexicon
from accordingto.statements.draft import NO_TOKEN, Draft, Page

_SEPARATORS = frozenset({",", ";", "and", "while", "but", "or"})
_OPENS = frozenset({",", ";", "and", "while"})
_LINKS = frozenset({"at", "of", "as"})
_HEDGES = frozenset(
    {"at", "least", "most", "up", "to", "about", "around", "some", "roughly", "nearly", "almost",
     "more", "less", "fewer", "than", "over", "under", "only", "just", "as", "many", "a", "total",
     "of", "approximately", "an", "estimated", "between"}
)  # fmt: skip
_BOUNDS = frozenset({"least", "most", "many", "few"})
_MARKS = frozenset("\"“”'‘’«»$€£")
_MONEY = frozenset("$€£")
_NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "NUM", "ADP", "PRON"})
_ENDS = frozenset(".;!?,")
_COUNTED_WORDS = 3
_LONGEST_NAME, _LONGEST_NUMBER, _NEAR_COMMA = 8, 7, 12
# Verbs with which a bare number is somebody's count only if somebody counts there that can speak.
_SAYING = frozenset({"say", "report", "claim", "give", "count", "estimate", "speak"})
_COUNTING = frozenset({"put", "place", "peg", "give", "count", "estimate"})
_SCORE, _LEAST = 0.85, 0.6


class _Member(msgspec.Struct, frozen=True):
    """One who counts: who, how many, and where it ends."""

    source: Span
    number: Span
    last: int
    linked: bool


def with_gapped(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts in order, each count followed by those that share its verb."""
    found: list[Draft] = []
    for draft in drafts:
        members = _members(page, draft) if _may_count(page, draft) else []
        if not members:
            found.append(draft)
            continue
        stop = members[0].source.start
        found.append(replace(draft, contents=contents_before(page, draft.contents, stop)))
        found += [_of_member(draft, member) for member in members]
    return found


def _may_count(page: Page, draft: Draft) -> bool:
    if draft.at == NO_TOKEN or draft.source is None or draft.cue is None:
        return False
    # "The toll, which the hospital put at 17 and the mayor at 21": the number stands behind.
    before = draft.source.end <= draft.cue.start <= draft.contents[-1].start
    return before and page.tokens[draft.at].lemma in _SAYING | _COUNTING


def _members(page: Page, draft: Draft) -> list[_Member]:
    """Those who follow the first number of a content in the same sentence."""
    sentence = page.reading.sentence_of(draft.at)
    numbers = [
        t
        for content in draft.contents
        for t in page.reading.tokens_in(content)
        if t.pos == "NUM" and draft.at < t.index < sentence.last
    ]
    if not numbers:
        return []
    # "Put the toll at nine, the rebels at 38": what stands between is short.
    number = numbers[0]
    for begin in _openings(page, number, sentence.last):
        at = begin
        members: list[_Member] = []
        while (member := _member(page, at, sentence.last)) is not None:
            members.append(member)
            at = member.last + 1
        if members and _is_list(page, draft, number, members):
            return members
    return []


def _openings(page: Page, number: Token, stop: int) -> list[int]:
    """Where the next who counts may begin: right behind a number, at a comma or "and" near it."""
    near = range(number.index + 2, min(stop, number.index + _NEAR_COMMA))
    return [number.index + 1, *(i for i in near if page.tokens[i].text in _OPENS)]


def _is_list(page: Page, draft: Draft, number: Token, members: list[_Member]) -> bool:
    """True where the members answer the first count: linked as it is, or able to speak."""
    if not _closes(page, members[-1].last + 1):
        return False
    ahead = number.index - 1
    if page.tokens[ahead].text in _MONEY:
        ahead -= 1
    linked = page.tokens[ahead].lower in _LINKS and members[-1].linked
    if page.tokens[draft.at].lemma in _COUNTING | {"speak"} and linked:
        return True
    return all(_speaks(page, member.source) for member in members)


def _closes(page: Page, at: int) -> bool:
    return at >= len(page.tokens) or page.tokens[at].text in _ENDS


def _speaks(page: Page, source: Span) -> bool:
    head = page.reading.tokens_in(source)[-1]
    known = lexicon()
    return (
        head.lemma in known.speakers
        or head.ent in ("ORG", "PERSON", "GPE", "NORP")
        or head.lower in known.media_words
    )


def _member(page: Page, at: int, stop: int) -> _Member | None:
    """A separator, a name and a number from token ``at`` on."""
    first = at
    while first < stop and page.tokens[first].text in _MARKS:
        first += 1
    begins = first
    while first < stop and first - begins < 2 and page.tokens[first].lower in _SEPARATORS:
        first += 1
    if first == begins:
        return None
    name = _name(page, first, stop)
    if name is None:
        return None
    number = _number(page, name, stop)
    if number is None:
        return None
    # "At 25" is linked as the first count is; "at least 25" is none.
    linked = page.tokens[name].lower in _LINKS and page.tokens[name + 1].lower not in _BOUNDS
    opens = name + 1 if linked else name
    while opens < number and page.tokens[opens].text in _MARKS - _MONEY:
        opens += 1
    last = number
    while last + 1 < stop and page.tokens[last + 1].pos == "NUM":
        # "65 million".
        last += 1
    last = _with_counted(page, last, stop)
    number = last
    while last + 1 < stop and page.tokens[last + 1].text in _MARKS:
        last += 1
    source = page.between(first, name - 1)
    return _Member(source, page.between(opens, number), last, linked)


def _with_counted(page: Page, number: int, stop: int) -> int:
    """The last word of "92 tickets sold", where nothing but such words follows a number."""
    at = number + 1
    while at < min(stop, number + 1 + _COUNTED_WORDS) and (
        page.tokens[at].pos in ("NOUN", "ADJ") or page.tokens[at].tag == "VBN"
    ):
        at += 1
    ends = at >= stop or page.tokens[at].text in _ENDS or page.tokens[at].lower in _SEPARATORS
    return at - 1 if ends else number


def _name(page: Page, first: int, stop: int) -> int | None:
    """The token behind the name that begins at ``first``: a link, a hedge or a number."""
    at = first
    while at < min(stop, first + _LONGEST_NAME):
        token = page.tokens[at]
        named = any(t.pos in ("NOUN", "PROPN") for t in page.tokens[first:at])
        begins = token.pos == "NUM" or token.lower in _LINKS | _HEDGES - {"a", "the", "of"}
        counts = at + 1 < stop and page.tokens[at + 1].pos == "NUM"
        if named and begins and token.lower != "a" and (token.lower != "of" or counts):
            return at
        if token.pos not in _NAMING or (token.pos == "NUM" and not named):
            return None
        at += 1
    return None


def _number(page: Page, first: int, stop: int) -> int | None:
    """The number that begins at ``first``, behind nothing but a link, hedges and marks."""
    for at in range(first, min(stop, first + _LONGEST_NUMBER)):
        token = page.tokens[at]
        if token.pos == "NUM":
            return at
        if token.lower not in _HEDGES and token.text not in _MARKS:
            return None
    return None


def contents_before(page: Page, contents: tuple[Span, ...], stop: int) -> tuple[Span, ...]:
    """The contents in front of the first of those who share the verb."""
    kept = []
    for content in contents:
        if content.start >= stop:
            continue
        words = page.reading.tokens_in(Span(content.start, min(content.end, stop)))
        while words and (
            words[-1].end > stop or words[-1].lower in _SEPARATORS or words[-1].pos == "PUNCT"
        ):
            words = words[:-1]
        if words:
            kept.append(Span(content.start, words[-1].end))
    return tuple(kept) or contents


def _of_member(draft: Draft, member: _Member) -> Draft:
    ahead = tuple(c for c in draft.contents if draft.cue is not None and c.end <= draft.cue.start)
    return replace(
        draft,
        source=member.source,
        contents=(*ahead, member.number),
        score=max(draft.score * _SCORE, _LEAST),
        reasons=(*draft.reasons, "shares the verb of the count before it"),
        subject=NO_TOKEN,
        found="rules",
        parts=None,
    )
