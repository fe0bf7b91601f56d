"""All that a text tells of how many were killed and hurt: figures, people, telling words."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TypeVar

import msgspec

from accordingto.facts.figurewords import figure_words, limbs
from accordingto.facts.full_names import with_full_names
from accordingto.facts.harmed import Victims
from accordingto.facts.headline_victims import headline_victims, with_headline
from accordingto.facts.included import parts_named
from accordingto.facts.persons import People, count_people
from accordingto.facts.stated_toll import stated
from accordingto.facts.toll_least import Least, least
from accordingto.facts.toll_numbers import LEAD, MOST, PART, settled_numbers
from accordingto.records.facts import Figure
from accordingto.records.reading import Reading
from accordingto.records.span import Span

Told = TypeVar("Told", Figure, Victims)
# Each number with the offset where it stands.
Counts = tuple[tuple[int, int], ...]
_UNHURT = re.compile(
    r"\b(?:no|nobody|none|not|without)\s(?:\w+\s){0,4}(?:hurt|injured|injuries|wounded|harmed)\b|\bunhurt\b|\bunharmed\b",
    re.IGNORECASE,
)
_MURDER_SUICIDE = re.compile(r"\b(?:murder|homicide)s?\s?(?:[-–/]|and)?\s?suicide", re.IGNORECASE)
# Several incidents of a night or a weekend, told of in one report.
_SEVERAL = re.compile(
    r"\b(?:(?:separate|weekend|overnight|multiple|citywide|other) (?:\w+ ){0,2}shootings"
    r"|(?:series|string|spate|rash) of (?:\w+ ){0,2}(?:shootings|incidents)"
    r"|shootings (?:\w+ ){0,3}(?:across|throughout|over|since|around|citywide|this weekend)"
    r"|shootings,? (?:\w+ ){0,3}(?:weekend|night|sides)"
    r"|separate (?:incidents|attacks)|violent (?:night|weekend))\b",
    re.IGNORECASE,
)
# What a report on one of them says of the others.
_OTHERS = re.compile(
    r"\b(?:(?:separate|other) (?:\w+ ){0,2}shootings|violent (?:night|weekend)"
    r"|shootings (?:\w+ ){0,3}(?:across|throughout|since|citywide))\b",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(
    r"\b(?:last (?:year|month|summer|spring|fall|autumn|winter)"
    r"|(?:years|months|decades?) (?:ago|earlier|before)"
    r"|(?:so far )?this year|of the year|(?:in|since|of|during) (?:19|20)\d\d"
    r"|in recent (?:years|months)|anniversary|previous(?:ly)?|so far in)\b",
    re.IGNORECASE,
)
_DEEDS = (
    "attack", "incident", "strike", "shooting", "blast", "bombing", "raid", "crash", "accident",
    "killing",
)  # fmt: skip
_ELSEWHERE = re.compile(
    r"\b(?:similar|earlier|previous|separate|unrelated|last (?:year|month)'?’?s?) "
    rf"(?:{'|'.join(_DEEDS)})s?\b",
    re.IGNORECASE,
)
# Groups of telling words of which none stands in a quarrel.
_BLOOD = frozenset({"pronounced", "coroner", "fatal", "wound", "hospital", "shot"})
_FIRE = re.compile(r"\bopen(?:ed|s|ing)? fire\b|\bshots (?:were |are )?fired\b", re.IGNORECASE)
_FURTHER = re.compile(r"\b(?:others?|more|additional)\b", re.IGNORECASE)
# How far, in characters, a headline reaches.
HEAD = 150
# Who is told of up to here is of the incident; later on others may be.
_OPENING = 900


class Evidence(msgspec.Struct, frozen=True):
    """``killed``, ``injured`` and ``hit`` are numbers in text order; ``hit`` are all to whom it
    happened, whatever came of it. ``levels`` tells for each group of telling words where it is
    first met: 3 in the headline, 2 in the opening, 1 later, 0 nowhere. ``short`` where there is no
    more than an opening: such a text tells each thing once. ``stated`` are numbers of killed that
    the text calls the toll, the newest last."""

    killed: Counts
    injured: Counts
    hit: Counts
    people: People
    levels: Mapping[str, int]
    victims: tuple[Victims, ...]
    lists: Mapping[str, tuple[int, ...]]
    others: tuple[int, ...]
    least: Least
    short: bool = False
    stated: tuple[int, ...] = ()
    lead: People = People()

    def numbers(self, kind: str) -> Counts:
        """Those of one kind."""
        found: Counts = getattr(self, kind)
        return found


def evidence(
    text: str, reading: Reading, figures: Sequence[Figure], victims: Sequence[Victims]
) -> Evidence:
    """Gathers what the spoken text tells. Sentences that speak of other times are left out where
    others tell of victims."""
    victims = with_headline(victims, headline_victims(text, reading))
    old = _background(text, reading)
    starts = [sentence.span.start for sentence in reading.sentences]

    def is_old(span: Span) -> bool:
        return bisect_right(starts, span.start) - 1 in old

    figures = _those(figures, is_old)
    levels = _levels(text, reading, victims)
    parts = parts_named(reading, victims)
    victims = [v for v in with_full_names(text, reading, victims) if v.span.start not in parts]
    figures = [f for f in figures if f.span.start not in parts]
    bloody = not _BLOOD.isdisjoint(levels) or bool(_FIRE.search(text))
    victims = [v for v in _those(victims, is_old) if bloody or _is_bodily(reading, v)]
    counts = settled_numbers(text, reading, figures, victims)
    told = [(bisect_right(starts, v.span.start), v) for v in victims]
    # "Four of them" are among those counted before.
    whole = [v for v in victims if not PART.match(text, v.span.start)]
    killed, injured, hit = (
        tuple(sorted(counts[k], key=lambda pair: (pair[1], pair[0])))
        for k in ("killed", "injured", "hit")
    )
    return Evidence(
        killed, injured, hit, count_people(told), levels, tuple(victims),
        _lists(whole), _others(text, victims, figures),
        least(text, reading, whole), _is_short(reading), stated(text, killed),
        count_people([one for one in told if one[1].span.start < _begin(reading) + _OPENING]),
    )  # fmt: skip


def _those(found: Sequence[Told], is_old: Callable[[Span], bool]) -> list[Told]:
    """Those of the present, or all where there are none."""
    new = [one for one in found if not is_old(one.span)]
    return new or list(found)


def _is_bodily(reading: Reading, victim: Victims) -> bool:
    """ "Attacked the senator", "struck voters as odd": of words that are used of arguments too only
    where a limb is hit, unless the text has blood in it."""
    lemma = reading.tokens[victim.told_by].lemma.lower()
    if lemma not in _arguing():
        return True
    preps = (reading.tokens[i] for i in reading.children[victim.told_by])
    inside = (i for t in preps if t.lower in {"in", "on"} for i in reading.children[t.index])
    return any(reading.tokens[i].lemma in limbs() for i in inside)


@cache
def _arguing() -> frozenset[str]:
    return frozenset(figure_words()["victims"]["arguing"])


def _background(text: str, reading: Reading) -> set[int]:
    """Sentences that speak of other events or, after the opening, of other times."""
    begin = _begin(reading)
    found = set()
    for number, sentence in enumerate(reading.sentences):
        words = sentence.span.of(text)
        elsewhere = _is_of_deed(words) and _ELSEWHERE.search(words)
        late = sentence.span.start - begin >= LEAD
        if elsewhere or (late and (_BACKGROUND.search(words) or _OTHERS.search(words))):
            found.add(number)
    return found


def _is_of_deed(words: str) -> bool:
    """Whether one of the deeds is named that may be others than the report's."""
    lower = words.lower()
    return any(deed in lower for deed in _DEEDS)


