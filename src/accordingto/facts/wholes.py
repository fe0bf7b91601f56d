"""Wholes of which parts are told: "11 of 33 soldiers", "of 54 people on the bus, 45 died"."""

from typing import cast

import msgspec

from accordingto.facts.counted import Counted
from accordingto.facts.figurewords import harm_of, is_human, kind_of_noun
from accordingto.facts.numbers import Amount
from accordingto.records.facts import What
from accordingto.records.reading import Reading, Token

_DEFINITE = frozenset({"the", "those", "some", "about", "around", "nearly", "these"})
# How far behind a comma the part's own number stands, in words.
_REACH = 14


def as_whole(reading: Reading, amount: Amount, own: Counted | None) -> Counted | None:
    """What a whole counts: who they are, not what became of the part."""
    tokens = reading.tokens_in(amount.core)
    if own is None or not tokens or amount.unit is not None:
        return None
    noun = next((t for t in _noun(reading, tokens[-1]) if t.lower == own.unit), None)
    named = harm_of(noun) if noun is not None else None
    last = noun or tokens[-1]
    told = [t for t in reading.tokens[last.index + 1 : last.index + 3] if harm_of(t) == own.what]
    if any(t.head == last.index and t.dep in {"acl", "amod", "relcl"} for t in told):
        # "Ten of the 18 people killed".
        return None
    if noun is None and told and told[0].index == last.index + 1:
        return None
    if own.what == named or not (_has_part(reading, tokens[0]) or _leads(reading, tokens)):
        return None
    kind = named or (kind_of_noun(noun) if noun is not None else None)
    if kind in {None, "people"}:
        kind = "affected" if own.what != "count" and is_human(noun) else "count"
    if own.what == kind:
        return None
    return msgspec.structs.replace(own, what=cast(What, kind), reason="the whole of a part")


def _noun(reading: Reading, number: Token) -> list[Token]:
    head = reading.tokens[number.head]
    return [head] if head.index > number.index else []


def _has_part(reading: Reading, first: Token) -> bool:
    """Whether a number and "of" stand right before: "11 of 33", "40 of the 62"."""
    at = first.index - 1
    if at > 0 and reading.tokens[at].lower in _DEFINITE:
        at -= 1
    before = reading.tokens[max(0, at - 1)]
    return at > 0 and reading.tokens[at].lower == "of" and before.pos == "NUM"


def _leads(reading: Reading, tokens: list[Token]) -> bool:
    """ "Of the 300, 12 were rescued": at the head of a sentence, with the part behind a comma."""
    sentence = reading.sentence_of(tokens[0].index)
    lead = [t.lower for t in reading.tokens[sentence.first : tokens[0].index]]
    if not lead or lead[0] not in {"of", "from"} or any(w not in _DEFINITE for w in lead[1:]):
        return False
    behind = reading.tokens[tokens[-1].index + 1 : min(sentence.last, tokens[-1].index + _REACH)]
    comma = next((at for at, t in enumerate(behind) if t.text == ","), None)
    return comma is not None and any(t.pos == "NUM" for t in behind[comma : comma + 4])
