"""Answers that leave out what they answer: "Witnesses say he did not", "survivors said there were
none", "police said they knew of two"."""

import re
from collections.abc import Sequence

from accordingto.records.facts import Figure
from accordingto.records.statement import Statement
from accordingto.relations.claim import Claim
from accordingto.relations.counts import is_part
from accordingto.relations.scene import Scene

_WHO = r"(?:that\s+)?(?:it|they|he|she|this|that|there|we|none|nothing)\b"
_NOT = re.compile(
    _WHO + r"\s+(?:did|does|do|had|has|have|was|were|is|are|would|could|will|can)"
    r"(?:\s+not|n['’]t)(?:\s+(?:so|true|the case|happen(?:ed)?))?\W*",
    re.IGNORECASE,
)
# "A neighbour said no one had".
_NOBODY = re.compile(
    r"(?:that\s+)?(?:no one|nobody|no-one|none of them)\s+(?:did|had|has|have|was|were)\W*",
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
# "An audit puts the share at 35 percent", "says the figure is 12".
_PUT = re.compile(
    r"(?:that\s)?(?:the|that|this|its|their)\s(?:(?:real|true|actual|correct)\s)?"
    r"(?:share|figure|number|rate|proportion|total|count|cost|bill|toll|crowd|turnout|attendance"
    r"|loss|losses|damage|spill|leak)\s"
    r"(?:at|as|is|was|stands at|stood at|were)\s(?:\w+\s){0,3}?(?=\d|\w)",
    re.IGNORECASE,
)
# "Counted eleven", "estimate 40": the number and no more.
_BARE = re.compile(
    r"(?:(?:only|just|about|around|nearly|some|at least|at most|no more than|fewer than)\s)?"
    r"(?:[\d.,]+|[a-z]+(?:-[a-z]+)?)(?:\s(?:percent|per cent))?",
    re.IGNORECASE,
)
# "It at 22", of who puts it so; "there were nine".
_AT = re.compile(
    r"(?:that\s)?(?:(?:it|that|this)\sat|there\s(?:was|were|are|had been))\s(?:\w+\s){0,3}?[\w.,]+"
    r"(?:\s(?:on board|aboard|in all|in total|there)\b.*)?",
    re.IGNORECASE,
)
_FEW = 2
# "It was the other side's men who had opened fire".
_CLEFT = re.compile(
    r"(?:that\s)?it (?:was|were|is|had been)(?: in fact)?\s(?!not\b)"
    r"(?:[\w’'-]+\s){1,6}?(?:who|that|which)\s",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?:When |Later |Also |But when |And when )?(?:asked|pressed|questioned|challenged|quizzed)\b",
    re.IGNORECASE,
)
_NO_COUNT = frozenset({"none", "nothing"})
# "3,000 took part": no noun says that these are people in a street.
_TURNED_OUT = ("participants", "count")
# Counts of people who are there or come to harm.
_PEOPLE = frozenset(
    {"participants", "killed", "injured", "missing", "arrested", "displaced", "affected", "count"}
)


def bare_answer(text: str, said: Statement) -> str | None:
    """Why a statement says no more than that something is not so; ``None`` where it says more."""
    if len(said.content_spans) != 1:
        return None
    words = said.content_spans[0].of(text)
    if _NOT.fullmatch(words) or _NONE.fullmatch(words) or _NOBODY.fullmatch(words):
        return f"'{words}' answers what was said just before"
    known = _KNEW.fullmatch(words)
    if known is not None and known["count"].lower() in _NO_COUNT:
        return f"'{words}' answers what was said just before"
    return None


def other_count(scene: Scene, one: Claim, other: Claim) -> str | None:
    """Why the second gives another number of what the first counts: "they knew of two", "a nurse
    counted eleven", "an audit puts the share at 35 percent", "says the figure is 12"."""
    text, spans = scene.article.text, other.statement.content_spans
    mine = scene.counted.get(one.statement.id, ())
    words = spans[0].of(text)
    again = _KNEW.fullmatch(words) or _BARE.fullmatch(words) or _PUT.match(words)
    again = again or _AT.fullmatch(words)
    theirs = scene.counted.get(other.statement.id, ())
    if (again is None and not _took_part(scene, mine, other)) or not mine or len(spans) != 1:
        return None
    if theirs and len(mine) == 1 and _may_be_both(mine[0], theirs[0]):
        return None
    number = next((t for t in scene.reading.tokens_in(spans[0]) if t.pos == "NUM"), None)
    if number is None or len(mine) > _FEW:
        return None
    values = {f.value for f in mine} | {f.low for f in mine}
    if number.text in {f.span.of(text) for f in mine} or (theirs and theirs[0].value in values):
        return None
    return f"another number of what was counted just before: '{number.text}'"


def answers_question(scene: Scene, answer: Claim) -> bool:
    """ "Pressed on whether it rested on footage, he said that it did not": an answer to what the
    sentence begins with."""
    sentence = scene.sentence_at(answer.statement.content_spans[0].start)
    return _ASKED.match(scene.article.text, sentence.start, sentence.end) is not None


def is_bare_number(said: str) -> bool:
    """True for "four", "only 40": a number and no word for what is counted."""
    return _BARE.fullmatch(said) is not None


def turns_round(text: str, said: Statement) -> bool:
    """ "It was the guards who had opened fire": says that others did it."""
    span = said.content_spans[0]
    return _CLEFT.match(text, span.start, span.end) is not None


def _took_part(scene: Scene, mine: Sequence[Figure], other: Claim) -> bool:
    """ "About 3,000 took part", after another's number of those who marched: a number of nothing
    else, which is the subject of a short claim."""
    theirs = scene.counted.get(other.statement.id, ())
    if len(mine) != 1 or len(theirs) != 1 or theirs[0].unit is not None:
        return False
    if is_part(scene.article.text, theirs[0]):
        return False
    tokens = scene.reading.tokens_in(other.statement.content_spans[0])
    number = next((t for t in tokens if t.pos == "NUM"), None)
    subject = number is not None and number.dep in ("nsubj", "nsubjpass")
    kinds = mine[0].what, theirs[0].what
    return subject and mine[0].what in _PEOPLE and kinds in ((kinds[0], kinds[0]), _TURNED_OUT)


def _may_be_both(one: Figure, other: Figure) -> bool:
    """ "At least 40", 45."""
    lows, highs = (one.low, other.low), (one.high, other.high)
    for low, high in ((lows[0], highs[1]), (lows[1], highs[0])):
        if low is not None and high is not None and low > high:
            return False
    return None in highs
