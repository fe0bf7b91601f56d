"""Notes of the outlet that it changed what it had published."""

from collections.abc import Sequence
from typing import Literal

from accordingto.records.article import Correction, Segment
from accordingto.tables import table

_LONGEST = 1200  # characters of a note
_KINDS: tuple[Literal["correction", "clarification", "update", "editors-note"], ...] = (
    "correction", "clarification", "update", "editors-note",
)  # fmt: skip
_MARKS = " \t*_–—-•·>(["
_NOT_SO = frozenset(("headline", "teaser", "caption", "credit", "byline"))


def find_corrections(text: str, segments: Sequence[Segment]) -> tuple[Correction, ...]:
    """Segments that are worded as such a note, in order of the text."""
    found = []
    for segment in segments:
        if segment.role not in _NOT_SO and len(segment.span) <= _LONGEST:
            kind = _kind(segment.span.of(text))
            if kind is not None:
                found.append(Correction(kind=kind, span=segment.span))
    return tuple(found)


def _kind(
    words: str,
) -> Literal["correction", "clarification", "update", "editors-note"] | None:
    lists = table("accordingto.page", "corrections.toml")
    low = words.lower().strip(_MARKS)
    # A bare heading ("Corrections") is a link of the site more often than a note.
    if low.count(" ") < 4 or any(word in low for word in lists["invitation"]):
        return None
    for kind in _KINDS:
        if any(low.startswith(w) and _ends(low, w, kind) for w in lists[kind]):
            return kind
    return "correction" if any(phrase in low for phrase in lists["inside"]) else None


def _ends(low: str, opening: str, kind: str) -> bool:
    """True where a mark follows: "Correction: …", "Corrections are rare" is a sentence."""
    if kind == "update":
        return True
    following = low[len(opening) : len(opening) + 24].lstrip(" .")
    return following[:1] in ":;,–—-(|/" or ":" in following or following[:1].isdigit()
