"""The value of a time expression: a day, a unit of the calendar, or none where it names none."""

import datetime as dt
import re
from collections.abc import Callable

import msgspec

from accordingto.facts.timewords import TimeWords

# How far ahead of publication a month or day without a year may lie before it is last year's.
_AHEAD_DAYS = 60

_UNIT_DAYS = {"day": 1, "week": 7}


class TimeContext(msgspec.Struct, frozen=True):
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


class TimeValue(msgspec.Struct, frozen=True):
    value: str
    score: float
    reason: str


def _full_date(c: TimeContext) -> TimeValue | None:
    day = int((c.group("day") or "0").rstrip("stndrh"))
    month = c.month()
    year = c.group("year")
    suffix = c.words.day_parts.get(c.group("part") or "", "")
    if year is not None:
        value = _iso_day(int(year), month, day)
        return TimeValue(value + suffix, 1.0, "a full date") if value else None
    if c.anchor is None:
        return None
    value = _iso_day(_year_for(c.anchor, month, day, c.ahead), month, day)
    reason = f"the year nearest to publication on {c.anchor}"
    return TimeValue(value + suffix, 0.9, reason) if value else None


def _iso(c: TimeContext) -> TimeValue | None:
    day, month, year = (int(c.group(part) or 0) for part in ("day", "month", "year"))
    value = _iso_day(year, month, day)
    return TimeValue(value, 1.0, "a full date") if value else None


def _numeric(c: TimeContext) -> TimeValue | None:
    """Day first with full stops; with slashes only where one number can be no month."""
    one, two, year = (int(c.group(part) or 0) for part in ("day", "month", "year"))
    if c.group("mark") == "/" and one <= 12 and two <= 12 and one != two:
        return None
    day, month = (one, two) if two <= 12 else (two, one)
    value = _iso_day(year, month, day)
    return TimeValue(value, 0.95, "a full date in numbers") if value else None


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


def _month_year(c: TimeContext) -> TimeValue | None:
    return TimeValue(
        f"{int(c.group('year') or 0):04d}-{c.month():02d}", 1.0, "a month with its year"
    )


def _holiday(c: TimeContext) -> TimeValue | None:
    day = c.words.holidays[" ".join((c.group("holiday") or "").split())]
    return TimeValue(f"{c.group('year')}-{day}", 0.9, "a feast with its year")


def _season(c: TimeContext) -> TimeValue | None:
    season = c.words.seasons[c.group("season") or ""]
    return TimeValue(f"{c.group('year')}-{season}", 0.9, "a season with its year")


def _quarter(c: TimeContext) -> TimeValue | None:
    number = c.group("number") or c.words.quarters[c.group("quarter") or ""]
    return TimeValue(f"{c.group('year')}-Q{number}", 0.8, "a quarter with its year")


def _decade(c: TimeContext) -> TimeValue | None:
    return TimeValue((c.group("decade") or "")[:3] + "X", 1.0, "a decade")


def _year(c: TimeContext) -> TimeValue | None:
    if _is_number(c):
        return None
    return TimeValue(c.group("year") or "", 0.9, "four digits that read as a year")


def _is_number(c: TimeContext) -> bool:
    """ "Resolution 1973", "some 2014 soldiers": four digits that are no year."""
    text, start, end = c.match.string, c.match.start(), c.match.end()
    lead = text[max(0, start - 16) : start].lower().split()
    if not lead:
        return False
    if lead[-1] in c.words.no_year_after:
        return True
    following = re.match(r"\s+([a-z]+)", text[end : end + 24])
    counts = following is not None and following.group(1).endswith(("s", "people", "men", "women"))
    plain = counts and following is not None and following.group(1) not in _NO_NOUNS
    return plain and lead[-1] in c.words.no_year_hedges


_NO_NOUNS = frozenset({"was", "is", "has", "as", "his", "its", "this", "saw", "does", "sees"})
_NEAR_DAYS = {
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}


