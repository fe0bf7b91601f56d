"""The words and compiled patterns of English time expressions, from the table of names."""

import re
from functools import cache

import msgspec

from accordingto.facts.lengthforms import length_forms
from accordingto.facts.timeforms import calendar_forms
from accordingto.facts.timetriggers import Triggers, triggers
from accordingto.tables import table


class TimeWords(msgspec.Struct, frozen=True):
    """Names with their numbers, and the compiled pattern of each kind of expression, in the order
    in which they are tried: an expression found early keeps its words from the later kinds."""

    weekdays: dict[str, int]
    months: dict[str, int]
    day_parts: dict[str, str]
    numbers: dict[str, int]
    vague_numbers: frozenset[str]
    units: dict[str, tuple[str, str, int]]
    sets: dict[str, str]
    loose: dict[str, str]
    seasons: dict[str, str]
    feasts: dict[str, tuple[int, ...]]
    quarters: dict[str, int]
    decades: dict[str, int]
    ordinals: dict[str, int]
    no_year_after: frozenset[str]
    no_year_hedges: frozenset[str]
    future_auxiliaries: frozenset[str]
    future_verbs: frozenset[str]
    leading_verbs: frozenset[str]
    timetabled: frozenset[str]
    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    triggers: Triggers


@cache
def time_words() -> TimeWords:
    """The table, read and compiled once."""
    words = table("accordingto.facts", "times.toml")
    forms = [*calendar_forms(words), *length_forms(words)]
    return TimeWords(
        weekdays=words["weekdays"],
        months={**words["months"], **words["short_months"]},
        day_parts=words["day_parts"],
        numbers=words["numbers"],
        vague_numbers=frozenset(words["vague_numbers"]["words"]),
        units={name: tuple(unit) for name, unit in words["units"].items()},
        sets=words["sets"],
        loose={phrase: kind for kind, phrases in words["loose"].items() for phrase in phrases},
        seasons=words["seasons"],
        feasts={name: tuple(day) for name, day in words["feasts"].items()},
        quarters=words["quarters"],
        decades=words["decades"],
        ordinals=words["ordinals"],
        no_year_after=frozenset(words["no_year"]["after"]),
        no_year_hedges=frozenset(words["no_year"]["hedges"]),
        future_auxiliaries=frozenset(words["future"]["auxiliaries"]),
        future_verbs=frozenset(words["future"]["verbs"]),
        leading_verbs=frozenset(words["future"]["leading"]),
        timetabled=frozenset(words["future"]["timetabled"]),
        patterns=tuple((name, re.compile(p, re.IGNORECASE)) for name, p in forms),
        triggers=triggers(words),
    )
