"""The value of a year, a part of one, or of many."""

import re
from collections.abc import Callable

from accordingto.facts.timecontext import TimeContext, TimeValue, year_text
from accordingto.facts.timecount import number
from accordingto.facts.timefeasts import feast_day


def _holiday(c: TimeContext) -> TimeValue | None:
    rule = c.words.feasts[" ".join((c.group("holiday") or "").split())]
    day = feast_day(rule, int(c.group("year") or 0))
    return TimeValue(day.isoformat(), 0.9, "a feast with its year")


def _season(c: TimeContext) -> TimeValue | None:
    season = c.words.seasons[c.group("season") or ""]
    year = c.group("year") or c.whose_year("which")
    return TimeValue(f"{year}-{season}", 0.9, "a season with its year") if year else None


def _quarter(c: TimeContext) -> TimeValue | None:
    number = c.group("number") or c.words.quarters[c.group("quarter") or ""]
    year = c.group("year") or c.whose_year("which")
    return TimeValue(f"{year}-Q{number}", 0.8, "a quarter with its year") if year else None


def _decade(c: TimeContext) -> TimeValue | None:
    return TimeValue((c.group("decade") or "")[:3] + "X", 1.0, "a decade")


def _year(c: TimeContext) -> TimeValue | None:
    if _is_number(c):
        return None
    return TimeValue(c.group("year") or "", 0.9, "four digits that read as a year")


def _is_number(c: TimeContext) -> bool:
    """ "Resolution 1973", "some 2014 soldiers": four digits that are no year."""
    text, start, end = c.match.string, c.match.start(), c.match.end()
    lead = text[max(0, start - 16) : start].lower().split()
    if not lead:
        return False
    if lead[-1] in c.words.no_year_after:
        return True
    following = re.match(r"\s+([a-z]+)", text[end : end + 24])
    counts = following is not None and following.group(1).endswith(("s", "people", "men", "women"))
    plain = counts and following is not None and following.group(1) not in _NO_NOUNS
    return plain and lead[-1] in c.words.no_year_hedges


_NO_NOUNS = frozenset({"was", "is", "has", "as", "his", "its", "this", "saw", "does", "sees"})


def _bc(c: TimeContext) -> TimeValue | None:
    value = year_text(-int(c.group("year") or 0))
    month = f"-{c.month():02d}" if c.group("month") else ""
    return TimeValue(value + month, 1.0, "a year before Christ")


def _half(c: TimeContext) -> TimeValue | None:
    year = int(c.group("year") or 0) or c.whose_year("which")
    half = "1" if c.group("half") in {"first", None} else "2"
    return TimeValue(f"{year}-H{half}", 0.8, "half of a year") if year else None


def _year_end(c: TimeContext) -> TimeValue | None:
    """The second year of "1914-18"."""
    first = int(c.match.string[c.match.start() - 5 : c.match.start() - 1])
    year = first // 100 * 100 + int(c.group("short") or 0)
    return (
        TimeValue(f"{year:04d}", 0.8, "the end of a range of years")
        if first < year < first + 60
        else None
    )


def _early_year(c: TimeContext) -> TimeValue | None:
    if not c.clock.is_history:
        return None
    year = int(c.group("year") or 0)
    sign = -1 if c.clock.ref is not None and c.clock.ref.year < 0 else 1
    return TimeValue(year_text(sign * year), 0.7, "digits that read as a year in a history")


def _spelled_year(c: TimeContext) -> TimeValue | None:
    if c.group("century") is None:
        return TimeValue("2000", 0.9, "a year in words")
    low = (c.group("low") or "").replace("oh", "").strip(" -")
    count = number(c, low)
    century = c.words.numbers[c.group("century") or ""]
    within = c.group("within") or ""
    part = f"-{c.words.months[within]:02d}" if within in c.words.months else ""
    part = part or (f"-{c.words.seasons[within]}" if within else "")
    return TimeValue(f"{century * 100 + int(count or 0):04d}{part}", 0.8, "a year in words")


def _decade_word(c: TimeContext) -> TimeValue | None:
    lead = c.match.group(0).lower()
    if not lead.startswith(("the", "nineteen", "early", "mid", "late")):
        return None
    if re.search(
        r"\b(?:his|her|their|my)\s+(?:\w+\s+)?$",
        c.match.string[max(0, c.match.start() - 16) : c.match.start()],
    ):
        return None
    return TimeValue(
        f"19{c.words.decades[c.group('word') or '']}X", 0.6, "a decade of the last century"
    )


def _century(c: TimeContext) -> TimeValue | None:
    number = int(c.group("number") or 0) or c.words.ordinals[c.group("ordinal") or ""]
    if c.group("bc"):
        return TimeValue(f"BC{number - 1:02d}", 0.8, "a century", loose=True)
    return TimeValue(f"{number - 1:02d}", 0.9, "a century", loose=True)


YEARS: dict[str, Callable[[TimeContext], TimeValue | None]] = {
    "holiday": _holiday,
    "season": _season,
    "quarter": _quarter,
    "decade": _decade,
    "year": _year,
    "bc": _bc,
    "half": _half,
    "year_end": _year_end,
    "early_year": _early_year,
    "spelled_year": _spelled_year,
    "decade_word": _decade_word,
    "century": _century,
}
