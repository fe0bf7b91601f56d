"""How many came, by whoever says so: "organisers claim 200,000, police say 35,000"."""

from collections.abc import Sequence

from accordingto.facts.counted import Counted
from accordingto.facts.figurewords import harm_of, is_human, listed
from accordingto.facts.numbers import Amount
from accordingto.facts.refused import is_no_figure
from accordingto.records.facts import Figure
from accordingto.records.reading import Reading, Token

_CLIMB = 4
# How many sentences back the crowd may be told of, and how few people are none.
_BACK, _FEW = 2, 200
_SCORE = 0.5
_SUMS = frozenset({"MONEY", "PERCENT", "QUANTITY"})
_VERBS = frozenset({"VERB", "AUX"})
_CAME = frozenset(
    {
        ("take", "part"), ("take", "street"), ("pour", "street"), ("fill", "street"),
        ("flood", "street"), ("fill", "square"), ("come", "street"), ("pour", "square"),
    }
)  # fmt: skip


def of_crowd(
    reading: Reading, amount: Amount, own: Counted | None, earlier: Sequence[Figure]
) -> Counted | None:
    """What counts those who take part: "200,000 took part", "put the turnout at 12,000", and a
    bare number that somebody gives where the sentences tell of a rally."""
    tokens = reading.tokens_in(amount.core)
    if not tokens or amount.unit is not None or (own is not None and own.what != "count"):
        return None
    if is_no_figure(reading, amount, tokens):
        return None
    number = tokens[-1]
    noun = reading.tokens[number.head] if number.dep == "nummod" else None
    anchor = noun if noun is not None and noun.pos == "NOUN" else number
    came = _came(reading, anchor) if is_human(None if anchor is number else anchor) else None
    if came is not None:
        unit = own.unit if own is not None else None
        return Counted("participants", unit, 0.75, f"'{came}' says what they did")
    count = _count_at(reading, number)
    if count is not None:
        return Counted("participants", count.lower, 0.7, f"how large '{count.text}' was")
    bare = own is None or own.unit is None
    if not bare or not _is_given(reading, number) or (amount.value or amount.low or 0) < _FEW:
        return None
    crowd = _crowd_near(reading, tokens[0], earlier)
    reason = f"how many came, where '{crowd}' is told of"
    return Counted("participants", None, _SCORE, reason) if crowd else None


def _came(reading: Reading, anchor: Token) -> str | None:
    """ "Took part", "took to the streets", of those who did so; a vote and a poll have other words
    for it."""
    over = reading.tokens[anchor.head]
    if over.dep == "quantmod" or (anchor.dep == "pobj" and over.lower == "of"):
        # "Hundreds of people".
        over = reading.tokens[reading.tokens[over.head].head]
    if over.pos not in _VERBS or anchor.dep not in {"nsubj", "pobj"} or anchor.index > over.index:
        return None
    below = [reading.tokens[i] for i in reading.children[over.index]]
    inner = [reading.tokens[i] for t in below for i in reading.children[t.index]]
    further = [reading.tokens[i] for t in inner for i in reading.children[t.index]]
    near = [*below, *inner, *further]
    if any(t.lemma in listed("crowds", "others") for t in near):
        return None
    pair = next((t for t in near if (over.lemma, t.lemma) in _CAME), None)
    return f"{over.text} … {pair.text}" if pair is not None else None


def _count_at(reading: Reading, number: Token) -> Token | None:
    """ "Estimated the turnout at 12,000"."""
    at = reading.tokens[number.head]
    noun = reading.tokens[at.head]
    given = at.lower == "at" and number.dep == "pobj" and noun.dep in {"dobj", "nsubjpass"}
    return noun if given and harm_of(noun) == "participants" else None


def _is_given(reading: Reading, number: Token) -> bool:
    """Whether somebody gives the number: "police say 35,000", "put the figure at 35,000"."""
    at = number
    for _ in range(_CLIMB):
        if at.head == at.index:
            return False
        at = reading.tokens[at.head]
        if at.pos in _VERBS:
            below = [reading.tokens[i] for i in reading.children[at.index]]
            there = at.lemma == "be" and any(
                t.dep == "expl" or t.lemma in {"close", "near"} for t in below
            )
            return there or at.lemma in listed("gives", "verbs")
    return False


def _crowd_near(reading: Reading, first: Token, earlier: Sequence[Figure]) -> str | None:
    """The word for a crowd in the sentence or the two before, where they count nobody else."""
    sentence = reading.sentence_of(first.index)
    words = reading.tokens[sentence.first : sentence.last]
    if any(t.ent in _SUMS for t in words):
        return None
    begin = sentence
    for _ in range(_BACK):
        begin = reading.sentence_of(begin.first - 1) if begin.first else begin
    near = [f for f in earlier if begin.span.start <= f.span.start]
    if any(f.what not in {"participants", "count"} for f in near):
        return None
    if any(f.what == "participants" for f in near):
        return "a crowd"
    told = (t for t in reading.tokens[begin.first : sentence.last])
    return next((t.text for t in told if t.lemma.lower() in listed("crowds", "words")), None)
