"""Numbers given for a count: "the number of dead was 60", "bringing the total to 215"."""

from collections.abc import Sequence
from typing import cast

import msgspec

from accordingto.facts.counted import Counted
from accordingto.facts.figurewords import harm_of, kind_of_noun
from accordingto.facts.numbers import Amount
from accordingto.records.facts import Figure, What
from accordingto.records.reading import Reading, Token

_COUNTS = frozenset({"number", "total", "figure", "toll", "tally", "count"})
# What is counted by its own name: "cases rose to 1,204".
_CASES = frozenset({"case", "infection"})
# What a count is, or comes to; and what is done with it.
_IS = frozenset({"be", "stand", "remain", "reach", "hit", "rise", "climb", "grow", "come"})
_DOES = frozenset({"bring", "take", "raise", "push", "lift", "put", "increase", "revise", "cut"})
_PARTS = frozenset({"quantmod", "nummod", "conj", "prep", "pobj", "acomp", "advmod"})
# What people suffer, of which totals are given.
_SUFFERED = frozenset(
    {"killed", "injured", "killed_and_injured", "missing", "abducted", "displaced", "arrested"}
)
# No number stands farther below its verb, in words.
_CLIMB = 6
_SCORE = 0.4
# How many figures back cases are looked for.
_BACK = 12


def of_total(reading: Reading, amount: Amount, earlier: Sequence[Figure]) -> Counted | None:
    """What is counted by the count that the number is given for; where that is only "the total", it
    is what the figures before it in this sentence and the last one all count."""
    tokens = reading.tokens_in(amount.core)
    if not tokens or amount.unit is not None:
        return None
    count = _count_over(reading, tokens[-1])
    if count is None:
        return None
    if count.lemma in _CASES:
        return Counted("count", count.lower, 0.5, f"how many '{count.text}' there are")
    below = [reading.tokens[i] for i in reading.subtree(count.index) if i < tokens[0].index]
    # "The number of militants killed": what was done to them comes before who they are.
    done = [word for word in below if word.dep == "acl" and word.tag == "VBN"]
    for word in (*done, *below):
        what = _topic(word)
        if what is not None:
            unit = reading.tokens[word.head] if word in done else word
            return Counted(what, unit.lower, 0.7, f"'{count.text}' of '{word.text}'")
    of = next((t for t in below if t.head == count.index and t.lower == "of"), None)
    if of is not None and tokens[-1].head != of.index:
        noun = next((t for t in below if t.head == of.index and t.dep == "pobj"), None)
        noun = noun or next((t for t in below if t.index == of.index + 1), None)
        return None if noun is None else Counted("count", noun.lower, 0.5, f"a '{count.text}'")
    return _of_earlier(reading, tokens[0], earlier)


def of_dead(reading: Reading, amount: Amount, own: Counted | None) -> Counted | None:
    """ "Died in hospital, bringing the number of victims to six": the sentence tells of the dead
    alone."""
    tokens = reading.tokens_in(amount.core)
    if own is None or own.what != "killed_and_injured" or not tokens:
        return None
    verb = reading.tokens[reading.tokens[tokens[-1].head].head]
    sentence = reading.sentence_of(tokens[-1].index)
    words = reading.tokens[sentence.first : sentence.last]
    told = {harm_of(t) for t in words if t.lemma != "hospital"}
    if verb.lemma not in _DOES or "killed" not in told or "injured" in told:
        return None
    return msgspec.structs.replace(own, what="killed", reason="the sentence tells of the dead")


def _topic(word: Token) -> What | None:
    harm = harm_of(word)
    if harm is not None or word.pos not in {"NOUN", "PROPN"}:
        return harm
    kind = kind_of_noun(word)
    return cast(What, kind) if kind not in {None, "people"} else None


def _count_over(reading: Reading, number: Token) -> Token | None:
    """The noun of counting whose number this is."""
    at = number
    for _ in range(_CLIMB):
        if at.dep not in _PARTS and at.dep not in {"attr", "dobj"}:
            return None
        below, at = at, reading.tokens[at.head]
        if below.lower == "of" and at.lemma in _COUNTS:
            # "Correcting a figure of 103".
            return at
        if at.pos in {"VERB", "AUX"}:
            break
    if at.dep in {"acl", "relcl"}:
        # "Raised the number of those listed to 118": the last verb seems to have the number.
        count = at
        for _ in range(_CLIMB):
            count = reading.tokens[count.head]
            if count.lemma in _COUNTS:
                given = reading.tokens[count.head].lemma in _DOES and count.dep == "dobj"
                return count if given else None
    relation = "nsubj" if at.lemma in _IS else "dobj" if at.lemma in _DOES else None
    things = [reading.tokens[i] for i in reading.children[at.index]]
    counts = [t for t in things if t.dep == relation and t.lemma in _COUNTS | _CASES]
    if not counts or counts[0].index > number.index:
        return None
    # "Taking the total to 215 and the number of cases to 4,000": the last one before it.
    between = reading.tokens[max(at.index, counts[0].index) : number.index]
    return next((t for t in reversed(between) if t.lemma in _COUNTS), counts[0])


def _of_earlier(reading: Reading, first: Token, earlier: Sequence[Figure]) -> Counted | None:
    """What all figures about people, of the sentence or else of the one before, count."""
    sentence = reading.sentence_of(first.index)
    since = sentence.span.start
    before = reading.sentence_of(sentence.first - 1).span.start if sentence.first else since
    for start, end in ((since, first.start), (before, since)):
        kinds = {f.what for f in earlier if start <= f.span.start < end and f.what in _SUFFERED}
        if len(kinds) == 1:
            what = kinds.pop()
            return Counted(what, None, _SCORE, f"the total of what was counted before ({what})")
        if kinds:
            return None
        cases = [f for f in earlier[-_BACK:] if start <= f.span.start < end and _is_of_cases(f)]
        if cases:
            return Counted("count", cases[-1].unit, _SCORE, "the total of the cases before")
    return None


def _is_of_cases(figure: Figure) -> bool:
    return figure.what == "count" and (figure.unit or "").removesuffix("s") in _CASES
