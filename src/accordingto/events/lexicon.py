"""Which happening a word names: kinds of events by their words, and weak words by their company."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

from accordingto.events.wordlists import listed
from accordingto.records.facts import EventType
from accordingto.records.reading import Reading, Token
from accordingto.tables import table

_PACKAGE = "accordingto.events"
# How far below a word its company is looked for.
_DEPTH = 3
_COMPANY = 60


@dataclass(frozen=True)
class Kind:
    """A kind of event: its PLOVER type and a finer name."""

    type: EventType
    mode: str


@dataclass(frozen=True)
class Sense:
    """What a word names here. ``strong`` where it means it by itself, not by its company;
    ``partner`` is the other word of a phrase."""

    kind: Kind
    strong: bool
    reason: str
    partner: int | None = None


@dataclass(frozen=True)
class _Words:
    verbs: dict[str, Kind]
    nouns: dict[str, Kind]
    weak_verbs: dict[str, tuple[Kind, ...]]
    weak_nouns: dict[str, tuple[Kind, ...]]
    phrases: dict[tuple[str, str], Kind]
    phrase_verbs: set[str]


@cache
def _words() -> _Words:
    words = _Words({}, {}, {}, {}, {}, set())
    for row in table(_PACKAGE, "kinds.toml")["kind"]:
        kind = Kind(cast(EventType, row["type"]), row["mode"])
        for verb in row.get("verbs", ()):
            words.verbs.setdefault(verb, kind)
        for noun in row.get("nouns", ()):
            words.nouns.setdefault(noun, kind)
        for weak in row.get("weak_verbs", ()):
            words.weak_verbs[weak] = (*words.weak_verbs.get(weak, ()), kind)
        for weak in row.get("weak_nouns", ()):
            words.weak_nouns[weak] = (*words.weak_nouns.get(weak, ()), kind)
        for phrase in row.get("phrases", ()):
            first, _, second = phrase.partition(" ")
            words.phrases.setdefault((first, second), kind)
            words.phrase_verbs.add(first)
    return words


@cache
def _company() -> dict[str, frozenset[str]]:
    return {mode: frozenset(words) for mode, words in table(_PACKAGE, "company.toml").items()}


@cache
def kinds_by_mode() -> dict[str, Kind]:
    """Every kind by its mode."""
    rows = table(_PACKAGE, "kinds.toml")["kind"]
    return {row["mode"]: Kind(cast(EventType, row["type"]), row["mode"]) for row in rows}


def lemma_of(token: Token) -> str:
    """The lemma; off a capitalised noun the plural ending, which the engine leaves there."""
    lemma = token.lemma.lower()
    if token.pos != "PROPN" and token.tag != "NNPS":
        return lemma
    if token.tag == "NNPS" or lemma.endswith("s"):
        return lemma[:-1] if not lemma.endswith("ss") else lemma
    return lemma


def sense_of(reading: Reading, token: Token) -> Sense | None:
    """The happening that a verb or noun names, or ``None``."""
    if token.pos == "VERB" or (token.tag[:2] == "VB" and token.pos == "NOUN"):
        return _verb_sense(reading, token)
    if token.pos in {"NOUN", "PROPN"}:
        return _noun_sense(reading, token)
    return None


def _verb_sense(reading: Reading, token: Token) -> Sense | None:
    words, lemma = _words(), token.lemma.lower()
    if _is_idiom(reading, token):
        return None
    begins_phrase = lemma in words.phrase_verbs
    for other in below(reading, token, listed("phrase"), 2) if begins_phrase else ():
        kind = words.phrases.get((lemma, lemma_of(other)))
        if kind is not None:
            reason = f"'{token.text} … {other.text}' names a {kind.mode}"
            return Sense(kind, True, reason, other.index)
    sense = by_company(reading, token, words.weak_verbs.get(lemma, ()))
    if sense is None and lemma in words.verbs and not _is_published(reading, token):
        return _plain(words.verbs[lemma], token)
    # "The bombing", as the engine often takes it for a verb.
    if sense is None and token.tag == "VBG" and token.lower in words.nouns:
        return _plain(words.nouns[token.lower], token)
    return sense


def _is_published(reading: Reading, token: Token) -> bool:
    """ "Released two videos": what is given to the public was no prisoner."""
    if token.lemma != "release":
        return False
    under = [reading.tokens[i] for i in reading.children[token.index]]
    given = [t for t in under if t.dep in {"dobj", "nsubjpass"}]
    if token.dep in {"acl", "relcl"}:
        given.append(reading.tokens[token.head])
    return any(lemma_of(t) in listed("published") for t in given)


def _is_idiom(reading: Reading, token: Token) -> bool:
    """ "Hit the campaign trail", "pulled their punches"; but "shells hit the market"."""
    seconds = _idioms().get(token.lemma.lower())
    if seconds is None:
        return False
    subjects = (reading.tokens[i] for i in reading.children[token.index])
    if any(t.dep == "nsubj" and lemma_of(t) in listed("weapons") for t in subjects):
        return False
    return any(lemma_of(other) in seconds for other in below(reading, token, listed("phrase"), 2))


@cache
def _idioms() -> dict[str, frozenset[str]]:
    """The second words of idioms by their verbs."""
    found: dict[str, set[str]] = {}
    for idiom in listed("idioms"):
        verb, _, second = idiom.partition(" ")
        found.setdefault(verb, set()).add(second)
    return {verb: frozenset(seconds) for verb, seconds in found.items()}


def _noun_sense(reading: Reading, token: Token) -> Sense | None:
    words, lemma = _words(), lemma_of(token)
    if token.dep == "dobj" and _is_idiom(reading, reading.tokens[token.head]):
        return None
    sense = by_company(reading, token, words.weak_nouns.get(lemma, ()))
    if sense is None and lemma in words.nouns:
        return _plain(words.nouns[lemma], token)
    return sense


def _plain(kind: Kind, token: Token) -> Sense:
    return Sense(kind, True, f"'{token.text}' names a {kind.mode}")


def weak_kinds(token: Token) -> tuple[Kind, ...]:
    """The kinds that a word may name beside the right company."""
    words = _words()
    if token.pos == "VERB":
        return words.weak_verbs.get(token.lemma.lower(), ())
    return words.weak_nouns.get(lemma_of(token), ())


def by_company(reading: Reading, token: Token, kinds: tuple[Kind, ...]) -> Sense | None:
    """Of several kinds the one that most of a word's company speaks for, if any does."""
    if not kinds:
        return None
    near = {lemma_of(other): other.text for other in around(reading, token)}
    known = _company()
    counts = [sum(word in known.get(kind.mode, ()) for word in near) for kind in kinds]
    best = max(range(len(kinds)), key=lambda at: (counts[at], -at))
    if counts[best] == 0:
        return None
    kind = kinds[best]
    beside = next(text for word, text in near.items() if word in known[kind.mode])
    return Sense(kind, False, f"'{token.text}' beside '{beside}' names a {kind.mode}")


def around(reading: Reading, token: Token) -> Iterator[Token]:
    """The company of a word: what stands under it, and beside it under the same word."""
    yield from below(reading, token, listed("company"), _DEPTH)
    above = reading.tokens[token.head]
    if above.index != token.index and token.dep in {
        "dobj",
        "compound",
        "nsubj",
        "nsubjpass",
        "pobj",
    }:
        yield above
        for index in reading.children[above.index][:_COMPANY]:
            if index != token.index and reading.tokens[index].dep in listed("company"):
                yield reading.tokens[index]


def below(reading: Reading, token: Token, relations: frozenset[str], depth: int) -> Iterator[Token]:
    """Dependents in ``relations``, near ones first, not more than a fixed number of them."""
    level, seen = [token.index], 0
    for _ in range(depth):
        level = [
            index
            for above in level
            for index in reading.children[above]
            if reading.tokens[index].dep in relations
        ]
        for index in level:
            yield reading.tokens[index]
            seen += 1
            if seen >= _COMPANY:
                return
