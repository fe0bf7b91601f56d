"""Times: expressions that name a point or a calendar unit, resolved in their own granularity.

Values are TIMEX3 (TimeML 1.2.1): a day ``2021-02-25``, a part of it ``2021-02-25TNI``, a month
``2017-10``, a year ``2017``, an ISO week ``2016-W44``, a decade ``197X``. What is relative is
resolved against the day of publication; without one it is left out rather than guessed.
"""

import datetime as dt
import re
from collections.abc import Callable

import msgspec

from accordingto.facts.timeclock import entry_clock, widened
from accordingto.facts.timewords import TimeWords, time_words
from accordingto.records.article import Article
from accordingto.records.facts import Time, TimeType
from accordingto.records.reading import Reading
from accordingto.records.span import Span

# How far ahead of publication a month or day without a year may lie before it is last year's.
_AHEAD_DAYS = 60

_UNIT_DAYS = {"day": 1, "week": 7}


class _Context(msgspec.Struct, frozen=True):
    """What a resolver may look at: the match, the anchor day, whether the verb looks ahead."""

    match: re.Match[str]
    anchor: dt.date | None
    ahead: bool
    words: TimeWords

    def group(self, name: str) -> str | None:
        value = self.match.groupdict().get(name)
        return value.lower() if value else None

    def month(self) -> int:
        return self.words.months[(self.group("month") or "").rstrip(".")]


class _Value(msgspec.Struct, frozen=True):
    value: str
    score: float
    reason: str


def find_times(article: Article, reading: Reading) -> tuple[Time, ...]:
    """The resolved time expressions of the spoken segments, in order, without overlaps."""
    if reading.engine is None:
        return ()
    anchor = _day_of(article.published)
    found: list[Time] = []
    taken: list[Span] = []
    words = time_words()
    for block in reading.blocks:
        for name, pattern in words.patterns:
            for match in pattern.finditer(article.text, block.start, block.end):
                span = Span(match.start(), match.end())
                if any(span.overlaps(other) for other in taken) or not _is_time(name, match):
                    continue
                context = _Context(match, anchor, _looks_ahead(reading, span, words), words)
                value = _RESOLVERS[name](context)
                if value is None:
                    continue
                taken.append(span)
                kind: TimeType = "TIME" if "T" in value.value else "DATE"
                found.append(
                    Time(
                        span=span,
                        value=value.value,
                        type=kind,
                        score=value.score,
                        reasons=(value.reason,),
                    )
                )
    return tuple(sorted(found, key=lambda time: time.span))


def _is_time(name: str, match: re.Match[str]) -> bool:
    """Names of months and weekdays are written with a capital; "may", "march" and "sun" are not."""
    written = match.groupdict().get("month") or match.groupdict().get("weekday")
    if written is None or name in {"iso", "numeric"}:
        return True
    if not written[0].isupper():
        return False
    if name != "month":
        return True
    # A month that stands alone is told from a name ("May said") and a verb ("March on!") by the
    # word before it.
    before = match.string[max(0, match.start() - 14) : match.start()].lower().split()
    led = bool(before) and before[-1] in _MONTH_LEADS
    return led or match.groupdict().get("which") is not None


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


def _full_date(c: _Context) -> _Value | None:
    day = int((c.group("day") or "0").rstrip("stndrh"))
    given = c.group("month") or ""
    month = int(given) if given.isdigit() else c.month()
    year = c.group("year")
    suffix = c.words.day_parts.get(c.group("part") or "", "")
    if year is not None:
        value = _iso_day(int(year), month, day)
        return _Value(value + suffix, 1.0, "a full date") if value else None
    if c.anchor is None:
        return None
    value = _iso_day(_year_for(c.anchor, month, day, c.ahead), month, day)
    reason = f"the year nearest to publication on {c.anchor}"
    return _Value(value + suffix, 0.9, reason) if value else None


