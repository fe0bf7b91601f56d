"""All that a text tells of how many were killed and hurt: figures, people, telling words."""

import re
from bisect import bisect_right
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import TypeVar

import msgspec

from accordingto.facts.figurewords import figure_words, limbs
from accordingto.facts.full_names import with_full_names
from accordingto.facts.harmed import Victims
from accordingto.facts.headline_victims import headline_victims, with_headline
from accordingto.facts.included import parts_named
from accordingto.facts.numbers import find_amounts
from accordingto.facts.persons import People, count_people
from accordingto.facts.stated_toll import stated
from accordingto.facts.toll_least import Least, least
from accordingto.records.facts import Figure
from accordingto.records.reading import Reading
from accordingto.records.span import Span

Told = TypeVar("Told", Figure, Victims)
# Each number with the offset where it stands.
Counts = tuple[tuple[int, int], ...]
_TIMES = {"double": 2, "triple": 3, "quadruple": 4}
_MULTIPLE = re.compile(
    r"\b(?P<times>double|triple|quadruple)[\s-](?:fatal\s)?"
    r"(?P<what>shooting|stabbing|homicide|murder|killing|slaying)",
    re.IGNORECASE,
)
_UNHURT = re.compile(
    r"\b(?:no|nobody|none|not|without)\s(?:\w+\s){0,4}(?:hurt|injured|injuries|wounded|harmed)\b|\bunhurt\b|\bunharmed\b",
    re.IGNORECASE,
)
_MURDER_SUICIDE = re.compile(r"\b(?:murder|homicide)s?\s?(?:[-–/]|and)?\s?suicide", re.IGNORECASE)
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
_PART = re.compile(r"[\w,]+(?:-\w+)?\s+of\s+(?:them|whom|these|those)\b", re.IGNORECASE)
_FURTHER = re.compile(r"\b(?:others?|more|additional)\b", re.IGNORECASE)
_AMONG = re.compile(r"\b(?:including|among (?:them|whom)(?: were| are)?)\s$", re.IGNORECASE)
_REACH = 24
# How far, in characters, a headline and an opening reach.
HEAD, LEAD = 150, 600
# Who is told of up to here is of the incident; later on others may be.
_OPENING = 900
_MOST = 1_000_000


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
    victims = [v for v in _those(victims, is_old) if _is_bodily(reading, v, levels)]
    counts = _numbers(text, figures, victims)
    for kind, count, at in _outcomes(text, reading):
        counts[kind].add((count, at))
    _end_of_all(text, victims, counts)
    _end_of_some(text, counts, _bare_parts(victims))
    told = [(bisect_right(starts, v.span.start), v) for v in victims]
    # "Four of them" are among those counted before.
    whole = [v for v in victims if not _PART.match(text, v.span.start)]
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


def _is_bodily(reading: Reading, victim: Victims, levels: Mapping[str, int]) -> bool:
    """ "Attacked the senator", "struck voters as odd": of words that are used of arguments too only
    where the text has blood in it, or a limb is hit."""
    lemma = reading.tokens[victim.told_by].lemma.lower()
    if lemma not in _arguing() or not _BLOOD.isdisjoint(levels):
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
        if elsewhere or (sentence.span.start - begin >= LEAD and _BACKGROUND.search(words)):
            found.add(number)
    return found


def _is_of_deed(words: str) -> bool:
    """Whether one of the deeds is named that may be others than the report's."""
    lower = words.lower()
    return any(deed in lower for deed in _DEEDS)


def _numbers(
    text: str, figures: Sequence[Figure], victims: Sequence[Victims]
) -> dict[str, set[tuple[int, int]]]:
    counts: dict[str, set[tuple[int, int]]] = {"killed": set(), "injured": set(), "hit": set()}
    counted: set[int] = set()
    for figure in figures:
        kind = "hit" if figure.what == "killed_and_injured" else figure.what
        if kind in counts and figure.value is not None and 0 < figure.value <= _MOST:
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
        is_part = _PART.match(text, at) or _AMONG.search(text, max(0, at - _REACH), at)
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
    for died, at in sorted(counts["killed"], key=lambda pair: pair[1]):
        if not _PART.match(text, at) and at not in bare:
            continue
        told = [(n, then) for n, then in counts["injured"] if n > died and 0 < at - then < LEAD]
        if told:
            before = max(told, key=lambda pair: pair[1])
            counts["injured"].discard(before)
            counts["hit"].add(before)


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
            if value is not None and 0 < value <= _MOST:
                yield "killed" if word.lower == "fatally" else "injured", int(value), number.start


def _others(text: str, victims: Sequence[Victims], figures: Sequence[Figure]) -> tuple[int, ...]:
    """Numbers of further people hurt or hit: "and four others were shot"."""
    spans = {v.span.start: v.span for v in victims if _FURTHER.search(v.span.of(text))}
    for figure in figures:
        if figure.unit == "others" and figure.what in {"injured", "killed_and_injured"}:
            spans.setdefault(figure.span.start, figure.span)
    amounts = (next(find_amounts(text, span), None) for _, span in sorted(spans.items()))
    values = [a.value for a in amounts if a is not None and a.value is not None]
    return tuple(dict.fromkeys(int(value) for value in values if 0 < value <= _MOST))


def _lists(victims: Sequence[Victims]) -> dict[str, tuple[int, ...]]:
    """What the members of one list come to: "his wife and four children"."""
    members: dict[tuple[int, str], list[Victims]] = {}
    for victim in victims:
        members.setdefault((victim.told_by, victim.harm), []).append(victim)
    found: dict[str, tuple[int, ...]] = {"killed": (), "injured": (), "hit": ()}
    for (_, harm), those in members.items():
        counts = [v.who.count for v in those if v.who.noun not in {"he", "they"}]
        known = [count for count in counts if count is not None]
        if len(counts) > 1 and len(known) == len(counts):
            found[harm] = (*found[harm], sum(known))
    return found


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
    for name, pattern in (("unhurt", _UNHURT), ("murder-suicide", _MURDER_SUICIDE)):
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
