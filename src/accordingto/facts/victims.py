"""Whom a noun, name or pronoun means, as far as the words tell: how many, of what age and sex."""

import re
from functools import cache

import msgspec

from accordingto.facts.figurewords import PEOPLE_KINDS, figure_words, is_human, kind_of_noun
from accordingto.facts.numbers import find_amounts
from accordingto.given_names import gender_of
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span

_AGE_AFTER = re.compile(r"\s?,\s(?:age\s)?(?P<age>\d{1,3})(?=[\s,.;)])")
_AGES_AFTER = re.compile(
    r"\s?,?\s(?:who (?:are|were) )?(?:(?:both )?ages?|(?:both )?aged|ages of)\s"
    r"\d{1,2}(?:\s?, \d{1,2}){0,8}\s?,? and \d{1,2}\b"
)
_AGE_BEFORE = re.compile(r"(\d{1,3})[- –‑]?(?:year|yr|month)")
_STATE = re.compile(r"[A-Z]{2}|[A-Z][a-z]{2,4}\.|[A-Z]\.[A-Z]\.")
_DATED = frozenset({"DATE", "TIME", "ORDINAL", "PERCENT", "MONEY"})
_NO_PERSON = frozenset({"GPE", "DATE", "LOC", "FAC", "TIME", "NORP", "EVENT", "CARDINAL"})
# Where "another" stands without a noun.
_APART = frozenset({"nsubj", "nsubjpass", "dobj", "conj"})
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_REACH = 60


class Who(msgspec.Struct, frozen=True):
    """Those meant. ``count`` is null where the words leave it open; ``name`` is the last name,
    ``given`` the first, in lower case; ``sex`` is m or f, ``noun`` what they are called. ``role``
    is how the words bring them in: by a number, by one that counts all, by name, as new ("a man"),
    as further ("another man"), as known ("the man", "he"), or bare as in a headline ("man")."""

    span: Span
    count: int | None
    role: str
    name: str = ""
    given: str = ""
    age: str = ""
    sex: str = ""
    noun: str = ""


def _stands_alone(reading: Reading, number: Token) -> bool:
    """ "Two died", not "Channel 58", "ages 21", "the 100 block", "Jan Ilves, 32, was hurt"."""
    before = reading.tokens[number.index - 1] if number.index else number
    if before.text == "," and before.index and number.text.isdigit():
        before = reading.tokens[before.index - 1]
    after = reading.tokens[min(number.index + 1, len(reading.tokens) - 1)]
    whole = [
        reading.tokens[i]
        for of in reading.children[number.index]
        if reading.tokens[of].lower == "of"
        for i in reading.children[of]
    ]
    if any(t.pos == "NOUN" and not is_person(t) for t in whole):
        # "One of the dogs".
        return False
    named = before.pos == "PROPN" or before.lower in {"age", "ages", "aged", "from"}
    return not named and after.pos != "PROPN"


def _is_of_all(reading: Reading, number: Token) -> bool:
    """ "All three died": those told of before."""
    return bool(number.index) and reading.tokens[number.index - 1].lower == "all"


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(figure_words()["persons"][key])


def who_is(text: str, reading: Reading, token: Token) -> Who | None:
    """``None`` for things, places and words that mean nobody in particular."""
    below = [reading.tokens[i] for i in reading.children[token.index]]
    if token.lower == "one" and token.pos == "PRON" and token.dep in _SUBJECTS:
        # "Four men were taken to hospital; one died".
        return Who(token.span, 1, "number")
    if token.pos == "PRON" and token.lower not in {"both", "another"}:
        return _pronoun(token)
    if token.lower in _words("ordinals") and token.pos in {"ADJ", "NOUN", "ADV"}:
        # "One died and a second was hurt".
        return Who(token.span, 1, "further", noun="other")
    if token.lower == "another" and token.dep in _APART:
        # "One died and another was hurt".
        return Who(token.span, 1, "further", noun="other")
    # "Both Halm and the baby": each of them is one.
    joined = token.text[0].isupper() and any(t.dep == "conj" for t in below)
    single = token.tag in {"NN", "NNP"} or joined
    is_both = not single and any(t.lower == "both" and t.dep != "preconj" for t in below)
    if token.lower in {"both", "couple", "pair"} or is_both:
        return Who(token.span, 2, "known", noun=token.lower)
    before = _in_front_of_hyphen(reading, token)
    number = next(
        (t for t in (*before, *below, token) if t.pos == "NUM" and t.ent not in _DATED), None
    )
    if number is not None and (number.dep == "nummod" or number is token):
        if not (is_person(token) or (number is token and _stands_alone(reading, token))):
            return None
        span = Span(number.start, max(number.end, token.end))
        noun = token.lemma if number is not token else ""
        role = "all" if _is_of_all(reading, number) else "number"
        return Who(
            span, _count(text, number), role, noun=noun, age=_age(text, reading, token, below)
        )
    if token.pos == "PROPN" and token.lower not in _words("titles") and not _is_noun(token):
        return _named(text, reading, token, below)
    if not is_person(token):
        return None
    return _described(text, reading, token, below)


def _in_front_of_hyphen(reading: Reading, token: Token) -> list[Token]:
    """What hangs on the first part of "two co-workers"."""
    if token.index < 2 or reading.tokens[token.index - 1].text != "-":
        return []
    first = reading.tokens[token.index - 2]
    return [reading.tokens[i] for i in reading.children[first.index] if first.lower == "co"]


