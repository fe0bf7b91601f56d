"""Offices of states that stand without their bearer's name: "the US President"."""

from collections.abc import Sequence

from msgspec.structs import replace

from accordingto.actors.countries import country_named, country_of_people
from accordingto.actors.mention import Mention
from accordingto.actors.wordlists import office_words, words
from accordingto.records.reading import Reading
from accordingto.records.span import Span

_POINTING = frozenset({"the", "this"})
# "New Zealand" is the longest that stands before an office.
_MOST_STATE_WORDS = 2
# And in front of a title so many characters.
_REACH = 32


def with_offices(text: str, reading: Reading, names: Sequence[Mention]) -> list[Mention]:
    """The names, those that are a state and an office told of as the person who holds it."""
    return [_told(text, reading, name) or name for name in names]


def _told(text: str, reading: Reading, name: Mention) -> Mention | None:
    tokens = reading.tokens_in(name.span)
    if name.title is not None or len(tokens) < 2:
        return None
    office = len(tokens)
    while office > 0 and tokens[office - 1].lower in office_words():
        office -= 1
    held = tokens[-1].lower in words("kinds.toml", "titles", "words")
    if not held or not 0 < office <= _MOST_STATE_WORDS:
        return None
    country = state_of(name.words, tokens[office].start - name.span.start)
    if country is None:
        return None
    first = tokens[0].index
    pointed = first > 0 and reading.tokens[first - 1].lower in _POINTING
    start = reading.tokens[first - 1].start if pointed else name.span.start
    span = Span(start, name.span.end)
    return replace(
        name,
        span=span,
        words=span.of(text),
        head=tokens[-1].index,
        form="noun",
        label="",
        kind="person",
        country=country,
        sure=False,
        identity=None,
        lemma=tokens[-1].lower,
        definite=pointed,
    )


def state_of(said: str, end: int) -> str | None:
    """The state that ``said`` names up to the offset ``end``: "US ", "New Zealand's "."""
    state = said[:end].strip().removesuffix("'s").removesuffix("’s")
    return country_of_people(state) or country_named(state)


def office_of_state(text: str, name: Mention) -> str | None:
    """The title before a name with the state whose office it is: "US President"."""
    if name.title is None:
        return None
    before = text[max(0, name.span.start - len(name.title) - _REACH) : name.span.start].rstrip()
    if not before.endswith(name.title):
        return None
    words_before = before[: -len(name.title)].rstrip().split(" ")
    for size in range(_MOST_STATE_WORDS, 0, -1):
        state = " ".join(words_before[-size:])
        if len(words_before) >= size and state[:1].isupper() and state_of(state, len(state)):
            return f"{state} {name.title}"
    return None
