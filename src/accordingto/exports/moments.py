"""Times as people read them: TIMEX values (``2024-W41``, ``2024-10-17TNI``) in plain English."""

import re
from datetime import date, timedelta

from accordingto.exports.wording import MONTHS, day

_WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?\Z")
_MONTH = re.compile(r"(\d{4})-(\d{2})\Z")
_PART = re.compile(r"(\d{4}-\d{2}-\d{2})T(NI|MO|AF|EV|DT)\Z")
_YEAR = re.compile(r"\d{4}\Z")
_DECADE = re.compile(r"(\d{3})X\Z")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI|Q1|Q2|Q3|Q4|H1|H2)\Z")
_PARTS = {
    "NI": "on the night of",
    "MO": "on the morning of",
    "AF": "on the afternoon of",
    "EV": "on the evening of",
    "DT": "in the daytime of",
}
_SEASONS = {
    "SP": "in the spring of",
    "SU": "in the summer of",
    "FA": "in the autumn of",
    "WI": "in the winter of",
    "Q1": "in the first quarter of",
    "Q2": "in the second quarter of",
    "Q3": "in the third quarter of",
    "Q4": "in the fourth quarter of",
    "H1": "in the first half of",
    "H2": "in the second half of",
}
_SATURDAY = 5


def moment(value: str) -> str:
    """A time with its preposition: "on 17 October 2024", "in the week of 7 October 2024", "on the
    night of 17 October 2024", "in 2023"; a value of another form as it is, behind "at"."""
    if found := _PART.match(value):
        return f"{_PARTS[found[2]]} {day(found[1])}"
    if found := _WEEK.match(value):
        return _week(int(found[1]), int(found[2]), end=bool(found[3])) or f"in {value}"
    if found := _MONTH.match(value):
        at = int(found[2])
        return f"in {MONTHS[at - 1]} {found[1]}" if 1 <= at <= len(MONTHS) else f"in {value}"
    if found := _SEASON.match(value):
        return f"{_SEASONS[found[2]]} {found[1]}"
    if found := _DECADE.match(value):
        return f"in the {found[1]}0s"
    if _YEAR.match(value):
        return f"in {value}"
    told = day(value) or value
    return f"on {told}" if told != value else f"at {value}"


def _week(year: int, number: int, *, end: bool) -> str | None:
    """The week by its Monday, the weekend by its Saturday; ``None`` where a year has no such."""
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    if end:
        return f"on the weekend of {day((monday + timedelta(_SATURDAY)).isoformat())}"
    return f"in the week of {day(monday.isoformat())}"
