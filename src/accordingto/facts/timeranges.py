"""The second day of "April 6-7" and "April 6 and 7"."""

import datetime as dt
import re
from collections.abc import Sequence

import msgspec

from accordingto.facts.timecontext import TimeValue
from accordingto.facts.timeforms import TO, YEAR
from accordingto.records.facts import Time
from accordingto.records.span import Span

_SECOND = re.compile(
    rf"{TO}(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
    rf"(?![\w:%-]|[.,]\d)(?:,?\s+{YEAR}\b)?"
)
# "On April 6 and 7 men were held": behind "and" a number may count what follows it.
_ENDS = re.compile(r"[.,;)]|$|\s+(?:in|at|of|the|this|last|next|to|for|as|by|on|when|after)\b")


_JOINED = re.compile(r"\s+(?:and|to|until|or)\s+(?:at\s+)?")
_CLOCK = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d$")
_NIGHT = re.compile(
    r"\b(?:(?:the\s+)?night\s+(?:of|from|between)|overnight(?:\s+on)?)\s+$", re.IGNORECASE
)
_OTHER_DAY = re.compile(rf"{TO}\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+[A-Z][a-z]+(?:,?\s+{YEAR}\b)?")


def night_of(text: str, block: Span, first: Span, value: str) -> tuple[Span, str] | None:
    """ "The night of 3-4 June", "the night of 31 May to 1 June": that of the first day."""
    lead = _NIGHT.search(text[max(block.start, first.start - 24) : first.start])
    other = _OTHER_DAY.match(text, first.end, block.end)
    if lead is None or other is None or "T" in value:
        return None
    return Span(first.start - len(lead.group(0)), other.end()), f"{value}TNI"


def with_shared_day(text: str, times: Sequence[tuple[Time, bool]]) -> list[tuple[Time, bool]]:
    """ "Between midnight and 5am on Thursday": a clock time that was taken on some day has that of
    the one it is joined to. Each time comes with whether it is a loose one; in text order."""
    found = list(times)
    for at in range(len(found) - 1, 0, -1):
        (time, loose), (other, other_loose) = found[at - 1], found[at]
        if not loose or other_loose or "T" not in other.value or "T" not in time.value:
            continue
        if _JOINED.fullmatch(text[time.span.end : other.span.start]) and _CLOCK.search(time.value):
            value = other.value.split("T")[0] + "T" + time.value.split("T")[1]
            reasons = ("on the day of the time it is joined to",)
            shared = msgspec.structs.replace(time, value=value, score=0.7, reasons=reasons)
            found[at - 1] = (shared, False)
    return found


def second_day(
    text: str, block: Span, match: re.Match[str], first: TimeValue
) -> tuple[Span, str] | None:
    """The number behind the first day of a month, with its own day as TIMEX value."""
    second = _SECOND.match(text, match.end(), block.end)
    if second is None or _ENDS.match(text, second.end(), block.end) is None:
        return None
    try:
        begun = dt.date.fromisoformat(first.value)
        day = begun.replace(day=int(second["day"]))
    except ValueError:
        return None
    return (Span(second.start("day"), second.end()), day.isoformat()) if day > begun else None