def _iso_day(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def _year_for(anchor: dt.date, month: int, day: int, ahead: bool) -> int:
    """The year of a day and month named without one: this year, unless that lies too far ahead."""
    try:
        candidate = dt.date(anchor.year, month, min(day, 28))
    except ValueError:
        return anchor.year
    if ahead:
        return anchor.year if candidate >= anchor else anchor.year + 1
    return anchor.year - 1 if (candidate - anchor).days > _AHEAD_DAYS else anchor.year


def _month_year(c: _Context) -> _Value | None:
    return _Value(f"{int(c.group('year') or 0):04d}-{c.month():02d}", 1.0, "a month with its year")


def _decade(c: _Context) -> _Value | None:
    return _Value((c.group("decade") or "")[:3] + "X", 1.0, "a decade")


def _year(c: _Context) -> _Value | None:
    return _Value(c.group("year") or "", 0.9, "four digits that read as a year")


def _near_day(c: _Context) -> _Value | None:
    if c.anchor is None:
        return None
    near = c.group("near") or ""
    if near == "overnight":
        # Which night is meant the word does not say.
        return None
    shift = {"yesterday": -1, "tomorrow": 1}.get(near, 0)
    suffix = c.words.day_parts.get(c.group("part") or "", "TNI" if near == "tonight" else "")
    value = (c.anchor + dt.timedelta(days=shift)).isoformat() + suffix
    return _Value(value, 0.9, f"'{near}' against publication on {c.anchor}")


def _this_part(c: _Context) -> _Value | None:
    if c.anchor is None:
        return None
    part = c.group("part") or ""
    shift = -1 if c.group("which") == "last" else 0
    value = (c.anchor + dt.timedelta(days=shift)).isoformat() + c.words.day_parts[part]
    return _Value(value, 0.8, f"against publication on {c.anchor}")


def _weekday(c: _Context) -> _Value | None:
    """The latest such day not after publication; the next one where the verb looks ahead."""
    if c.anchor is None:
        return None
    wanted = c.words.weekdays[c.group("weekday") or ""]
    which = c.group("which") or ""
    back = (c.anchor.weekday() - wanted) % 7
    if c.ahead or which in {"next", "this coming"}:
        day = c.anchor + dt.timedelta(days=(wanted - c.anchor.weekday()) % 7 or 7)
        score, reason = 0.8, f"the next such day after publication on {c.anchor}"
    else:
        day = c.anchor - dt.timedelta(days=back)
        score, reason = 0.9, f"the latest such day up to publication on {c.anchor}"
    suffix = c.words.day_parts.get(c.group("part") or "", "")
    return _Value(day.isoformat() + suffix, score, reason)


def _clock_weekday(c: _Context) -> _Value | None:
    day = _weekday(c)
    if day is None:
        return None
    hour = int(c.group("hour") or 0) % 12 + (12 if (c.group("half") or "")[0] == "p" else 0)
    value = f"{day.value}T{hour:02d}:{int(c.group('minute') or 0):02d}"
    return _Value(value, day.score, day.reason)


def _relative(c: _Context) -> _Value | None:
    if c.anchor is None:
        return None
    which = (c.group("which") or "").split()[-1]
    shift = {"last": -1, "previous": -1, "past": -1, "next": 1}.get(which, 0)
    if which == "past":
        # "The past week" is a stretch of time, not a calendar unit.
        return None
    value = _shifted(c.anchor, c.group("unit") or "", shift)
    return _Value(value, 0.85, f"counted from publication on {c.anchor}")


def _ago(c: _Context) -> _Value | None:
    if c.anchor is None or c.group("way") == "earlier":
        return None
    count = c.group("count") or "0"
    number = int(count) if count.isdigit() else c.words.numbers[count]
    before = c.match.string[max(0, c.match.start() - 12) : c.match.start()].lower()
    if before.rstrip().endswith(("than", "least", "about", "over", "nearly", "almost", "around")):
        # "More than two years ago" names no point.
        return None
    unit = c.group("unit") or ""
    value = _shifted(c.anchor, unit, -number)
    return _Value(value, 0.8, f"{number} {unit}(s) before publication on {c.anchor}")


def _shifted(anchor: dt.date, unit: str, shift: int) -> str:
    if unit == "year":
        return f"{anchor.year + shift:04d}"
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + shift
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    day = anchor + dt.timedelta(days=shift * _UNIT_DAYS[unit])
    if unit == "day":
        return day.isoformat()
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def _month(c: _Context) -> _Value | None:
    if c.anchor is None:
        return None
    which = c.group("which")
    month = c.month()
    year = _year_for(c.anchor, month, 1, c.ahead or which == "next")
    if which == "last" and (year, month) >= (c.anchor.year, c.anchor.month):
        year -= 1
    return _Value(f"{year:04d}-{month:02d}", 0.8, f"the year nearest to publication on {c.anchor}")


_RESOLVERS: dict[str, Callable[[_Context], _Value | None]] = {
    "iso": _full_date,
    "numeric": _full_date,
    "day_month": _full_date,
    "month_day": _full_date,
    "month_year": _month_year,
    "decade": _decade,
    "near_day": _near_day,
    "this_part": _this_part,
    "clock_weekday": _clock_weekday,
    "weekday": _weekday,
    "relative": _relative,
    "ago": _ago,
    "month": _month,
    "year": _year,
}