def _near_day(c: TimeContext) -> TimeValue | None:
    if c.anchor is None:
        return None
    near = " ".join((c.group("near") or "").split())
    if near == "overnight":
        # Which night is meant the word does not say.
        return None
    shift = _NEAR_DAYS.get(near, 0)
    suffix = c.words.day_parts.get(c.group("part") or "", "TNI" if near == "tonight" else "")
    value = (c.anchor + dt.timedelta(days=shift)).isoformat() + suffix
    return TimeValue(value, 0.9, f"'{near}' against publication on {c.anchor}")


def _this_part(c: TimeContext) -> TimeValue | None:
    if c.anchor is None:
        return None
    part = c.group("part") or ""
    shift = -1 if c.group("which") == "last" else 0
    value = (c.anchor + dt.timedelta(days=shift)).isoformat() + c.words.day_parts[part]
    return TimeValue(value, 0.8, f"against publication on {c.anchor}")


def _weekday(c: TimeContext) -> TimeValue | None:
    """The latest such day not after publication; the next one where the verb looks ahead."""
    if c.anchor is None:
        return None
    wanted = c.words.weekdays[c.group("weekday") or ""]
    which = c.group("which") or ""
    back = (c.anchor.weekday() - wanted) % 7
    if which == "last" and back == 0:
        back = 7
    if c.ahead or which in {"next", "this coming"}:
        day = c.anchor + dt.timedelta(days=(wanted - c.anchor.weekday()) % 7 or 7)
        score, reason = 0.8, f"the next such day after publication on {c.anchor}"
    else:
        day = c.anchor - dt.timedelta(days=back)
        score, reason = 0.9, f"the latest such day up to publication on {c.anchor}"
    suffix = c.words.day_parts.get(c.group("part") or "", "")
    return TimeValue(day.isoformat() + suffix, score, reason)


def _relative(c: TimeContext) -> TimeValue | None:
    if c.anchor is None:
        return None
    which = (c.group("which") or "").split()[-1]
    shift = {"last": -1, "previous": -1, "past": -1, "next": 1}.get(which, 0)
    if which == "past":
        # "The past week" is a stretch of time, not a calendar unit.
        return None
    value = _shifted(c.anchor, c.group("unit") or "", shift)
    return TimeValue(value, 0.85, f"counted from publication on {c.anchor}")


def _ago(c: TimeContext) -> TimeValue | None:
    if c.anchor is None or c.group("way") == "earlier":
        return None
    count = c.group("count") or "0"
    number = int(count) if count.isdigit() else c.words.numbers[count]
    before = c.match.string[max(0, c.match.start() - 12) : c.match.start()].lower()
    if before.rstrip().endswith(("than", "least", "over", "nearly", "almost", "to", "or")):
        # "More than two years ago" names no point.
        return None
    unit = c.group("unit") or ""
    value = _shifted(c.anchor, unit, -number)
    score = 0.5 if c.group("about") else 0.8
    return TimeValue(value, score, f"{number} {unit}(s) before publication on {c.anchor}")


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


def _month(c: TimeContext) -> TimeValue | None:
    if c.anchor is None:
        return None
    which = c.group("which")
    month = c.month()
    ahead = c.ahead or which == "next"
    # A month that has begun still lies ahead of whoever plans for it.
    day = c.anchor.day if ahead and month == c.anchor.month else 1
    year = _year_for(c.anchor, month, day, ahead)
    if which == "last" and (year, month) >= (c.anchor.year, c.anchor.month):
        year -= 1
    return TimeValue(
        f"{year:04d}-{month:02d}", 0.8, f"the year nearest to publication on {c.anchor}"
    )


RESOLVERS: dict[str, Callable[[TimeContext], TimeValue | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "day_month": _full_date,
    "month_day": _full_date,
    "month_year": _month_year,
    "holiday": _holiday,
    "season": _season,
    "quarter": _quarter,
    "decade": _decade,
    "near_day": _near_day,
    "this_part": _this_part,
    "weekday": _weekday,
    "relative": _relative,
    "ago": _ago,
    "month": _month,
    "year": _year,
}
