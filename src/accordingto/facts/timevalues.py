"""The value of an expression of the calendar: a day, or a unit in its own granularity."""

import datetime as dt
import re
from collections.abc import Callable

from accordingto.facts.timecontext import TimeContext, TimeValue, shifted, year_text
from accordingto.facts.timecount import number
from accordingto.facts.timeforms import TO, YEAR
from accordingto.facts.timelengths import LENGTHS
from accordingto.facts.timenear import near_day, this_part, weekday_of, weekdays_ago
from accordingto.facts.timetext import TEXT
from accordingto.facts.timeyears import YEARS

# How far ahead of publication a month or day without a year may lie before it is last year's.
_AHEAD_DAYS = 60
# How far ahead a day of the month may lie where nothing tells which way.
_NEXT_DAYS = 8
# How long after a day a report may still say that it is to come.
_LATE_DAYS = 7
# A day without a year or a tense is next year's where that lies half as far off as this year's.
_FAR_DAYS = 243
# "The 4 May raid": what a date tells apart has mostly been.
_TELLS_APART = re.compile(r"(?:\b(?:the|an?|his|her|its|their)|['’]s)\s+$", re.IGNORECASE)


# "Since the 28 July vote": it has been.
_SINCE = re.compile(r"\bsince\s+(?:(?:the|an?|its|his|her|their)\s+)?$", re.IGNORECASE)
# "The year ended 31 March".
_ENDED = re.compile(r"\bended\s+(?:on\s+|in\s+)?$", re.IGNORECASE)
_SHARED_YEAR = re.compile(rf"{TO}[A-Z][a-z]{{2,8}}\.?,?\s+(?P<year>{YEAR})\b")


def _full_date(c: TimeContext) -> TimeValue | None:
    day = int((c.group("day") or "0").rstrip("stndrh"))
    month = c.month()
    year = c.group("year") or c.group("later")
    suffix = c.words.day_parts.get(c.group("part") or "", "")
    if year is not None:
        value = _iso_day(int(year), month, day)
        return TimeValue(value + suffix, 1.0, "a full date") if value else None
    told = c.told_year(month) or c.clock.year_named(month, day)
    if told is not None:
        value = _iso_day(told, month, day)
        return TimeValue(value + suffix, 0.8, "in the year the text is at") if value else None
    if c.published is None:
        return None
    value = _iso_day(_year_for(c, month, day), month, day)
    reason = f"the year nearest to publication on {c.published}"
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
    if year < 0:
        return f"{year_text(year)}-{month:02d}-{day:02d}"
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def _year_for(c: TimeContext, month: int, day: int) -> int:
    """The year of a day and month named without one: this year, unless that lies too far ahead."""
    anchor = c.published
    assert anchor is not None
    try:
        candidate = dt.date(anchor.year, month, min(day, 28))
    except ValueError:
        return anchor.year
    days = (candidate - anchor).days
    if _ENDED.search(c.match.string[max(0, c.match.start() - 12) : c.match.start()]):
        return anchor.year - (days > 0)
    if c.ahead:
        return anchor.year if days >= -_LATE_DAYS else anchor.year + 1
    lead = c.match.string[max(0, c.match.start() - 8) : c.match.start()]
    if _SINCE.search(c.match.string[max(0, c.match.start() - 24) : c.match.start()]):
        return anchor.year - (days > 0)
    if c.past or _TELLS_APART.search(lead):
        return anchor.year - (days > _AHEAD_DAYS)
    # Nothing tells which way: the nearer, and what has been before what is to come.
    if days > _AHEAD_DAYS:
        return anchor.year - (2 * days > 365)
    return anchor.year + (days < -_FAR_DAYS)


_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}


def _nth_weekday(c: TimeContext) -> TimeValue | None:
    """ "The second Sunday of May"."""
    month, nth = c.month(), _NTH[c.group("nth") or ""]
    named = int(c.group("year") or 0) or c.told_year(month)
    if named is None and c.published is None:
        return None
    year = named or _year_for(c, month, 7 * max(1, nth) - 3)
    first = dt.date(year, month, 1)
    wanted = c.words.weekdays[c.group("weekday") or ""]
    day = first + dt.timedelta(days=(wanted - first.weekday()) % 7 + 7 * (nth - 1))
    if nth < 0:
        end = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
        day = end - dt.timedelta(days=(end.weekday() - wanted) % 7)
    return TimeValue(day.isoformat(), 0.8, "counted within its month")


