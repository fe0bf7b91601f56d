"""Times: expressions that name a point or a calendar unit, resolved in their own granularity.

Values are TIMEX3 (TimeML 1.2.1): a day ``2021-02-25``, a part of it ``2021-02-25TNI``, a month
``2017-10``, a year ``2017``, an ISO week ``2016-W44``, a decade ``197X``, a quarter ``2024-Q3``, a
season ``2021-SU``. What is relative is resolved against the day of publication; without one it is
left out rather than guessed.
"""

import datetime as dt
import re
from collections.abc import Iterator

from accordingto.facts.timeclock import entry_clock, widened
from accordingto.facts.timevalues import RESOLVERS, TimeContext, TimeValue
from accordingto.facts.timewords import TimeWords, time_words
from accordingto.records.article import Article
from accordingto.records.facts import Time, TimeType
from accordingto.records.reading import Reading
from accordingto.records.span import Span


def find_times(article: Article, reading: Reading) -> tuple[Time, ...]:
    """The resolved time expressions of the spoken segments, in order, without overlaps."""
    if reading.engine is None:
        return ()
    anchor = _day_of(article.published)
    found: list[Time] = []
    for block in reading.blocks:
        found.extend(_in_block(article.text, block, reading, anchor))
    return tuple(sorted(found, key=lambda time: time.span))


def _in_block(text: str, block: Span, reading: Reading, anchor: dt.date | None) -> list[Time]:
    found: list[Time] = []
    # One flag a character: a span is free while none of its characters is taken.
    taken = bytearray(len(block))

    def is_free(span: Span) -> bool:
        return not any(taken[span.start - block.start : span.end - block.start])

    for span, value in _resolved(text, block, reading, anchor):
        if not is_free(span):
            continue
        wide, narrow = widened(text, block, span, value.value)
        if not is_free(wide):
            wide, narrow = span, value.value
        taken[wide.start - block.start : wide.end - block.start] = b"\x01" * len(wide)
        found.append(_time(wide, narrow, value.score, value.reason))
    entry = entry_clock(text, block, anchor.isoformat()) if anchor is not None else None
    if entry is not None and is_free(entry[0]):
        found.append(_time(*entry, 0.6, f"heads an entry; on the day of publication, {anchor}"))
    return found


def _time(span: Span, value: str, score: float, reason: str) -> Time:
    kind: TimeType = "TIME" if "T" in value else "DATE"
    return Time(span=span, value=value, type=kind, score=score, reasons=(reason,))


def _resolved(
    text: str, block: Span, reading: Reading, anchor: dt.date | None
) -> Iterator[tuple[Span, TimeValue]]:
    """Every match with its value, the more telling kinds of expression first."""
    words = time_words()
    for name, pattern in words.patterns:
        for match in pattern.finditer(text, block.start, block.end):
            if not _is_time(name, match):
                continue
            span = Span(match.start(), match.end())
            ahead = _looks_ahead(reading, span, words)
            value = RESOLVERS[name](TimeContext(match, anchor, ahead, words))
            if value is not None:
                yield span, value


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
    if led and len(written.rstrip(".")) < 4 and _NAME_AFTER.match(match.string, match.end()):
        # "Ilves and Jan Kavan": a first name.
        return False
    return led or match.groupdict().get("which") is not None


def _is_title(match: re.Match[str]) -> bool:
    words = match.group(0).split()
    return len(words) > 1 and all(word[0].isupper() for word in words)


_NAME_AFTER = re.compile(r"\s+[A-Z]")
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


def _looks_ahead(reading: Reading, span: Span, words: TimeWords) -> bool:
    """True where the verb that the expression hangs on looks into the future."""
    inside = reading.tokens_in(span)
    if not inside:
        return False
    at = inside[-1].index
    for _ in range(6):
        token = reading.tokens[at]
        if token.pos in {"VERB", "AUX"}:
            children = [reading.tokens[i] for i in reading.children[at]]
            if any(c.lower in words.future_auxiliaries for c in children if c.dep == "aux"):
                return True
            if token.lemma in words.future_verbs and token.tag in {"VBN", "VBD"}:
                return any(c.dep in {"auxpass", "aux"} for c in children)
            head = reading.tokens[token.head]
            if token.tag != "VB" or head.index == at:
                return False
        elif token.lower in words.future_verbs:
            return True
        if token.head == at:
            return False
        at = token.head
    return False
