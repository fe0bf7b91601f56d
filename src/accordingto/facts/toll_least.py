"""How many people a text surely tells of: those whom it cannot mean as one and the same.

Single people told of over a whole text are hard to tell apart. In one sentence they are not: "A
man and his two children", "Jan Ilves, 34, and Tom Keld, 23", "a third victim".
"""

import re
from collections.abc import Sequence

import msgspec

from accordingto.facts.figurewords import figure_words
from accordingto.facts.harmed import Victims
from accordingto.records.reading import Reading

_ORDINAL = re.compile(
    r"\b(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
    r"(?: (?:\w+-)?\w+)? "
    r"(?:victim|person|man|woman|teen|teenager|boy|girl|child|officer|student)\b",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"\b([^\W\d_][\w'’-]+)(?:,? (?:Jr|Sr)\.)?(?: \(|, )(?:age |aged )?(\d{1,2})(?=[,.;) ])"
)
_VICTIMS = re.compile(r"\bvictims?\b|\bthe (?:dead|deceased|slain)\b", re.IGNORECASE)
_CLOCK = re.compile(r"\s?(?:[ap]\.?m|[/:]\d|percent|%|\d{3})", re.IGNORECASE)
# Months and streets have numbers behind them that are no ages.
_NO_NAME = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|route|highway|exit|channel)\w*$",
    re.IGNORECASE,
)
_MOST = 40


class Least(msgspec.Struct, frozen=True):
    """Numbers of people, each the most that one sentence tells apart: ``ordinal`` by "a third
    victim", ``aged`` by names with ages, ``listed`` by one telling word, ``further`` by "another"
    over the whole text. ``both`` where two are told of together. 0 where there are none."""

    ordinal: int = 0
    aged: int = 0
    listed: int = 0
    further: int = 0
    both: bool = False

    @property
    def total(self) -> int:
        """The greatest of them."""
        two = 2 if self.both else 0
        return min(_MOST, max(self.ordinal, self.aged, self.listed, self.further, two))


def least(text: str, reading: Reading, victims: Sequence[Victims]) -> Least:
    """What ``victims`` and the words around them tell; sentences without any are left out but for
    names with ages behind "victims"."""
    harmed = {v.span.start for v in victims}
    ordinal = aged = 0
    for sentence in reading.sentences:
        words = sentence.span.of(text)
        told = any(sentence.span.start <= at < sentence.span.end for at in harmed)
        if told or _VICTIMS.search(words):
            aged = max(aged, _aged(words))
        ordinal = max(ordinal, *(_ordinals(words)), 0)
    more = {v.span.start for v in victims if v.who.role == "further" and v.who.count == 1}
    return Least(
        ordinal=ordinal,
        aged=aged if aged > 1 else 0,
        listed=_listed(victims),
        further=1 + len(more) if more else 0,
        both=any(v.who.role == "known" and v.who.count == 2 for v in victims),
    )


def _ordinals(words: str) -> list[int]:
    names: list[str] = figure_words()["persons"]["ordinals"]
    return [names.index(m[1].lower()) + 2 for m in _ORDINAL.finditer(words)] or [0]


def _aged(words: str) -> int:
    found = {
        (m[1], m[2])
        for m in _AGED.finditer(words)
        if m[1][0].isupper() and not _NO_NAME.match(m[1]) and not _CLOCK.match(words, m.end())
    }
    return len(found)


def _listed(victims: Sequence[Victims]) -> int:
    members: dict[int, dict[int, int]] = {}
    for victim in victims:
        count = victim.who.count
        if count is not None and victim.who.noun not in {"he", "they"}:
            members.setdefault(victim.told_by, {})[victim.span.start] = count
    sums = [sum(counts.values()) for counts in members.values() if len(counts) > 1]
    return max(sums, default=0)
