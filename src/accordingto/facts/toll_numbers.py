"""Numbers of killed, hurt and hit, without those that are parts of others, and those whose end is
told later."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise

from accordingto.facts.harmed import Victims
from accordingto.facts.numbers import find_amounts
from accordingto.records.facts import Figure
from accordingto.records.reading import Reading

# How far, in characters, a headline and an opening reach.
HEAD, LEAD = 150, 600
_TIMES = {"double": 2, "triple": 3, "quadruple": 4}
_MULTIPLE = re.compile(
    r"\b(?P<times>double|triple|quadruple)[\s-](?:fatal\s)?"
    r"(?P<what>shooting|stabbing|homicide|murder|killing|slaying)",
    re.IGNORECASE,
)
PART = re.compile(r"[\w,]+(?:-\w+)?\s+of\s+(?:them|whom|these|those|the)\b", re.IGNORECASE)
# "One of the five people who were hit".
_OF_ALL = re.compile(r"[\w,]+(?:-\w+)?\s+of\s+(?:(?:the|those|these|all|its)\s+)?$", re.IGNORECASE)
_ENDS_SENTENCE = re.compile(r"[.;!?\n]")
_AMONG = re.compile(r"\b(?:including|among (?:them|whom)(?: were| are)?)\s$", re.IGNORECASE)
_REACH = 24
# How near the whole stands behind its part: "one of the five".
_NEAR = 20
MOST = 1_000_000
# By kind, each with the offset where it stands.
Numbers = dict[str, set[tuple[int, int]]]


def settled_numbers(
    text: str, reading: Reading, figures: Sequence[Figure], victims: Sequence[Victims]
) -> Numbers:
    """Of what each figure and each mention tells."""
    counts = _numbers(text, figures, victims)
    for kind, count, at in _outcomes(text, reading):
        counts[kind].add((count, at))
    _end_of_all(text, victims, counts)
    _end_of_some(text, counts, _bare_parts(victims))
    counts["injured"] -= _parts_of_hit(text, counts)
    return counts


def _parts_of_hit(text: str, counts: Numbers) -> set[tuple[int, int]]:
    """ "Five were shot. Two of the victims are in hospital": the others need not be dead."""
    return {
        (count, at)
        for count, at in counts["injured"]
        if PART.match(text, at)
        and any(n > count and 0 < at - then < LEAD for n, then in counts["hit"])
    }


def _numbers(
    text: str, figures: Sequence[Figure], victims: Sequence[Victims]
) -> dict[str, set[tuple[int, int]]]:
    counts: dict[str, set[tuple[int, int]]] = {"killed": set(), "injured": set(), "hit": set()}
    counted: set[int] = set()
    # "One of the six people hurt has died": the verb knows better than the words beside a number.
    died = {v.span.start for v in victims if v.harm == "killed" and v.who.role == "number"}
    for figure in figures:
        kind = "hit" if figure.what == "killed_and_injured" else figure.what
        if kind in counts and figure.span.start in died:
            kind = "killed"
        if kind in counts and figure.value is not None and 0 < figure.value <= MOST:
            counts[kind].add((int(figure.value), figure.span.start))
            if kind != "hit":
                counted.add(figure.span.start)
    for victim in victims:
        # A figure knows better what was done to those it counts.
        count = victim.who.count
        told = victim.who.role in {"number", "all"} or (count == 2 and victim.who.noun != "both")
        if told and count and victim.span.start not in counted:
            counts[victim.harm].add((count, victim.span.start))
    # "Four people were shot and killed": that they were hurt is nothing more.
    ended = {at for _, at in counts["killed"]}
    counts["injured"] = {pair for pair in counts["injured"] if pair[1] not in ended}
    for numbers in counts.values():
        numbers -= _parts(text, numbers)
    for match in _MULTIPLE.finditer(text):
        kind = "hit" if match["what"].lower().startswith(("shoot", "stab")) else "killed"
        counts[kind].add((_TIMES[match["times"].lower()], match.start()))
    return counts


def _parts(text: str, numbers: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """ "20 were hurt, three of them badly", "among them three": the three are among the 20 told
    of before."""
    found = set()
    before: tuple[int, int] = (0, 0)
    for at, count in sorted((at, count) for count, at in numbers):
        is_part = PART.match(text, at) or _AMONG.search(text, max(0, at - _REACH), at)
        if count < before[0] and at - before[1] < LEAD and is_part:
            found.add((count, at))
        else:
            before = (count, at)
    return found


def _end_of_all(
    text: str, victims: Sequence[Victims], counts: Mapping[str, set[tuple[int, int]]]
) -> None:
    """ "Four victims with wounds. All were pronounced dead": the end of those counted before."""
    counted: Victims | None = None
    for victim in victims:
        if victim.who.role in {"number", "all"}:
            counted = victim
        count = counted.who.count if counted is not None else None
        if counted is None or count is None or count < 2 or victim.harm != "killed":
            continue
        words = victim.span.of(text).lower()
        if words == "all" or (words == "both" and count == 2):
            for kind in ("injured", "hit"):
                counts[kind].discard((count, counted.span.start))
            counts["killed"].add((count, counted.span.start))


def _bare_parts(victims: Sequence[Victims]) -> set[int]:
    """Where a number stands without a noun of its own: "three were shot; two died"."""
    return {v.span.start for v in victims if v.who.role == "number" and not v.who.noun}


def _end_of_some(
    text: str, counts: Mapping[str, set[tuple[int, int]]], bare: Container[int]
) -> None:
    """ "Two were wounded. One of them died": of those counted before no more is told than that it
    happened to them."""
    _end_of_one(text, counts)
    for died, at in sorted(counts["killed"], key=lambda pair: pair[1]):
        if not PART.match(text, at) and at not in bare:
            continue
        told = [(n, then) for n, then in counts["injured"] if n > died and 0 < at - then < LEAD]
        if at in bare:
            # "Three injured, one dead" tells of four.
            told = [(n, then) for n, then in told if _ENDS_SENTENCE.search(text, then, at)]
        if told:
            before = max(told, key=lambda pair: pair[1])
            counts["injured"].discard(before)
            counts["hit"].add(before)


def _end_of_one(text: str, counts: Mapping[str, set[tuple[int, int]]]) -> None:
    """ "One of the five people hurt has died": those five are not all hurt and no more."""
    ended = {at for _, at in counts["killed"]}
    whole = set()
    for n, then in counts["injured"]:
        before = text.rfind(" of ", max(0, then - _NEAR), then)
        starts = [at for at in ended if 0 < then - at < _NEAR and at < before]
        if starts and _OF_ALL.fullmatch(text, max(starts), then):
            whole.add(n)
    stale = {(n, then) for n, then in counts["injured"] if n in whole}
    counts["injured"].difference_update(stale)
    counts["hit"].update(stale)


def _outcomes(text: str, reading: Reading) -> Iterator[tuple[str, int, int]]:
    """ "Five were shot, two fatally", "two of them fatally": a number with no more than how it
    ended."""
    tokens = reading.tokens
    for before, word in pairwise(tokens):
        if word.lower not in {"fatally", "critically", "seriously"}:
            continue
        whole = before.lower in {"them", "whom"} and before.index > 1
        number = tokens[before.index - 2] if whole else before
        if number.pos == "NUM":
            amount = next(find_amounts(text, number.span), None)
            value = amount.value if amount is not None else None
            if value is not None and 0 < value <= MOST:
                yield "killed" if word.lower == "fatally" else "injured", int(value), number.start