def _others(text: str, victims: Sequence[Victims], figures: Sequence[Figure]) -> tuple[int, ...]:
    """Numbers of further people hurt or hit: "and four others were shot"."""
    members = _by_word(victims)
    found: dict[int, int] = {}
    for victim in victims:
        if _FURTHER.search(victim.span.of(text)) and victim.who.count:
            # "A woman and two other men were hit": three.
            those = members[victim.told_by, victim.harm]
            found[victim.span.start] = sum(v.who.count or 0 for v in those)
    for figure in figures:
        if figure.unit == "others" and figure.what in {"injured", "killed_and_injured"}:
            found.setdefault(figure.span.start, int(figure.value or 0))
    return tuple(dict.fromkeys(n for _, n in sorted(found.items()) if 0 < n <= MOST))


def _lists(victims: Sequence[Victims]) -> dict[str, tuple[int, ...]]:
    """What the members of one list come to: "his wife and four children"."""
    found: dict[str, tuple[int, ...]] = {"killed": (), "injured": (), "hit": ()}
    for (_, harm), those in _by_word(victims).items():
        # "He and three others were hit": four.
        counted = any(v.who.role == "number" for v in those)
        counts = [v.who.count for v in those if counted or v.who.noun not in {"he", "they"}]
        known = [count for count in counts if count is not None]
        if len(counts) > 1 and len(known) == len(counts):
            found[harm] = (*found[harm], sum(known))
    return found


def _by_word(victims: Sequence[Victims]) -> dict[tuple[int, str], list[Victims]]:
    """The members of each list."""
    members: dict[tuple[int, str], list[Victims]] = {}
    for victim in victims:
        members.setdefault((victim.told_by, victim.harm), []).append(victim)
    return members


def _begin(reading: Reading) -> int:
    return reading.blocks[0].start if reading.blocks else 0


def _is_short(reading: Reading) -> bool:
    return bool(reading.blocks) and reading.blocks[-1].end - reading.blocks[0].start < LEAD


def _levels(text: str, reading: Reading, victims: Sequence[Victims]) -> dict[str, int]:
    begin = _begin(reading)
    found: dict[str, int] = {}
    groups = _groups()
    for token in reading.tokens:
        group = groups.get(token.lemma.lower()) or groups.get(token.lower)
        if group is not None and group not in found:
            found[group] = level_of(token.start - begin)
    own = next((v.span.start for v in victims if v.own), None)
    if own is not None:
        found["himself"] = level_of(own - begin)
    patterns = (("unhurt", _UNHURT), ("murder-suicide", _MURDER_SUICIDE), ("several", _SEVERAL))
    for name, pattern in patterns:
        match = pattern.search(text)
        if match is not None:
            found[name] = level_of(match.start() - begin)
    return found


def level_of(offset: int) -> int:
    """3 for a headline's place, 2 for an opening's, 1 for later."""
    return 3 if offset < HEAD else 2 if offset < LEAD else 1


@cache
def _groups() -> dict[str, str]:
    table: dict[str, list[str]] = figure_words()["telling"]
    return {word: group for group, words in table.items() for word in words}
