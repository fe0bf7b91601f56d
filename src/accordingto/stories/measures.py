"""Whether two measures in different units say the same: "six miles" and "10 km" do."""

import re
from functools import cache

from accordingto.tables import table

# Reporters round when they convert: six miles are 9.7 km and become ten.
_ROUNDED = 0.09
_NUMBER = re.compile(
    r"\s*(?P<number>\d[\d,]*(?:\.\d+)?|[a-z]+)[\s-]*(?P<unit>[a-z]+)", re.IGNORECASE
)
Measure = tuple[str, float]


def same_measure(one: str, other: str) -> bool:
    """True where both texts begin with a number and its unit, in different units, and mean the
    same but for rounding."""
    a, b = _measure(one), _measure(other)
    if a is None or b is None or a[0] != b[0] or a[2] == b[2]:
        return False
    return abs(a[1] - b[1]) <= _ROUNDED * max(a[1], b[1])


def _measure(text: str) -> tuple[str, float, str] | None:
    """What is measured, in the first unit of its kind, and the unit's word."""
    match = _NUMBER.match(text)
    if match is None:
        return None
    value = _value(match["number"].lower())
    found = _units().get(match["unit"].lower())
    if value is None or found is None:
        return None
    return found[0], value * found[1], match["unit"].lower().rstrip("s")


def _value(number: str) -> float | None:
    if number[0].isdigit():
        return float(number.replace(",", ""))
    words: list[str] = table("accordingto.stories", "measures.toml")["numbers"]["one"]
    return float(words.index(number) + 1) if number in words else None


@cache
def _units() -> dict[str, Measure]:
    kinds = table("accordingto.stories", "measures.toml")
    return {
        word: (kind, float(size))
        for kind in ("length", "weight", "area")
        for word, size in kinds[kind].items()
    }
