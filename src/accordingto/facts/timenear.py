"""Days counted from that of publication: yesterday, tonight, this morning, two Fridays ago."""

import datetime as dt
import re

from accordingto.facts.timecontext import TimeContext, TimeValue
from accordingto.facts.timecount import number

_FIGURE = re.compile(r"\b(?:an?|our|their|better|brighter|new)\s+$", re.IGNORECASE)

_NEAR_DAYS = {
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}


def near_day(c: TimeContext) -> TimeValue | None:
    """ "Yesterday morning", "tonight"."""
    if c.published is None:
        return None
    near = " ".join((c.group("near") or "").split())
    if _FIGURE.search(c.match.string[max(0, c.match.start() - 20) : c.match.start()]):
        # "A better tomorrow".
        return None
    if c.clock.is_history and near == "today":
        return TimeValue("PRESENT_REF", 0.5, "today in a history is no day", loose=True)
    shift = _NEAR_DAYS.get(near, 0)
    suffix = c.words.day_parts.get(c.group("part") or "", "TNI" if near == "tonight" else "")
    value = (c.published + dt.timedelta(days=shift)).isoformat() + suffix
    return TimeValue(value, 0.9, f"'{near}' against publication on {c.published}")


def this_part(c: TimeContext) -> TimeValue | None:
    """ "This morning", "last night"."""
    if c.published is None:
        return None
    part = c.group("part") or ""
    shift = -1 if c.group("which") == "last" else 0
    value = (c.published + dt.timedelta(days=shift)).isoformat() + c.words.day_parts[part]
    return TimeValue(value, 0.8, f"against publication on {c.published}")


def weekday_of(c: TimeContext) -> TimeValue | None:
    """ "Tuesday last week", "Monday of next week"."""
    if c.published is None:
        return None
    wanted = c.words.weekdays[c.group("weekday") or ""]
    shift = {"last": -7, "next": 7}.get(c.group("which") or "", 0)
    day = c.published + dt.timedelta(days=shift + wanted - c.published.weekday())
    return TimeValue(day.isoformat(), 0.85, f"in a week counted from publication on {c.published}")


def weekdays_ago(c: TimeContext) -> TimeValue | None:
    """ "Two Fridays ago"."""
    count = number(c, c.group("count") or "")
    if c.published is None or count is None:
        return None
    back = (c.published.weekday() - c.words.weekdays[c.group("weekday") or ""]) % 7 or 7
    day = c.published - dt.timedelta(days=back + 7 * (int(count) - 1))
    return TimeValue(day.isoformat(), 0.8, f"counted from publication on {c.published}")
