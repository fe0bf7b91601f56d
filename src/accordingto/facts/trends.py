"""Whether a number rose or fell, and from which other one."""

import re

from accordingto.facts.figurewords import figure_words
from accordingto.facts.numbers import Amount
from accordingto.records.facts import Trend
from accordingto.records.reading import Reading, Token

# How far before a number a sign or a word of direction may stand, in characters.
_REACH = 3
_MARK = re.compile(r"(?:^|[\s(:])(?P<mark>[+\-−–])$")
_FROM = re.compile(r"\bfrom\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:[\w.%/]+\s+){0,4}(?:to|and)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_CLIMB = 3
_LEAD = 30


def trend_of(text: str, reading: Reading, amount: Amount) -> Trend | None:
    """ "Up" or "down" where a sign, the word before or the verb over the number says so."""
    mark = _MARK.search(text[max(0, amount.span.start - _REACH) : amount.span.start])
    if mark is not None:
        return "up" if mark.group("mark") == "+" else "down"
    if is_minus(text, amount):
        return "down"
    tokens = reading.tokens_in(amount.core)
    if not tokens:
        return None
    at = tokens[0].index - 1
    while at >= 0 and reading.tokens[at].start >= amount.span.start:
        at -= 1
    before = reading.tokens[at] if at >= 0 else None
    if before is not None and before.lower in {"up", "down"}:
        return "up" if before.lower == "up" else "down"
    return _by_verb(reading, tokens[-1])


def _by_verb(reading: Reading, number: Token) -> Trend | None:
    """ "Fell 3%", "dropped by 12", "gained 7 points"."""
    at = number
    for _ in range(_CLIMB):
        if at.head == at.index:
            return None
        # "Fell … to 900": the number is what it fell to, not how far.
        if at.dep == "pobj" and reading.tokens[at.head].lower not in {"by", "of", "about"}:
            return None
        over = reading.tokens[at.head]
        if over.pos in {"VERB", "AUX"}:
            return _direction(over.lemma) if at.dep not in {"nsubj", "nsubjpass"} else None
        at = over
    return None


def _direction(lemma: str) -> Trend | None:
    trends = figure_words()["trends"]
    if lemma in trends["up"]:
        return "up"
    return "down" if lemma in trends["down"] else None


def is_minus(text: str, amount: Amount) -> bool:
    """True for "-2%", "$-3bn", "minus 40": a number below nothing."""
    before = text[max(0, amount.core.start - 7) : amount.core.start]
    if re.search(r"\bminus\s+$", before, re.IGNORECASE):
        return True
    sign = re.search(r"(?:^|[\s(:$£€])[-−]$", before)
    return sign is not None and text[amount.core.start].isdigit()


def is_change(text: str, first: Amount, second: Amount) -> bool:
    """True for "from 500 to 4,000": two numbers, the one before and the one after."""
    if first.core.overlaps(second.core) or first.value is None or second.value is None:
        return False
    lead = text[max(0, first.span.start - _LEAD) : first.span.start]
    between = text[first.span.end : second.span.start]
    own = text[first.span.start : first.core.start]
    starts = _FROM.search(lead) or _FROM.search(lead + own)
    return starts is not None and len(between) < 60 and _TO.fullmatch(between) is not None
