"""Two plain sentences on one event held against each other: what news says in its own voice.

Counts are bound to what happened to those counted, to the part of them, and to the period, before
they are compared; a denial needs a word that denies, and a claim on the other side.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from accordingto.tables import table

Relation = Literal["agree", "conflict", "compatible", "update", "other"]
Fate = Literal["killed", "injured", "hit"]

_WORDS: tuple[str, ...] = tuple(table("accordingto.stories", "words.toml")["counting"])
_VALUE = {word: value for value, word in enumerate(_WORDS)} | {"dozen": 12, "a": 1, "an": 1}
_NUMBER = r"(?P<n>\d{1,3}|" + "|".join(_WORDS[1:]) + r")"
_AHEAD, _BEHIND = 70, 45
# "Maren Holt, 21": an age. "A man and two children": one more than the number says.
_AGE = re.compile(r"[A-Z][\w.]+, \Z")
_APPOSED = re.compile(r"\b(?:\w{2,}s|people|children|men|women)[,:] \Z")
# "Killed two people and then himself": one more, too.
_AND_SELF = re.compile(r"[^,;]{0,40}\b(?:and|before)(?: \w+){0,3} (?:him|her)self\b", re.IGNORECASE)
# "Six others, including a cook and three waiters".
_AMONG = re.compile(r"\b(?:including|among them)\b[^.;:,]*\Z", re.IGNORECASE)
_AND_ONE = re.compile(r"\b(?:a|an|one) (?:\w+ )?\w+ and \Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of people with what befell them. ``part``: of them only some; ``least``: or more;
    ``attacker``: the attacker among them."""

    value: int
    fate: Fate
    part: bool
    least: bool
    attacker: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """A relation and why. ``counts``: the two numbers that differ, where it hangs on numbers."""

    relation: Relation
    reasons: tuple[str, ...]
    counts: tuple[int, int] | None = None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    kept = table("accordingto.stories", "sentences.toml")
    return {
        name: re.compile(rf"(?<!\w)(?:{'|'.join(kept[name])})(?!\w)", re.IGNORECASE)
        for name in kept
    }


def counts_in(sentence: str) -> list[Counted]:
    """The counts of people harmed, in text order."""
    patterns = _patterns()
    found: list[Counted] = []
    for match in _number().finditer(sentence):
        ahead = _until_stop(sentence[match.end() : match.end() + _AHEAD])
        before = sentence[max(0, match.start() - _BEHIND) : match.start()]
        if patterns["not_people"].match(ahead.lstrip(" -")) or _AGE.search(before):
            continue
        least = _ends(before, "least")
        if least:
            before = before[: list(patterns["least"].finditer(before))[-1].start()]
        fate = _fate(before, ahead)
        if fate is None:
            continue
        part = bool(patterns["part_ahead"].match(ahead.lstrip()) or _ends(before, "part_before"))
        # "Three of the victims, two boys and a girl": told one by one.
        part = part or bool(found and _APPOSED.search(before)) or bool(_AMONG.search(before))
        more = int(bool(_AND_ONE.search(before)))
        more += fate == "killed" and bool(_AND_SELF.match(ahead))
        attacker = bool(patterns["attacker_ahead"].search(ahead))
        found.append(Counted(_value(match["n"]) + more, fate, part, least, attacker))
    return found


@cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w,.$-]){_NUMBER}(?![\w,]|-year|\.\d)", re.IGNORECASE)


def _value(words: str) -> int:
    return int(words) if words.isdigit() else _VALUE[words.lower()]


def _until_stop(words: str) -> str:
    """Up to the end of the sentence or the next number, which has a fate of its own."""
    stop = _stop().search(words)
    return words[: stop.start()] if stop else words


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(rf"[.;!?]|\b(?:\d+|{'|'.join(_WORDS)})\b", re.IGNORECASE)


def _fate(before: str, ahead: str) -> Fate | None:
    patterns = _patterns()
    fates: tuple[Fate, ...] = ("killed", "injured", "hit")
    for fate in fates:
        if _ends(before, f"{fate}_before"):
            return fate
    # Who was shot dead is among the dead, though "shot" stands first.
    return next((fate for fate in fates if patterns[fate].search(ahead)), None)


def _ends(before: str, name: str) -> bool:
    # No comma between: "two killed, 4 injured" kills two.
    end = len(before.rstrip())
    return any(match.end() == end for match in _patterns()[name].finditer(before))


