"""Answers that leave out what they answer: "Witnesses say he did not", "survivors said there were
none", "police said they knew of two"."""

import re

from accordingto.records.statement import Statement
from accordingto.relations.claim import Claim
from accordingto.relations.scene import Scene

_WHO = r"(?:that\s+)?(?:it|they|he|she|this|that|there|we|none|nothing)\b"
_NOT = re.compile(
    _WHO + r"\s+(?:did|does|do|had|has|have|was|were|is|are|would|could|will|can)"
    r"(?:\s+not|n['’]t)(?:\s+(?:so|true|the case|happen(?:ed)?))?\W*",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"(?:that\s+)?there\s+(?:was|were|had been|is|are|have been)\s+"
    r"(?:none|nothing|no such\s\w+(?:\s\w+)?)\W*",
    re.IGNORECASE,
)
_KNEW = re.compile(
    r"(?:that\s+)?(?:it|they|he|she)\s+(?:knew|know|knows|was aware|were aware|had heard"
    r"|could confirm|had counted|counted|had found|found|had seen|had recorded|recorded)\s+"
    r"(?:only\s+)?(?:(?:of|about)\s+)?(?P<count>\w+)\W*",
    re.IGNORECASE,
)
# "An audit puts the share at 35 percent".
_PUT = re.compile(
    r"(?:the|that|this|its|their)\s(?:(?:real|true|actual)\s)?"
    r"(?:share|figure|number|rate|proportion|total|count|cost|bill|damage)\s(?:at|as)\s",
    re.IGNORECASE,
)
# "It was the other side's men who had opened fire".
_CLEFT = re.compile(
    r"(?:that\s)?it (?:was|were|is|had been)(?: in fact)?\s(?!not\b)"
    r"(?:[\w’'-]+\s){1,6}?(?:who|that|which)\s",
    re.IGNORECASE,
)
_NO_COUNT = frozenset({"none", "nothing"})


def bare_answer(text: str, said: Statement) -> str | None:
    """Why a statement says no more than that something is not so; ``None`` where it says more."""
    if len(said.content_spans) != 1:
        return None
    words = said.content_spans[0].of(text)
    if _NOT.fullmatch(words) or _NONE.fullmatch(words):
        return f"'{words}' answers what was said just before"
    known = _KNEW.fullmatch(words)
    if known is not None and known["count"].lower() in _NO_COUNT:
        return f"'{words}' answers what was said just before"
    return None


def other_count(scene: Scene, one: Claim, other: Claim) -> str | None:
    """Why the second gives another number of what the first counts: "they knew of two"."""
    span = other.statement.content_spans[0]
    words = span.of(scene.article.text)
    if _PUT.match(words):
        return _other_share(scene, one, other)
    known = _KNEW.fullmatch(words)
    mine = scene.counted.get(one.statement.id, ())
    if known is None or not mine or len(other.statement.content_spans) != 1:
        return None
    head = next((t for t in scene.reading.tokens_in(span) if t.pos == "NUM"), None)
    if head is None or any(f.span.of(scene.article.text) == head.text for f in mine):
        return None
    return f"another number of what was counted just before: '{head.text}'"


def _other_share(scene: Scene, one: Claim, other: Claim) -> str | None:
    """ "80 percent of the pledges were met", before "an audit puts the share at 35 percent"."""
    mine, theirs = (scene.counted.get(c.statement.id, ()) for c in (one, other))
    if len(mine) != 1 or len(theirs) != 1 or mine[0].value is None or theirs[0].value is None:
        return None
    same = (mine[0].what, mine[0].unit) == (theirs[0].what, theirs[0].unit)
    if not same or mine[0].value == theirs[0].value:
        return None
    text = scene.article.text
    return f"another number of the same: '{theirs[0].span.of(text)}', '{mine[0].span.of(text)}'"


def turns_round(text: str, said: Statement) -> bool:
    """ "It was the guards who had opened fire": says that others did it."""
    span = said.content_spans[0]
    return _CLEFT.match(text, span.start, span.end) is not None
