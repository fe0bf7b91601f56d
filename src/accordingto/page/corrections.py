"""Notes of the outlet that it changed what it had published."""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from accordingto.page.sieve import Sieve
from accordingto.records.article import Correction, Segment
from accordingto.tables import table

_LONGEST = 1200  # characters of a note
_LETTERS = 3
_BEGINNING = 20  # characters that hold these, marks in front of them, nearly always
Kind = Literal["correction", "clarification", "update", "editors-note"]
_KINDS: tuple[Kind, ...] = ("correction", "clarification", "update", "editors-note")
_MARKS = " \t*_–—-•·>(["
_NOT_SO = frozenset(("headline", "teaser", "caption", "credit", "byline"))


def find_corrections(text: str, segments: Sequence[Segment]) -> tuple[Correction, ...]:
    """Segments that are worded as such a note, in order of the text."""
    # Most pages hold none of these phrases, which one look at the whole text tells soonest.
    inside = _inside().held(text.lower())
    openings = _openings()
    found = []
    for segment in segments:
        start, end = segment.span.start, segment.span.end
        if segment.role in _NOT_SO or end - start > _LONGEST:
            continue
        words = text[start:end]
        begun = words[:_BEGINNING].lstrip(_MARKS)
        if len(begun) < _LETTERS:
            begun = words.lstrip(_MARKS)
        may_open = begun[:_LETTERS].lower() in openings
        if may_open or (inside and _holds(words, inside)):
            kind = _kind(words, inside)
            if kind is not None:
                found.append(Correction(kind=kind, span=segment.span))
    return tuple(found)


@cache
def _inside() -> Sieve:
    return Sieve(_lists()["inside"])


@cache
def _lists() -> dict[str, list[str]]:
    return table("accordingto.page", "corrections.toml")


@cache
def _openings() -> frozenset[str]:
    """The first letters of all openings."""
    return frozenset(opening[:_LETTERS] for kind in _KINDS for opening in _lists()[kind])


def _holds(words: str, inside: tuple[str, ...]) -> bool:
    low = words.lower()
    return any(phrase in low for phrase in inside)


def _kind(words: str, inside: tuple[str, ...]) -> Kind | None:
    lists = _lists()
    low = words.lower().strip(_MARKS)
    # A bare heading ("Corrections") is a link of the site more often than a note.
    if low.count(" ") < 4 or any(word in low for word in lists["invitation"]):
        return None
    for kind in _KINDS:
        if any(low.startswith(w) and _ends(low, w, kind) for w in lists[kind]):
            return kind
    return "correction" if any(phrase in low for phrase in inside) else None


def _ends(low: str, opening: str, kind: str) -> bool:
    """True where a mark follows: "Correction: …", "Corrections are rare" is a sentence."""
    if kind == "update":
        return True
    following = low[len(opening) : len(opening) + 24].lstrip(" .")
    return following[:1] in ":;,–—-(|/" or ":" in following or following[:1].isdigit()
