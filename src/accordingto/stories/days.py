"""Days that a report names, read quickly: ``Tuesday``, ``June 14``, ``14 June 2013``.

The facts stage reads times exactly; grouping has to do with a few microseconds a report.
"""

import re
from datetime import date, timedelta

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august",
           "september", "october", "november", "december")  # fmt: skip
_SHORT = {name[:3]: number for number, name in enumerate(_MONTHS, start=1)}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = {name: number for number, name in enumerate(_WEEKDAYS)}

_NAMES = "|".join(f"{name[:3].title()}|{name[:3].upper()}" for name in _MONTHS)
_MONTH = rf"({_NAMES})[A-Za-z]{{0,6}}\.?"
_DAY = r"(\d{1,2})(?:st|nd|rd|th|ST|ND|RD|TH)?"
_DATES = re.compile(
    # What no date begins with is passed over quickly.
    r"\b(?=[A-Z\dyt])(?:"
    rf"{_MONTH} {_DAY}\b(?:,? (\d{{4}})\b)?"
    rf"|{_DAY} {_MONTH}(?:,? (\d{{4}})\b)?"
    r"|(\d{4}) ?- ?(\d{2}) ?- ?(\d{2})\b"
    r"|(\d{1,2}) ?[./] ?(\d{1,2}) ?[./] ?((?:19|20)\d{2})\b"
    r"|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|(yesterday|[Tt]oday|tonight)\b)"
)
# What may be a year; and what it is a price, a share or a part of a longer number beside.
_YEAR = re.compile(r"(?:19[5-9]|20[0-3])\d")
_BEFORE, _AFTER = re.compile(r"[\d,.$£€]"), re.compile(r"\d|[,.]\d| ?%")
_NAMED = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
# How far into a text days are looked for, in characters, and how many are kept.
_FAR = 3000
_MOST = 12
# Where no day is given, a text is dated by what stands in its first characters.
_DATELINE = 300


def days_in(text: str, published: date | None) -> tuple[int, ...]:
    """Days (as ordinals) that the words name, in order of first naming.

    Without a day of publication only dates with a year count.
    """
    found: dict[int, None] = {}
    for match in _DATES.finditer(text, 0, _FAR):
        day = _day(match, published)
        if day is not None:
            found.setdefault(day)
            if len(found) == _MOST:
                break
    return tuple(found)


def first_full_date(text: str) -> date | None:
    """The first date with day, month and year in the dateline that a text may begin with."""
    for match in _DATES.finditer(text, 0, _DATELINE):
        m1, d1, y1, d2, m2, y2, y3, m3, d3, n1, n2, y4 = match.groups()[:12]
        made = None
        if y3:
            made = _made(int(y3), int(m3), int(d3))
        elif y4:
            made = _numeric(int(n1), int(n2), int(y4))
        elif m1 and y1:
            made = _made(int(y1), _SHORT[m1.lower()], int(d1))
        elif m2 and y2:
            made = _made(int(y2), _SHORT[m2.lower()], int(d2))
        if made is not None:
            return made
    return None


def weekdays_in(text: str) -> tuple[int, ...]:
    """The days of the week that a text names (Monday is 0), in order of first naming."""
    named = (match[1].lower() + "day" for match in _NAMED.finditer(text, 0, _FAR))
    return tuple(dict.fromkeys(_WEEKDAY[name] for name in named))


def latest_year(text: str) -> int | None:
    """The latest year that a text names: news does not look far ahead, so it is mostly its own."""
    years = (
        int(match.group())
        for match in _YEAR.finditer(text)
        if not _BEFORE.match(text, max(0, match.start() - 1), match.start())
        and not _AFTER.match(text, match.end())
    )
    return max(years, default=None)


def _day(match: re.Match[str], published: date | None) -> int | None:
    m1, d1, y1, d2, m2, y2, y3, m3, d3, n1, n2, y4, week, near = match.groups()
    if y3:
        made = _made(int(y3), int(m3), int(d3))
    elif y4:
        made = _numeric(int(n1), int(n2), int(y4))
    elif week:
        return None if published is None else _weekday(week.lower() + "day", published)
    elif near:
        return None if published is None else published.toordinal() - (near == "yesterday")
    else:
        month = _SHORT[(m1 or m2).lower()]
        made = _nearest(int(d1 or d2), month, y1 or y2, published)
    return made.toordinal() if made else None


def _weekday(name: str, published: date) -> int:
    """The last such day up to the day of publication."""
    back = (published.weekday() - _WEEKDAY[name]) % 7
    return published.toordinal() - back


def _nearest(day: int, month: int, year: str | None, published: date | None) -> date | None:
    if year:
        return _made(int(year), month, day)
    if published is None:
        return None
    made = _made(published.year, month, day)
    if made is not None and made > published + timedelta(days=150):
        return _made(published.year - 1, month, day)
    return made


def _numeric(one: int, two: int, year: int) -> date | None:
    """``27/09/2013`` and ``09/27/2013``; where either could be the month, no day is told."""
    if one > 12 or one == two:
        return _made(year, two, one)
    return _made(year, one, two) if two > 12 else None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
