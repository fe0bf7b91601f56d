"""What a time without a year or day of its own is counted from: publication, or the date that the
text itself is at."""

import datetime as dt
import re

import msgspec

from accordingto.records.reading import Reading

_VALUE = re.compile(
    r"(?P<bc>BC)?(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-Q(?P<quarter>\d))?"
)
_YEAR = re.compile(r"(?<![\w$£€.,/-])(?:1[0-9]|20)\d\d(?![\w%]|[.,]\d)|\d(?:\s?B\.?C)\b")
_DEICTIC = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:last|this|next)\s+(?:week|month|year))\b",
    re.IGNORECASE,
)
# How many dates of a text must lie years before publication before it is taken as history.
_LEAST_DISTANT = 3
_DISTANT_A_DEICTIC = 4
_DISTANT_YEARS = 2
# A month named this much earlier in the year than the one before it is the next year's.
_ROLL_MONTHS = 9
# Kinds of expression that are counted from publication: in a history they move nothing.
_FROM_PUBLICATION = frozenset(
    {"near_day", "this_part", "weekday", "relative", "ago", "weekend", "clock"}
)
_QUARTERS = frozenset({"quarter", "bare_quarter"})
_CURRENT_QUARTERS = 2
# How many characters a quarter is remembered for "a year ago".
_NEAR_QUARTER = 400


class Ref(msgspec.Struct, frozen=True):
    """A date the text has named: ``year`` is negative before Christ, ``quarter`` set for one."""

    year: int
    month: int | None = None
    day: int | None = None
    quarter: int | None = None

    def date(self) -> dt.date | None:
        """The day, where the text named one."""
        if self.month is None or self.day is None or self.year < 1:
            return None
        return dt.date(self.year, self.month, self.day)


class TextClock:
    """Where the text has got to in time while its expressions are read in order.

    ``published`` is the day of publication or ``None``. ``is_history`` is true where the text
    tells of years long before it: dates without a year then belong to the year named last.
    """

    def __init__(self, published: dt.date | None, is_history: bool) -> None:
        self.published = published
        self.is_history = is_history
        self.ref: Ref | None = None
        self.quarter: Ref | None = None
        self.since_quarter = 0
        self._named: dict[tuple[int, int], int] = {}

    def saw(self, value: str, start: int, kind: str) -> None:
        """Moves on to a value that stands at ``start``; ``kind`` is that of its pattern."""
        match = _VALUE.match(value)
        if match is None or (self.is_history and kind in _FROM_PUBLICATION):
            return
        sign = -1 if match.group("bc") else 1
        month, day, quarter = (
            int(match.group(g) or 0) or None for g in ("month", "day", "quarter")
        )
        ref = Ref(sign * int(match.group("year")), month, day, quarter)
        if self.published is not None and self.is_history and ref.year > self.published.year:
            return
        self.ref = ref
        if month is not None and day is not None:
            self._named.setdefault((month, day), ref.year)
        if quarter is not None and kind in _QUARTERS and self._is_current(ref):
            self.quarter, self.since_quarter = ref, start

    def year_named(self, month: int, day: int) -> int | None:
        """The year in which the text has put this day before."""
        return self._named.get((month, day))

    def _is_current(self, ref: Ref) -> bool:
        """Whether a quarter is the one that news of the day of publication is about."""
        if self.published is None or ref.quarter is None:
            return self.published is None
        now = self.published.year * 4 + (self.published.month - 1) // 3
        return abs(ref.year * 4 + ref.quarter - 1 - now) <= _CURRENT_QUARTERS

    def quarter_is_near(self, start: int) -> bool:
        """Whether the text has named a quarter shortly before ``start``."""
        return self.quarter is not None and start - self.since_quarter <= _NEAR_QUARTER

    def year_of(self, month: int | None) -> int | None:
        """In a history, the year of a month or season named without one."""
        if not self.is_history or self.ref is None:
            return None
        rolls = month is not None and self.ref.month is not None
        if rolls and (self.ref.month or 0) - (month or 0) >= _ROLL_MONTHS:
            return self.ref.year + 1
        return self.ref.year


def year_text(year: int) -> str:
    """Four digits, with "BC" before them where the year is negative."""
    return f"BC{-year:04d}" if year < 0 else f"{year:04d}"


def text_clock(text: str, reading: Reading, published: dt.date | None) -> TextClock:
    """The clock at the beginning of the text."""
    return TextClock(published, published is not None and _is_history(text, reading, published))


def _is_history(text: str, reading: Reading, published: dt.date) -> bool:
    """Histories name years long past, and hardly a day by its distance from today."""
    distant = deictic = 0
    for block in reading.blocks:
        for match in _YEAR.finditer(text, block.start, block.end):
            year = match.group(0)
            distant += not year.isdigit() or int(year) < published.year - _DISTANT_YEARS
        deictic += sum(1 for _ in _DEICTIC.finditer(text, block.start, block.end))
    return distant >= _LEAST_DISTANT and distant > _DISTANT_A_DEICTIC * deictic
