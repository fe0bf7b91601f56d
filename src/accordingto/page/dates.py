"""Reading a date of publication from the words of a page.

``parse_date`` returns ISO 8601: a day (``2021-02-27``), or a moment to the second with the
offset where one was given. It abstains (``None``) where the words can be read in two ways.
"""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from typing import Any

from accordingto.tables import table

# No clock is read here, so that the same input gives the same output: a year outside these
# bounds is refused. The web has no page from before, and no news from after.
FIRST_YEAR = 1990
LAST_YEAR = 2049

_LONGEST = 300
_ISO = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([-/.])(\d{1,2})\2\s?(\d{1,2})(?!\d)"
    r"(?:\s*[T,\s]\s*(\d{1,2}:\d\d.*))?",
    re.DOTALL,
)
_COMPACT = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(?!\d)(.*)", re.DOTALL
)
_DIGIT = re.compile(r"\d")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_CJK = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?")
_VIETNAMESE = re.compile(r"(\d{1,2})\s+tháng\s+(\d{1,2}),?\s+(?:năm\s+)?(\d{4})", re.IGNORECASE)
_NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)")
# The signs for vowels in the scripts of India are no letters to Python.
_WORD_OR_NUMBER = re.compile(r"\d+|(?:[^\W\d_]|(?!\d)[\u0900-\u0dff])+")
_TIME = re.compile(
    r"(?<![\d/.-])(\d{1,2})(?:\s?[:.h時시]\s?(\d\d)(?![\d/])(?::(\d\d))?(?:[.,]\d{1,9})?)\s*(?:Uhr)?"
    r"\s*([ap]\.?m\b\.?)?\s*(?:([+-])(\d\d):?(\d\d)|\+(\d\d)(?![\d:.])"
    r"|\(?(?:UTC|GMT)\s?([+−-])(\d{1,2})(?::?(\d\d))?(?!\d)|\(?([A-ZМСК]{1,4})(?!\w))?",
    re.IGNORECASE,
)


@cache
def _data() -> dict[str, Any]:
    return table("accordingto.page", "dates.toml")


@cache
def _months() -> dict[str, int]:
    table: dict[str, int] = {}
    for names in _data()["months"].values():
        for number, forms in enumerate(names, 1):
            for form in forms.split():
                table.setdefault(form, number)
    return table


def is_month(word: str) -> bool:
    """True for a month's name, in any of the languages of the table."""
    return word.lower() in _months()


def parse_date(text: str, *, day_first: bool | None) -> str | None:
    """The first date in ``text`` as ISO 8601, or ``None``.

    ``day_first`` says how the document writes ``03/04/2021``: day first, month first, or not
    known (``None``), and then a date that could be either is refused.
    """
    text = text.strip()[:_LONGEST]
    if not _DIGIT.search(text) or _refused(text):
        return None
    if _EPOCH.fullmatch(text):
        return _epoch(text)
    for read in (_iso, _compact, _east_asian, _vietnamese, _named):
        found = read(text)
        if found is not None:
            return found
    return _numeric(text, day_first)


def day_order(text: str) -> bool | None:
    """How the first numeric date of ``text`` is ordered, where it can be only one way."""
    found = _NUMERIC.search(text[:_LONGEST])
    if found is None:
        return None
    first, second = int(found[1]), int(found[3])
    if first > 12 >= second:
        return True
    if second > 12 >= first:
        return False
    return None


def _refused(text: str) -> bool:
    low = text.lower()
    return any(word in low for word in _data()["refuse"]["words"])


def _epoch(text: str) -> str | None:
    moment = datetime.fromtimestamp(int(text[:10]), tz=UTC)
    return moment.isoformat() if FIRST_YEAR <= moment.year <= LAST_YEAR else None


def _iso(text: str) -> str | None:
    found = _ISO.search(text)
    if found is None:
        return None
    return _build(int(found[1]), int(found[3]), int(found[4]), found[5] or "")


def _compact(text: str) -> str | None:
    found = _COMPACT.fullmatch(text)
    if found is None:
        return None
    clock = f"{found[4]}:{found[5]}:{found[6] or '00'}{found[7]}" if found[4] else ""
    return _build(int(found[1]), int(found[2]), int(found[3]), clock)


def _east_asian(text: str) -> str | None:
    found = _CJK.search(text)
    if found is None:
        return None
    return _build(int(found[1]), int(found[2]), int(found[3]), text[found.end() :])


def _vietnamese(text: str) -> str | None:
    found = _VIETNAMESE.search(text)
    if found is None:
        return None
    return _build(int(found[3]), int(found[2]), int(found[1]), _around(text, *found.span()))


def _named(text: str) -> str | None:
    """Day, month's name and year in any of the orders in use."""
    words = list(_WORD_OR_NUMBER.finditer(text))
    for index, word in enumerate(words):
        month = _months().get(word[0].lower())
        if month is None:
            continue
        order = _neighbours(words, index)
        if order is None:
            continue
        day, year, first, last = order
        clock = _around(text, words[first].start(), words[last].end())
        found = _build(year, month, day, clock)
        if found is not None:
            return found
    return None