def is_person_word(token: Token) -> bool:
    """A word for a person whatever the parser takes it for, as in a headline's "suspect shot"."""
    word = token.lemma.lower() if token.pos == "NOUN" else token.lower
    return word in _words("nouns") or is_person(token)


def is_person(token: Token) -> bool:
    """ "A 19-year-old" is one too."""
    if token.lower in {"old", "olds"} or _is_noun(token):
        return True
    return token.pos == "NOUN" and is_human(token)


def _is_noun(token: Token) -> bool:
    """A word for a person, in a headline's capitals too."""
    known = kind_of_noun(token) in PEOPLE_KINDS or token.lower in _words("nouns")
    return token.pos in {"NOUN", "PROPN"} and (known or token.lemma in _words("nouns"))


def _pronoun(token: Token) -> Who | None:
    if token.lower in _words("one"):
        sex = "m" if token.lower in {"he", "him", "his"} else "f" if token.lower != "who" else ""
        return Who(token.span, 1, "known", sex=sex, noun="he")
    if token.lower in _words("several"):
        return Who(token.span, None, "known", noun="they")
    return None


def _named(text: str, reading: Reading, token: Token, below: list[Token]) -> Who | None:
    age = _age(text, reading, token, below)
    compounds = [t for t in below if t.dep == "compound" and t.pos == "PROPN"]
    given = bool(compounds)
    # "Karl Halm Jr." is called Halm.
    last = compounds[-1] if compounds and token.lower in SUFFIXES else token
    if token.lower in _words("outlets"):
        # "Man shot - Local News, Weather and Sports".
        return None
    if token.ent in _NO_PERSON or not last.text[0].isalpha() or not last.text[-1].isalpha():
        return None
    if _is_dateline(reading, token):
        return None
    if token.ent != "PERSON" and not age and not given:
        # One capitalised word that is no known name: an outlet, a street, a slip.
        return None
    first = next((t.lower for t in compounds if t.index != last.index), "")
    sex = {"he": "m", "she": "f"}.get(gender_of(first) or "", "")
    return Who(token.span, 1, "named", name=last.lower, given=first, age=age, sex=sex)


def _is_dateline(reading: Reading, token: Token) -> bool:
    """ "GRANITE BAY, Ill.", "Richmond, VA": a town is nobody."""
    behind = reading.tokens[token.index + 1 : token.index + 3]
    if len(behind) == 2 and behind[0].text == "," and _STATE.fullmatch(behind[1].text):
        return True
    return (
        token.text.isupper() and len(token.text) > 2 and bool(behind) and behind[0].text in "—–-("
    )


def _described(text: str, reading: Reading, token: Token, below: list[Token]) -> Who:
    noun = token.lemma.lower()
    if token.tag == "NNS" or token.lower in {"people", "police", "olds"}:
        ages = _AGES_AFTER.match(text, token.end, token.end + _REACH)
        if ages is not None:
            # "The other victims, ages 12, 16 and 21".
            return Who(token.span, len(re.findall(r"\d+", ages[0])), "number", noun=noun)
        return Who(token.span, None, "several", noun=noun)
    words = {t.lower for t in below}
    determiner = next((t.lower for t in below if t.dep in {"det", "poss"}), None)
    if words & _words("further"):
        role = "further"
    elif determiner in {"a", "an", "one"}:
        role = "new"
    else:
        role = "bare" if determiner is None else "known"
    if determiner == "my" and is_kin(noun):
        # Whoever speaks: "my sister" was called a girl before.
        return Who(token.span, 1, role, sex=sex_of(noun), noun="victim")
    name = next((t.lower for t in below if t.dep == "appos" and t.pos == "PROPN"), "")
    age = _age(text, reading, token, below)
    return Who(token.span, 1, role, name=name, age=age, sex=sex_of(noun), noun=noun)


def sex_of(noun: str) -> str:
    """m, f or "" where the noun tells neither."""
    return "m" if noun in _words("male") else "f" if noun in _words("female") else ""


def is_kin(noun: str) -> bool:
    """Words for relatives: "his wife" is nobody who was called anything else before."""
    return noun in _words("kin")


def is_relation(noun: str) -> bool:
    """Words of which each means another person: "the officer", "the driver"."""
    return noun in _words("kin") or noun in _words("relations")


def is_sibling(noun: str) -> bool:
    """Words for relatives by which nobody is called who stands alone: "a brother"; a mother or a
    husband is."""
    return noun in _words("siblings")


def is_doer(noun: str) -> bool:
    """Words for one who surely did it; a suspect may be anybody."""
    return noun in _words("doers")


def is_attacker(noun: str) -> bool:
    """Words for one who did it."""
    return noun in _words("attackers")


def _age(text: str, reading: Reading, token: Token, below: list[Token]) -> str:
    """ "The 22-year-old", "Ilves, 22"."""
    left = [reading.subtree(t.index)[0] for t in below if t.start < token.start]
    first = min((reading.tokens[i].start for i in left), default=token.start)
    before = _AGE_BEFORE.findall(text[max(first, token.start - _REACH) : token.end])
    if before:
        return str(before[-1])
    after = _AGE_AFTER.match(text[token.end : token.end + _REACH])
    return after["age"] if after else ""


def _count(text: str, number: Token) -> int | None:
    amount = next(find_amounts(text, number.span), None)
    value = amount.value if amount is not None else None
    return int(value) if value is not None and 0 < value < 100_000 else None
