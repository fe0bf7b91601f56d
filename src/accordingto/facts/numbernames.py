"""Numbers that are part of a name: "iPhone 11", "S&P 500", "Game 6"."""

from accordingto.facts.figurewords import harm_of, kind_of_noun
from accordingto.facts.numbers import Amount
from accordingto.records.reading import Reading, Token


def is_name_number(reading: Reading, amount: Amount) -> bool:
    """True where bare digits stand right behind a name and count nothing behind them."""
    tokens = reading.tokens_in(amount.core)
    if not tokens or amount.unit is not None or amount.span != amount.core:
        return False
    first, last = tokens[0], tokens[-1]
    if not first.text.isdigit() or len(tokens) > 1 or first.index == 0:
        return False
    before = reading.tokens[first.index - 1]
    starts = reading.sentence_of(first.index).first == first.index
    named = before.pos == "PROPN" or (before.pos == "NOUN" and not before.text.islower())
    if starts or not named or before.start + len(before.text) + 1 < first.start:
        return False
    if not before.text[0].isalpha() and before.text[0] != "&":
        return False
    return _qualifies(before, last) or not _counts(reading, last)


def _qualifies(name: Token, number: Token) -> bool:
    """ "Vantor 3 engines": name and number together stand before what they qualify."""
    return (
        name.pos == "PROPN" and name.dep in {"nmod", "compound"} and name.head == number.head
    ) and not name.text.isupper()


def _counts(reading: Reading, number: Token) -> bool:
    """True where a common noun behind the number is what it counts."""
    head = reading.tokens[number.head]
    if number.dep == "nummod" and head.index > number.index and head.pos == "NOUN":
        # "The Arvo 6 router": no six of them, since there is one.
        single = head.tag == "NN" and number.text != "1"
        return not single or harm_of(head) is not None or kind_of_noun(head) is not None
    after = number.index + 1
    return (
        after < len(reading.tokens)
        and reading.tokens[after].pos == "NOUN"
        and (reading.tokens[after].tag == "NNS")
    )
