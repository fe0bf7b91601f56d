"""When and where: times and places that hang on an anchor or on the clause that it stands in."""

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from accordingto.events.anchors import Anchor
from accordingto.events.wordlists import listed
from accordingto.records.facts import Place, Time
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span
from accordingto.records.statement import Statement

_CLIMB = 8
# Said today, done another day.
_FOR_LATER = frozenset({"announce", "call", "order", "plan"})
# The most anchors of one clause that are looked at.
_MOST = 40

_FAR_KM, _KM_A_DEGREE = 50.0, 111.0
_FINE = {"site": 0, "city": 0, "region": 1, "area": 2, "country": 3}

Found = dict[int, list[tuple[int, int]]]


def hung(
    reading: Reading,
    spans: Sequence[Span],
    anchors: Sequence[Anchor],
    statements: Sequence[Statement],
) -> Found:
    """For each anchor (by its place in ``anchors``) the spans that hang on it: how far and which.

    A span hangs on the first anchor that governs it; where a verb governs it that names nothing
    itself ("carried out the raid on Monday"), on that verb's nearest anchor. What hangs on a word
    of saying is the saying's.
    """
    by_head = {anchor.head: at for at, anchor in enumerate(anchors)}
    by_clause = _by_clause(reading, anchors)
    cues = {
        t.index for s in statements if s.cue_span is not None for t in reading.tokens_in(s.cue_span)
    }
    found: Found = {}
    for which, span in enumerate(spans):
        head = reading.head_of(span)
        hit = (
            _governor(reading, head, anchors, by_head, by_clause, cues)
            if head is not None
            else None
        )
        if hit is not None:
            found.setdefault(hit[1], []).append((hit[0], which))
    return found


def by_sentence(
    reading: Reading,
    spans: Sequence[Span],
    found: Found,
    statements: Sequence[Statement],
) -> dict[int, int]:
    """By the first token of a sentence the one span in it that hangs on no anchor and on no word
    of saying: what the parse leaves open the sentence may still tell."""
    hung_on = {which for pairs in found.values() for _, which in pairs}
    cues = {
        t.index for s in statements if s.cue_span is not None for t in reading.tokens_in(s.cue_span)
    }
    free: dict[int, list[int]] = {}
    for which, span in enumerate(spans):
        head = reading.head_of(span)
        if head is None:
            continue
        first = reading.sentence_of(head.index).first
        open_ = which not in hung_on and not _is_of(reading, head, cues)
        free.setdefault(first, []).append(which if open_ else -1)
    return {first: which[0] for first, which in free.items() if len(which) == 1 and which[0] >= 0}


def _is_of(reading: Reading, head: Token, cues: set[int]) -> bool:
    """Whether a word of saying is the first verb over ``head``."""
    token = head
    for _ in range(_CLIMB):
        if token.index in cues:
            return True
        if token.pos in {"VERB", "AUX"} or token.head == token.index:
            # "Lum, whose body was found on Monday": the finding was.
            return token.dep in {"relcl", "acl"}
        token = reading.tokens[token.head]
    return False


def _by_clause(reading: Reading, anchors: Sequence[Anchor]) -> dict[int, list[int]]:
    clauses: dict[int, list[int]] = {}
    for at, anchor in enumerate(anchors):
        token = reading.tokens[anchor.head]
        for _ in range(_CLIMB):
            if token.pos in {"VERB", "AUX"} and token.index != anchor.head:
                here = clauses.setdefault(token.index, [])
                if len(here) < _MOST:
                    here.append(at)
                break
            if token.head == token.index:
                break
            token = reading.tokens[token.head]
    return clauses


def _governor(
    reading: Reading,
    head: Token,
    anchors: Sequence[Anchor],
    by_head: dict[int, int],
    by_clause: dict[int, list[int]],
    cues: set[int],
) -> tuple[int, int] | None:
    token = head
    for step in range(_CLIMB):
        if token.index in by_head:
            return step, by_head[token.index]
        below = by_clause.get(token.index)
        if token.index in cues and not _carries(reading, token, anchors, below or []):
            return None
        if below and token.pos in {"VERB", "AUX"}:
            nearest = min(below, key=lambda at: abs(anchors[at].head - head.index))
            return step + 1, nearest
        if token.head == token.index:
            return None
        if token.dep in {"relcl", "acl"} and token.head not in by_head:
            # "The killing of Lum, who had been missing since May": May is not the killing's.
            return None
        token = reading.tokens[token.head]
    return None


