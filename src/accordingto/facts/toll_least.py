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

_PERSON = r"(?:victim|person|man|woman|teen|teenager|boy|girl|child|officer|student)\b"
_ORDINAL = re.compile(
    r"\b(?:(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?: (?:\w+-)?\w+)? "
    rf"|([2-9]|[1-3]\d)(?:nd|rd|th) (?:shooting |teenage )?){_PERSON}",
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
# The longest name of one told of by an ordinal, in characters.
_REACH = 40


class Least(msgspec.Struct, frozen=True):
    """Numbers of people, each the most that one sentence tells apart: ``ordinal`` by "a third
    victim", ``aged`` by names with ages, ``listed`` by one telling word, ``further`` by "another"
    over the whole text, ``nth`` by "a third victim has died". ``both`` where two are told of
    together. 0 where there are none."""

    ordinal: int = 0
    aged: int = 0
    listed: int = 0
    further: int = 0
    both: bool = False
    nth: int = 0

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
        nth=max((_nth(text, v) for v in victims if v.harm == "killed"), default=0),
    )


def _ordinals(words: str) -> list[int]:
    return [_number(match) for match in _ORDINAL.finditer(words)] or [0]


def _number(match: re.Match[str]) -> int:
    names: list[str] = figure_words()["persons"]["ordinals"]
    return int(match[2]) if match[2] else names.index(match[1].lower()) + 2


def _nth(text: str, victim: Victims) -> int:
    """ "A third victim has died"; 0 for who is not counted so."""
    end = victim.span.end
    found = (m for m in _ORDINAL.finditer(text, max(0, end - _REACH), end) if m.end() == end)
    return next((_number(match) for match in found), 0)


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
