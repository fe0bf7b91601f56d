"""In which statement's words a claim is shown, and in which of them."""

import re
from collections.abc import Mapping, Sequence

from accordingto.records.span import Span
from accordingto.records.story import Ref
from accordingto.stories.refusals import points
from accordingto.stories.said import Said
from accordingto.stories.words import pieces, word_term

# A paragraph of the story has so many of its words in another article too.
_SAME_MATTER = 0.2
# What begins so can be understood in its article only.
_VAGUE = re.compile(r"(?:it|them|him|her|which|who|this)\b", re.IGNORECASE)
# Acts whose content is seldom a clause, and how contents begin that are none.
_WITH_CUE = frozenset({"accuse", "demand", "praise", "condemn", "promise", "threaten"})
_FRAGMENT = re.compile(
    r"(?:himself|herself|itself|themselves|of|as|to|for|having|being)\b", re.IGNORECASE
)


def worth(one: Said, outer: set[tuple[str, str]]) -> tuple[bool, bool, bool, float, int, Ref]:
    """How well a statement words a claim for all: a body's whole sentence, not broken by "he said",
    surely read, and of some length. ``outer``: those in whose words another has the claim."""
    plain = not _VAGUE.match(one.ref.words) and not points(one.ref.words)
    whole = len(one.statement.content_spans) == 1 and plain
    sure = round(one.statement.sure, 1)
    inner = one.aim == "fact" and (one.document.id, one.statement.id) not in outer
    return whole, inner, not one.headline, sure, min(len(one.words), 25), one.ref


def as_said(one: Said) -> str:
    """What was said, without the "he said" between its pieces. What is no clause by itself keeps
    the words in front of it: "accuses the government of hiding bodies"."""
    text, statement = one.document.text, one.statement
    pieces = [span.of(text) for span in statement.content_spans]
    cue, start = statement.cue_span, statement.content_spans[0].start
    part = statement.act in _WITH_CUE or _FRAGMENT.match(pieces[0])
    if part and cue is not None and cue.end <= start and not text[cue.end : start].strip():
        pieces[0] = Span(cue.start, statement.content_spans[0].end).of(text)
    return " […] ".join(pieces)


def is_vague(one: Said) -> bool:
    """True for words that only point at a claim, or are too few to tell which it is."""
    told = [t for t in one.terms if t not in one.names]
    few = len(told) < 2 or points(one.ref.words) or bool(_VAGUE.search(one.ref.words[-4:]))
    return few or _is_somebody(one)


def _is_somebody(one: Said) -> bool:
    """ "Contradicting the police chief": what is denied is somebody's word, and not which."""
    whole = one.ref.span
    return one.statement.act == "deny" and any(
        mention.contains(whole) for actor in one.document.actors for mention in actor.mentions
    )


def terms_of(text: str) -> set[int]:
    """The terms of a text."""
    return {word_term(piece) for piece in pieces(text)} - {-1}


def is_aside(members: Sequence[Said], texts: Mapping[str, set[int]]) -> bool:
    """True for what one article tells in a paragraph that has hardly a word of any other: it is a
    round-up's next item."""
    one = members[0]
    if len(texts) < 2 or any(other.document.id != one.document.id for other in members):
        return False
    lines = [x.span for x in one.document.lines if x.span.contains(one.ref.span)]
    terms = terms_of(lines[0].of(one.document.text)) if lines else set(one.terms)
    known = set().union(*(found for key, found in texts.items() if key != one.document.id))
    return len(terms & known) < _SAME_MATTER * len(terms)