def _carries(
    reading: Reading, verb: Token, anchors: Sequence[Anchor], below: Sequence[int]
) -> bool:
    """ "Signed a ceasefire on Tuesday": what is done by saying it is on the day of saying."""
    heads = [reading.tokens[anchors[at].head] for at in below]
    objects = [t for t in heads if t.head == verb.index and t.dep in {"dobj", "nsubjpass"}]
    done = verb.lemma in listed("light") and verb.lemma not in _FOR_LATER
    return done and bool(objects)


def is_where(reading: Reading, span: Span) -> bool:
    """Whether a place's words tell where something is: behind a preposition, or before the noun."""
    head = reading.head_of(span)
    if head is None:
        return False
    above = reading.tokens[head.head]
    if head.dep == "pobj":
        if above.lower == "to" and reading.tokens[above.head].lemma in listed("ways"):
            # "As he boarded a flight to Tal".
            return False
        ground = above.lower == "of" and reading.tokens[above.head].lemma in listed("grounds")
        return ground or above.lower in listed("place")
    return head.dep in listed("place_relations")


def finest(values: Iterable[str]) -> str | None:
    """The most exact of several values of one time, the first of equals."""
    found = list(values)
    return max(found, key=len) if found else None


def agree(one: str, other: str) -> bool:
    """Whether two TIMEX values can be one time: one of them is the beginning of the other."""
    return one.startswith(other) or other.startswith(one)


def near_days(one: str, other: str) -> bool:
    """Whether two values can be one time in two tellings: they agree, or are days next to each
    other (the night of the raid and the morning after)."""
    if agree(one, other):
        return True
    try:
        days = [date.fromisoformat(value[:10]) for value in (one, other)]
    except ValueError:
        return False
    return abs((days[0] - days[1]).days) <= 1


def places_at(places: Sequence[Place]) -> list[tuple[Span, str]]:
    """The mentions of places with their ids, in text order."""
    return sorted((m, place.id) for place in places for m in place.mentions)


def finer_first(ids: Iterable[str], places: Mapping[str, Place]) -> tuple[str, ...]:
    """Places nearest first; where that is a country or region and the same words name a town or
    region in it, that one before ("near Tal in northern Merenia")."""
    found = list(ids)
    first = places[found[0]] if found else None
    if first is None or first.country is None:
        return tuple(found)

    def is_finer(one: str) -> bool:
        place = places[one]
        return place.country == first.country and _FINE[place.kind] < _FINE[first.kind]

    finer = min(
        (one for one in found if is_finer(one)),
        key=lambda one: _FINE[places[one].kind],
        default=None,
    )
    return tuple(found) if finer is None else (finer, *(one for one in found if one != finer))


def spot_of(ids: Sequence[str], places: Mapping[str, Place]) -> tuple[float, float] | None:
    """Where the first of some places lies, in degrees, if it is a town or site."""
    place = places[ids[0]] if ids else None
    if place is None or place.kind not in {"city", "site"}:
        return None
    return None if place.lat is None or place.lon is None else (place.lat, place.lon)


def far(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two points lie so far apart that what happens at both is not one happening."""
    north = abs(one[0] - other[0])
    east = abs(one[1] - other[1]) * math.cos(math.radians((one[0] + other[0]) / 2))
    return math.hypot(north, min(east, 360 - east)) * _KM_A_DEGREE > _FAR_KM


def dated(times: Sequence[Time]) -> list[Time]:
    """Times that are points or spans of the calendar."""
    return [time for time in times if time.type in {"DATE", "TIME"} and time.value[:1].isdigit()]


def within(mentions: Sequence[tuple[Span, str]], span: Span) -> list[tuple[Span, str]]:
    """The mentions that lie in ``span``."""
    at = bisect_left(mentions, (Span(span.start, 0), ""))
    found = []
    while at < len(mentions) and mentions[at][0].start < span.end:
        found.append(mentions[at])
        at += 1
    return found
