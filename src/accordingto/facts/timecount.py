"""Counts of units of time, and the TIMEX3 value of a length."""

import re

from accordingto.facts.timecontext import TimeContext

_HALVES = re.compile(r"\s+1/2$|\s*½$|\s+and\s+a[\s-]half$|\s+and\s+half$")


def number(c: TimeContext, words: str) -> float | None:
    """What the words of a count come to; ``None`` where they leave it open."""
    words = " ".join(words.replace("-", " ").split())
    half = _HALVES.search(words)
    whole = words[: half.start()] if half else words
    if whole in {"half a", "half an", "a half", "an half"}:
        return 0.5
    if whole.replace(",", "").replace(".", "", 1).isdigit():
        return float(whole.replace(",", "")) + (0.5 if half else 0)
    total, current, told = 0, 0, False
    parts = whole.split()
    if (
        parts[0] in {"a", "an"}
        and len(parts) > 1
        and parts[1] not in {"hundred", "thousand", "dozen"}
    ):
        # "A two-day visit", "a few weeks".
        parts = parts[1:]
    for word in parts:
        if word in {"hundred", "thousand"}:
            current = (current or 1) * (100 if word == "hundred" else 1000)
        elif word in c.words.numbers:
            number = c.words.numbers[word]
            current = current * 12 if word == "dozen" and current else current + number
        elif word == "couple":
            return 2.0
        elif word in c.words.vague_numbers or word in {"handful", "good"}:
            return None
        told = True
    total += current
    return (total + (0.5 if half else 0)) if told and total else None


def duration(c: TimeContext, unit: str, count: float | None, half: bool = False) -> str | None:
    mark, letter, times = c.words.units[c.unit_name(unit)]
    if count is None:
        return f"P{mark}X{letter}"
    total = (count + (0.5 if half else 0)) * times
    if total == int(total):
        return f"P{mark}{int(total)}{letter}"
    whole, rest = (
        int(total),
        {"Y": "6M", "H": "30M", "M": "30S" if mark else "2W", "D": "T12H"}.get(letter),
    )
    if rest is None or total - whole != 0.5:
        return f"P{mark}{total:g}{letter}"
    return (
        f"P{mark}{whole}{letter}{rest}"
        if whole
        else (f"P{mark}{rest}" if letter != "D" else "PT12H")
    )
