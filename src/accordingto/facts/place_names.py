"""Where the text names a place and means one."""

import re
from collections.abc import Sequence

import msgspec

from accordingto.facts.gazetteer import load_gazetteer
from accordingto.facts.gazetteer_form import fold_place
from accordingto.facts.place_cover import Cover
from accordingto.facts.place_known import (
    is_acronym,
    is_called,
    is_land,
    is_listed,
    is_never,
    people_of,
)
from accordingto.facts.place_told import is_met, is_named, is_struck, is_taken, is_typed
from accordingto.facts.place_toponym import Toponym, toponym_of
from accordingto.facts.place_words import nouns, use
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span, trim

_LABELS = frozenset({"GPE", "LOC", "FAC"})
_SLIPS = frozenset({"PERSON", "ORG", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", ""})
_DATELINE_CHARS = 90
# How many words of a longer name the engine may leave out, and its small ones.
_TAIL = 3
_JOINTS = frozenset({"of", "'s", "’s", "al", "el", "de", "-"})
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)"
_DATELINE = re.compile(
    rf"^\(?([A-Z][A-Z’'. -]{{2,30}}|[A-Z][a-z]+(?: [A-Z][a-z]+)?(?= \(|, {_DAY}))\)?"
    rf"(?:,? [A-Z][A-Za-z. ]{{1,20}})?(?:,? {_DAY})?(?: \([A-Z][^()\n]{{1,40}}\))?"
    r" ?(?:—|–|--|-|:)"
)
# What pages set behind a name without a stop: "Tal 19:11".
_CLOCK = re.compile(r"\d\d?[:.]\d\d")


def find_toponyms(text: str, reading: Reading) -> list[Toponym]:
    """Place names by their surroundings, in text order and without overlaps."""
    found = [
        toponym
        for span, label in _spans(text, reading)
        if (toponym := _from_entity(text, reading, span, label)) is not None
    ]
    found.extend(_from_datelines(text, reading, found))
    found.extend(_after_prepositions(text, reading, found))
    found.extend(_joined(text, reading, found))
    found.extend(_again(text, reading, found))
    return [_written_from(text, reading, toponym) for toponym in _apart(found)]


def _written_from(text: str, reading: Reading, toponym: Toponym) -> Toponym:
    """What a dateline names is a town, though a state has the name: "WASHINGTON —"."""
    start = toponym.span.start
    opens = toponym.kind is None and any(block.start == start for block in reading.blocks)
    match = _DATELINE.match(text[start : start + _DATELINE_CHARS]) if opens else None
    if match is None or match.end(1) != len(toponym.span) or is_land(toponym.name):
        return toponym
    return msgspec.structs.replace(toponym, kind="city")


def _spans(text: str, reading: Reading) -> list[tuple[Span, str]]:
    """The engine's places, cut at commas ("Tal, Ga.")."""
    found: list[tuple[Span, str]] = []
    for entity in reading.entities:
        if entity.label not in _LABELS:
            continue
        start = entity.span.start
        for piece in entity.span.of(text).split(","):
            span = trim(text, Span(start, start + len(piece)))
            if span is not None:
                found.append((span, entity.label))
            start += len(piece) + 1
    return found


def _from_entity(text: str, reading: Reading, span: Span, label: str) -> Toponym | None:
    tokens = reading.tokens_in(span)
    while tokens and (
        tokens[-1].text in {"'s", "’s", "'", "’", ".", ","} or tokens[-1].text.isspace()
    ):
        tokens = tokens[:-1]
    while len(tokens) > 1 and _CLOCK.fullmatch(tokens[-1].text):
        tokens = tokens[:-1]
    while len(tokens) > 1 and tokens[0].lower in use("cut") and not _keeps_front(tokens):
        tokens = tokens[1:]
    if not any(t.text[0].isupper() for t in tokens):
        # "The" alone, which the engine has cut off.
        return None
    tokens = _with_lead(reading, tokens)
    tokens = _with_name(reading, _with_tail(text, reading, tokens))
    if not any(t.text[0].isupper() for t in tokens) or is_never(tokens):
        return None
    if is_called(reading, tokens) or is_acronym(reading, tokens):
        return None
    if label != "FAC" and people_of(tokens[-1].text) and len(tokens) == 1:
        return None
    if label == "GPE" and len(tokens) > 1 and tokens[-1].lower in use("bodies"):
        # "US Central Command".
        return None
    toponym = toponym_of(text, reading, tokens)
    is_person = toponym is not None and toponym.kind is None and _is_person(reading, tokens)
    return None if is_person else toponym


def _with_name(reading: Reading, tokens: Sequence[Token]) -> list[Token]:
    """ "The [Camp] Aster attack": a word like that alone names no place, and the next one does."""
    if len(tokens) != 1 or tokens[0].lower not in nouns("front"):
        return list(tokens)
    behind = reading.tokens[tokens[0].index + 1 : tokens[0].index + 2]
    named = behind and behind[0].pos == "PROPN" and behind[0].text[:1].isupper()
    return [*tokens, *behind] if named else list(tokens)


def _is_person(reading: Reading, tokens: Sequence[Token]) -> bool:
    """ "Paris Hollis … Hollis": a name that no list has and that comes back by its last word as
    what the engine takes for a person."""
    last = tokens[-1]
    if len(tokens) != 2 or is_listed(f"{tokens[0].text} {last.text}"):
        return False
    people = (reading.tokens_in(e.span) for e in reading.entities if e.label == "PERSON")
    return any(len(name) == 1 and name[0].text == last.text for name in people)


def _keeps_front(tokens: Sequence[Token]) -> bool:
    """ "Northern Ireland" is no north of Ireland."""
    lower = [t.lower for t in tokens]
    return any(" ".join(lower[:size]) in use("whole") for size in (2, 3))


def _from_datelines(text: str, reading: Reading, known: Sequence[Toponym]) -> list[Toponym]:
    """The city in capitals, or before an agency in brackets, at the head of a paragraph."""
    found: list[Toponym] = []
    covered = Cover(t.span for t in known)
    for block in reading.blocks:
        match = _DATELINE.match(text[block.start : block.start + _DATELINE_CHARS])
        if match is None:
            continue
        span = Span(block.start + match.start(1), block.start + match.end(1))
        if covered.touching(span) or not load_gazetteer().find(span.of(text)):
            continue
        tokens = reading.tokens_in(span)
        made = toponym_of(text, reading, tokens) if tokens else None
        if made is not None:
            found.append(made)
    return found


def _with_lead(reading: Reading, tokens: list[Token]) -> list[Token]:
    """Takes in the "al-" that the engine left outside the name."""
    if not tokens:
        return tokens
    at = tokens[0].index
    before = reading.tokens[max(0, at - 2) : at]
    if before and before[-1].text == "al" and before[-1].pos == "PROPN":
        return [before[-1], *tokens]
    if tokens[0].text == "-" and before and before[-1].end == tokens[0].start:
        return [before[-1], *tokens]
    if (
        len(before) == 2
        and before[1].text == "-"
        and before[1].end == tokens[0].start
        and before[0].end == before[1].start
    ):
        return [*before, *tokens]
    return tokens


def _with_tail(text: str, reading: Reading, tokens: list[Token]) -> list[Token]:
    """Takes in what the engine left out of a longer name: "Hong" of "Hong Kong dollars", "Strait"
    of "Strait of Hormuz", "Cox" of "Cox's Bazar"."""
    behind = reading.tokens[tokens[-1].index + 1 : tokens[-1].index + 1 + _TAIL] if tokens else []
    for size in range(len(behind), 0, -1):
        added = behind[:size]
        if not added[-1].text[0].isupper() or any(
            not t.text[0].isupper() and t.lower not in _JOINTS for t in added
        ):
            continue
        if added[-1].start - tokens[-1].end > len(Span(added[0].start, added[-1].end)):
            continue
        if is_listed(Span(tokens[0].start, added[-1].end).of(text)):
            return [*tokens, *added]
    return tokens


def _after_prepositions(text: str, reading: Reading, known: Sequence[Toponym]) -> list[Toponym]:
    """Capitalised names behind "in", "near" … that the engine took for something else: only where
    the gazetteer has them or a type noun stands by them."""
    covered = Cover(t.span for t in known)
    found: list[Toponym] = []
    at = 0
    while at < len(reading.tokens):
        run = _run(reading, at)
        if not run:
            at += 1
            continue
        run = _with_tail(text, reading, run)
        at = run[-1].index + 1
        span = Span(run[0].start, run[-1].end)
        if covered.touching(span) or is_never(run) or is_acronym(reading, run):
            continue
        toponym = toponym_of(text, reading, run)
        if toponym is not None and _is_sure(reading, run, toponym):
            found.append(toponym)
    return found


def _joined(text: str, reading: Reading, known: Sequence[Toponym]) -> list[Toponym]:
    """ "The cities of Jizan and Abha": a name that the gazetteer has, joined to a place's."""
    covered = Cover(t.span for t in known)
    ends = {toponym.span.end for toponym in known}
    found: list[Toponym] = []
    for joint in reading.tokens[1:-1]:
        if joint.lower not in {"and", ","} or reading.tokens[joint.index - 1].end not in ends:
            continue
        run = _run(reading, joint.index + 1)
        if not run or len(run) > _TAIL or covered.touching(Span(run[0].start, run[-1].end)):
            continue
        toponym = toponym_of(text, reading, run)
        if toponym is None or is_never(run) or is_acronym(reading, run):
            continue
        if joint.lower == "," and not _goes_on(reading, run[-1]):
            continue
        if load_gazetteer().find(toponym.name):
            found.append(toponym)
            ends.add(toponym.span.end)
    return found


def _goes_on(reading: Reading, last: Token) -> bool:
    """Whether a row of names goes on: "X, Y and …", "X, Y, …"."""
    after = reading.tokens[last.index + 1 : last.index + 3]
    joint = bool(after) and after[0].lower in {"and", ","}
    return joint and len(after) > 1 and after[1].text[0].isupper()


def _run(reading: Reading, at: int) -> list[Token]:
    token = reading.tokens[at]
    if not token.text[0].isupper() or token.ent not in _SLIPS:
        return []
    if token.pos != "PROPN" and not _is_typed_adjective(reading, token):
        return []
    run = [token]
    end = reading.sentence_of(at).last
    for other in reading.tokens[at + 1 : end]:
        if other.ent not in _SLIPS or other.start - run[-1].end > 1:
            break
        joined = run[-1].text == "-" and run[-1].end == other.start
        is_name = other.text[0].isupper() and (joined or other.pos == "PROPN")
        if is_name or other.lower in {
            "-",
            "al",
            "el",
            "of",
        }:
            run.append(other)
            continue
        break
    while run and not run[-1].text[0].isupper():
        run = run[:-1]
    return _with_lead(reading, run)


def _is_typed_adjective(reading: Reading, token: Token) -> bool:
    """ "Karachi's Malir district": a name that the engine takes for an adjective, as no people is
    called so."""
    if token.pos != "ADJ" or token.ent or not is_typed(reading, token) or token.index == 0:
        return False
    inside = reading.sentence_of(token.index).first < token.index
    before = reading.tokens[token.index - 1].lower
    plain = token.lower not in use("cut") and people_of(token.text) is None
    return inside and plain and before in {"the", "'s", "’s", "in"}


def _is_sure(reading: Reading, run: list[Token], toponym: Toponym) -> bool:
    is_told = is_named(reading, run[0]) or is_struck(reading, run[0]) or is_taken(reading, run)
    if (is_told and is_listed(toponym.name)) or is_met(reading, run) or is_typed(reading, run[-1]):
        return True
    before = reading.tokens[run[0].index - 1] if run[0].index else None
    located = before is not None and before.lower in use("before")
    if before is not None and before.lower == "the" and run[0].index > 1:
        located = (
            reading.tokens[run[0].index - 2].lower in use("before") and toponym.kind is not None
        )
    if (
        toponym.kind is not None
        and toponym.kind != "region"
        and toponym.type_word != toponym.name.lower()
    ):
        return located or toponym.kind == "site"
    if not located or before is None or before.lower == "of":
        return False
    known = len(run) <= _TAIL and bool(load_gazetteer().find(toponym.name))
    return run[0].ent in {"", "GPE"} or known


def _again(text: str, reading: Reading, known: Sequence[Toponym]) -> list[Toponym]:
    """The same names where the engine missed them, token by token."""
    names: dict[str, Toponym] = {}
    for toponym in known:
        if len(fold_place(toponym.name)) >= 4:
            names.setdefault(toponym.name, toponym)
    firsts: dict[str, list[Toponym]] = {}
    for toponym in names.values():
        firsts.setdefault(toponym.name.split(" ")[0].split("-")[0], []).append(toponym)
    covered = Cover(t.span for t in known)
    found: list[Toponym] = []
    for token in reading.tokens:
        if token.text not in firsts or token.ent == "PERSON":
            continue
        for toponym in firsts.get(token.text, []):
            span = Span(token.start, token.start + len(toponym.name))
            after = text[span.end : span.end + 1]
            if span.of(text) == toponym.name and not after.isalnum() and not covered.touching(span):
                made = toponym_of(text, reading, reading.tokens_in(span))
                if made is not None:
                    found.append(made)
                break
    return found


def _apart(found: Sequence[Toponym]) -> list[Toponym]:
    """Of names that overlap the first and longest."""
    kept: list[Toponym] = []
    for toponym in sorted(found, key=lambda t: (t.span.start, -t.span.end)):
        if not kept or not kept[-1].span.overlaps(toponym.span):
            kept.append(toponym)
    return kept
