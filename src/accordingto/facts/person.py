"""One person of whom a text tells, as it grows with each mention."""

from accordingto.facts.harmed import Victims
from accordingto.facts.harms import Harm
from accordingto.facts.victims import Who


class Person:
    """One who is told of, as it grows with each mention."""

    def __init__(self, who: Who, sentence: int) -> None:
        self.names, self.given = {who.name} - {""}, who.given
        self.age, self.sex, self.noun = who.age, who.sex, who.noun
        self.harms: set[Harm] = set()
        self.first = self.last = sentence
        self.bare = who.role == "bare"
        self.further = who.role == "further"
        # A headline's "1 dead, 1 hurt".
        self.numbered = who.role == "number" and not who.noun
        self.told_by: set[int] = set()
        self.at: set[int] = set()
        self.told = 0
        self.counted = False
        self.own = False
        self.own_at: set[int] = set()

    def takes(self, victims: Victims, sentence: int) -> None:
        """Adds a mention."""
        who, harm = victims.who, victims.harm
        if victims.own:
            self.own = True
            self.own_at.add(sentence)
        self.told_by.add(victims.told_by)
        self.at.add(victims.span.start)
        self.names |= {who.name} - {""}
        self.given = self.given or who.given
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
            and (not self.names or not who.name or self.is_called(who))
        )

    def is_called(self, who: Who) -> bool:
        """ "Jan Ilves", "Ilves" and "Jan" are one; Jan Ilves and Tom Ilves are two."""
        if who.name in self.names:
            # "Lina Tamm, 8" and "Linna Tamm, 8" are one.
            aged = bool(self.age) and self.age == who.age
            return not self.given or not who.given or who.given == self.given or aged
        return bool(self.given) and not who.given and who.name == self.given

    def is_other_than(self, other: "Person") -> bool:
        """True where what is known of both tells them apart, or one word tells of both."""
        return (
            bool(self.age and other.age and self.age != other.age)
            or bool(self.sex and other.sex and self.sex != other.sex)
            or bool(self.names and other.names and self.names.isdisjoint(other.names))
            or not self.told_by.isdisjoint(other.told_by)
        )

    def may_share(self, harm: Harm) -> bool:
        """True where what is told of him leaves ``harm`` open."""
        return self.outcome in {harm, "hit"} or harm == "hit"

    @property
    def outcome(self) -> Harm:
        """The worst that is told of him."""
        return (
            "killed"
            if "killed" in self.harms
            else ("injured" if "injured" in self.harms else "hit")
        )
