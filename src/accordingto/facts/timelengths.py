"""The values of lengths of time, of what recurs, and of times that name no point by themselves."""

import datetime as dt
import re
from collections.abc import Callable

from accordingto.facts.timeanchor import Ref
from accordingto.facts.timecontext import TimeContext, TimeValue, shifted, year_text
from accordingto.facts.timecount import duration, number
from accordingto.facts.timefeasts import feast

_WEEKEND = 5
# Words behind "the year" that tell which one: it is a length then.
_GOES_ON = re.compile(
    r"\s+(?:end(?:ed|ing|s)|that|which|in\s+which|when|to|through|since|of|before|after|following"
    r"|prior|he|she|they|it|we|I)\b"
)


def _length(c: TimeContext) -> TimeValue | None:
    """ "Three years" P3Y, "several weeks" PXW, "2 1/2 years" P2Y6M."""
    count = number(c, c.group("count") or "")
    value = duration(c, c.group("unit") or "", count, _has_half(c))
    if value is None:
        return None
    if count == 1 and (c.group("count") or "").startswith("a") and _is_rate(c):
        return TimeValue(value, 0.7, "each such unit", "SET", loose=True)
    return TimeValue(value, 0.9, "a length of time", "DURATION", loose=True)


def _is_rate(c: TimeContext) -> bool:
    """ "$5 a day", "three times a week"."""
    before = c.match.string[max(0, c.match.start() - 24) : c.match.start()]
    return (
        re.search(r"(?:\d(?:[\d,.]*\d)?|times|once|twice|barrels|million|billion)\s+$", before)
        is not None
    )


def _has_half(c: TimeContext) -> bool:
    return c.match.group(0).lower().rstrip().endswith("and a half")


def _hyphened(c: TimeContext) -> TimeValue | None:
    value = duration(c, c.group("unit") or "", number(c, c.group("count") or ""))
    return TimeValue(value, 0.9, "a length of time", "DURATION", loose=True) if value else None


def _unit_long(c: TimeContext) -> TimeValue | None:
    unit = c.group("unit") or ""
    one = unit in c.words.units
    value = duration(c, unit, 1.0 if one else None)
    return TimeValue(value, 0.8, "a length of time", "DURATION", loose=True) if value else None


def _each(c: TimeContext) -> TimeValue | None:
    count = number(c, c.group("count") or "") if c.group("count") else 1.0
    if "other" in c.match.group(0).lower().split():
        count = 2.0
    value = duration(c, c.group("unit") or "", count)
    return TimeValue(value, 0.9, "what recurs", "SET", loose=True) if value else None


def _quarters(c: TimeContext) -> TimeValue | None:
    """ "Every quarter", "the past two quarters"."""
    if c.group("each"):
        return TimeValue("P1Q", 0.8, "what recurs", "SET", loose=True)
    count = number(c, c.group("count") or "")
    value = f"P{int(count)}Q" if count and count == int(count) else "PXQ"
    return TimeValue(value, 0.7, "a length of time", "DURATION", loose=True)


def _set(c: TimeContext) -> TimeValue | None:
    word = c.group("set") or ""
    if c.is_named_thing("set"):
        # "The Daily Torch".
        return None
    return TimeValue(c.words.sets[word], 0.9, f"'{word}' recurs", "SET", loose=True)


def _units(c: TimeContext) -> TimeValue | None:
    value = duration(c, c.group("unit") or "", None)
    return (
        TimeValue(value, 0.6, "units that are not counted", "DURATION", loose=True)
        if value
        else None
    )


def _the_unit(c: TimeContext) -> TimeValue | None:
    """ "The week", "the current year": the one that the text is at, unless it is told which
    ("the year ended in March")."""
    unit = c.group("unit") or ""
    if not c.clock.is_history and not _GOES_ON.match(c.match.string, c.match.end()):
        day = c.published if unit != "day" else c.ref_day() or c.published
        if day is not None and unit in {"day", "week", "month", "year"}:
            reason = f"the {unit} the text is at"
            return TimeValue(shifted(day, unit, 0), 0.4, reason, "DATE", loose=True)
    value = duration(c, unit, 1.0)
    return TimeValue(value, 0.5, "a unit named before", "DURATION", loose=True) if value else None


