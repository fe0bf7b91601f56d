"""The second day of "April 6-7" and "April 6 and 7"."""

import datetime as dt
import re

from accordingto.facts.timecontext import TimeValue
from accordingto.facts.timeforms import TO, YEAR
from accordingto.records.span import Span

_SECOND = re.compile(
    rf"{TO}(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
    rf"(?![\w:%-]|[.,]\d)(?:,?\s+{YEAR}\b)?"
)
# "On April 6 and 7 men were held": behind "and" a number may count what follows it.
_ENDS = re.compile(r"[.,;)]|$|\s+(?:in|at|of|the|this|last|next|to|for|as|by|on|when|after)\b")


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
