"""Days beside that of publication: yesterday, tonight, this morning."""

import datetime as dt
import re

from accordingto.facts.timecontext import TimeContext, TimeValue

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
