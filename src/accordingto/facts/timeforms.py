"""Patterns of expressions that name a point or unit of the calendar."""

import re
from typing import Any

YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
# Between two days of one month.
TO = r"(?:\s?[-–—]\s?|\s+(?:to|and|or)\s+)"
# A comma between the parts of a date, with blanks as old wires and tokenised texts leave them.
_GAP = r"\s*,?\s+"
_WHOSE = (
    r"(?:\s+(?:of\s+)?(?P<whose>that|the\s+same|this|last|next|the\s+following|the\s+previous)"
    r"\s+year\b)?"
)


def any_of(words: Any) -> str:
    """The words as alternatives, the longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def calendar_forms(table: dict[str, Any]) -> list[tuple[str, str]]:
    """(name, pattern) in the order in which they are tried."""
    month = any_of(table["months"]) + "|(?:" + any_of(table["short_months"]) + r")\b\.?"
    weekday = any_of(table["weekdays"])
    return [
        *_dates(table, weekday, month),
        *_spelled(table),
        *_parts_of_years(table, month),
        *_from_today(table, weekday),
        *_from_text(table),
        (
            "month",
            rf"\b(?:(?P<which>last|next|this|early|late|mid|that|the\s+previous|the\s+following)[\s-]+)?(?P<month>{month})(?=\W|$){_WHOSE}",
        ),
        *_years(table),
    ]


def _dates(table: dict[str, Any], weekday: str, month: str) -> list[tuple[str, str]]:
    part = any_of(table["day_parts"])
    leading = rf"(?:(?:{weekday})\b{_GAP}(?:the\s+)?)?"
    end = rf"(?:\s+(?P<part>{part})\b)?"
    return [
        ("iso", rf"\b(?P<year>{YEAR})-(?P<month>0\d|1[0-2])-(?P<day>[0-2]\d|3[01])(?![\d-])"),
        (
            "numeric",
            rf"(?<![\w./])(?P<day>[0-2]?\d|3[01])(?P<mark>[./])(?P<month>[0-2]?\d|3[01])(?P=mark)(?P<year>{YEAR})\b",
        ),
        ("bc", rf"\b(?:(?P<month>{month})\s+)?(?P<year>\d{{1,4}})\s?(?:BCE?\b|B\.C\.(?:E\.)?)"),
        (
            "week_of",
            rf"\b(?:the\s+)?week\s+(?:of|beginning|starting|ending)\s+(?:on\s+)?(?:the\s+)?"
            rf"(?:(?P<month>{month})\s+(?P<day>{_DAY})\b(?:{_GAP}(?P<year>{YEAR})\b)?)",
        ),
        (
            "week_of",
            rf"\b(?:the\s+)?week\s+(?:of|beginning|starting|ending)\s+(?:on\s+)?(?:the\s+)?"
            rf"(?:(?P<day>{_DAY})(?:\s+of)?\s+(?P<month>{month})\b(?:,?\s+(?P<year>{YEAR})\b)?)",
        ),
        # "22-25 April 1951", "22 and 25 April": the first day; the second stands as by itself.
        (
            "first_day",
            rf"(?<![\w.,$£€-])(?P<day>{_DAY})(?={TO}{_DAY}(?:\s+of)?\s+(?P<month>{month})\b(?:,?\s+(?P<year>{YEAR})\b)?)",
        ),
        (
            "day_month",
            rf"\b{leading}(?:the\s+(?=\d+[a-z]))?(?P<day>{_DAY})(?:\s+of)?\s+(?P<month>{month})\b(?:,?\s+(?P<year>{YEAR})\b)?"
            rf"{_WHOSE}{end}",
        ),
        (
            "month_day",
            rf"\b{leading}(?P<month>{month})\s+(?P<day>{_DAY})\b(?!:\d)"
            rf"(?:{_GAP}(?P<year>{YEAR})\b|(?={TO}{_DAY}{_GAP}(?P<later>{YEAR})\b))?{_WHOSE}{end}",
        ),
        (
            "nth_weekday",
            rf"\b(?:the\s+)?(?P<nth>first|second|third|fourth|last)\s+(?P<weekday>{weekday})\s+(?:of|in)\s+"
            rf"(?P<month>{month})\b(?:,?\s+(?P<year>{YEAR})\b)?{_WHOSE}",
        ),
        (
            "nth_day",
            r"(?<=\b(?:on|by) )the\s+(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)\b"
            r"(?=[.,;:)]|$|\s+(?:and|but|when|after|in|at)\b)",
        ),
        ("month_year", rf"\b(?P<month>{month}){_GAP}(?:of\s+)?(?P<year>{YEAR})\b"),
    ]


def _parts_of_years(table: dict[str, Any], month: str) -> list[tuple[str, str]]:
    holiday = any_of(table["feasts"])
    season = any_of(table["seasons"])
    quarter = any_of(table["quarters"])
    years = r"(?P<which>this|last|next|that|the\s+previous|the\s+following)\s+year\b"
    when = rf"(?P<year>{YEAR})\b|{years}"
    named = rf"(?:q(?P<number>[1-4])|(?P<quarter>{quarter})[\s-]+quarter)\b"
    first = rf"(?:(?P<year>{YEAR})(?:['’]s)?|(?P<which>this|last|next|that)\s+year['’]s)"
    return [
        ("holiday", rf"\b(?P<holiday>{holiday}){_GAP}(?:of\s+|in\s+)?(?P<year>{YEAR})\b"),
        (
            "season",
            rf"\b(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?(?P<season>{season}){_GAP}(?:of\s+)?(?:{when})(?!\s*[-–/])",
        ),
        # "The corresponding period last year", "last year's quarter".
        (
            "year_earlier",
            r"\b(?:the\s+)?(?:(?:corresponding|comparable|same)\s+(?:period|quarter)\s+"
            r"(?:last\s+year|a\s+year\s+(?:ago|earlier)|of\s+last\s+year)"
            r"|comparable\s+year[\s-](?:ago|earlier)\s+(?:period|quarter)"
            r"|last\s+year['’]s\s+(?:quarter|period))\b",
        ),
        ("year_quarter", rf"\b(?:the\s+)?(?P<year>{YEAR})\s+(?:quarter|period)\b"),
        ("quarter", rf"\b(?:the\s+)?(?:fiscal\s+)?{named}{_GAP}(?:of\s+)?(?:fiscal\s+)?(?:{when})"),
        ("quarter", rf"\b(?:the\s+)?{first}\s+(?:fiscal\s+)?{named}"),
        (
            "half",
            rf"\b(?:the\s+)?(?:(?P<half>first|second|last|latter)\s+half|first\s+two\s+quarters)(?:\s+of\s+(?:fiscal\s+)?(?:{when}))",
        ),
        (
            "decade",
            r"\b(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b",
        ),
        (
            "month_of",
            rf"\b(?P<month>{month})\s+(?:of\s+)?(?P<which>this|last|next|that|the\s+same|the\s+previous|the\s+following)\s+year\b",
        ),
    ]


def _no_feast(table: dict[str, Any]) -> str:
    """Not behind what makes a feast of a weekday: "Good Friday"."""
    feasts = (name.split(" ") for name in table["feasts"])
    made = [words[0] for words in feasts if len(words) == 2 and words[1] in table["weekdays"]]
    return "".join(rf"(?<!\b{re.escape(word)} )" for word in made)


def _from_today(table: dict[str, Any], weekday: str) -> list[tuple[str, str]]:
    part = any_of(table["day_parts"])
    return [
        (
            "near_day",
            rf"\b(?P<near>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|today|yesterday|tomorrow|tonight)\b(?:\s+(?P<part>{part})\b)?",
        ),
        ("this_part", rf"\b(?P<which>this|last)\s+(?P<part>{part})\b"),
        (
            "weekday_of",
            rf"\b{_no_feast(table)}(?P<weekday>{weekday})\s+(?:of\s+)?(?P<which>last|this|next)\s+week\b",
        ),
        (
            "weekdays_ago",
            rf"\b(?P<count>two|three|four|[2-4])\s+(?P<weekday>{weekday})s\s+ago\b",
        ),
        (
            "weekdays",
            rf"\b(?P<each>(?:every|each)\s+)?(?:(?P<weekday>{weekday})(?:\s+(?P<part>{part}))?(?(each)s?|s))\b(?!['’])",
        ),
        (
            "weekday",
            r"\b(?:(?P<which>last|next|this past|this coming|this|the\s+previous|the\s+following)"
            rf"\s+)?{_no_feast(table)}(?P<weekday>{weekday})\b(?:\s+(?P<part>{part})\b)?(?!s\b)",
        ),
        (
            "relative",
            r"\b(?:(?:earlier|later)\s+)?(?P<which>last|next|this|the\s+previous|the\s+past)\s+"
            r"(?:fiscal\s+)?(?P<unit>week|month|year)\b(?!\s*-)",
        ),
    ]


def _from_text(table: dict[str, Any]) -> list[tuple[str, str]]:
    """Counted from a date that the text has named."""
    part = any_of(table["day_parts"])
    season = any_of(table["seasons"])
    unit = rf"day|week|month|year|{part}"
    return [
        (
            "same",
            rf"\b(?:(?:earlier|later|early|late)\s+)?(?:on\s+|in\s+)?(?P<which>that\s+same|that\s+very|the\s+same|the\s+very\s+same|that)\s+(?P<unit>{unit})\b(?!\s*-)",
        ),
        (
            "beside",
            rf"\b(?:early\s+|late\s+)?(?P<which>the\s+(?:very\s+)?next|the\s+following|the\s+(?:immediately\s+)?preceding|the\s+previous)\s+(?P<unit>{unit}|{season})\b(?!\s*-)",
        ),
        ("around", r"\bthe\s+(?P<unit>day|week|month|year)\s+(?P<way>before|after|following)\b"),
    ]


def _spelled(table: dict[str, Any]) -> list[tuple[str, str]]:
    """Years in words, with the month or season before them."""
    tens = any_of(w for w, n in table["numbers"].items() if n >= 20)
    ones = any_of(w for w, n in table["numbers"].items() if 1 <= n <= 9 and len(w) > 2)
    teens = any_of(w for w, n in table["numbers"].items() if 10 <= n < 20 and w != "dozen")
    low = rf"(?:(?:{tens})(?:[\s-]+(?:{ones}))?|(?:{teens}))"
    named = "|".join((any_of(table["months"]), any_of(table["seasons"])))
    return [
        (
            "spelled_year",
            rf"\b(?:(?:the\s+)?(?P<within>{named})\s+(?:of\s+)?)?(?P<century>eighteen|nineteen)[\s-]+(?P<low>{low}|oh[\s-](?:{ones}))\b|\bthe\s+year\s+two\s+thousand\b",
        ),
    ]


def _years(table: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (
            "year",
            rf"(?:(?<![\w$£€.,/-])|(?<=\b{YEAR}[-–/])|(?<=\bmid-)|(?<=\bpre-)|(?<=\bpost-))"
            rf"(?P<year>{YEAR})\b(?![\w%]|[.,]\d|-(?!{YEAR}\b|\d\d\b))",
        ),
        ("year_end", r"(?<=\d\d\d\d[-–/])(?P<short>\d\d)\b(?![\w%]|[.,/-]\d)"),
        ("early_year", r"(?<=\bin )(?P<year>[3-9]\d\d|1[0-4]\d\d)\b(?![\w%]|[.,]\d| [a-z]+s\b)"),
        (
            "decade_word",
            rf"\b(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?(?:nineteen\s+)?(?P<word>{any_of(table['decades'])})\b",
        ),
        (
            "century",
            rf"\b(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)|(?P<ordinal>{any_of(table['ordinals'])}))[\s-]+century\b(?:\s?(?P<bc>BCE?\b|B\.C\.(?:E\.)?))?",
        ),
    ]
