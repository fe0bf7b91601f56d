"""Numbers that are no figures: ages, ratios, addresses, parts of names, what refers back."""

from functools import cache

from accordingto.facts.ages import is_among_ages
from accordingto.facts.elsewhere import is_led
from accordingto.facts.figurewords import figure_words, kind_of_noun, listed
from accordingto.facts.numbers import Amount
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span
from accordingto.tables import table

_TIMELIKE = frozenset({"DATE", "TIME", "ORDINAL"})
# "Nine in 10": the second number of a ratio is small or round.
_RATIO_WHOLES = frozenset({*range(2, 11), 12, 20, 50, 100, 1000, 10000, 100000})
# Up to here a number with "the" refers back to those already named.
_SMALL = 10
_ONE = frozenset({"he", "she", "who", "i"})
_OLDEST = 110
_LAST_DAY = 31
_CLOCK = frozenset({"am", "pm", "gmt", "utc", "o'clock", "o’clock"})
# How far above the number of an emergency line its call stands.
_CALL_REACH = 3
# "410 North Mill Street": how far behind its number a street's word stands.
_STREET_REACH = 4
_SPEEDS = frozenset({"hour", "second", "h"})


def is_no_figure(reading: Reading, amount: Amount, tokens: list[Token]) -> bool:
    """True where the words around a number show that it counts nothing."""
    first, last = tokens[0], tokens[-1]
    return (
        _is_emergency(reading, first)
        or _named_by_word_before(reading, first)
        or _is_bare_age(reading, amount, first, last)
        or _is_given_age(reading, last)
        or is_among_ages(reading, first)
        or _is_of_parent(reading, first)
        or _is_of_age(reading, amount, first, last)
        or _is_ratio(reading, amount, tokens)
        or _is_numbered_name(reading, last)
        or _is_multiple(reading, last)
        or _is_mark(reading, first, last)
        or _is_scored(reading, first)
        or _is_hour(reading, amount, first, last)
        or _is_house(reading, last)
        or _is_day(reading, first, last)
        or _is_told_age(reading, amount, first, last)
    )


def is_note(text: str, number: Span) -> bool:
    """ "An hour[2]": the mark of a note."""
    return text[number.start - 1 : number.start] == "[" and text[number.end : number.end + 1] == "]"


def is_label_number(reading: Reading, tokens: list[Token]) -> bool:
    """True for a number that only names or counts off: "Resolution 2334", "911", "(19)"."""
    return (
        _is_emergency(reading, tokens[0])
        or _is_mark(reading, tokens[0], tokens[-1])
        or _named_by_word_before(reading, tokens[0])
        or _is_numbered_name(reading, tokens[-1])
    )


def is_time_or_age(noun: Token) -> bool:
    """True for "14 days" and "34 years"."""
    return noun.lemma in listed("excluded", "units") or (
        noun.ent in _TIMELIKE and kind_of_noun(noun) is None
    )


def is_address(noun: Token) -> bool:
    """True for the street of "14 Mill Street", the block of "the 400 block of"."""
    return noun.lower == "block" or (
        noun.text[0].isupper() and noun.lower in listed("excluded", "streets")
    )


def refers_back(reading: Reading, amount: Amount, first: Token) -> bool:
    """True for "the two leaders": a small number that tells only whom the text means."""
    if amount.value is None or amount.value > _SMALL or amount.span.start != amount.core.start:
        return False
    before = _at(reading, first.index - 1)
    return before is not None and before.lower in listed("excluded", "definite")


def _is_emergency(reading: Reading, number: Token) -> bool:
    """ "Called 911", "a 112 operator"; 112 people are a number."""
    if number.text not in listed("excluded", "names"):
        return False
    at = number
    for _ in range(_CALL_REACH):
        over = reading.tokens[at.head]
        if over.tag == "NNS" and at is number and over.lemma not in listed("excluded", "calls"):
            return False
        if over.lemma in listed("excluded", "calls"):
            return True
        at = over
    return False


def _named_by_word_before(reading: Reading, first: Token) -> bool:
    before = _at(reading, first.index - 1)
    if before is not None and before.text == "." and before.start + 1 < first.start:
        # "The No. 10 building", its stop apart.
        number = _at(reading, first.index - 2)
        if number is not None and number.lower == "no" and number.end == before.start:
            return True
    return before is not None and before.lower in listed("excluded", "before")


