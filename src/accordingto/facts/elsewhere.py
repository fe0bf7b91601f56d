"""Numbers by place: "12 people were killed in Tarel, five in Mosk", "in Mosk, five"."""

from collections.abc import Sequence

from accordingto.records.reading import Reading, Token

_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_WHERE = frozenset({"in", "at", "near", "outside"})
_BEFORE = frozenset({",", ";", "and", "–", "—"})
# The longest name of a place, in words, with its article.
_MOST_WORDS = 4


def is_elsewhere(reading: Reading, tokens: Sequence[Token]) -> bool:
    """Whether a number without its noun has a place of its own beside it, as one of a row has."""
    first, last = tokens[0].index, tokens[-1].index
    before = reading.tokens[max(0, first - 1)]
    behind = reading.tokens[last + 1 : last + 3]
    if before.lower not in _BEFORE or not behind:
        return False
    if len(behind) == 2 and behind[0].lower in _WHERE and _begins_name(behind[1]):
        return True
    if len(behind) == 2 and behind[0].lower == "on" and behind[1].lower in _DAYS:
        # "Three were killed on Sunday and another five on Monday".
        return True
    ends = behind[0].text in {",", ";", "."} or behind[0].lower == "and"
    return ends and before.text == "," and is_led(reading, first - 1)


def _begins_name(token: Token) -> bool:
    return token.text[0].isupper() or token.lower == "the"


def is_led(reading: Reading, comma: int) -> bool:
    """ "In Mosk, five": nothing but a place between the comma and what joins it to the row."""
    at = comma - 1
    while at >= max(1, comma - _MOST_WORDS) and reading.tokens[at].text[0].isupper():
        at -= 1
    named = at < comma - 1
    joined = reading.tokens[max(0, at - 1)]
    return named and reading.tokens[at].lower in _WHERE and joined.lower in {";", "and"}
