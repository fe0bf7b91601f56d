"""What two texts share word for word, and what kind of words that is.

Two reports that print the same press release share much and owe each other nothing. So shared
words are counted by what they are: quotations, pictures' captions, furniture of the site, appeals
and official notices on the one hand; the report's own prose on the other. Only the second tells
of a copy.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from accordingto.records.span import Span
from accordingto.stories.shingles import run_numbers
from accordingto.tables import table

Mask = NDArray[np.bool_]

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"“[^”\n]{12,1500}[”\n]|\"[^\"\n]{12,1500}[\"\n]")
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+[\"”’)]*|\n|\Z)")
_RUN = 4
# Shared stretches shorter than this are chance: names with titles, phrases of the trade.
_CHANCE = 7


@dataclass(frozen=True, slots=True)
class Text:
    """A text as words with places; ``own`` tells the words that are its own prose."""

    text: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    own: Mask
    quoted: Mask
    runs: NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Shares are of the report with less prose of its own. ``stretches`` are the shared
    stretches in the first text, ``own`` of the prose alone."""

    own: float
    all: float
    quoted: float
    longest: int
    stretches: tuple[Span, ...]


def text_of(text: str, aside: Sequence[Span] = (), said: Sequence[Span] = ()) -> Text:
    """Prepares a text. ``aside``: spans of captions and furniture; ``said``: of what it passes
    on in the words of others, as far as the ledger knows them."""
    found = list(_WORD.finditer(text))
    spans = tuple(match.span() for match in found)
    words = tuple(match[0].lower() for match in found)
    starts = np.array([start for start, _ in spans], dtype=np.int64)
    quoted = np.zeros(len(words), dtype=bool)
    for match in _QUOTED.finditer(text):
        _mark(quoted, starts, match.start(), match.end())
    for span in said:
        _mark(quoted, starts, span.start, span.end)
    off = quoted.copy()
    for span in aside:
        _mark(off, starts, span.start, span.end)
    for match in _SENTENCE.finditer(text):
        if _is_notice(match[0]):
            _mark(off, starts, match.start(), match.end())
    return Text(text, words, spans, ~off, quoted, run_numbers(list(words), _RUN))


def overlap(one: Text, other: Text) -> Overlap:
    """What two texts share."""
    mine, theirs = _shared(one, other), _shared(other, one)
    # The shorter report by its own prose is the one that could be the other's copy.
    less, mask = (one, mine) if one.own.sum() <= other.own.sum() else (other, theirs)
    prose = max(1, int(less.own.sum()))
    stretches = _stretches(mine)
    return Overlap(
        own=float((mask & less.own).sum()) / prose,
        all=float(mask.sum()) / max(1, len(less.words)),
        quoted=float((mask & less.quoted).sum()) / max(1, int(mask.sum())),
        longest=max((end - start for start, end in stretches), default=0),
        stretches=tuple(Span(one.spans[s][0], one.spans[e - 1][1]) for s, e in stretches),
    )


def _shared(one: Text, other: Text) -> Mask:
    """Which words of ``one`` stand in a stretch that ``other`` has too."""
    mask = np.zeros(len(one.words), dtype=bool)
    hits = np.isin(one.runs, other.runs)
    for shift in range(_RUN):
        mask[shift : shift + len(hits)] |= hits
    for start, end in _stretches(mask):
        if end - start < _CHANCE:
            mask[start:end] = False
    return mask


def _stretches(mask: Mask) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], mask.astype(np.int8), [0]))))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _mark(mask: Mask, starts: NDArray[np.int64], start: int, end: int) -> None:
    first, last = np.searchsorted(starts, (start, end))
    mask[first:last] = True


def _is_notice(sentence: str) -> bool:
    return bool(_notices().search(sentence))


@cache
def _notices() -> re.Pattern[str]:
    phrases = table("accordingto.stories", "notices.toml")["phrases"]
    return re.compile("|".join(rf"\b{re.escape(phrase)}" for phrase in phrases), re.IGNORECASE)
