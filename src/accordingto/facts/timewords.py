"""The patterns of English time expressions, made from the table of names beside this module."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec


class TimeWords(msgspec.Struct, frozen=True):
    """Names with their numbers, and the compiled pattern of each kind of expression, in the order
    in which they are tried: an expression found early keeps its words from the later kinds."""

    weekdays: dict[str, int]
    months: dict[str, int]
    day_parts: dict[str, str]
    numbers: dict[str, int]
    future_auxiliaries: frozenset[str]
    future_verbs: frozenset[str]
    patterns: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def time_words() -> TimeWords:
    """The table, read and compiled once."""
    source = files("accordingto.facts") / "data" / "times.toml"
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    return TimeWords(
        weekdays=table["weekdays"],
        months={**table["months"], **table["short_months"]},
        day_parts=table["day_parts"],
        numbers=table["numbers"],
        future_auxiliaries=frozenset(table["future"]["auxiliaries"]),
        future_verbs=frozenset(table["future"]["verbs"]),
        patterns=tuple((name, re.compile(p, re.IGNORECASE)) for name, p in _patterns(table)),
    )


def _patterns(table: dict[str, Any]) -> list[tuple[str, str]]:
    weekday = "|".join(table["weekdays"])
    month = "|".join(table["months"]) + "|(?:" + "|".join(table["short_months"]) + r")\b\.?"
    part = "|".join(table["day_parts"])
    number = r"\d{1,3}|" + "|".join(table["numbers"])
    year = r"(?:1[5-9]|20)\d\d"
    day = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
    leading = rf"(?:(?:{weekday})\b,?\s+(?:the\s+)?)?"
    clock = r"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?"
    return [
        ("iso", rf"\b(?P<year>{year})-(?P<month>0\d|1[0-2])-(?P<day>[0-2]\d|3[01])\b"),
        (
            "numeric",
            rf"\b(?P<day>[0-2]?\d|3[01])[./](?P<month>0?\d|1[0-2])[./](?P<year>{year})\b",
        ),
        (
            "day_month",
            rf"\b{leading}(?P<day>{day})(?:\s+of)?\s+(?P<month>{month})\b,?(?:\s+(?P<year>{year})\b)?"
            rf"(?:\s+(?P<part>{part})\b)?",
        ),
        (
            "month_day",
            rf"\b{leading}(?P<month>{month})\s+(?P<day>{day})\b(?!:)(?:,?\s+(?P<year>{year})\b)?"
            rf"(?:\s+(?P<part>{part})\b)?",
        ),
        ("month_year", rf"\b(?P<month>{month}),?\s+(?:of\s+)?(?P<year>{year})\b"),
        ("decade", r"\b(?:the\s+)?(?P<decade>(?:1[5-9]|20)\d0)s\b"),
        (
            "near_day",
            rf"\b(?P<near>today|yesterday|tomorrow|tonight|overnight)\b(?:\s+(?P<part>{part})\b)?",
        ),
        ("this_part", rf"\b(?P<which>this|last)\s+(?P<part>{part})\b"),
        (
            "clock_weekday",
            rf"\b{clock}\s*(?P<half>[ap]\.?m\b\.?)\s+(?:on\s+)?(?P<weekday>{weekday})\b",
        ),
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
            rf"\b(?P<count>{number})\s+(?P<unit>day|week|month|year)s?\s+(?P<way>ago|earlier)\b",
        ),
        (
            "month",
            rf"\b(?:(?P<which>last|next|this|early|late|mid)[\s-]+)?(?P<month>{month})(?=\W|$)",
        ),
        ("year", rf"(?<![\w$£€.,/-])(?P<year>{year})\b(?![\w%-]|[.,]\d)"),
    ]
