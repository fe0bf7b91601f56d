"""What a number counts: read from the counted noun and the verb over it."""

from collections.abc import Iterator
from functools import cache
from typing import cast

import msgspec

from accordingto.facts.numbers import Amount, figure_words
from accordingto.records.facts import What
from accordingto.records.reading import Reading, Token

_CLIMB = 7
_TIMELIKE = frozenset({"DATE", "TIME", "ORDINAL"})
# Who somebody is says less than what was done to him: "arrested 31 protesters".
_WEAK = frozenset({"participants", "affected"})
# The unit is part of the figure: "three metres", "500,000 barrels".
_MEASURES = frozenset({"distance", "quantity"})
# Counted nouns whose own kind gives way to what happened to them: "three soldiers were killed".
_PEOPLE_KINDS = frozenset({"troops", "attackers", "people"})
_TELLING_NOUNS = frozenset({"amod", "acl", "relcl", "compound", "prep", "appos", "advcl"})
_TELLING_VERBS = frozenset(
    {"conj", "acomp", "oprd", "xcomp", "attr", "advmod", "nsubj", "ccomp", "advcl", "amod", "csubj"}
)
_NOUN_PLACES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos", "ROOT", "conj"})


class Counted(msgspec.Struct, frozen=True):
    """What is counted, in whose words (``unit``), how sure, and why. ``end`` is set where the
    unit's own word belongs to the figure ("three metres")."""

    what: What
    unit: str | None
    score: float
    reason: str
    end: int | None = None


def counted(reading: Reading, amount: Amount) -> Counted | None:
    """What ``amount`` counts, or ``None`` where it is no figure (an age, a time, a list number)."""
    if amount.unit == "%":
        return Counted("percent", "%", 0.95, "a percentage")
    if amount.unit is not None:
        return Counted("money", amount.unit, 0.95, "a sum of money")
    tokens = reading.tokens_in(amount.core)
    if not tokens or tokens[0].text in _excluded("names"):
        return None
    if _excluded_before(reading, tokens[0]):
        return None
    noun = _noun(reading, tokens[-1])
    if noun is not None and (_is_time_or_age(noun) or noun.lemma in _excluded("heads")):
        return None
    if noun is None and tokens[0].ent in _TIMELIKE:
        return None
    anchor = noun if noun is not None else _anchor(tokens)
    if anchor is None:
        return None
    kind = _kind_of_noun(noun) if noun is not None else None
    unit = noun.lower if noun is not None else None
    harm = _harm(reading, anchor, tokens[-1]) if kind is None or kind in _PEOPLE_KINDS else None
    if harm is not None:
        what, word = harm
        return Counted(what, unit, 0.85, f"'{word}' says what happened to those counted")
    if noun is None:
        return _changed(reading, tokens[-1]) or _alone(anchor)
    if kind is not None and kind != "people":
        end = noun.end if kind in _MEASURES else None
        return Counted(cast(What, kind), unit, 0.8, f"counts '{noun.text}'", end)
    if amount.value == 1:
        # "One man said": a numeral that counts nobody.
        return None
    return Counted("count", unit, 0.6, f"counts '{noun.text}'")


def _alone(number: Token) -> Counted | None:
    """A number in a noun's place: "48 were expelled"."""
    if number.dep in {"nsubj", "nsubjpass", "dobj"} and number.lower not in {"one", "two"}:
        return Counted("count", None, 0.4, "a number without a noun")
    return None


def _changed(reading: Reading, number: Token) -> Counted | None:
    """ "Increase its troop deployment from 500 to 4,000": what is counted is what changes."""
    at = number
    while at.dep in {"quantmod", "nummod", "prep", "pobj", "conj"} and at.head != at.index:
        at = reading.tokens[at.head]
    if at.pos != "VERB":
        return None
    for index in reading.children[at.index]:
        thing = reading.tokens[index]
        if thing.dep not in {"dobj", "nsubjpass", "nsubj"}:
            continue
        for part in (thing, *(reading.tokens[i] for i in reading.subtree(index))):
            kind = _kind_of_noun(part) if part.pos in {"NOUN", "PROPN"} else None
            if kind is not None and kind != "people":
                reason = f"'{at.text}' changes the number of '{part.text}'"
                return Counted(cast(What, kind), part.lower, 0.7, reason)
    return None


def _noun(reading: Reading, last: Token) -> Token | None:
    """The counted noun: the head of a numeral, or the object of "of" behind "dozens"."""
    head = reading.tokens[last.head]
    if last.dep in {"nummod", "compound", "quantmod", "amod", "det"} and head.pos in {
        "NOUN",
        "PROPN",
    }:
        return head if head.index > last.index else None
    if last.dep in {"nummod", "quantmod", "compound"} and head.pos == "NUM":
        return _noun(reading, head) if head.index > last.index else None
    for index in reading.children[last.index]:
        child = reading.tokens[index]
        if child.lower == "of" and child.index == last.index + 1:
            for below in reading.children[index]:
                if reading.tokens[below].pos in {"NOUN", "PROPN"}:
                    return reading.tokens[below]
    following = last.index + 1
    if following < len(reading.tokens):
        after = reading.tokens[following]
        if after.pos == "NOUN" and reading.sentence_of(following) == reading.sentence_of(
            last.index
        ):
            return after
    return None


