"""What a resolver of times is given, and gives."""

import datetime as dt
import re
from typing import Literal

import msgspec

from accordingto.facts.timeanchor import TextClock, year_text
from accordingto.facts.timewords import TimeWords
from accordingto.records.facts import TimeType

__all__ = ["Tense", "TimeContext", "TimeValue", "shifted", "year_text"]

Tense = Literal["past", "future", ""]
_UNIT_DAYS = {"day": 1, "week": 7}


class TimeValue(msgspec.Struct, frozen=True):
    """A TIMEX3 value. ``loose`` is true where the words name no point or unit of the calendar."""

    value: str
    score: float
    reason: str
    type: TimeType | None = None
    loose: bool = False


class TimeContext(msgspec.Struct, frozen=True):
    """What a resolver may look at: the match, where the text is in time, the tense of the verb
    over it, the words."""

    match: re.Match[str]
    clock: TextClock
    tense: Tense
    words: TimeWords

    @property
    def published(self) -> dt.date | None:
        return self.clock.published

    @property
    def ahead(self) -> bool:
        return self.tense == "future"

    @property
    def past(self) -> bool:
        return self.tense == "past"

    def group(self, name: str) -> str | None:
        """What a named group matched, lower case; ``None`` where the pattern has no such group."""
        value = self.match.groupdict().get(name)
        return value.lower() if value else None

    def month(self) -> int:
        return self.words.months[(self.group("month") or "").rstrip(".")]

    def unit_name(self, unit: str) -> str:
        """The singular of a unit."""
        if unit in self.words.units:
            return unit
        return "century" if unit == "centuries" else unit.removesuffix("s")

    def told_year(self, month: int) -> int | None:
        """The year that the words give a month ("of that year"), or that a history is at."""
        if self.group("whose"):
            return self.whose_year("whose")
        return self.clock.year_of(month)

    def whose_year(self, group: str) -> int | None:
        """The year of "last year", "that year" and the like."""
        whose = (self.group(group) or "").split()[-1]
        if whose in {"this", "last", "next"}:
            shift = {"last": -1, "next": 1}.get(whose, 0)
            return self.published.year + shift if self.published is not None else None
        shift = {"following": 1, "previous": -1}.get(whose, 0)
        return self.clock.ref.year + shift if self.clock.ref is not None else None

    def ref_day(self) -> dt.date | None:
        """The day the text has named last."""
        ref = self.clock.ref
        return ref.date() if ref is not None else None

    def is_named_thing(self, group: str) -> bool:
        """True where a capital, or a name behind it, makes the word part of a name."""
        word = self.match.group(group)
        after = re.match(
            r"\s+([A-Z][a-z]+)", self.match.string[self.match.end() : self.match.end() + 20]
        )
        return word[0].isupper() and after is not None


def shifted(anchor: dt.date, unit: str, shift: int) -> str:
    """The day, ISO week, month or year that lies ``shift`` such units from ``anchor``."""
    if unit in {"year", "decade", "century"}:
        return f"{anchor.year + shift * {'decade': 10, 'century': 100}.get(unit, 1):04d}"
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + shift
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    day = anchor + dt.timedelta(days=shift * {**_UNIT_DAYS, "fortnight": 14}[unit])
    if unit == "day":
        return day.isoformat()
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"
