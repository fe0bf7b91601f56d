"""Times: expressions that name a point or a calendar unit, resolved in their own granularity.

Values are TIMEX3 (TimeML 1.2.1): a day ``2021-02-25``, a part of it ``2021-02-25TNI``, a month
``2017-10``, a year ``2017``, an ISO week ``2016-W44``, a decade ``197X``, a quarter ``2024-Q3``, a
season ``2021-SU``. What is relative is resolved against the day of publication; without one it is
left out rather than guessed.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

import msgspec

from accordingto.facts.timeanchor import TextClock, text_clock
from accordingto.facts.timeclock import entry_clock, widened
from accordingto.facts.timecontext import TimeContext, TimeValue
from accordingto.facts.timelengths import LENGTHS
from accordingto.facts.timeranges import night_of, second_day, with_shared_day
from accordingto.facts.timetense import tense_over
from accordingto.facts.timetriggers import words_of
from accordingto.facts.timevalues import RESOLVERS
from accordingto.facts.timewords import time_words
from accordingto.records.article import Article
from accordingto.records.facts import Time, TimeType
from accordingto.records.reading import Reading
from accordingto.records.span import Span


class FoundTimes(msgspec.Struct, frozen=True):
    """Points and units of the calendar, and beside them what names none: lengths, what recurs,
    loose times. Each in text order; no two of all overlap."""

    times: tuple[Time, ...] = ()
    durations: tuple[Time, ...] = ()


# A kind of expression by its name, and an expression of a kind.
Pattern = tuple[str, re.Pattern[str]]
Claim = tuple[str, re.Match[str]]

# Marks on a block's characters: words of the calendar, and those of lengths and loose times, which
# a day beside them takes in ("in the early hours of Friday").
_HARD, _SOFT = 1, 2


def find_times(article: Article, reading: Reading) -> FoundTimes:
    """The resolved time expressions of the spoken segments."""
    if reading.engine is None:
        return FoundTimes()
    anchor = _day_of(article.published)
    clock = text_clock(article.text, reading, anchor)
    words = [words_of(block.of(article.text)) for block in reading.blocks]
    # Half of the kinds are in few texts.
    patterns = _fitting(time_words().patterns, frozenset().union(*words))
    points: list[Time] = []
    lengths: list[Time] = []
    for block, own in zip(reading.blocks, words, strict=True):
        claims = _claimed(article.text, block, _fitting(patterns, own))
        told = _in_block(article.text, block, reading, clock, claims)
        found = sorted(told, key=lambda f: f[0].span)
        for time, is_loose in with_shared_day(article.text, found):
            (lengths if is_loose else points).append(time)
    by_span = lambda time: time.span  # noqa: E731
    return FoundTimes(tuple(sorted(points, key=by_span)), tuple(sorted(lengths, key=by_span)))


def _in_block(
    text: str, block: Span, reading: Reading, clock: TextClock, claims: Sequence[Claim]
) -> list[tuple[Time, bool]]:
    """The times of a block by its expressions, each with whether it is a loose one."""
    marks = bytearray(len(block))
    for name, match in claims:
        _mark(marks, block, Span(*match.span()), _SOFT if name in LENGTHS else _HARD)
    found: list[tuple[Time, bool]] = []
    entry = entry_clock(text, block, clock.published.isoformat()) if clock.published else None
    if entry is not None and _HARD not in _marks_of(marks, block, entry[0]):
        _mark(marks, block, entry[0], _HARD)
        reason = f"heads an entry; on the day of publication, {clock.published}"
        found.append((_time(*entry, TimeValue(entry[1], 0.6, reason)), False))
    told_to = block.start
    for name, match in claims:
        span = Span(*match.span())
        if span.start < told_to:
            continue
        if name in LENGTHS and _HARD in _marks_of(marks, block, span):
            continue
        tense = tense_over(text, reading, span)
        value = RESOLVERS[name](TimeContext(match, clock, tense, time_words()))
        if value is None:
            continue
        clock.saw(value.value, span.start, name)
        if value.loose:
            found.append((_time(span, value.value, value), True))
            continue
        days = name in {"first_day", "day_month"}
        if days and (both := night_of(text, block, span, value.value)) is not None:
            _mark(marks, block, both[0], _HARD)
            told_to = both[0].end
            found.append((_time(*both, value), False))
            continue
        wide, narrow = widened(text, block, span, value.value)
        around = (Span(wide.start, span.start), Span(span.end, wide.end))
        if any(_HARD in _marks_of(marks, block, part) for part in around):
            wide, narrow = span, value.value
        _mark(marks, block, wide, _HARD)
        second = second_day(text, block, match, value) if name == "month_day" else None
        if second is not None:
            _mark(marks, block, second[0], _HARD)
            told_to = second[0].end
            found.append((_time(*second, value), False))
        found = [(time, loose) for time, loose in found if not (loose and time.span.overlaps(wide))]
        found.append((_time(wide, narrow, value), False))
    return found


def _mark(marks: bytearray, block: Span, span: Span, mark: int) -> None:
    marks[span.start - block.start : span.end - block.start] = bytes([mark]) * len(span)


def _marks_of(marks: bytearray, block: Span, span: Span) -> bytearray:
    return marks[span.start - block.start : span.end - block.start]


def _time(span: Span, value: str, told: TimeValue) -> Time:
    kind: TimeType = told.type or ("TIME" if "T" in value else "DATE")
    return Time(span=span, value=value, type=kind, score=told.score, reasons=(told.reason,))


def _claimed(text: str, block: Span, patterns: Iterable[Pattern]) -> list[Claim]:
    """Every expression in text order; of two that overlap the more telling kind."""
    taken = bytearray(len(block))
    found: list[Claim] = []
    for name, pattern in patterns:
        for match in pattern.finditer(text, block.start, block.end):
            start, end = match.start() - block.start, match.end() - block.start
            if start == end or any(taken[start:end]) or not _is_time(name, match):
                continue
            taken[start:end] = b"\x01" * (end - start)
            found.append((name, match))
    return sorted(found, key=lambda claim: claim[1].start())


def _fitting(patterns: Iterable[Pattern], words: frozenset[str]) -> list[Pattern]:
    """The kinds of expressions of which a text has the words that they need: one of each group."""
    needed = time_words().triggers
    return [
        pattern
        for pattern in patterns
        if not any(map(words.isdisjoint, needed.get(pattern[0], ())))
    ]


def _is_time(name: str, match: re.Match[str]) -> bool:
    """Names of months and weekdays are written with a capital; "may", "march" and "sun" are not."""
    written = match.groupdict().get("month") or match.groupdict().get("weekday")
    if written is None or name in {"iso", "numeric"}:
        # "ABC's This Week" is a title.
        return name != "relative" or not _is_title(match)
    if not written[0].isupper():
        return False
    if name != "month":
        return True
    # A month that stands alone is told from a name ("May said") and a verb ("March on!") by the
    # word before it.
    before = match.string[max(0, match.start() - 14) : match.start()].lower().split()
    led = bool(before) and before[-1] in _MONTH_LEADS
    names = _MONTH_NAMES if before[-1:] == ["for"] else _MONTH_NAMES - _MONTHS_BEHIND_ARTICLES
    if before and before[-1] in _MONTH_TELLS and written.lower() not in names:
        # "The October raid", "figures for January".
        return before[-1] == "for" or _NOUN_AFTER.match(match.string, match.end()) is not None
    if led and len(written.rstrip(".")) < 4 and _NAME_AFTER.match(match.string, match.end()):
        # "Ilves and Jan Kavan": a first name.
        return False
    return led or match.groupdict().get("which") is not None


def _is_title(match: re.Match[str]) -> bool:
    words = match.group(0).split()
    return len(words) > 1 and all(word[0].isupper() for word in words)


_NAME_AFTER = re.compile(r"\s+[A-Z]")
_NOUN_AFTER = re.compile(r"\s+(?!(?:of|on|to|and|or|in|for|at|by|has|have|had|is|was|said)\b)[a-z]")
_MONTH_TELLS = frozenset({"the", "a", "an", "its", "for", "this"})
# Months that are also names of people.
_MONTH_NAMES = frozenset({"may", "april", "june", "jan", "jan.", "mar", "mar."})
# Of these no name of anybody stands behind "the" or "a", before a word in small letters.
_MONTHS_BEHIND_ARTICLES = frozenset({"april", "june"})
_MONTH_LEADS = frozenset(
    {
        "in",
        "since",
        "until",
        "till",
        "by",
        "from",
        "to",
        "of",
        "during",
        "through",
        "and",
        "between",
    }
)


def _day_of(published: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
