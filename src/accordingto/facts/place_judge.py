"""Whether a candidate is a place name at all: a linear score over what stands in and around it.

The weights are in ``data/toponyms.toml``; ``training/toponyms`` makes them.
"""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from accordingto.facts.gazetteer import load_gazetteer
from accordingto.facts.gazetteer_form import fold_place
from accordingto.facts.place_candidates import Candidate
from accordingto.facts.place_words import place_table, use
from accordingto.records.reading import Entity, Reading, Token

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NAMES = frozenset({"PERSON", "ORG"})
_SIZES = (60, 90, 110, 130, 160)


def judge(
    reading: Reading, candidates: Sequence[Candidate], weights: Mapping[str, float]
) -> list[float]:
    """The probability of each candidate to be a place name."""
    return [
        1 / (1 + math.exp(-sum(weights.get(f, 0.0) for f in features)))
        for features in told_of(reading, candidates)
    ]


def told_of(reading: Reading, candidates: Sequence[Candidate]) -> Iterator[list[str]]:
    """The features of each candidate, by name, each present once or not at all."""
    labels: dict[str, Counter[str]] = {}
    for candidate in candidates:
        label = candidate.entity.label if candidate.entity else "-"
        labels.setdefault(_key(candidate), Counter())[label] += 1
    surnames = _surnames(reading)
    words = Counter(token.text for token in reading.tokens if token.text[0].isupper())
    for candidate in candidates:
        yield [
            "bias",
            *_of_name(candidate),
            *_of_entity(candidate, reading),
            *_of_neighbours(reading, candidate),
            *_of_others(candidate, labels[_key(candidate)], surnames),
            *_of_person(candidate, reading, words),
        ]


def _key(candidate: Candidate) -> str:
    return fold_place(candidate.toponym.name)


def _surnames(reading: Reading) -> frozenset[str]:
    """The last words of people's names."""
    found: set[str] = set()
    for entity in reading.entities:
        tokens = reading.tokens_in(entity.span) if entity.label == "PERSON" else []
        if len(tokens) > 1:
            found.update(t.text for t in tokens[1:])
    return frozenset(found)


def _of_name(candidate: Candidate) -> Iterator[str]:
    name = candidate.toponym.name
    entries = load_gazetteer().find(name)
    best = max((e.size for e in entries), default=-1)
    level = max((e.level for e in entries), default=-1) if entries else -1
    exact = any(e.exact for e in entries)
    bucket = sum(best >= size for size in _SIZES) if entries else -1
    kind = candidate.toponym.kind or "-"
    known = "known" if candidate.is_place else "new"
    yield f"{known}"
    yield f"{known}|size={bucket}"
    yield f"{known}|level={level}|exact={exact}"
    yield f"{known}|kind={kind}"
    yield f"people={candidate.people is not None}"
    words = name.split()
    yield f"{known}|words={min(len(words), 4)}"
    span = candidate.span
    yield f"capitals={name.isupper() and len(span) > 3}"
    yield f"short={min(len(name), 5)}"
    yield f"digits={any(c.isdigit() for c in name)}"
    if entries:
        yield f"many={min(len(entries), 8) // 2}"


def _of_entity(candidate: Candidate, reading: Reading) -> Iterator[str]:
    tokens = reading.tokens
    entity, span = candidate.entity, candidate.span
    known = "known" if candidate.is_place else "new"
    if entity is None:
        yield f"{known}|-"
        return
    start, end = span.start == entity.span.start, span.end == entity.span.end
    where = "whole" if start and end else "first" if start else "last" if end else "part"
    yield f"{known}|{entity.label}|{where}"
    yield f"{entity.label}"
    yield f"{entity.label}|{where}|size={_bucket(candidate)}"
    if not end:
        yield f"{entity.label}|{where}|next={_following(candidate, tokens)}"
        yield f"{entity.label}|{where}|end={_last(entity, tokens)}"
    yield f"{candidate.people is not None}|{entity.label}|{where}"


