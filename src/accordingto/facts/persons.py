"""Single people told of one by one, each counted once however often he is mentioned.

"A man was shot. Jan Ilves, 34, died" tells of one. Names and ages tell people apart; what is
called "the man", "he" or "the victim" was mentioned before.
"""

from collections import Counter
from collections.abc import Sequence

import msgspec

from accordingto.facts.harmed import Harm, Victims
from accordingto.facts.victims import Who, is_attacker, is_kin, is_relation

# How many people back a mention may point: more would cost the square of a text's length.
_REMEMBERED = 30


class Person:
    """One who is told of, as it grows with each mention."""

    def __init__(self, who: Who, sentence: int) -> None:
        self.names = {who.name} - {""}
        self.age, self.sex, self.noun = who.age, who.sex, who.noun
        self.harms: set[Harm] = set()
        self.first = self.last = sentence
        self.bare = who.role == "bare"
        self.told_by: set[int] = set()

    def takes(self, victims: Victims, sentence: int) -> None:
        """Adds a mention."""
        who, harm = victims.who, victims.harm
        self.told_by.add(victims.told_by)
        self.names |= {who.name} - {""}
        self.age = self.age or who.age
        self.sex = self.sex or who.sex
        if who.noun not in {"", "he"}:
            self.noun = who.noun
        self.harms.add(harm)
        self.last = sentence
        self.bare = self.bare and who.role == "bare"

    def could_be(self, who: Who) -> bool:
        """True where nothing that is known of both tells them apart."""
        return (
            (not self.age or not who.age or self.age == who.age)
            and (not self.sex or not who.sex or self.sex == who.sex)
            and (not self.names or not who.name or who.name in self.names)
        )

    @property
    def outcome(self) -> Harm:
        """The worst that is told of him."""
        return (
            "killed"
            if "killed" in self.harms
            else ("injured" if "injured" in self.harms else "hit")
        )


class People(msgspec.Struct, frozen=True):
    """How many single people a text tells of, by the worst that is told of them. ``distinct`` are
    only those whom a name or an age tells apart."""

    killed: int = 0
    injured: int = 0
    hit: int = 0
    distinct_killed: int = 0
    distinct_injured: int = 0
    distinct_hit: int = 0
    attackers_killed: int = 0
    groups_killed: tuple[int, ...] = ()
    groups_injured: tuple[int, ...] = ()

    def of(self, harm: Harm) -> int:
        """All of them."""
        return int(getattr(self, harm))

    def groups(self, harm: Harm) -> tuple[int, ...]:
        """Numbers of two and more, each once, in the order of the text."""
        return self.groups_killed if harm == "killed" else self.groups_injured

    def sums(self, harm: Harm) -> tuple[int, int, int]:
        """What groups and single people come to: all of them, the first group with the single
        people, the greatest group with an attacker beside it."""
        groups, single = self.groups(harm), self.of(harm)
        attackers = self.attackers_killed if harm == "killed" else 0
        return (
            sum(groups) + single,
            (groups[0] if groups else 0) + single,
            max((*groups, single - attackers)) + attackers,
        )

    def distinct(self, harm: Harm) -> int:
        """Those told apart."""
        return int(getattr(self, f"distinct_{harm}"))


def count_people(mentions: Sequence[tuple[int, Victims]]) -> People:
    """``mentions`` are with the number of their sentence, in text order."""
    people: list[Person] = []
    groups: dict[Harm, list[int]] = {"killed": [], "injured": [], "hit": []}
    told_last = 0
    for sentence, victims in mentions:
        who = victims.who
        if who.role == "known" and (who.count is None or who.count == 2):
            # "They died", "both were hurt": those last told of together.
            if told_last > 1 and who.count in {None, told_last}:
                if victims.harm == "killed":
                    # The end of those who were told of as hurt.
                    groups["injured"] = [n for n in groups["injured"] if n != told_last]
                    groups["hit"] = [n for n in groups["hit"] if n != told_last]
                groups[victims.harm].append(told_last)
                continue
            for person in _together(people, who.count):
                person.takes(victims, sentence)
            continue
        if who.role == "number" and who.count is not None and who.count > 1:
            groups[victims.harm].append(who.count)
            told_last = who.count
        if who.count != 1:
            continue
        told_last = 1
        others = [p for p in people[-_REMEMBERED:] if victims.told_by not in p.told_by]
        person = _meant(others, who, sentence) or Person(who, sentence)
        if not person.told_by:
            people.append(person)
        person.takes(victims, sentence)
    return msgspec.structs.replace(
        _counted(people),
        groups_killed=tuple(dict.fromkeys(groups["killed"])),
        groups_injured=tuple(dict.fromkeys(groups["injured"])),
    )


def _together(people: Sequence[Person], count: int | None) -> Sequence[Person]:
    if count is not None:
        return people[-count:]
    if not people:
        return ()
    told_by = people[-1].told_by
    members = [p for p in people[-_REMEMBERED:] if p.told_by & told_by]
    return members if len(members) > 1 else ()


def _meant(people: Sequence[Person], who: Who, sentence: int) -> Person | None:
    near = [p for p in reversed(people) if p.could_be(who)]
    by_name = [p for p in near if who.name and who.name in p.names]
    by_age = [p for p in near if who.age and who.age == p.age]
    if by_name or by_age:
        return (by_name or by_age)[0]
    if who.role == "further":
        return None
    if who.role == "known":
        same = [p for p in near if p.noun == who.noun]
        if not same and is_kin(who.noun) and near and not near[0].noun:
            # "Anna Keld died. Their mother was hurt": no name is taken back by a relative.
            return None
        if not same and is_relation(who.noun):
            near = [p for p in near if not is_relation(p.noun)]
        return next(iter(same or near), None)
    # A headline's "man", and one who was told of without a name or an age, is told of again.
    earlier = [p for p in near if p.first < sentence and not (p.names and who.name)]
    open_still = [p for p in earlier if p.bare or not (p.names or p.age)]
    return open_still[-1] if open_still else None


def _counted(people: Sequence[Person]) -> People:
    every = Counter(person.outcome for person in people)
    apart = Counter(person.outcome for person in people if person.names or person.age)
    return People(
        every["killed"], every["injured"], every["hit"],
        apart["killed"], apart["injured"], apart["hit"],
        sum(p.outcome == "killed" and is_attacker(p.noun) for p in people),
    )  # fmt: skip
