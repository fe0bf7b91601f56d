"""A place name where it stands, with what the nouns around it say."""

import msgspec

from accordingto.facts.gazetteer_form import fold_place
from accordingto.facts.place_areas import areas
from accordingto.facts.place_known import is_listed, people_of, spelled_out
from accordingto.facts.place_words import nouns
from accordingto.records.facts import PlaceKind
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span

_KINDS: tuple[PlaceKind, ...] = ("site", "region", "city", "area")


# Behind a name these are parts of what stands behind "of".
_PARTS = frozenset({"district", "quarter", "neighbourhood", "neighborhood", "area", "borough"})


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
    if kind == "area" and people_of(name) and not is_listed(Span(span.start, end).of(text)):
        # "Latvian mountain guides", "the Canadian Coast Guard".
        kind, word = None, ""
    if kind is None:
        kind, word = _noun_inside(tokens)
        # "Kansas City" and "Clay County" are names as they stand.
        if word and len(tokens) > 1 and tokens[-1].lower == word and not is_listed(name):
            name = Span(tokens[0].start, tokens[-2].end).of(text)
    elif kind in {"site", "area"}:
        span = Span(span.start, end)
    river = river_of(reading, tokens, name) if kind is None else None
    if river is not None:
        return river
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


def river_of(reading: Reading, tokens: list[Token], name: str) -> Toponym | None:
    """ "Across the Dnipro": towns have no article."""
    before = reading.tokens[tokens[0].index - 1] if tokens[0].index else None
    after = reading.tokens[min(tokens[-1].index + 1, len(reading.tokens) - 1)]
    alone = before is not None and before.lower == "the" and after.pos not in {"NOUN", "PROPN"}
    river = f"{name.strip()} River"
    if not alone or fold_place(river) not in areas():
        return None
    return Toponym(Span(tokens[0].start, tokens[-1].end), river, tokens[-1].index, "area", "river")


def _noun_before(reading: Reading, first: Token) -> tuple[PlaceKind | None, str]:
    """ "the village of X", "the town X"."""
    at = first.index - 1
    if at > 0 and reading.tokens[at].lower == "of":
        at -= 1
        before = reading.tokens[at - 1]
        named = before.pos == "PROPN" and before.text[0].isupper()
        if at > 0 and named and reading.tokens[at].lower in _PARTS:
            # "The Mar district of X": X is no district.
            return None, ""
    if at < 0:
        return None, ""
    word = reading.tokens[at].lower
    one = f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
    for kind in _KINDS:
        if kind in {"city", "region"} and {word, one} & nouns(kind):
            return kind, word if word in nouns(kind) else one
    return None, ""