def _is_bare_age(reading: Reading, amount: Amount, first: Token, last: Token) -> bool:
    """ "Marta Ilves, 43," or "(43)" behind a name; "girls under 18", "people over 65"."""
    before, two_back = _at(reading, first.index - 1), _at(reading, first.index - 2)
    after = _at(reading, last.index + 1)
    if before is None or two_back is None:
        return False
    ends = after is None or after.text in {",", ".", ")", ";"}
    if ends and two_back.lower == "of" and before.lower in {"them", "whom"}:
        # "Six protesters, one of them 16, were killed".
        return last.text.isdecimal()
    if ends and before.text in {",", "("} and two_back.pos == "PROPN":
        return not is_led(reading, first.index - 1)
    hedge = before.lower in {"under", "over", "below", "above", "between"}
    return (
        hedge
        and (amount.value or amount.high or 0) <= _OLDEST
        and amount.unit is None
        and two_back.pos in {"NOUN", "PRON", "DET"}
        and _no_noun(after)
    )


def _no_noun(after: Token | None) -> bool:
    return after is None or after.pos not in {"NOUN", "PROPN", "ADJ", "NUM"}


def _is_given_age(reading: Reading, number: Token) -> bool:
    """ "Gave the age of the victim as 14"."""
    above = reading.tokens[number.head]
    if number.dep != "pobj" or above.lower not in {"as", "at"}:
        return False
    return any(reading.tokens[i].lemma == "age" for i in reading.children[above.head])


def _is_of_parent(reading: Reading, first: Token) -> bool:
    """ "A mother of three": who she is, and nothing that happened to the three."""
    of, parent = _at(reading, first.index - 1), _at(reading, first.index - 2)
    if of is None or parent is None or of.lower != "of":
        return False
    return parent.tag != "NNS" and parent.lemma.lower() in listed("excluded", "parents")


def _is_of_age(reading: Reading, amount: Amount, first: Token, last: Token) -> bool:
    """ "A girl of nine"."""
    of, one, after = (_at(reading, i) for i in (first.index - 1, first.index - 2, last.index + 1))
    if of is None or one is None or of.lower != "of" or one.tag != "NN":
        return False
    aged = one.lemma in listed("excluded", "aged") and _no_noun(after)
    return aged and amount.value is not None and amount.value <= _OLDEST


def _is_ratio(reading: Reading, amount: Amount, tokens: list[Token]) -> bool:
    """Either number of "nine in 10 villagers" or "one out of every five"."""
    return _starts_ratio(reading, tokens) or _ends_ratio(reading, amount, tokens)


def _starts_ratio(reading: Reading, tokens: list[Token]) -> bool:
    before = _at(reading, tokens[0].index - 1)
    done = before is not None and before.pos == "VERB"
    done = done and before is not None and before.lemma not in listed("speaks", "verbs")
    at = tokens[-1].index + 1
    words = [t.lower for t in reading.tokens[at : at + 4]]
    if words[:2] == ["out", "of"]:
        at += 2
    elif words[:1] == ["in"] or words[:2] == ["-", "in"]:
        at += len(words[: words.index("in") + 1])
    else:
        return False
    whole = _at(reading, at)
    if whole is not None and whole.lower in {"every", "-"}:
        whole = _at(reading, at := at + 1)
    of = _at(reading, at + 1)
    if done and (of is None or of.lower != "of"):
        # "Killed four in 10 attacks"; but "killed one in ten of them".
        return False
    if whole is None or not _is_whole(whole) or _is_timed(reading, whole):
        return False
    # "40,000 in three provinces": no part is larger than its whole.
    part, most = _numeral(tokens[-1]), _numeral(whole)
    return part is None or most is None or part < most


def _ends_ratio(reading: Reading, amount: Amount, tokens: list[Token]) -> bool:
    """Whether a ratio's first number stands just before."""
    if amount.value not in _RATIO_WHOLES:
        return False
    at = tokens[0].index - 1
    joint = _at(reading, at)
    if joint is not None and joint.lower in {"every", "-"}:
        at -= 1
        joint = _at(reading, at)
    if joint is not None and joint.lower == "of":
        at -= 1
        joint = _at(reading, at)
        if joint is None or joint.lower != "out":
            return False
    elif joint is None or joint.lower != "in":
        return False
    part = _at(reading, at - 1)
    if part is not None and part.text == "-":
        part = _at(reading, at - 2)
    return part is not None and part.pos == "NUM" and _starts_ratio(reading, [part])


def _is_whole(token: Token) -> bool:
    return _numeral(token) in _RATIO_WHOLES


def _numeral(token: Token) -> int | None:
    """What one word of digits or letters comes to."""
    digits = token.text.replace(",", "")
    if digits.isdecimal():
        return int(digits) if len(digits) < 9 else None
    words: dict[str, int] = figure_words()["words"]
    return words.get(token.lower)


def _is_timed(reading: Reading, number: Token) -> bool:
    after = _at(reading, number.index + 1)
    return after is not None and after.lemma in listed("excluded", "units")


