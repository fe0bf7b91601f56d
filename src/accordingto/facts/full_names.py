"""What else a text calls those whom it names: "Domar Russ, 16" is later "Russ" or "Domar"."""

import re
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from accordingto.facts.harmed import Victims
from accordingto.facts.victims import SUFFIXES, Who
from accordingto.given_names import gender_of
from accordingto.records.reading import Reading

_AGE = re.compile(r"\s?(?:,|\()\s?(?:age |aged )?(\d{1,3})(?=[,.;)])")
# Behind a name an age stands at once.
_REACH = 14


class _Full(msgspec.Struct, frozen=True):
    given: str
    last: str
    age: str = ""


def with_full_names(text: str, reading: Reading, victims: Sequence[Victims]) -> list[Victims]:
    """The same mentions; those by a last name alone, or a first name alone, have the rest of it
    and the age, where the text gives them to one person only."""
    if not any(victim.who.name for victim in victims):
        return list(victims)
    by_last: dict[str, list[_Full]] = defaultdict(list)
    by_given: dict[str, list[_Full]] = defaultdict(list)
    for full in _full_names(text, reading):
        by_last[full.last].append(full)
        by_given[full.given].append(full)

    def known(victim: Victims) -> Victims:
        who = victim.who
        if not who.name:
            return victim
        found = by_last.get(who.name) or ([] if who.given else by_given.get(who.name, []))
        fitting = [full for full in found if who.given in {"", full.given}]
        if len(fitting) != 1:
            return victim
        return msgspec.structs.replace(victim, who=_completed(who, fitting[0]))

    return [known(victim) for victim in victims]


def _completed(who: Who, full: _Full) -> Who:
    sex = who.sex or {"he": "m", "she": "f"}.get(gender_of(full.given) or "", "")
    return msgspec.structs.replace(
        who, name=full.last, given=full.given, age=who.age or full.age, sex=sex
    )


def _full_names(text: str, reading: Reading) -> list[_Full]:
    """Each first and last name that stand together, once."""
    found: dict[tuple[str, str], str] = {}
    for first, last in zip(reading.tokens, reading.tokens[1:], strict=False):
        if first.pos != "PROPN" or last.pos != "PROPN" or first.head != last.index:
            continue
        if last.ent != "PERSON" or first.ent != "PERSON" or last.lower in SUFFIXES:
            continue
        before = reading.tokens[max(0, first.index - 1)]
        given = before.head == last.index and gender_of(before.lower) is not None
        if before.pos == "PROPN" and before.ent == "PERSON" and given:
            # "Dan Allen Basker" is called Dan.
            first = before
        age = _AGE.match(text, last.end, min(len(text), last.end + _REACH))
        key = (first.lower, last.lower)
        found[key] = found.get(key) or (age[1] if age else "")
    return [_Full(given, last, age) for (given, last), age in found.items()]