def compare_sentences(a: str, b: str) -> Judged:
    """How two sentences on one event stand to each other."""
    patterns = _patterns()
    denied = [bool(patterns["denial"].search(s)) for s in (a, b)]
    one, two = counts_in(a), counts_in(b)
    periods = [patterns["period"].search(s) for s in (a, b)]
    if any(periods) and one and two and {c.value for c in one}.isdisjoint(c.value for c in two):
        words = next(match[0] for match in periods if match)
        return Judged("other", (f"“{words}” counts over another period",))
    if not (one and two) and denied[0] != denied[1]:
        return Judged("conflict", ("one denies what the other says",))
    fate = _changed_fate(a, b)
    if fate and not _several(one) and not _several(two):
        return Judged("update", (fate,))
    if one and two:
        return _compare_counts(one, two)
    if denied[0] != denied[1]:
        return Judged("conflict", ("one denies what the other says",))
    return Judged("other", ("nothing that both count or say",))


def _several(counts: list[Counted]) -> bool:
    return any(count.value > 1 for count in counts)


def _changed_fate(a: str, b: str) -> str | None:
    """Alive in one and dead in the other: the later fact replaces the earlier one."""
    patterns = _patterns()
    hurt = [bool(patterns["alive"].search(s)) for s in (a, b)]
    dead = [bool(patterns["died"].search(s)) for s in (a, b)]
    if (hurt[0] and not dead[0] and dead[1]) or (hurt[1] and not dead[1] and dead[0]):
        return "alive in one, dead in the other"
    return None


def _compare_counts(one: list[Counted], two: list[Counted]) -> Judged:
    totals = [_totals(one), _totals(two)]
    fates: tuple[Fate, ...] = ("killed", "injured", "hit")
    for fate in fates:
        x, y = totals[0].get(fate), totals[1].get(fate)
        if x is None or y is None:
            continue
        same = {x.value, _together(one, fate)} & {y.value, _together(two, fate)}
        if same:
            return Judged("agree", (f"both count {max(same)} {fate}",))
    sums = [_sum(found) for found in totals]
    if sums[0] == sums[1]:
        return Judged("agree", (f"together {sums[0]} in both",))
    for fate in fates:
        x, y = totals[0].get(fate), totals[1].get(fate)
        if x is None or y is None:
            continue
        return _compare_numbers(x, y, fate, _sum(totals[0]) == _sum(totals[1]))
    return Judged("compatible", ("they count different things",))


def _compare_numbers(x: Counted, y: Counted, fate: Fate, same_sum: bool) -> Judged:
    """Two numbers for one fate. ``same_sum``: as many were hit in both."""
    less, more = sorted((x, y), key=lambda c: c.value)
    counts = (x.value, y.value)
    if less.part or more.part:
        words = f"{less.value} and {more.value} {fate}: one counts a part"
        return Judged("compatible", (words,), counts)
    if less.attacker != more.attacker and more.value - less.value == 1:
        words = f"{less.value} and {more.value} {fate}: one counts the attacker"
        return Judged("compatible", (words,), counts)
    if less.least:
        words = f"{more.value} {fate} where there were at least {less.value}"
        return Judged("update", (words,), counts)
    if fate == "killed" and same_sum:
        return Judged("update", ("more of the same have died",), counts)
    if less.value == 1 and more.value > 2:
        return Judged("compatible", ("one of them is told of alone",))
    return Judged("conflict", (f"{less.value} and {more.value} {fate}",), counts)


def _together(counts: list[Counted], fate: str) -> int:
    """Two of them and two others are four."""
    return sum(count.value for count in counts if count.fate == fate)


def _totals(counts: list[Counted]) -> dict[str, Counted]:
    """For each fate the greatest count that is no part, or else the greatest."""
    found: dict[str, Counted] = {}
    for count in counts:
        there = found.get(count.fate)
        if there is None or (not count.part, count.value) > (not there.part, there.value):
            found[count.fate] = count
    return found


def _sum(totals: dict[str, Counted]) -> int:
    """All who were hit: as counted, or the dead and the injured together."""
    hit = totals.get("hit")
    apart = sum(totals[fate].value for fate in ("killed", "injured") if fate in totals)
    return max(hit.value if hit else 0, apart)
