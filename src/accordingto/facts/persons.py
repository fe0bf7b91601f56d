"""Single people told of one by one, each counted once however often he is mentioned.

"A man was shot. Jan Ilves, 34, died" tells of one. Names and ages tell people apart; what is
called "the man", "he" or "the victim" was mentioned before.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from accordingto.facts.harmed import Victims
from accordingto.facts.harms import Harm
from accordingto.facts.person import Person
from accordingto.facts.victims import (
    is_attacker,
    is_doer,
    is_kin,
    is_relation,
    is_sibling,
)

# How many people back a mention may point: more would cost the square of a text's length.
_REMEMBERED = 30


class People(msgspec.Struct, frozen=True):
    """How many single people a text tells of, by the worst that is told of them. ``distinct`` are
    only those whom a name or an age tells apart; ``sure`` those of whom no two can be one."""

    killed: int = 0
    injured: int = 0
    hit: int = 0
    distinct_killed: int = 0
    distinct_injured: int = 0
    distinct_hit: int = 0
    attackers_killed: int = 0
    sure_killed: int = 0
    sure_hurt: int = 0
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

    def sure(self, harm: Harm) -> int:
        """Those of whom no two can be one; who was hit is hurt."""
        return self.sure_killed if harm == "killed" else self.sure_hurt

    def distinct(self, harm: Harm) -> int:
        """Those told apart."""
        return int(getattr(self, f"distinct_{harm}"))


def count_people(mentions: Sequence[tuple[int, Victims]]) -> People:
    """``mentions`` are with the number of their sentence, in text order."""
    count = _Count(_called(mentions))
    for turn, (sentence, victims) in enumerate(mentions):
        who = victims.who
        if who.role == "known" and (who.count is None or who.count == 2):
            count.takes_those_told_of(victims, sentence)
            continue
        if who.role in {"number", "all"} and who.count is not None:
            count.takes_number(victims, who.count)
        if who.count == 1:
            count.takes_one(victims, sentence, turn)
    groups = count.groups
    return msgspec.structs.replace(
        _counted(count.people),
        groups_killed=tuple(dict.fromkeys(groups["killed"])),
        groups_injured=tuple(dict.fromkeys(groups["injured"])),
    )


class _Count:
    """Those told of so far: people one by one, ``groups`` by their numbers. ``last`` is how many
    were told of last; ``called`` is as ``_called`` has it."""

    def __init__(self, called: Mapping[int, set[str]]) -> None:
        self.people: list[Person] = []
        self.groups: dict[Harm, list[int]] = {"killed": [], "injured": [], "hit": []}
        self.last = 0
        # The word that told of them, and whether they were counted.
        self._word, self._numbered = -1, False
        self._called = called

    def _tells_of(self, victims: Victims, number: int) -> None:
        """Takes in who was told of last: a list's members, "a woman and two men", together."""
        goes_on = victims.told_by == self._word
        self.last = number + (self.last if goes_on else 0)
        self._numbered = number > 1 or (goes_on and self._numbered)
        self._word = victims.told_by

    def takes_those_told_of(self, victims: Victims, sentence: int) -> None:
        """ "They died", "both were hurt": those last told of together."""
        harm, number = victims.harm, victims.who.count
        if self._numbered and number in {None, self.last}:
            for person in self.people[-_REMEMBERED:]:
                person.counted = person.counted or self._word in person.told_by
            if harm == "killed":
                # The end of those who were told of as hurt.
                self.groups["injured"] = [n for n in self.groups["injured"] if n != self.last]
                self.groups["hit"] = [n for n in self.groups["hit"] if n != self.last]
            self.groups[harm].append(self.last)
            return
        together = _together(self.people, number, self.groups)
        for person in together:
            person.takes(victims, sentence)
            # "Two were found dead. Ada Korr and Jon Korr … Both were pronounced dead."
            alike = person.outcome == harm and number in self.groups[harm]
            person.counted = person.counted or alike
        if number is not None and not together:
            # "Both men were killed": two of whom nothing was told before.
            self.groups[harm].append(number)
            self.last, self._word, self._numbered = number, victims.told_by, True

    def takes_number(self, victims: Victims, number: int) -> None:
        """ "Four people were shot", "all three died"."""
        if victims.who.role == "all":
            for person in self.people[-_REMEMBERED:]:
                person.counted = person.counted or person.may_share(victims.harm)
        if number < 2:
            return
        if not victims.who.noun and victims.harm == "killed" and number < self.last:
            # "Three were wounded. Two died": how it ended for the third is left open.
            self.groups["hit"] += [n for n in self.groups["injured"] if n == self.last]
            self.groups["injured"] = [n for n in self.groups["injured"] if n != self.last]
        self.groups[victims.harm].append(number)
        self._tells_of(victims, number)

    def takes_one(self, victims: Victims, sentence: int, turn: int) -> None:
        """A single person, of before or anew."""
        self._tells_of(victims, 1)
        who, recent = victims.who, self.people[-_REMEMBERED:]
        others = [
            p
            for p in recent
            # Who shoots another and then himself is not the other.
            if victims.told_by not in p.told_by and (victims.own or sentence not in p.own_at)
        ]
        # "A man was shot and killed": one word, told of twice.
        same = next((p for p in recent if victims.span.start in p.at), None)
        if who.role == "new":
            apart = self._called[sentence] - {"", who.noun}
            others = [p for p in others if p.noun not in apart]
        person = same or _meant(others, victims, sentence) or Person(who, sentence)
        if not person.told_by:
            self.people.append(person)
        person.takes(victims, sentence)
        person.told = turn


