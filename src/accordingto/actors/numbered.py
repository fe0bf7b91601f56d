"""Outlets with a number in their name: "told Lumen 24", "Lumen 24 reported"."""

from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from accordingto.actors.countries import country_of_seat
from accordingto.actors.mention import Mention
from accordingto.actors.wordlists import words
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span

_LONGEST = 4
_LEAST_LETTERS = 3
# "No. 10".
_SHORT = frozenset({"No", "No."})
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "SYM"})


def with_numbers(
    text: str, reading: Reading, names: Sequence[Mention], spoken: frozenset[int]
) -> list[Mention]:
    """The names, each with the number behind it where the text has the two speak as one. The
    engine takes such a pair for a name, for a day or for nothing."""
    pairs = _pairs(reading)
    outlets = {
        (name.text, number.text)
        for name, number in pairs
        if _brings_news(reading, name, number, spoken)
    }
    seats = {pair: seat for pair in pairs if (seat := _seat(*pair, spoken)) is not None}
    if not outlets and not seats:
        return list(names)
    ends = {m.span.end: m for m in names}
    found = {m.span: m for m in names}
    for name, number in pairs:
        seat = seats.get((name, number))
        if seat is None and (name.text, number.text) not in outlets:
            continue
        before = ends.get(name.end) or ends.get(number.end)
        start = name.start
        if before is not None:
            start = before.span.start
            found.pop(before.span)
        span = Span(start, number.end)
        if any(span.overlaps(other) for other in found):
            continue
        mention = before or Mention(span=span, words="", head=name.index, form="name")
        found[span] = replace(
            mention,
            span=span,
            words=span.of(text),
            kind="government" if seat else "media",
            label="ORG",
            sure=True,
            country=seat,
            identity=f"@{seat}" if seat else None,
            spoken=mention.spoken or name.index in spoken or number.index in spoken,
        )
    return [found[span] for span in sorted(found)]


def _pairs(reading: Reading) -> list[tuple[Token, Token]]:
    """Words with a capital and a number of a few digits one blank behind them."""
    found = []
    for number in reading.tokens[1:]:
        if not number.text.isdecimal() or len(number.text) > _LONGEST:
            continue
        name = reading.tokens[number.index - 1]
        is_name = (
            name.text.isalpha() and name.text[0].isupper() and len(name.text) >= _LEAST_LETTERS
        ) or name.text in _SHORT
        named = name.lower not in _dated() or country_of_seat(f"{name.text} {number.text}")
        if is_name and name.end + 1 == number.start and named:
            found.append((name, number))
    return found


def _seat(name: Token, number: Token, spoken: frozenset[int]) -> str | None:
    """The state whose government speaks from "Number 10"."""
    if name.index not in spoken and number.index not in spoken:
        return None
    return country_of_seat(f"{name.text} {number.text}")


@cache
def _dated() -> frozenset[str]:
    return words("uses.toml", "nouns", "dated") | words("uses.toml", "nouns", "days")


def _brings_news(reading: Reading, name: Token, number: Token, spoken: frozenset[int]) -> bool:
    after = reading.tokens[number.index + 1 : number.index + 2]
    before = reading.tokens[name.index - 1] if name.index else None
    reports = bool(after) and after[0].lemma in words("uses.toml", "nouns", "reporting")
    if reports and (after[0].pos == "VERB" or number.index in spoken or name.index in spoken):
        return True
    if after and after[0].lower in words("kinds.toml", "nouns", "media"):
        return True
    told = before is not None and before.lemma == "tell"
    return told and (not after or after[0].pos not in _NOUNS)