def _week_of(c: TimeContext) -> TimeValue | None:
    """ "The week of 6 March": the ISO week that has the day."""
    day = _full_date(c)
    if day is None:
        return None
    value = shifted(dt.date.fromisoformat(day.value[:10]), "week", 0)
    return TimeValue(value, day.score, "the week of a day")


def _month_year(c: TimeContext) -> TimeValue | None:
    return TimeValue(
        f"{int(c.group('year') or 0):04d}-{c.month():02d}", 1.0, "a month with its year"
    )


def _nth_day(c: TimeContext) -> TimeValue | None:
    """ "On the 14th": of the month the text is at, or the latest such day."""
    day, base = int(c.group("day") or 0), c.published
    if base is None or day == 0 or c.clock.is_history:
        return None
    ref = c.clock.ref
    if ref is not None and ref.day is not None and ref.month is not None:
        value = _iso_day(ref.year, ref.month, day)
        return TimeValue(value, 0.6, "in the month the text is at") if value else None
    month = base.year * 12 + base.month - 1
    if c.ahead or (not c.past and day - base.day in range(_NEXT_DAYS)):
        month += day < base.day
    else:
        month -= day > base.day
    value = _iso_day(month // 12, month % 12 + 1, day)
    return TimeValue(value, 0.6, f"against publication on {base}") if value else None


def _weekday(c: TimeContext) -> TimeValue | None:
    """The latest such day not after publication; the next one where the verb looks ahead."""
    if c.published is None:
        return None
    if c.clock.is_history:
        return None
    wanted = c.words.weekdays[c.group("weekday") or ""]
    which = " ".join((c.group("which") or "").split())
    back = (c.published.weekday() - wanted) % 7
    if which == "last" and back == 0:
        back = 7
    if which in {"the previous", "the following"}:
        return _beside_weekday(c, wanted, which)
    if (c.ahead and which not in {"last", "this past"}) or which in {"next", "this coming"}:
        day = c.published + dt.timedelta(days=(wanted - c.published.weekday()) % 7 or 7)
        score, reason = 0.8, f"the next such day after publication on {c.published}"
    else:
        day = c.published - dt.timedelta(days=back)
        score, reason = 0.9, f"the latest such day up to publication on {c.published}"
    suffix = c.words.day_parts.get(c.group("part") or "", "")
    return TimeValue(day.isoformat() + suffix, score, reason)


def _beside_weekday(c: TimeContext, wanted: int, which: str) -> TimeValue | None:
    """ "The previous Friday": counted from the day the text named last, else from the latest
    such day."""
    base = c.ref_day() or c.published
    if base is None:
        return None
    if which == "the following":
        day = base + dt.timedelta(days=(wanted - base.weekday()) % 7 or 7)
    else:
        day = base - dt.timedelta(days=(base.weekday() - wanted) % 7 or 7)
    return TimeValue(day.isoformat(), 0.6, f"counted from {base}")


def _relative(c: TimeContext) -> TimeValue | None:
    if c.published is None:
        return None
    which, unit = (c.group("which") or "").split()[-1], c.group("unit") or ""
    shift = {"last": -1, "previous": -1, "past": -1, "next": 1}.get(which, 0)
    if which == "past":
        # "The past week" is a stretch of time, not a calendar unit.
        return TimeValue(f"P1{unit[0].upper()}", 0.7, "a stretch of time", "DURATION", loose=True)
    if which == "previous" and c.clock.is_history:
        return TEXT["beside"](c)
    if c.match.string[c.match.end() : c.match.end() + 4] == " of ":
        # "The last week of August".
        return TimeValue(f"P1{unit[0].upper()}", 0.7, "a stretch of time", "DURATION", loose=True)
    value = shifted(c.published, unit, shift)
    return TimeValue(value, 0.85, f"counted from publication on {c.published}")


def _ago(c: TimeContext) -> TimeValue | None:
    """ "Two years ago", from publication; "two days later", from the text's own date."""
    count = number(c, c.group("count") or "") if c.group("count") else None
    unit, way = c.unit_name(c.group("unit") or ""), c.group("way") or ""
    ahead = way.startswith("from")
    if way != "ago" and not ahead:
        return _from_ref(c, unit, count, -1 if way in {"earlier", "before"} else 1)
    if count is None:
        kind = "FUTURE_REF" if ahead else "PAST_REF"
        return TimeValue(kind, 0.6, "how far from now the words leave open", loose=True)
    if (
        (c.group("about") or "").split()[-1:] in _BOUNDS
        or c.words.units[unit][0]
        or count != int(count)
    ):
        # "More than two years ago" names no point.
        return LENGTHS["length"](c)
    before = c.match.string[max(0, c.match.start() - 12) : c.match.start()].lower()
    if before.rstrip().endswith((" to", " or")):
        return LENGTHS["length"](c)
    if c.published is None:
        return None
    if (
        unit == "year"
        and count == 1
        and not ahead
        and c.clock.quarter is not None
        and c.clock.quarter_is_near(c.match.start())
    ):
        return LENGTHS["year_earlier"](c)
    value = shifted(c.published, unit, int(count) if ahead else -int(count))
    if not value:
        return None
    side = "after" if ahead else "before"
    reason = f"{int(count)} {unit}(s) {side} publication on {c.published}"
    # So round a number of years names no one of them.
    loose = unit in {"decade", "century"}
    return TimeValue(value, 0.5 if c.group("about") else 0.8, reason, loose=loose)


_BOUNDS = (["than"], ["least"], ["over"], ["nearly"], ["almost"], ["most"], ["to"], ["under"])


def _from_ref(c: TimeContext, unit: str, count: float | None, way: int) -> TimeValue | None:
    if count is None or count != int(count):
        kind = "PAST_REF" if way < 0 else "FUTURE_REF"
        return TimeValue(kind, 0.5, "how far from it the words leave open", loose=True)
    if (
        unit == "year"
        and count == 1
        and way < 0
        and c.clock.quarter is not None
        and not c.clock.is_history
    ):
        return LENGTHS["year_earlier"](c)
    return TEXT["shift"](c) if c.words.units[unit][0] == "" else LENGTHS["length"](c)


def _month(c: TimeContext) -> TimeValue | None:
    which, month = c.group("which"), c.month()
    shared = _SHARED_YEAR.match(c.match.string, c.match.end())
    if shared is not None and which is None:
        # "Between January and March 2024".
        return TimeValue(f"{shared['year']}-{month:02d}", 0.9, "the year stands behind the last")
    told = c.told_year(month)
    if told is not None:
        return TimeValue(f"{year_text(told)}-{month:02d}", 0.7, "in the year the text is at")
    if c.published is None:
        return None
    ahead = c.ahead or which == "next"
    # A month that has begun still lies ahead of whoever plans for it.
    day = c.published.day if ahead and month == c.published.month else 1
    year = _year_for(c, month, day)
    if which == "next" and (year, month) <= (c.published.year, c.published.month):
        year += 1
    if which == "this":
        year = c.published.year
    if which == "last" and (year, month) >= (c.published.year, c.published.month):
        year -= 1
    return TimeValue(
        f"{year:04d}-{month:02d}", 0.8, f"the year nearest to publication on {c.published}"
    )


def _month_of(c: TimeContext) -> TimeValue | None:
    year = c.whose_year("which")
    return (
        TimeValue(f"{year_text(year)}-{c.month():02d}", 0.9, "a month with its year")
        if year is not None
        else None
    )


def _weekdays(c: TimeContext) -> TimeValue | None:
    """ "Every Thursday", "Tuesday nights": a day that comes again."""
    if c.group("weekday") is None:
        return None
    day = c.words.weekdays[c.group("weekday") or ""] + 1
    part = c.words.day_parts.get(c.group("part") or "", "")
    return TimeValue(f"XXXX-WXX-{day}{part}", 0.8, "a day that recurs", "SET", loose=True)


RESOLVERS: dict[str, Callable[[TimeContext], TimeValue | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "first_day": _full_date,
    "day_month": _full_date,
    "month_day": _full_date,
    "week_of": _week_of,
    "nth_day": _nth_day,
    "nth_weekday": _nth_weekday,
    "month_year": _month_year,
    "near_day": near_day,
    "this_part": this_part,
    "weekday": _weekday,
    "weekday_of": weekday_of,
    "weekdays_ago": weekdays_ago,
    "relative": _relative,
    "ago": _ago,
    "month": _month,
    "month_of": _month_of,
    "weekdays": _weekdays,
    **YEARS,
    **TEXT,
    **LENGTHS,
}