def _span_of(c: TimeContext) -> TimeValue | None:
    """ "The past few weeks", "recent years", "the entire month"."""
    unit, which = c.group("unit") or "", (c.group("which") or "").split()[-1]
    if which in {"recent", "coming"} and unit not in c.words.units:
        kind = "PAST_REF" if which == "recent" else "FUTURE_REF"
        return TimeValue(kind, 0.7, f"'{which}' names no point", "DATE", loose=True)
    if which in {"full", "fiscal", "entire", "whole"} and unit in {"week", "month", "year"}:
        return _the_unit(c)
    count = 1.0 if unit in c.words.units else None
    value = duration(c, unit, count)
    return TimeValue(value, 0.7, "a length of time", "DURATION", loose=True) if value else None


def _loose(c: TimeContext) -> TimeValue | None:
    phrase = " ".join((c.group("phrase") or "").split())
    return TimeValue(c.words.loose[phrase], 0.7, f"'{phrase}' names no point", "DATE", loose=True)


def _weekend(c: TimeContext) -> TimeValue | None:
    base = c.published
    if base is None:
        return None
    which = (c.group("which") or "").split()[-1]
    back = (base.weekday() - _WEEKEND) % 7
    day = base - dt.timedelta(days=back)
    if (
        which in {"next", "coming"}
        or (which == "this" and not c.past and base.weekday() < _WEEKEND)
        or c.ahead
    ):
        day += dt.timedelta(days=7)
    if which == "last" and back < 2:
        day -= dt.timedelta(days=7)
    year, week, _ = day.isocalendar()
    return TimeValue(
        f"{year:04d}-W{week:02d}-WE", 0.8, f"against publication on {base}", "DATE", loose=True
    )


def _bare_season(c: TimeContext) -> TimeValue | None:
    """ "Last summer", "the winter": a season whose year the text leaves out."""
    word, which = c.group("season") or "", (c.group("which") or "").split()
    season = c.words.seasons[word]
    if c.is_named_thing("season") or (not which and word in {"spring", "fall"} and not _is_led(c)):
        return None
    if which and which[-1] in {"each", "every"}:
        return TimeValue(f"XXXX-{season}", 0.8, "what recurs", "SET", loose=True)
    month = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}[season]
    year = c.clock.year_of(None)
    if year is not None:
        shift = {"next": 1, "following": 1, "previous": -1}.get(which[-1] if which else "", 0)
        return TimeValue(
            f"{year_text(year + shift)}-{season}", 0.7, "in the year the text is at", loose=True
        )
    if c.published is None:
        return None
    year = c.published.year
    if which and which[-1] in {"last", "past"} and month >= c.published.month:
        year -= 1
    elif which and which[-1] == "next" and month <= c.published.month:
        year += 1
    elif (not which or which[-1] != "this") and not c.ahead and month > c.published.month + 1:
        year -= 1
    return TimeValue(
        f"{year:04d}-{season}", 0.7, f"against publication on {c.published}", loose=True
    )


def _is_led(c: TimeContext) -> bool:
    lead = c.match.group(0).lower().split()[0]
    before = c.match.string[max(0, c.match.start() - 12) : c.match.start()].lower().split()
    return lead in {"in", "by", "during", "early", "mid", "late"} or bool(
        before and before[-1] in {"in", "by", "since", "until", "during", "through"}
    )


def _bare_quarter(c: TimeContext) -> TimeValue | None:
    """ "The third quarter", "the quarter", "last quarter"."""
    which, named = c.group("which"), c.group("quarter")
    if c.group("noun") == "half":
        return _bare_half(c)
    base = c.published
    if named is None and which is None and c.clock.quarter is not None:
        return _quarter_value(c.clock.quarter, "the quarter named before")
    if which in {"year-ago", "year-earlier"}:
        return _year_before(c)
    if base is None or (
        named is None and which is None and not c.match.group(0).lower().startswith("the")
    ):
        return None
    if named is None:
        shift = {"last": -1, "latest": -1, "previous": -1, "next": 1}.get(
            which or "", 0 if which else -1
        )
        index = base.year * 4 + (base.month - 1) // 3 + shift
        return TimeValue(
            f"{index // 4:04d}-Q{index % 4 + 1}", 0.7, f"against publication on {base}", loose=True
        )
    quarter = c.words.quarters[named]
    year = base.year
    if (quarter - 1) * 3 + 1 > base.month + 3 and not c.ahead:
        year -= 1
    if quarter * 3 < base.month - 6 and (c.ahead or which == "next"):
        year += 1
    return TimeValue(
        f"{year:04d}-Q{quarter}", 0.7, f"the nearest such quarter to {base}", loose=True
    )


