"""What a text tells for and against each number of killed, or of injured."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal

import msgspec

from accordingto.facts.harmed import Victims
from accordingto.records.facts import Figure
from accordingto.records.reading import Reading

TollKind = Literal["killed", "injured"]
Features = dict[str, float]
# Numbers that are weighed though nothing names them.
_ALWAYS = (0, 1, 2)
_MOST = 400
_LEAD_CHARS = 400
_FATAL = re.compile(
    r"\b(?:fatal|deadly|homicide|murder|slaying|dead|death|deaths|dies|died|killed|kills|killing|coroner|autopsy)\w*\b",
    re.IGNORECASE,
)
_HURT = re.compile(
    r"\b(?:injur|wound|hurt|hospital|critical condition|stable condition|non-life|graz"
    r"|surviv|recover)\w*",
    re.IGNORECASE,
)

_TIMES = {"double": 2, "triple": 3, "quadruple": 4}
_MULTIPLE = re.compile(
    r"\b(?P<times>double|triple|quadruple)[\s-](?:fatal\s)?"
    r"(?P<what>shooting|stabbing|homicide|murder|killing|slaying)",
    re.IGNORECASE,
)
# Numbers this close in the text are members of one list: "four adults and two children".
_LIST_CHARS = 30


class Evidence(msgspec.Struct, frozen=True):
    """Everything that a text says of victims: mentions of them, figures, and telling words."""

    victims: tuple[Victims, ...]
    counts: Mapping[str, Sequence[tuple[int, int]]]
    fatal: int
    hurt: int
    fatal_lead: bool
    hurt_lead: bool


def evidence(
    text: str, reading: Reading, figures: Sequence[Figure], victims: Sequence[Victims]
) -> Evidence:
    """Gathers what the spoken text tells. ``counts`` are (number, offset) by harm."""
    counts: dict[str, list[tuple[int, int]]] = {"killed": [], "injured": [], "hit": []}
    seen: set[tuple[str, int]] = set()
    for figure in figures:
        value = figure.value if figure.value is not None else None
        if figure.what in {"killed", "injured"} and value is not None and value == int(value):
            counts[figure.what].append((int(value), figure.span.start))
            seen.add((figure.what, figure.span.start))
    # A figure knows better what was done to those it counts.
    counted = {start for _, start in seen}
    victims = [v for v in victims if v.harm == "hit" or v.span.start not in counted]
    for victim in victims:
        if victim.who.startswith("#") and victim.count is not None:
            counts[victim.harm].append((victim.count, victim.span.start))
    for match in _MULTIPLE.finditer(text):
        kind = "hit" if match.group("what").lower().startswith(("shoot", "stab")) else "killed"
        counts[kind].append((_TIMES[match.group("times").lower()], match.start()))
    for values in counts.values():
        values.sort(key=lambda pair: pair[1])
    spoken = " ".join(block.of(text) for block in reading.blocks)
    lead = spoken[:_LEAD_CHARS]
    return Evidence(
        tuple(victims), counts, len(_FATAL.findall(spoken)), len(_HURT.findall(spoken)),
        bool(_FATAL.search(lead)), bool(_HURT.search(lead)),
    )  # fmt: skip


def candidates(told: Evidence) -> list[int]:
    """The numbers worth weighing."""
    found = set(_ALWAYS)
    numbers = [n for values in told.counts.values() for n, _ in values if n <= _MOST]
    found.update(numbers)
    for hit in (n for n, _ in told.counts["hit"] if n <= _MOST):
        found.update(hit - n for n in {*numbers, 1} if n < hit)
    people = _people(told)
    found.update(len(names) for names in people.values() if len(names) <= 12)
    found.update(n for values in told.counts.values() for n in _sums(values) if n <= _MOST)
    every = len(people["hit"] | people["injured"] | people["killed"])
    found.update(every - n for n in range(3) if n <= every)
    return sorted(found)


def _sums(values: Sequence[tuple[int, int]]) -> set[int]:
    """What numbers of one list come to together."""
    found: set[int] = set()
    for (one, at), (other, then) in pairwise(values):
        if then - at <= _LIST_CHARS:
            found.add(one + other)
    return found


def features(kind: TollKind, told: Evidence, killed: int | None) -> dict[int, Features]:
    """For each candidate its features. ``killed`` is the number settled on before injured."""
    people = _people(told)
    own = told.counts[kind]
    values = Counter(n for n, _ in own)
    hits = [n for n, _ in told.counts["hit"]]
    singles = min(len(people[kind]), 4)
    named = min(len(people[f"{kind} named"]), 4)
    hit_singles = min(len(people["hit"]), 4)
    table: dict[int, Features] = {}
    for k in candidates(told):
        size = min(k, 4)
        told_of: Features = {
            f"k={size}": 1.0,
            f"k={size}|singles={singles}": 1.0,
            f"k={size}|named={named}": 1.0,
            f"k={size}|hit={hit_singles}": 1.0,
            f"k={min(k, 1)}|fatal={min(told.fatal, 3)}|lead={told.fatal_lead}": 1.0,
            f"k={min(k, 1)}|hurt={min(told.hurt, 3)}|lead={told.hurt_lead}": 1.0,
            f"k={min(k, 1)}|own={min(len(own), 2)}": 1.0,
            "named right": float(k > 1 and k == len(people[f"{kind} named"])),
            "singles right": float(k > 1 and k == len(people[kind])),
        }
        if own:
            several = min(k, 2)
            told_of[f"first figure|{several}"] = float(own[0][0] == k)
            told_of[f"largest figure|{several}"] = float(max(values) == k)
            told_of[f"any figure|{several}"] = float(k in values)
            told_of["list sum"] = float(k in _sums(own))
            told_of["early figure"] = float(own[0][0] == k and own[0][1] < _LEAD_CHARS)
            told_of["common figure"] = float(values.most_common(1)[0][0] == k)
            told_of["share"] = values[k] / len(own)
        if kind == "killed" and hits:
            told_of["hit"] = float(k in hits and k > 1)
        if kind == "injured" and killed is not None:
            every = len(people["hit"] | people["injured"] | people["killed"])
            hurt = len(people["hit"] | people["injured"])
            told_of[f"all people less killed|{min(k, 2)}"] = float(every - killed == k)
            told_of[f"hurt people|{min(k, 2)}"] = float(hurt == k)
            told_of[f"k={size}|killed={min(killed, 3)}"] = 1.0
            told_of["hit less killed"] = float(any(h - killed == k for h in hits))
            told_of["first hit less killed"] = float(bool(hits) and hits[0] - killed == k)
            told_of["hit"] = float(k in hits)
            told_of["largest hit less killed"] = float(bool(hits) and max(hits) - killed == k)
        table[k] = told_of
    return table


def _people(told: Evidence) -> dict[str, set[str]]:
    """The single people mentioned, by harm, by what they are called."""
    found: dict[str, set[str]] = {}
    for harm in ("killed", "injured", "hit"):
        mine = [
            v for v in told.victims if v.harm == harm and v.count == 1 and v.who and v.who[0] != "#"
        ]
        found[harm] = {v.who for v in mine}
        found[f"{harm} named"] = {v.who for v in mine if v.is_named}
    return found
