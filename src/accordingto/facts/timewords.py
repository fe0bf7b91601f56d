"""The patterns of English time expressions, made from the table of names beside this module."""

import re
from functools import cache
from typing import Any

import msgspec

from accordingto.tables import table


class TimeWords(msgspec.Struct, frozen=True):
    """Names with their numbers, and the compiled pattern of each kind of expression, in the order
    in which they are tried: an expression found early keeps its words from the later kinds."""

    weekdays: dict[str, int]
    months: dict[str, int]
    day_parts: dict[str, str]
    numbers: dict[str, int]
    seasons: dict[str, str]
    holidays: dict[str, str]
    quarters: dict[str, int]
    no_year_after: frozenset[str]
    no_year_hedges: frozenset[str]
    future_auxiliaries: frozenset[str]
    future_verbs: frozenset[str]
    patterns: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def time_words() -> TimeWords:
    """The table, read and compiled once."""
    words = table("accordingto.facts", "times.toml")
    return TimeWords(
        weekdays=words["weekdays"],
        months={**words["months"], **words["short_months"]},
        day_parts=words["day_parts"],
        numbers=words["numbers"],
        seasons=words["seasons"],
        holidays=words["holidays"],
        quarters=words["quarters"],
        no_year_after=frozenset(words["no_year"]["after"]),
        no_year_hedges=frozenset(words["no_year"]["hedges"]),
        future_auxiliaries=frozenset(words["future"]["auxiliaries"]),
        future_verbs=frozenset(words["future"]["verbs"]),
        patterns=tuple((name, re.compile(p, re.IGNORECASE)) for name, p in _patterns(words)),
    )


def _patterns(table: dict[str, Any]) -> list[tuple[str, str]]:
    weekday = "|".join(table["weekdays"])
    month = "|".join(table["months"]) + "|(?:" + "|".join(table["short_months"]) + r")\b\.?"
    part = "|".join(table["day_parts"])
    number = r"\d{1,3}|" + "|".join(table["numbers"])
    year = r"(?:1[5-9]|20)\d\d"
    day = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
    leading = rf"(?:(?:{weekday})\b,?\s+(?:the\s+)?)?"
    season = "|".join(table["seasons"])
    holiday = "|".join(table["holidays"])
    count = rf"(?P<count>{number})"
    return [
        ("iso", rf"\b(?P<year>{year})-(?P<month>0\d|1[0-2])-(?P<day>[0-2]\d|3[01])(?![\d-])"),
        (
            "numeric",
            rf"(?<![\w./])(?P<day>[0-2]?\d|3[01])(?P<mark>[./])(?P<month>[0-2]?\d|3[01])(?P=mark)(?P<year>{year})\b",
        ),
        (
            "day_month",
            rf"\b{leading}(?:the\s+(?=\d+[a-z]))?(?P<day>{day})(?:\s+of)?\s+(?P<month>{month})\b,?(?:\s+(?P<year>{year})\b)?"
            rf"(?:\s+(?P<part>{part})\b)?",
        ),
        (
            "month_day",
            rf"\b{leading}(?P<month>{month})\s+(?P<day>{day})\b(?!:)(?:,?\s+(?P<year>{year})\b)?"
            rf"(?:\s+(?P<part>{part})\b)?",
        ),
        ("month_year", rf"\b(?P<month>{month}),?\s+(?:of\s+)?(?P<year>{year})\b"),
        ("holiday", rf"\b(?P<holiday>{holiday}),?\s+(?:of\s+|in\s+)?(?P<year>{year})\b"),
        (
            "season",
            rf"\b(?:the\s+)?(?P<season>{season}),?\s+(?:of\s+)?(?P<year>{year})\b(?!\s*[-–/])",
        ),
        (
            "quarter",
            r"\b(?:the\s+)?(?:q(?P<number>[1-4])|(?P<quarter>first|second|third|fourth)[\s-]quarter)"
            rf",?\s+(?:of\s+)?(?P<year>{year})\b",
        ),
        ("decade", r"\b(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?(?P<decade>(?:1[5-9]|20)\d0)s\b"),
        (
            "near_day",
            rf"\b(?P<near>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|today|yesterday|tomorrow|tonight|overnight)\b(?:\s+(?P<part>{part})\b)?",
        ),
        ("this_part", rf"\b(?P<which>this|last)\s+(?P<part>{part})\b"),
        (
            "weekday",
            rf"\b(?:(?P<which>last|next|this|this past|this coming)\s+)?(?P<weekday>{weekday})\b"
            rf"(?:\s+(?P<part>{part})\b)?(?!s\b)",
        ),
        (
            "relative",
            r"\b(?:(?:earlier|later)\s+)?(?P<which>last|next|this|the\s+previous|the\s+past)\s+"
            r"(?P<unit>week|month|year)\b(?!\s*-)",
        ),
        (
            "ago",
            rf"\b(?:(?P<about>about|around|roughly|some)\s+)?{count}\s+(?P<unit>day|week|month|year)s?\s+(?P<way>ago|earlier)\b",
        ),
        (
            "month",
            rf"\b(?:(?P<which>last|next|this|early|late|mid)[\s-]+)?(?P<month>{month})(?=\W|$)",
        ),
        (
            "year",
            rf"(?:(?<![\w$£€.,/-])|(?<=\b{year}[-–/])|(?<=\bmid-)|(?<=\bpre-)|(?<=\bpost-))"
            rf"(?P<year>{year})\b(?![\w%]|[.,]\d|-(?!{year}\b))",
        ),
    ]