def _neighbours(words: list[re.Match[str]], index: int) -> tuple[int, int, int, int] | None:
    """(day, year, first, last) around a month's name at ``index``; first and last are indices."""

    def number(at: int) -> int | None:
        inside = 0 <= at < len(words) and words[at][0].isdecimal() and len(words[at][0]) <= 4
        return int(words[at][0]) if inside else None

    def skip(at: int, step: int) -> int:
        little = {"st", "nd", "rd", "th", "de", "of", "del", "d", "er", "e", "en"}
        while 0 <= at < len(words) and words[at][0].lower() in little:
            at += step
        return at

    before, after = skip(index - 1, -1), skip(index + 1, 1)
    day, year = number(before), number(after)
    if day is not None and year is not None and 1 <= day <= 31 and year >= FIRST_YEAR:
        return day, year, before, after
    if year is not None and 1 <= year <= 31:
        later = skip(after + 1, 1)
        value = number(later)
        if value is not None and value >= FIRST_YEAR:
            return year, value, index, later
        if day is not None and day >= FIRST_YEAR:
            return year, day, before, after
    return None


def _numeric(text: str, day_first: bool | None) -> str | None:
    found = _NUMERIC.search(text)
    if found is None:
        return None
    first, mark, second, year = int(found[1]), found[2], int(found[3]), int(found[4])
    if year < 100:
        year += 2000
    order = day_order(found[0])
    if order is None:
        # Full stops between the parts are a habit of countries that write the day first.
        order = True if mark == "." else day_first
    if order is None:
        if first != second:
            return None
        order = True
    day, month = (first, second) if order else (second, first)
    return _build(year, month, day, _around(text, *found.span()))


def _around(text: str, start: int, end: int) -> str:
    """Where the clock time may stand: after the date, else before it. That of a later change is
    not the date's."""
    changed = _changed().search(text, end)
    after = text[end : min(end + 60, changed.start() if changed else end + 60)]
    return after if _TIME.search(after) else text[max(0, start - 30) : start]


@cache
def _changed() -> re.Pattern[str]:
    said = _data()["changed"]
    # Scripts without capitals may write what goes before and behind without a blank.
    apart = [w for w in said["words"] if w.upper() != w]
    glued = [w for w in said["words"] if w.upper() == w]
    words, within, labels = (
        "|".join(map(re.escape, some)) for some in (apart, glued, said["labels"])
    )
    return re.compile(rf"(?<!\w)(?:(?:{words})(?!\w)|(?:{labels})\s?:)|{within}", re.IGNORECASE)


def change_in(text: str) -> int:
    """Where the words for a last change begin in a line with figures; -1 where there are none."""
    found = _changed().search(text[:_LONGEST]) if _DIGIT.search(text) else None
    return found.start() if found else -1


def _build(year: int, month: int, day: int, clock: str) -> str | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        calendar = date(year, month, day)
    except ValueError:
        return None
    found = _TIME.search(clock)
    if found is None:
        return calendar.isoformat()
    moment = _moment(calendar, found)
    return moment.isoformat() if moment is not None else calendar.isoformat()


def _moment(calendar: date, found: re.Match[str]) -> datetime | None:
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    half = (found[4] or "").lower().replace(".", "")
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    moment = datetime(calendar.year, calendar.month, calendar.day, hour, minute, second)
    offset = _offset(found, calendar)
    return moment if offset is None else moment.replace(tzinfo=timezone(timedelta(minutes=offset)))


def _offset(found: re.Match[str], day: date) -> int | None:
    """Minutes east of Greenwich. "ET" and the like mean summer time in summer."""
    sign, hours, minutes = _written(found)
    if sign:
        total = int(hours) * 60 + int(minutes or 0)
        if total > 14 * 60:
            return None
        return total if sign == "+" else -total
    zones: dict[str, int] = _data()["zones"]
    named = (found[12] or "").upper()
    if named in _data()["american"]:
        return int(_data()["american"][named]) + (60 if _is_american_summer(day) else 0)
    return zones.get(named)


def _written(found: re.Match[str]) -> tuple[str, str, str]:
    """Sign, hours and minutes of an offset in figures: "+03:00", "+03", "GMT+3"."""
    if found[5]:
        return found[5], found[6], found[7]
    if found[8]:
        return "+", found[8], ""
    return found[9] or "", found[10] or "", found[11] or ""


def _is_american_summer(day: date) -> bool:
    """From the second Sunday of March to the first of November, the rule since 2007."""
    if day.year < 2007:
        return False
    march, november = date(day.year, 3, 8), date(day.year, 11, 1)
    first = march + timedelta(days=6 - march.weekday())
    last = november + timedelta(days=6 - november.weekday())
    return first <= day < last