def _anchor(tokens: list[Token]) -> Token | None:
    """Where a number without a noun hangs: "30 were killed", "a toll of 30", "left 30 dead"."""
    last = tokens[-1]
    return last if last.dep in _NOUN_PLACES or last.pos == "NUM" else None


def _is_time_or_age(noun: Token) -> bool:
    return noun.lemma in _excluded("units") or (
        noun.ent in _TIMELIKE and _kind_of_noun(noun) is None
    )


def _excluded_before(reading: Reading, first: Token) -> bool:
    if first.index == 0:
        return False
    before = reading.tokens[first.index - 1]
    after = reading.tokens[first.index + 1] if first.index + 1 < len(reading.tokens) else None
    if before.lower in _excluded("before"):
        return True
    # ", 43," behind a name is an age.
    bare = after is not None and after.text in {",", "."} and before.text == ","
    two_back = reading.tokens[first.index - 2] if first.index > 1 else None
    return bare and two_back is not None and two_back.pos == "PROPN"


def _kind_of_noun(noun: Token) -> str | None:
    for kind, lemmas in figure_words()["counted"].items():
        if noun.lemma in lemmas or noun.lower in lemmas:
            return str(kind)
    return None


def _harm(reading: Reading, anchor: Token, number: Token) -> tuple[What, str] | None:
    """What happened to those counted: the nearest telling word below or above the anchor."""
    table = _harm_words()
    found = [
        (table[t.lemma], t)
        for t in _near(reading, anchor)
        if t.lemma in table and t.index != number.index and not _does_it(reading, t, anchor)
    ]
    if not found:
        return None
    kind, token = next((f for f in found if f[0] not in _WEAK), found[0])
    for other_kind, other in found:
        if {kind, other_kind} == {"killed", "injured"} and _one_number(reading, token, other):
            words = sorted((token, other), key=lambda t: t.index)
            return "killed_and_injured", " and ".join(t.text for t in words)
    return kind, token.text


def _does_it(reading: Reading, verb: Token, anchor: Token) -> bool:
    """True where those counted do the deed: "four officers shot and killed the man"."""
    if verb.pos != "VERB" or verb.lemma in _excluded("suffered"):
        return False
    while verb.dep == "conj" and reading.tokens[verb.head].pos == "VERB":
        verb = reading.tokens[verb.head]
    below = [reading.tokens[i] for i in reading.children[verb.index]]
    is_passive = any(t.dep == "auxpass" for t in below)
    return not is_passive and any(t.dep == "nsubj" and t.index == anchor.index for t in below)


def _near(reading: Reading, anchor: Token) -> Iterator[Token]:
    """Words that may tell what happened: the anchor, its dependents, then its heads upwards."""
    yield anchor
    yield from _below(reading, anchor, anchor, _TELLING_NOUNS)
    at = anchor
    for _ in range(_CLIMB):
        if at.head == at.index:
            return
        below_verb = at.pos == "VERB" and at.dep != "conj"
        at = reading.tokens[at.head]
        if below_verb and at.pos == "VERB":
            # Another clause's verb tells of others.
            return
        yield at
        yield from _below(reading, at, anchor, _TELLING_VERBS)
        if at.pos in {"VERB", "AUX"} and at.dep not in {"xcomp", "conj", "auxpass"}:
            return


def _below(
    reading: Reading, token: Token, anchor: Token, relations: frozenset[str]
) -> Iterator[Token]:
    for index in reading.children[token.index]:
        child = reading.tokens[index]
        if child.dep not in relations or index == anchor.index or _has_number(reading, child):
            continue
        yield child
        if child.dep in {"acl", "relcl"}:
            # "People left homeless": the state stands below the participle.
            yield from (reading.tokens[i] for i in reading.children[child.index])


def _has_number(reading: Reading, token: Token) -> bool:
    """True where a word has a number of its own, and so tells of others: "and wounded six"."""
    below = (reading.tokens[i] for i in reading.children[token.index])
    return token.pos == "NUM" or any(
        t.pos == "NUM" or any(reading.tokens[i].pos == "NUM" for i in reading.children[t.index])
        for t in below
    )


def _one_number(reading: Reading, one: Token, other: Token) -> bool:
    """ "Killed and injured 30": two verbs next to each other, one number for both."""
    first, last = sorted((one.index, other.index))
    between = reading.tokens[first + 1 : last]
    return len(between) <= 2 and all(t.pos in {"CCONJ", "PUNCT"} for t in between)


@cache
def _harm_words() -> dict[str, What]:
    return {lemma: kind for kind, lemmas in figure_words()["harm"].items() for lemma in lemmas}


@cache
def _excluded(key: str) -> frozenset[str]:
    return frozenset(figure_words()["excluded"][key])
