"""A place name where it stands, with what the nouns around it say."""

import msgspec

from accordingto.facts.place_known import is_listed, spelled_out
from accordingto.facts.place_words import nouns
from accordingto.records.facts import PlaceKind
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span

_KINDS: tuple[PlaceKind, ...] = ("site", "region", "city", "area")


class Toponym(msgspec.Struct, frozen=True):
    """A place name where it stands. ``span`` goes with a site's noun ("Tal airport"), ``name`` is
    without it; ``kind`` is what the nouns around it say, if any; ``type_word`` that noun."""

    span: Span
    name: str
    head: int
    kind: PlaceKind | None = None
    type_word: str = ""


def toponym_of(text: str, reading: Reading, tokens: list[Token]) -> Toponym | None:
    """Adds a type noun behind the name, or in front of it ("the town of X")."""
    span = Span(tokens[0].start, tokens[-1].end)
    name = span.of(text)
    kind, word, end = _noun_behind(reading, tokens)
    if kind is None:
        kind, word = _noun_inside(tokens)
        # "Kansas City" and "Clay County" are names as they stand.
        if word and len(tokens) > 1 and tokens[-1].lower == word and not is_listed(name):
            name = Span(tokens[0].start, tokens[-2].end).of(text)
    elif kind in {"site", "area"}:
        span = Span(span.start, end)
    if kind is None:
        kind, word = _noun_before(reading, tokens[0])
    head = reading.head_of(Span(tokens[0].start, tokens[-1].end))
    if head is None:
        return None
    if kind == "area":
        name = span.of(text)
    return Toponym(span, spelled_out(name.strip()), head.index, kind, word)


def _noun_behind(reading: Reading, tokens: list[Token]) -> tuple[PlaceKind | None, str, int]:
    after = reading.tokens[tokens[-1].index + 1 : tokens[-1].index + 3]
    for size in (2, 1):
        words = after[:size]
        if len(words) < size or words[0].start - tokens[-1].end > 1:
            continue
        text = " ".join(w.lower for w in words)
        for kind in _KINDS:
            if text in nouns(kind):
                return kind, text, words[-1].end
    return None, "", 0


def _noun_inside(tokens: list[Token]) -> tuple[PlaceKind | None, str]:
    for kind in _KINDS:
        if len(tokens) > 1 and tokens[-1].lower in nouns(kind):
            return kind, tokens[-1].lower
    return None, ""


def _noun_before(reading: Reading, first: Token) -> tuple[PlaceKind | None, str]:
    """ "the village of X", "the town X"."""
    at = first.index - 1
    if at > 0 and reading.tokens[at].lower == "of":
        at -= 1
    if at < 0:
        return None, ""
    word = reading.tokens[at].lower
    one = f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
    for kind in _KINDS:
        if kind in {"city", "region"} and {word, one} & nouns(kind):
            return kind, word if word in nouns(kind) else one
    return None, ""