def _bare_half(c: TimeContext) -> TimeValue | None:
    named = c.group("quarter")
    if (
        c.published is None
        or named not in {"first", "second"}
        or not c.match.group(0).lower().startswith("the")
    ):
        return None
    if c.is_named_thing("noun") or c.match.string[c.match.end() : c.match.end() + 3] == " of":
        return None
    half = 1 if named == "first" else 2
    return TimeValue(f"{c.published.year}-H{half}", 0.4, "the half of a year", loose=True)


def _quarter_value(quarter: Ref, reason: str) -> TimeValue:
    return TimeValue(f"{quarter.year:04d}-Q{quarter.quarter}", 0.7, reason, loose=True)


def _year_before(c: TimeContext) -> TimeValue | None:
    """ "A year earlier", "the year-ago quarter": the same unit of the year before."""
    quarter = c.clock.quarter
    if quarter is not None:
        earlier = Ref(quarter.year - 1, quarter=quarter.quarter)
        return _quarter_value(earlier, "a year before the quarter named before")
    if c.published is None:
        return None
    return TimeValue(
        f"{c.published.year - 1:04d}", 0.5, f"against publication on {c.published}", loose=True
    )


def _year_quarter(c: TimeContext) -> TimeValue | None:
    quarter = c.clock.quarter
    if quarter is None:
        return TimeValue(c.group("year") or "", 0.7, "a year that is named", loose=True)
    return _quarter_value(
        Ref(int(c.group("year") or 0), quarter=quarter.quarter),
        "the quarter named before, in this year",
    )


def _latest_period(c: TimeContext) -> TimeValue | None:
    """ "In the latest period": the quarter that the text is at, if it has named one."""
    quarter = c.clock.quarter
    return _quarter_value(quarter, "the quarter named before") if quarter is not None else None


def _clock(c: TimeContext) -> TimeValue | None:
    """A clock time without a day: on the day the text is at, else on that of publication."""
    day = c.ref_day() or c.published
    if day is None:
        return None
    words = re.sub(r"\s+", "", (c.group("clock") or "").lower().replace(".", ":"))
    hour, minute = _hour(words)
    return TimeValue(
        f"{day.isoformat()}T{hour:02d}:{minute:02d}", 0.5, f"taken on {day}", "TIME", loose=True
    )


def _hour(words: str) -> tuple[int, int]:
    if words in {"noon", "midday", "midnight"}:
        return (0 if words == "midnight" else 12), 0
    digits = re.match(r"(\d\d?):?(\d\d)?", words)
    assert digits is not None
    hour, minute = int(digits.group(1)), int(digits.group(2) or 0)
    if "inthe" in words:
        # "4 in the morning", "7 in the evening".
        return hour % 12 + (0 if words.endswith("morning") else 12), minute
    return (hour % 12 + (12 if "p" in words else 0) if "m" in words else hour), minute


# "By year-end", "at the year's end": its last day.
_YEAR_END = re.compile(r"year(?:['’]s|-)?\s?end$", re.IGNORECASE)


def _rest_of(c: TimeContext) -> TimeValue | None:
    unit = c.group("unit") or ""
    if c.clock.is_history and c.clock.ref is not None:
        ref = c.clock.ref
        if unit == "month" and ref.month is not None:
            return TimeValue(
                f"{year_text(ref.year)}-{ref.month:02d}",
                0.6,
                "the month the text is at",
                loose=True,
            )
        return (
            TimeValue(year_text(ref.year), 0.6, "the year the text is at", loose=True)
            if unit == "year"
            else None
        )
    if c.published is None:
        return None
    value = shifted(c.published, unit, 0)
    if _YEAR_END.search(c.match.group(0)):
        value += "-12-31"
    return TimeValue(value, 0.6, f"against publication on {c.published}", loose=True)


LENGTHS: dict[str, Callable[[TimeContext], TimeValue | None]] = {
    "each": _each,
    "length": _length,
    "quarters": _quarters,
    "hyphened": _hyphened,
    "unit_long": _unit_long,
    "weekend": _weekend,
    "bare_season": _bare_season,
    "bare_quarter": _bare_quarter,
    "year_earlier": _year_before,
    "year_quarter": _year_quarter,
    "latest_period": _latest_period,
    "feast": feast,
    "clock": _clock,
    "rest_of": _rest_of,
    "span_of": _span_of,
    "loose": _loose,
    "set": _set,
    "the_unit": _the_unit,
    "units": _units,
}