def _following(candidate: Candidate, tokens: Sequence[Token]) -> str:
    """The word of the same entity behind the name."""
    return tokens[candidate.last + 1].lower if candidate.last + 1 < len(tokens) else "^"


def _last(entity: Entity, tokens: Sequence[Token]) -> str:
    """The word with which the entity ends: what kind of body it is, mostly."""
    at = bisect_left(tokens, entity.span.end, key=lambda t: t.end)
    return tokens[min(at, len(tokens) - 1)].lower


def _bucket(candidate: Candidate) -> int:
    entries = load_gazetteer().find(candidate.toponym.name)
    best = max((e.size for e in entries), default=-1)
    return sum(best >= size for size in _SIZES) if entries else -1


def _of_neighbours(reading: Reading, candidate: Candidate) -> Iterator[str]:
    tokens = reading.tokens
    before = tokens[candidate.first - 1] if candidate.first else None
    after = tokens[candidate.last + 1] if candidate.last + 1 < len(tokens) else None
    head = tokens[candidate.toponym.head]
    known = "known" if candidate.is_place else "new"
    label = candidate.entity.label if candidate.entity else "-"
    yield f"{known}|before={_word(before)}"
    yield f"{known}|after={_word(after)}"
    yield f"{label}|before={_class(before)}"
    yield f"{label}|after={_class(after)}"
    yield f"{known}|dep={head.dep}"
    if candidate.people is not None:
        yield f"people|dep={head.dep}"
        yield f"people|after={_class(after)}"
        yield f"people|head={tokens[head.head].lemma}"
    yield f"{label}|{_class(before)}|{_class(after)}"
    yield f"{label}|pos={head.pos}"
    yield f"ends={_lower(tokens[candidate.last])}" if candidate.first != candidate.last else "one"
    if after is not None and after.text == ",":
        behind = tokens[candidate.last + 2] if candidate.last + 2 < len(tokens) else None
        yield f"{known}|comma={_class(behind)}"
    if before is not None and before.text == "," and candidate.first > 1:
        yield f"{known}|comma_before={_class(tokens[candidate.first - 2])}"


def _word(token: Token | None) -> str:
    """The word beside, as itself where it is a small or common one."""
    if token is None:
        return "^"
    if token.text[0].isupper():
        return "Upper:" + token.lower if token.lower in _beside() else "Upper"
    return token.lower


@cache
def _beside() -> frozenset[str]:
    return frozenset(place_table()["beside"]["words"])


def _class(token: Token | None) -> str:
    if token is None:
        return "^"
    if token.lower in use("before"):
        return "place"
    if token.text[0].isupper():
        return f"Upper|{token.ent}"
    if token.pos in {"PUNCT", "ADP", "DET", "CCONJ"}:
        return token.lower
    return token.pos


def _lower(token: Token) -> str:
    return token.lower if token.lower in _beside() else "?"


def _amount(share: float) -> str:
    if share > 0.9:
        return "all"
    return "most" if share > 0.5 else "some" if share else "none"


def _of_person(candidate: Candidate, reading: Reading, words: Mapping[str, int]) -> Iterator[str]:
    """ "Paris Hollis … Hollis": what the engine takes for a person comes back by its last name."""
    entity = candidate.entity
    if entity is None or entity.label != "PERSON":
        return
    last = reading.tokens_in(entity.span)[-1]
    if last.index > candidate.last:
        yield f"person|again={min(words[last.text], 3)}"


def _of_others(
    candidate: Candidate, labels: Counter[str], surnames: frozenset[str]
) -> Iterable[str]:
    """What the engine says of the same name elsewhere in the text."""
    total = labels.total()
    own = candidate.entity.label if candidate.entity else "-"
    places = sum(labels[label] for label in _PLACES)
    others = total - 1
    if others:
        share = (places - (own in _PLACES)) / others
        yield f"elsewhere={_amount(share)}"
    if any(labels[label] for label in _NAMES) and own not in _NAMES:
        yield "elsewhere_name"
    if candidate.toponym.name.split()[-1] in surnames:
        yield f"surname|{own}"