def _is_numbered_name(reading: Reading, last: Token) -> bool:
    """ "Apollo 11", "Game 2": the number hangs on a name before it."""
    head = reading.tokens[last.head]
    before = _at(reading, last.index - 1)
    return (
        last.text.isdigit()
        and last.dep == "nummod"
        and head.pos == "PROPN"
        and before is not None
        and head.index == before.index
    )


def _is_multiple(reading: Reading, last: Token) -> bool:
    """ "Four times the rate"."""
    after, two = _at(reading, last.index + 1), _at(reading, last.index + 2)
    if after is None or two is None or after.lower != "times":
        return False
    return two.pos in {"DET", "ADJ", "ADV", "PRON", "SCONJ", "ADP"}


def _is_mark(reading: Reading, first: Token, last: Token) -> bool:
    """A number by itself in brackets, as notes and ages are, or one that counts off the items of a
    list: "(19)", "7. How to leave"."""
    before, after = _at(reading, first.index - 1), _at(reading, last.index + 1)
    if not last.text.isdigit() or after is None:
        return False
    if before is not None and before.text == "(" and after.text == ")":
        return True
    opens = any(t.text == "(" for t in reading.tokens[max(0, first.index - 4) : first.index])
    if after.text == ")" and after.start == last.end and not opens:
        return True
    starts = reading.sentence_of(first.index).first == first.index
    return starts and after.text in {".", ")"} and after.start == last.end


def _is_scored(reading: Reading, first: Token) -> bool:
    """ "Test scores", "he scores": what is reached in a game or test, or the verb."""
    if first.lower != "scores":
        return False
    after = _at(reading, first.index + 1)
    return first.pos == "VERB" or (
        (after is None or after.lower != "of")
        and any(reading.tokens[i].index < first.index for i in reading.children[first.index])
    )


def _is_hour(reading: Reading, amount: Amount, first: Token, last: Token) -> bool:
    """ "Returned to barracks at six", "gave way at 2 am"."""
    before, after = _at(reading, first.index - 1), _at(reading, last.index + 1)
    hour = amount.value is not None and amount.value in range(1, 13)
    ends = after is None or after.pos == "PUNCT"
    over = reading.tokens[before.head] if before is not None and before.lower == "at" else None
    if after is not None and after.lower.replace(".", "") in _CLOCK:
        return True
    if not hour or not ends or over is None or over.pos not in {"VERB", "NOUN"}:
        return False
    for _ in range(_CALL_REACH):
        if over.lemma in listed("gives", "verbs"):
            # "Put the number of those held at 11".
            return False
        over = reading.tokens[over.head]
    return True


def _is_house(reading: Reading, last: Token) -> bool:
    """ "At 410 M Street SE": the number of a house."""
    if not last.text.isdigit():
        return False
    for token in reading.tokens[last.index + 1 : last.index + 1 + _STREET_REACH]:
        if not token.text[0].isupper():
            return False
        if is_address(token):
            return True
    return False


def _is_day(reading: Reading, first: Token, last: Token) -> bool:
    """ "The 28 July vote", in a text whose year nobody knows."""
    if not first.text.isdecimal() or first is not last or not 1 <= int(first.text) <= _LAST_DAY:
        return False
    beside = (_at(reading, first.index - 1), _at(reading, first.index + 1))
    return any(t is not None and t.text in _months() for t in beside)


@cache
def _months() -> frozenset[str]:
    return frozenset(
        name.capitalize() for name in table("accordingto.facts", "times.toml")["months"]
    )


def _is_told_age(reading: Reading, amount: Amount, first: Token, last: Token) -> bool:
    """ "She was around 10 or 11 back then": one person is no more than one."""
    over, after = reading.tokens[last.head], _at(reading, last.index + 1)
    while over.pos == "NUM" and over.head != over.index:
        over = reading.tokens[over.head]
    limit = amount.value or amount.high
    if over.lower not in {"was", "is", "'s", "’s"} or not limit or limit > _OLDEST:
        return False
    who = [reading.tokens[i].lower for i in reading.children[over.index] if i < first.index]
    return not _ONE.isdisjoint(who) and _no_noun(after) and (after is None or after.lower != "of")


def is_speed(reading: Reading, noun: Token) -> bool:
    """ "90 kilometres an hour", "40 miles per hour"."""
    one, two = _at(reading, noun.index + 1), _at(reading, noun.index + 2)
    if one is None or two is None:
        return False
    return one.lower in {"per", "an", "a", "/"} and two.lemma.rstrip(".") in _SPEEDS


def _at(reading: Reading, index: int) -> Token | None:
    return reading.tokens[index] if 0 <= index < len(reading.tokens) else None
