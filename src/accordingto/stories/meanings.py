"""Words that stand for one another between articles: two spellings, or words of like meaning."""

from collections.abc import Collection, Iterator
from functools import cache

from accordingto.stories.words import word_term
from accordingto.tables import table


@cache
def like_meanings() -> dict[int, int]:
    """Terms that are only spelt otherwise, or mean the same in news ("quit", "resigned"), each with
    the term that stands for both."""
    spelt: dict[str, str] = table("accordingto.stories", "words.toml")["spelt"]
    found = {word_term(american): word_term(british) for american, british in spelt.items()}
    for group in table("accordingto", "alike.toml")["groups"]["same"]:
        stands_for = word_term(group[0])
        for word in group:
            for term in map(word_term, _forms(word)):
                if term >= 0 and term != stands_for:
                    found.setdefault(term, stands_for)
    return found


@cache
def like_deeds() -> dict[int, int]:
    """Terms of every report of violence ("hit", "bombed") with the one that stands for them all."""
    found: dict[int, int] = {}
    for group in table("accordingto", "alike.toml")["groups"]["common"]:
        stands_for = word_term(group[0])
        for term in (t for word in group for t in map(word_term, _forms(word))):
            if term >= 0:
                found.setdefault(term, stands_for)
    return found


# What the pairs are called by which two accounts of one event differ.
CONTRARY = "contrary"
# A pair of groups of words that exclude each other, and which of the two.
Side = tuple[str, int]


def sides_of(terms: Collection[int], negated: Collection[int]) -> frozenset[Side]:
    """What of two things that exclude each other is said ("an accident"); nothing where both are.
    ``negated``: terms that are said not to be so: what was no accident was deliberate."""
    found = {_sides()[t] for t in terms if t in _sides() and t not in negated}
    denied = {_sides()[t] for t in terms if t in _sides() and t in negated}
    found |= {(pair, 1 - side) for pair, side in denied if pair.startswith(CONTRARY)}
    return frozenset((pair, side) for pair, side in found if (pair, 1 - side) not in found)


def excluding(one: frozenset[Side], other: frozenset[Side]) -> str | None:
    """The pair of which one says this and the other that: "contrary 0"; None where there is none.
    A pair by which two accounts of one event differ goes before others."""
    found = sorted(pair for pair, side in one if (pair, 1 - side) in other)
    return found[0] if found else None


@cache
def winning() -> Side:
    """The side on which winners are."""
    return _sides()[word_term("winner")]


@cache
def _sides() -> dict[int, Side]:
    known = table("accordingto", "alike.toml")["groups"]
    return {
        term: (f"{kind} {at}", side)
        for kind in ("views", "rival", CONTRARY)
        for at, pair in enumerate(known[kind])
        for side, group in enumerate(pair)
        for word in group
        for term in map(word_term, _forms(word))
        if term >= 0
    }


def _forms(word: str) -> Iterator[str]:
    """A verb or noun with its regular endings; what is no word of English does no harm."""
    yield from (word, f"{word}s", f"{word}es")
    if word.endswith("e"):
        yield from (f"{word}d", f"{word[:-1]}ing")
    elif word.endswith("y"):
        yield from (f"{word[:-1]}ied", f"{word[:-1]}ies", f"{word}ing")
    else:
        yield from (f"{word}ed", f"{word}ing", f"{word}{word[-1]}ed", f"{word}{word[-1]}ing")
