"""Words without which an expression of a kind cannot be there: most patterns need not be run on
most paragraphs."""

import re
from collections.abc import Iterable
from typing import Any

# Stand for any digit, for three and four in a row, and for a hyphen, among a text's words.
DIGIT, THREE, YEAR, HYPHEN = "0", "000", "0000", "-"
_WORD = re.compile(r"[a-z]+")
_DIGITS = re.compile(r"\d{1,4}")

Triggers = dict[str, tuple[frozenset[str], ...]]


def words_of(text: str) -> frozenset[str]:
    """The runs of letters a to z in a text, in lower case; ``DIGIT``, ``THREE``, ``YEAR`` and
    ``HYPHEN`` where it has such."""
    found = set(_WORD.findall(text.casefold()))
    most = max((len(digits) for digits in _DIGITS.findall(text)), default=0)
    found.update(sign for sign in (DIGIT, THREE, YEAR) if len(sign) <= most)
    if "-" in text:
        found.add(HYPHEN)
    return frozenset(found)


def triggers(table: dict[str, Any]) -> Triggers:
    """By kind of expression the sets of words of each of which the text must have one."""
    units = frozenset({*table["units"], *(f"{unit}s" for unit in table["units"]), "centuries"})
    parts = _tellings(table["day_parts"])
    seasons = frozenset(table["seasons"])
    months = frozenset({*table["months"], *table["short_months"]})
    weekdays = frozenset(table["weekdays"])
    calendar = frozenset({"day", "week", "month", "year"})
    digit, year = frozenset({DIGIT}), frozenset({YEAR})
    feasts = _tellings(table["feasts"])
    beside = frozenset({"next", "following", "preceding", "previous"})
    return {
        "iso": (year,),
        "numeric": (year,),
        "bc": (digit, frozenset({"bc", "bce", "b"})),
        "first_day": (digit, months),
        "day_month": (digit, months),
        "month_day": (digit, months),
        "nth_day": (digit, frozenset({"th", "st", "nd", "rd"})),
        "week_of": (digit, months, frozenset({"week"})),
        "nth_weekday": (weekdays, months),
        "month_year": (year, months),
        "month_of": (months, frozenset({"year"})),
        "month": (months,),
        "holiday": (year, feasts),
        "feast": (feasts,),
        "season": (seasons,),
        "bare_season": (seasons,),
        "quarter": (frozenset({"quarter", "q"}),),
        "bare_quarter": (frozenset({"quarter", "half"}),),
        "latest_period": (frozenset({"latest"}), frozenset({"period"})),
        "quarters": (frozenset({"quarter", "quarters"}),),
        "year_quarter": (year, frozenset({"quarter", "period"})),
        "half": (frozenset({"half", "quarters"}),),
        "decade": (year, frozenset({"s"})),
        "decade_word": (frozenset(table["decades"]),),
        "century": (frozenset({"century"}),),
        "near_day": (frozenset({"today", "yesterday", "tomorrow", "tonight"}),),
        "this_part": (parts, frozenset({"this", "last"})),
        "weekday_of": (weekdays, frozenset({"week"})),
        "weekdays_ago": (frozenset(f"{day}s" for day in weekdays), frozenset({"ago"})),
        "weekdays": (frozenset({*weekdays, *(f"{day}s" for day in weekdays)}),),
        "weekday": (weekdays,),
        "relative": (frozenset({"week", "month", "year"}),),
        "same": (calendar | parts, frozenset({"that", "same"})),
        "beside": (calendar | parts | seasons, beside),
        "around": (calendar, frozenset({"before", "after", "following"})),
        "year": (year,),
        "year_end": (year,),
        "early_year": (frozenset({THREE}), frozenset({"in"})),
        "spelled_year": (frozenset({"eighteen", "nineteen", "thousand"}),),
        "ago": (
            units,
            frozenset({"ago", "now", "earlier", "later", "before", "after"})
            | {"afterwards", "afterward"},
        ),
        "year_earlier": (frozenset({"year"}), frozenset({"earlier", "ago", "period", "quarter"})),
        "each": (units, frozenset({"every", "each", "per"})),
        "length": (units,),
        "hyphened": (units, frozenset({HYPHEN})),
        "unit_long": (frozenset({HYPHEN}), units, frozenset({"long"})),
        "weekend": (frozenset({"weekend"}),),
        "clock": (frozenset({"midnight", "midday", "noon", "am", "pm", "m"})
                  | {"at", "gmt", "utc", "hours", "hrs", "local"},),
        "rest_of": (frozenset({"year", "month", "week", "yearend"}),),
        "span_of": (units,),
        "loose": (_tellings(p for phrases in table["loose"].values() for p in phrases),),
        "set": (frozenset(table["sets"]),),
        "the_unit": (units,),
        "units": (units,),
    }  # fmt: skip


def _tellings(phrases: Iterable[str]) -> frozenset[str]:
    """The longest word of each phrase."""
    return frozenset(max(_WORD.findall(phrase), key=len) for phrase in phrases)
