"""Every name that may be one of a place, also within other names and as an adjective."""

from collections.abc import Iterator, Sequence

import msgspec

from accordingto.facts.gazetteer import load_gazetteer
from accordingto.facts.place_known import (
    is_acronym,
    is_called,
    is_dated,
    is_land,
    is_listed,
    is_never,
    people_of,
    spelled_out,
)
from accordingto.facts.place_toponym import Toponym, river_of
from accordingto.facts.place_words import use
from accordingto.records.reading import Entity, Reading, Token
from accordingto.records.span import Span

# The longest name looked up inside another, in words.
_MOST_WORDS = 4
_INNER = frozenset({"of", "de", "la", "el", "al", "del", "-", "da", "du"})


class Candidate(msgspec.Struct, frozen=True):
    """A name where it stands. ``toponym`` has what the words around it say; ``entity`` is the
    engine's entity over it, if any; ``people`` the country of an adjective ("Iraqi");
    ``is_name`` is true where the word is also a country's own name ("US"), and ``is_place`` where
    the rules for places meant as places have found it."""

    toponym: Toponym
    first: int
    last: int
    entity: Entity | None
    people: str | None
    is_place: bool
    is_name: bool = False

    @property
    def span(self) -> Span:
        return self.toponym.span


def find_candidates(text: str, reading: Reading, known: Sequence[Toponym]) -> list[Candidate]:
    """The places that rules have found, and what the gazetteer knows outside of them, in text
    order and without overlaps."""
    taken: set[int] = set()
    found: list[Candidate] = []
    over = _entities(reading)
    for toponym in known:
        inside = reading.tokens_in(toponym.span)
        taken.update(t.index for t in inside)
        entity = next((over[t.index] for t in inside if t.index in over), None)
        found.append(Candidate(toponym, inside[0].index, inside[-1].index, entity, None, True))
    for run in _runs(reading, taken):
        found.extend(_in_run(text, reading, run, over))
    return sorted(found, key=lambda c: c.span)


def _entities(reading: Reading) -> dict[int, Entity]:
    return {t.index: e for e in reading.entities for t in reading.tokens_in(e.span)}


def _runs(reading: Reading, taken: set[int]) -> Iterator[list[Token]]:
    """Capitalised words in a row, with the small words that names have inside."""
    run: list[Token] = []
    for sentence in reading.sentences:
        for token in reading.tokens[sentence.first : sentence.last]:
            free = token.index not in taken
            if (free and token.text[0].isupper()) or (free and run and token.lower in _INNER):
                run.append(token)
            elif run:
                yield run
                run = []
        if run:
            yield run
            run = []


def _in_run(
    text: str, reading: Reading, run: list[Token], over: dict[int, Entity]
) -> Iterator[Candidate]:
    """The longest known names of a run, from the left."""
    at = 0
    while at < len(run):
        made, size = None, 1
        for size in range(min(_MOST_WORDS * 2, len(run) - at), 0, -1):
            words = run[at : at + size]
            if _is_name(words) and not _is_citys(words, run[at + size : at + size + 1]):
                made = _candidate(text, reading, words, over)
            if made is not None:
                break
        if made is not None:
            yield made
        at += size if made is not None else 1


def _is_name(words: list[Token]) -> bool:
    if not (words[0].text[0].isupper() and words[-1].text[0].isupper()):
        return False
    if len(words) > 1 and words[0].lower == "the":
        # "The Denver Broncos"; only "The Hague" and the like are called so.
        return " ".join(w.lower for w in words) in use("whole")
    return sum(w.text[0].isupper() for w in words) <= _MOST_WORDS


def _is_citys(words: list[Token], behind: list[Token]) -> bool:
    """ "Dublin City Council": the city's own council, where no town is called "Dublin City"."""
    if len(words) < 2 or words[-1].lower != "city" or not behind:
        return False
    if behind[0].lower not in {"council", "hall", "manager", "attorney", "clerk", "school"}:
        return False
    found = load_gazetteer().find(" ".join(w.text for w in words))
    return all(entry.level or not entry.exact for entry in found)


def _candidate(
    text: str, reading: Reading, words: list[Token], over: dict[int, Entity]
) -> Candidate | None:
    if is_never(words) or is_called(reading, words) or is_acronym(reading, words):
        return None
    if is_dated(reading, words):
        return None
    span = Span(words[0].start, words[-1].end)
    name = spelled_out(span.of(text))
    people = people_of(name)
    if not is_listed(name) and people is None:
        return None
    head = reading.head_of(span)
    if head is None:
        return None
    toponym = river_of(reading, words, name) or Toponym(span, name, head.index)
    first, last = words[0].index, words[-1].index
    is_name = people is not None and is_land(name)
    return Candidate(toponym, first, last, over.get(first), people, False, is_name)
