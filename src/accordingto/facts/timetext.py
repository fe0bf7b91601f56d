"""Times counted from a date that the text has named: "the next day", "two weeks later"."""

import datetime as dt
from collections.abc import Callable

from accordingto.facts.timeanchor import Ref
from accordingto.facts.timecontext import TimeContext, TimeValue, shifted, year_text
from accordingto.facts.timecount import number

_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}


def _same(c: TimeContext) -> TimeValue | None:
    """ "That day", "later the same month", "that night"."""
    return _beside_ref(c, 0)


def _beside(c: TimeContext) -> TimeValue | None:
    """ "The next day", "the following year", "the previous month"."""
    which = (c.group("which") or "").split()[-1]
    return _beside_ref(c, -1 if which in {"previous", "preceding"} else 1)


def _around(c: TimeContext) -> TimeValue | None:
    """ "The day before", "the year after": only where the words end there."""
    following = c.match.string[c.match.end() : c.match.end() + 2]
    way = c.group("way") or ""
    if following[:1] not in {".", ",", ";", ":", ")", ""} and way != "following":
        return None
    return _beside_ref(c, -1 if way == "before" else 1)


def _shift(c: TimeContext) -> TimeValue | None:
    """ "Two days later", "a year earlier"."""
    count = number(c, c.group("count") or "") or 0
    back = (c.group("way") or "") in {"earlier", "before"}
    return _value(c, c.unit_name(c.group("unit") or ""), -int(count) if back else int(count))


def _beside_ref(c: TimeContext, step: int) -> TimeValue | None:
    unit = c.group("unit") or ""
    part = c.words.day_parts.get(unit)
    if part is not None:
        day = _value(c, "day", step)
        if day is None or len(day.value) < 10:
            return None
        return TimeValue(day.value + part, 0.6, day.reason, "TIME")
    if unit in c.words.seasons:
        year = _value(c, "year", step)
        return year and TimeValue(f"{year.value}-{c.words.seasons[unit]}", 0.6, year.reason)
    return _value(c, unit, step)


def _value(c: TimeContext, unit: str, step: int) -> TimeValue | None:
    ref = c.clock.ref
    if ref is None:
        return None
    value = moved(ref, unit, step)
    return (
        TimeValue(value, 0.6, f"counted from {_named(ref)}, which the text names before")
        if value
        else None
    )


def moved(ref: Ref, unit: str, step: int) -> str | None:
    """The unit that lies ``step`` units from a named date; ``None`` where that is less exact."""
    if unit in {"year", "decade", "century"}:
        return year_text(ref.year + step * {"decade": 10, "century": 100}.get(unit, 1))
    if unit == "month":
        if ref.month is None:
            return None
        months = ref.year * 12 + ref.month - 1 + step
        return f"{year_text(months // 12)}-{months % 12 + 1:02d}"
    day = ref.date()
    if day is None:
        if ref.month is not None and ref.year > 0:
            return f"{ref.year:04d}-{ref.month:02d}-XX" if step == 0 else None
        return None
    if unit in {"week", "fortnight"} and step and abs(step) > 0:
        return (day + dt.timedelta(days=step * (14 if unit == "fortnight" else 7))).isoformat()
    try:
        return shifted(day, unit, step)
    except (OverflowError, KeyError):
        return None


def _named(ref: Ref) -> str:
    parts = [year_text(ref.year), *(f"{part:02d}" for part in (ref.month, ref.day) if part)]
    return "-".join(parts)


TEXT: dict[str, Callable[[TimeContext], TimeValue | None]] = {
    "same": _same,
    "beside": _beside,
    "around": _around,
    "shift": _shift,
}
