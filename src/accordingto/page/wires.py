"""From whom an article has its text: agencies and outlets that it names as its origin.

Datelines ("PORT VELM (Reuters) –"), bylines, signatures at the end, notes ("with files from
AFP", "first published by …") and the page's metadata. How independent two articles are
rests on this, so each finding keeps its words.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from accordingto.page.agencies import (
    agencies_in,
    agency_of,
    is_list_of_agencies,
    words_of,
)
from accordingto.page.sieve import Sieve
from accordingto.records.article import InfoSource, OriginPlace, Segment
from accordingto.records.span import Span, trim

_TOLD = ("body", "footnote", "subhead", "embed")
_OPENING, _CLOSING = 3, 4  # paragraphs in which datelines and signatures stand
_BEHIND = 6  # segments behind the text in which a note on its origin may stand
_SHORT = 60  # words of such a note
_LONGEST = 1200  # characters
_KEYS = ("with", "barely", "contributed", "from", "feed", "republished")
_LINE = 80  # characters of a line that names a source above the text
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]")
# What comes before the agency of a dateline: a place in capitals, perhaps with a country and day.
_PLACE = re.compile(r"[A-ZÀ-ÞА-Я][^.!?()\[\]:;]{1,70}$")
_DASH = re.compile(r"\s*(?:[-–—]{1,2}|:|,)\s*\S")
_DASHED = re.compile(
    r"^[^.!?]{2,60}?\s(?:[-–—]{1,2})\s?([^\s.!?()–—-][^.!?()–—]{1,40}?)\s?[-–—]{1,2}\s"
)
_TAIL = re.compile(
    r"[.!?…”\"»’]\s*(?:[(\[]([^()\[\]]{2,60})[)\]]|[-–—/]{1,2}\s?([^\s.!?][^.!?]{1,40}))\.?$"
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4})?\s*(?:by\s+)?([^.|,;]{2,60})", re.IGNORECASE
)
_NAME = re.compile(
    r"\s*:?\s*(?:the\s+)?((?:[A-ZÀ-Þ][\w'’&-]*(?:\.\w+)*)(?:\s(?:of|the|de|for|and|[A-ZÀ-Þ0-9][\w'’&-]*(?:\.\w+)*)){0,5})"
)


_BETWEEN = re.compile(
    r"\s*(?:[,;/|·\n]|\s[–—-]\s|\b(?:[Bb][Yy]|[Vv]on|[Pp]ar|[Pp]or|and|und|with|[Ff]rom)\b)\s*"
)


@cache
def _either(key: str) -> str:
    words = sorted(set(words_of(key)), key=lambda w: (-len(w), w))
    return "|".join(re.escape(w) for w in words)


@cache
def _with() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{_either('with')})\s*:?\s+(.{{2,160}})", re.DOTALL)


@cache
def _barely() -> re.Pattern[str]:
    return re.compile(rf"^\W{{0,4}}(?i:{_either('barely')})\s*:?\s+(.{{2,160}})", re.DOTALL)


@cache
def _contributed() -> re.Pattern[str]:
    return re.compile(rf"([^.!?]{{2,160}}?)\s+(?i:{_either('contributed')})(?!\w)")


@cache
def _from() -> re.Pattern[str]:
    return re.compile(rf"^[(\[–—-]?\s*(?i:{_either('from')})\s*[:：]\s*(.{{2,80}})$", re.DOTALL)


@cache
def _republished() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{_either('republished')})(?!\w)")


def find_info_sources(
    text: str,
    segments: Sequence[Segment],
    authors: Sequence[str],
    stated: Sequence[tuple[str, str]],
) -> tuple[InfoSource, ...]:
    """Each origin once, by its strongest evidence: that which the text shows, in its order, then
    what only the metadata say. ``stated`` are values of the metadata with their places."""
    told = [s for s in segments if s.role in _TOLD]
    noted = _noted(segments, told)
    held = _held(text, noted)
    found = [*_in_metadata(authors, stated)]
    found += _bylines(text, segments)
    found += _datelines(text, told[:_OPENING])
    found += _signatures(text, told[-_CLOSING:])
    found += _notes(text, noted, held)
    for segment in noted if held["feed"] or held["republished"] else ():
        found += _published_before(segment.span.of(text), segment)
    best: dict[str | None, InfoSource] = {}
    for one in found:
        known = best.get(one.name)
        if known is None or _rank(one) > _rank(known):
            best[one.name] = one
    if len(best) > 1 and None in best:
        del best[None]
    return tuple(sorted(best.values(), key=_order))


def _rank(one: InfoSource) -> tuple[bool, float, bool]:
    return one.part == "whole", one.score, one.span is not None


def _order(one: InfoSource) -> tuple[int, str]:
    return (one.span.start if one.span else 1 << 60), one.name or ""


def _bylines(text: str, segments: Sequence[Segment]) -> Iterator[InfoSource]:
    for segment in segments:
        if segment.role != "byline" or len(segment.span) > 300:
            continue
        words = segment.span.of(text)
        if "/" in words and not is_list_of_agencies(words):
            continue  # "Name/AGENCY" is how pictures are signed
        parts = _BETWEEN.split(words)
        persons = sum(_is_person(part) for part in parts)
        at = 0
        for part in parts:
            at = words.index(part, at)
            name = agency_of(part)
            span = trim(text, Span(segment.span.start + at, segment.span.start + at + len(part)))
            at += len(part)
            if span is None:
                continue
            if name is not None:
                why = ("an agency in the byline", *(("beside a person",) if persons else ()))
                yield InfoSource(
                    name=name, part="whole", where="byline", span=span,
                    score=0.75 if persons else 0.95, reasons=why,
                )  # fmt: skip
            elif part.lower().strip() in words_of("unnamed"):
                yield InfoSource(
                    name=None, part="whole", where="byline", span=span, score=0.8,
                    reasons=("agencies in the byline, without a name",),
                )  # fmt: skip


def _is_person(words: str) -> bool:
    parts = words.split()
    return 2 <= len(parts) <= 4 and all(p[0].isupper() for p in parts) and agency_of(words) is None


def _datelines(text: str, told: Sequence[Segment]) -> Iterator[InfoSource]:
    for segment in told:
        words = segment.span.of(text)[:200]
        bracket = _BRACKETED.search(words, 0, 140)
        if bracket is not None and _DASH.match(words, bracket.end()):
            place = _PLACE.match(words[: bracket.start()].strip() or "X")
            if bracket.start() == 0 or place is not None:
                yield from _listed(
                    bracket[1],
                    segment.span.start + bracket.start(1),
                    "dateline",
                    0.95,
                    "in the dateline",
                )
        dashed = _DASHED.match(words)
        if dashed is not None:
            yield from _listed(
                dashed[1], segment.span.start + dashed.start(1), "dateline", 0.85, "in the dateline"
            )


def _signatures(text: str, told: Sequence[Segment]) -> Iterator[InfoSource]:
    for segment in told:
        words = segment.span.of(text)
        if len(words) <= 80 and is_list_of_agencies(words):
            yield from _listed(words, segment.span.start, "signature", 0.9, "alone at the end")
            continue
        tail = _TAIL.search(words, max(0, len(words) - 80))
        if tail is None:
            continue
        group = 1 if tail[1] else 2
        if is_list_of_agencies(tail[group]):
            start = segment.span.start + tail.start(group)
            yield from _listed(tail[group], start, "signature", 0.85, "at a paragraph's end")


def _noted(segments: Sequence[Segment], told: Sequence[Segment]) -> list[Segment]:
    """Where notes on the origin stand: bylines, the last paragraphs, and what follows these."""
    last = told[-1].span.end if told else 0
    behind = [s for s in segments if s.span.start >= last and s.role != "teaser"][:_BEHIND]
    bylines = [s for s in segments if s.role in ("byline", "footnote")]
    near = (*bylines[:_BEHIND], *bylines[-2:], *_above(segments, told), *told[-_CLOSING:], *behind)
    short = [s for s in near if len(s.span) <= _LONGEST]
    return list({s.span: s for s in short}.values())


def _above(segments: Sequence[Segment], told: Sequence[Segment]) -> list[Segment]:
    """Short lines between the headline and the text."""
    first = told[0].span.start if told else 0
    head = next((s.span.end for s in segments if s.role == "headline"), first)
    return [
        s
        for s in segments
        if head <= s.span.start < first and s.role == "boilerplate" and len(s.span) <= _LINE
    ][-_BEHIND:]


def _notes(text: str, noted: Sequence[Segment], held: dict[str, list[str]]) -> Iterator[InfoSource]:
    """Notes above and behind the text that say from whom it comes, or who added to it."""
    for segment in noted:
        words = segment.span.of(text)
        if words.count(" ") > _SHORT:
            continue
        start, low = segment.span.start, words.lower()
        for key, pattern, part, score, why in (
            ("with", _with(), "contribution", 0.85, "named as having added to it"),
            ("barely", _barely(), "contribution", 0.85, "named as having added to it"),
            ("contributed", _contributed(), "contribution", 0.9, "named as having added to it"),
            ("from", _from(), "whole", 0.8, "named as its source"),
        ):
            found = pattern.search(words) if any(p in low for p in held[key]) else None
            if found is not None:
                for one in _listed(
                    found[1].split(". ")[0], start + found.start(1), "note", score, why
                ):
                    yield one if part == "whole" else _as_part(one)
        rights = _RIGHTS.match(words)
        if rights is not None and agency_of(rights[1]):
            yield from _listed(rights[1], start + rights.start(1), "note", 0.8, "holds the rights")


def _held(text: str, noted: Sequence[Segment]) -> dict[str, list[str]]:
    """The phrases of each list that stand anywhere in the notes: most pages have none, which
    a look for all of them at once tells soonest."""
    low = "\n".join([segment.span.of(text) for segment in noted]).lower()
    held = set(_sieve().held(low))
    return {key: [p for p in words_of(key) if p in held] if held else [] for key in _KEYS}


@cache
def _sieve() -> Sieve:
    return Sieve([phrase for key in _KEYS for phrase in words_of(key)])


def _published_before(words: str, segment: Segment) -> Iterator[InfoSource]:
    low = words.lower()
    if words.count(" ") > _SHORT:
        return
    if any(phrase in low for phrase in words_of("feed")):
        yield InfoSource(
            name=None, part="whole", where="note", span=segment.span, score=0.8,
            reasons=("said to come from an agency's feed",),
        )  # fmt: skip
    said = any(phrase in low for phrase in words_of("republished"))
    found = _republished().search(words) if said else None
    named = _NAME.match(words, found.end()) if found else None
    if named is not None:
        name = named[1].rstrip(".'’ ")
        start = segment.span.start + named.start(1)
        yield InfoSource(
            name=agency_of(name) or name, part="whole", where="note",
            span=Span(start, start + len(name)), score=0.85,
            reasons=("said to have published it first",),
        )  # fmt: skip


def _as_part(one: InfoSource) -> InfoSource:
    return InfoSource(
        name=one.name, part="contribution", where=one.where, span=one.span, score=one.score,
        reasons=one.reasons,
    )  # fmt: skip


def _listed(
    words: str, start: int, where: OriginPlace, score: float, why: str
) -> Iterator[InfoSource]:
    """One finding for each agency in a list of names that begins at ``start`` of the text."""
    for name in agencies_in(words):
        yield InfoSource(
            name=name, part="whole", where=where, span=trim_words(words, start), score=score,
            reasons=(why,),
        )  # fmt: skip


def trim_words(words: str, start: int) -> Span:
    """The place of ``words`` that begin at ``start``, without outer blanks."""
    inner = trim(words, Span(0, len(words)))
    return (inner or Span(0, len(words))).shift(start)


def _in_metadata(authors: Sequence[str], stated: Sequence[tuple[str, str]]) -> Iterator[InfoSource]:
    persons = sum(agency_of(name) is None for name in authors)
    values = [("author", name) for name in authors] + list(stated)
    for place, value in values:
        for name in agencies_in(value):
            yield InfoSource(
                name=name, part="whole", where="metadata",
                score=0.6 if place == "author" and persons else 0.8,
                reasons=(f"stated as {place}",),
            )  # fmt: skip