def _called(mentions: Sequence[tuple[int, Victims]]) -> Mapping[int, set[str]]:
    """By sentence, what those are called who are brought in there: "a man who shot a deputy has
    died" tells of two, whoever was told of before."""
    found: dict[int, set[str]] = defaultdict(set)
    for sentence, victims in mentions:
        if victims.who.count == 1 and victims.who.role in {"new", "known", "bare"}:
            found[sentence].add(victims.who.noun)
    return found


def _together(
    people: Sequence[Person], count: int | None, groups: Mapping[Harm, Sequence[int]]
) -> Sequence[Person]:
    """Those whom "they" or "both" means; none where a number of before is meant."""
    if not people:
        return ()
    told_by = people[-1].told_by
    members = [p for p in people[-_REMEMBERED:] if p.told_by & told_by]
    if count is None:
        return members if len(members) > 1 else ()
    if len(members) == count:
        return members
    known = any(count in counts for counts in groups.values())
    return () if known or len(people) < count else people[-count:]


def _meant(people: Sequence[Person], victims: Victims, sentence: int) -> Person | None:
    """Whom a mention means of those told of before, the last told of first."""
    who = victims.who
    near = sorted((p for p in people if p.could_be(who)), key=lambda p: -p.told)
    by_name = [p for p in near if who.name and p.is_called(who)]
    by_age = [p for p in near if who.age and who.age == p.age]
    if by_name or by_age:
        return (by_name or by_age)[0]
    if who.role == "further":
        # A headline's "another wounded" is the text's "a second teenager".
        before = [p for p in near if p.first < sentence and (p.numbered or p.noun == "other")]
        alike = [p for p in before if p.may_share(victims.harm) and len(p.at) == 1]
        return next(iter(alike), None)
    if who.role == "known":
        return _known(near, victims, sentence)
    earlier = [p for p in near if p.first < sentence and not (p.names and who.name)]
    if who.role == "new" and is_kin(who.noun):
        # Nor is a relation the one who did it to himself.
        earlier = [p for p in earlier if not p.own]
    if is_sibling(who.noun):
        # "The child was killed. A brother was hurt": a relation of who was told of.
        earlier = [p for p in earlier if p.noun in {who.noun, "other"}]
    # To whom the same happened, and whom nothing tells apart, is told of again: news tells
    # everything two or three times, by a name, an age, or neither.
    alike = [p for p in earlier if p.may_share(victims.harm)]
    open_still = [p for p in earlier if p.bare or not (p.names or p.age or _is_next(p, victims))]
    # "Another was hurt. A boy was killed": the other's end is told.
    open_still = [p for p in open_still if not p.further or p.outcome == "hit"]
    return next(iter(alike or (earlier if who.name else open_still)), None)


def _known(near: Sequence[Person], victims: Victims, sentence: int) -> Person | None:
    """Whom "the man", "he", "his wife" mean of those ``near``, the last told of first."""
    who = victims.who
    # "The victim" is not the second one where that one lives and another died.
    same = [
        p for p in near if p.noun == who.noun and not (p.further and not p.may_share(victims.harm))
    ]
    if same:
        return same[0]
    if is_doer(who.noun):
        # "A guard was killed. The killer was shot dead": who did it is none of those.
        near = [p for p in near if is_attacker(p.noun) or p.own or p.names]
    if is_attacker(who.noun):
        near = [p for p in near if not p.further]
    if is_kin(who.noun):
        # "Anna Keld died. Their mother was hurt": no name is taken back by a relative, nor
        # was a boy who died his own father who lives.
        if near and not near[0].noun:
            return None
        # Nor is "his son" the one who then shot himself.
        near = [p for p in near if p.may_share(victims.harm) and not p.own]
        near = [p for p in near if p.last < sentence]
    if is_relation(who.noun):
        near = [p for p in near if not is_relation(p.noun)]
    # "The youth who was killed" is not the one who was hurt, where both are told of.
    ended = [p for p in near if who.noun != "he" and p.may_share(victims.harm)]
    return next(iter(ended or near), None)


def _is_next(person: Person, victims: Victims) -> bool:
    """ "A father was killed. A neighbour was hurt": by another word, with another end."""
    who = victims.who
    ended = person.outcome == "killed" and victims.harm == "injured"
    return ended and who.role == "new" and not who.age and who.noun != person.noun


def _counted(people: Sequence[Person]) -> People:
    # Those of "all three" are told of by that number.
    single = [person for person in people if not person.counted]
    every = Counter(person.outcome for person in single)
    apart = Counter(person.outcome for person in single if person.names or person.age)
    return People(
        every["killed"], every["injured"], every["hit"],
        apart["killed"], apart["injured"], apart["hit"],
        sum(p.outcome == "killed" and (p.own or is_attacker(p.noun)) for p in people),
        *_sure(people),
    )  # fmt: skip


def _sure(people: Sequence[Person]) -> tuple[int, int]:
    """How many of the killed and of the others are surely not one and the same."""
    found: list[Person] = []
    for person in people:
        if len(found) < _REMEMBERED and all(person.is_other_than(other) for other in found):
            found.append(person)
    killed = sum(person.outcome == "killed" for person in found)
    return killed, len(found) - killed
