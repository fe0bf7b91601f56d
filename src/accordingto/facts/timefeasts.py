"""Feasts: their days, and what one named without its year means."""

import datetime as dt

from accordingto.facts.timecontext import TimeContext, TimeValue


def feast(c: TimeContext) -> TimeValue | None:
    """ "At Christmas": the nearest such feast, which a text without the year leaves loose."""
    day = c.words.feasts[c.group("feast") or ""]
    if not c.match.group("feast")[0].isupper():
        return None
    year = c.clock.year_of(None)
    if year is None or year < 1:
        if c.published is None:
            return None
        year = c.published.year
    found = feast_day(day, year)
    if c.published is not None and not c.clock.is_history:
        last = c.group("which") == "last" or (not c.ahead and (found - c.published).days > 60)
        found = feast_day(day, year - 1) if last and found >= c.published else found
    return TimeValue(found.isoformat(), 0.6, "a feast without its year", loose=True)


def feast_day(rule: tuple[int, ...], year: int) -> dt.date:
    """The day of a feast: (month, day), (month, weekday, which, days later) or (0, days from
    Easter)."""
    if len(rule) == 2 and rule[0]:
        return dt.date(year, rule[0], rule[1])
    if len(rule) == 2:
        return easter(year) + dt.timedelta(days=rule[1])
    month, weekday, which = rule[:3]
    if which < 0:
        last = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
        return last - dt.timedelta(days=(last.weekday() - weekday) % 7)
    first = dt.date(year, month, 1)
    later = sum(rule[3:])
    return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1) + later)


def easter(year: int) -> dt.date:
    """Easter Sunday by the Gregorian computus (Meeus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)
