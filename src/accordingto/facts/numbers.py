"""Numbers as they are written: digits and words, scales, currencies, hedges and ranges.

Works on the words alone; what a number counts is read from the grammar elsewhere.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from accordingto.records.span import Span

Number = float | int


class Amount(msgspec.Struct, frozen=True):
    """A number in the text. ``span`` has hedge, currency, scale and percent sign; ``core`` is the
    bare number. ``value`` is null for "dozens"; ``low`` and ``high`` are bounds as worded;
    ``unit`` is a currency code, ``%`` or null; ``bound`` is ``=``, ``>``, ``<`` or ``~``."""

    span: Span
    core: Span
    value: Number | None
    low: Number | None
    high: Number | None
    unit: str | None
    bound: str


def find_amounts(text: str, block: Span) -> Iterator[Amount]:
    """All numbers of a block in order, without overlaps. A range ("10 to 15") is one amount; a
    change ("from 500 to 4,000") is two."""
    at = block.start
    patterns = _patterns()
    while True:
        match = patterns.number.search(text, at, block.end)
        if match is None:
            return
        amount = _amount(text, block, match)
        other = patterns.range_to.match(text, match.end(), block.end) if amount else None
        if amount is not None and other is not None and not _is_change(text, block, match):
            amount = _joined(amount, other) or amount
        at = max(match.end(), amount.span.end if amount else 0, at + 1)
        if amount is not None:
            yield amount


class _Patterns(msgspec.Struct, frozen=True):
    number: re.Pattern[str]
    range_to: re.Pattern[str]
    hedge: re.Pattern[str]
    percent: re.Pattern[str]
    currency_after: re.Pattern[str]


@cache
def figure_words() -> dict[str, Any]:
    """The table of words around numbers, read once."""
    source = files("accordingto.facts") / "data" / "figures.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def _patterns() -> _Patterns:
    table = figure_words()
    words = "|".join(sorted(table["words"], key=len, reverse=True))
    scales = "|".join(sorted(table["scales"], key=len, reverse=True))
    vague = "|".join(sorted(table["vague"], key=len, reverse=True))
    signs = "|".join(re.escape(c) for c in sorted(table["currency"], key=len, reverse=True)
                     if not c.isalpha() or c in {"rm", "rs", "usd", "eur", "gbp"})  # fmt: skip
    names = "|".join(c for c in table["currency"] if c.isalpha())
    hedges = [h for kind in table["hedges"].values() for h in kind]
    hedge = "|".join(sorted((re.escape(h) for h in hedges), key=len, reverse=True))
    digits = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    spelled = rf"(?:{words})(?:(?:[\s-]+(?:and\s+)?)(?:{words}|hundred|thousand|million|billion))*"
    dozen = r"(?:(?:a|two|three|four|half\s+a)\s+)?dozen(?!s)"
    hundred = r"an?\s+(?:hundred|thousand|million|billion)(?!\s+of)"
    core = (
        rf"(?P<sign>(?:{signs})\s?)?(?:(?P<vague>\b(?:{vague})\b)|(?P<digits>(?<![\w.]){digits}"
        rf"|(?<=\$|£|€|¥|₹){digits}|(?<=[A-Za-z]){digits})"
        rf"|\b(?P<dozen>{dozen})\b|\b(?P<single>{hundred})\b|\b(?P<words>{spelled})\b)"
        rf"(?:[\s-]?(?P<scale>{scales})\b)?"
    )
    return _Patterns(
        number=re.compile(core, re.IGNORECASE),
        range_to=re.compile(
            rf"\s*(?:-|–|—|to|and)\s*(?:(?:{signs})\s?)?(?P<digits>{digits})(?:[\s-]?(?P<scale>{scales})\b)?(?![\w-])",
            re.IGNORECASE,
        ),
        hedge=re.compile(rf"\b(?P<hedge>{hedge})\s+(?:of\s+)?$", re.IGNORECASE),
        percent=re.compile(r"\s*(?:%|per\s?cent\b|percentage points?\b)", re.IGNORECASE),
        currency_after=re.compile(rf"\s+(?:US\s+)?(?P<name>{names})s?\b", re.IGNORECASE),
    )


def _amount(text: str, block: Span, match: re.Match[str]) -> Amount | None:
    if _is_part_of_name(text, block, match):
        return None
    value, low = _value(match)
    if value is None and low is None:
        return None
    start, end = match.start(), match.end()
    unit = _currency(match.group("sign"))
    percent = _patterns().percent.match(text, end, block.end)
    after = _patterns().currency_after.match(text, end, block.end)
    if percent is not None:
        unit, end = "%", percent.end()
    elif unit is None and after is not None:
        unit, end = _currency(after.group("name")), after.end()
    hedge = _patterns().hedge.search(text, max(block.start, start - 24), start)
    kind = _hedge_kind(hedge.group("hedge")) if hedge else None
    if hedge is not None:
        start = hedge.start("hedge")
    bounds = _bounds(value, low, kind)
    return Amount(
        Span(start, end), Span(match.start(), match.end()), value, *bounds, unit, _sign(kind)
    )


def _bounds(
    value: Number | None, low: Number | None, kind: str | None
) -> tuple[Number | None, Number | None]:
    if value is None:
        return low, None
    if kind == "low":
        return value, None
    if kind == "high":
        return None, value
    return value, value


def _sign(kind: str | None) -> str:
    return {"low": ">", "high": "<", "none": "~"}.get(kind or "", "=")


def _hedge_kind(hedge: str) -> str:
    plain = " ".join(hedge.lower().split())
    kinds: dict[str, list[str]] = figure_words()["hedges"]
    return next(kind for kind, words in kinds.items() if plain in words)


def _value(match: re.Match[str]) -> tuple[Number | None, Number | None]:
    """The value, or for a vague word the lowest number it can mean."""
    table = figure_words()
    vague = match.group("vague")
    if vague is not None:
        return None, table["vague"][" ".join(vague.lower().split())]
    scale = table["scales"][match.group("scale").lower()] if match.group("scale") else 1
    if match.group("digits") is not None:
        return _plain(float(match.group("digits").replace(",", "")) * scale), None
    if match.group("dozen") is not None:
        lead = match.group("dozen").lower().split()[0]
        return {"half": 6, "two": 24, "three": 36, "four": 48}.get(lead, 12), None
    if match.group("single") is not None:
        return table["scales"][match.group("single").lower().split()[-1]] * scale, None
    return _spelled(match.group("words")) * scale, None


def _spelled(words: str) -> int:
    table = figure_words()
    total, current = 0, 0
    for word in re.split(r"[\s-]+", words.lower()):
        if word in table["words"]:
            current += table["words"][word]
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in table["scales"]:
            total += (current or 1) * table["scales"][word]
            current = 0
    return total + current


def _plain(value: float) -> Number:
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def _currency(sign: str | None) -> str | None:
    if sign is None:
        return None
    found: str | None = figure_words()["currency"].get(sign.strip().lower())
    return found


def _is_part_of_name(text: str, block: Span, match: re.Match[str]) -> bool:
    """ "F-15E", "G7", "U-21", "2.5.1", "10:30", "3-1": digits that are not a number of things."""
    if match.group("digits") is None:
        return False
    before = text[match.start() - 1] if match.start() > block.start else " "
    before_that = text[match.start() - 2] if match.start() > block.start + 1 else " "
    after = text[match.end()] if match.end() < block.end else " "
    after_that = text[match.end() + 1] if match.end() + 1 < block.end else " "
    if match.group("sign") is None and (before.isalpha() or before in "_#@/:"):
        return True
    if before in "-–." and (before_that.isalnum()):
        return True
    if after.isalpha() and match.group("scale") is None:
        return True
    return after in ":/" and after_that.isdigit()


def _is_change(text: str, block: Span, match: re.Match[str]) -> bool:
    """ "From 500 to 4,000" tells two figures, before and after."""
    lead = text[max(block.start, match.start() - 24) : match.start()].lower()
    return re.search(r"\bfrom\s+(?:\w+\s+){0,2}$", lead) is not None


def _joined(amount: Amount, other: re.Match[str]) -> Amount | None:
    """The range from ``amount`` to a second number; ``None`` where the second is not larger."""
    joint = other.string[other.start() : other.start("digits")].strip().lower()
    between = re.search(
        r"\bbetween\s+$", other.string[max(0, amount.span.start - 9) : amount.span.start], re.I
    )
    if joint.startswith("and") and between is None:
        return None
    scale = figure_words()["scales"][other.group("scale").lower()] if other.group("scale") else 1
    high = _plain(float(other.group("digits").replace(",", "")) * scale)
    low = amount.value
    if low is None or high <= low * (1 if scale == 1 else 0):
        return None
    if scale > 1 and low < scale:
        low = _plain(float(low) * scale)
    start = amount.span.start - (len(between.group(0)) if between else 0)
    span = Span(start, other.end())
    return Amount(span, Span(amount.core.start, other.end()), None, low, high, amount.unit, "=")
