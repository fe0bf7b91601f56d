"""Two accounts of one happening that part on a matter of news: "a gas leak" and "a bomb", "he
pulled a knife" and "his hands were empty".

They share no word. What is known is the matter (:file:`data/matters.toml`): words of which one
side's exclude the other's, or the same words with and without a negation. That both speak of one
happening is told by how they are set: two sides, the one right behind the other.
"""

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from accordingto.records.reading import Reading, Token
from accordingto.relations.negation import is_refused
from accordingto.tables import table

_ANY = "_"


class Matter(msgspec.Struct, frozen=True):
    """One matter of the table; ``same`` is what both must speak of."""

    name: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    flips: str
    same: str
    parties: bool = False


class Stand(msgspec.Struct, frozen=True):
    """What an account says of a matter: ``yes`` or not, in which words, and whether it says so by a
    negation. ``at`` is the last token of the words."""

    matter: int
    yes: bool
    words: str
    negated: bool
    at: int


@cache
def matters() -> tuple[Matter, ...]:
    """The matters, in their order."""
    return tuple(
        msgspec.convert(row, Matter)
        for row in table("accordingto.relations", "matters.toml")["matter"]
    )


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], int, bool]]]:
    """The phrases of all matters by their first word: words, matter, whether it is a yes."""
    found: dict[str, list[tuple[tuple[str, ...], int, bool]]] = {}
    for at, matter in enumerate(matters()):
        for yes, phrases in ((True, matter.yes), (False, matter.no)):
            for phrase in phrases:
                words = tuple(phrase.split())
                found.setdefault(words[0], []).append((words, at, yes))
    return found


def stands(reading: Reading, tokens: Sequence[Token]) -> tuple[Stand, ...]:
    """What the words of a content say of any matter; of two phrases that overlap the longer."""
    hits = sorted(_hits(tokens), key=lambda hit: (-len(hit[0]), hit[0][0].index, hit[1]))
    taken: set[tuple[int, int]] = set()
    found: list[Stand] = []
    for words, matter, yes in hits:
        cells = {(matter, t.index) for t in words}
        if taken & cells:
            continue
        taken |= cells
        negated = any(is_refused(reading, t.index) for t in words)
        flips = matters()[matter].flips
        turns = flips == "both" or flips == ("yes" if yes else "no")
        if negated and not turns:
            continue
        said = " ".join(t.text for t in words)
        found.append(Stand(matter, yes != negated, said, negated, words[-1].index))
    return tuple(found)


def _hits(tokens: Sequence[Token]) -> Iterator[tuple[Sequence[Token], int, bool]]:
    known = _phrases()
    for at, token in enumerate(tokens):
        for form in {token.lower, token.lemma.lower()}:
            for words, matter, yes in known.get(form, ()):
                if _fits(words, tokens[at:]):
                    yield tokens[at : at + len(words)], matter, yes


def _fits(words: Sequence[str], tokens: Sequence[Token]) -> bool:
    if len(words) > len(tokens):
        return False
    return all(
        word in (_ANY, token.lower, token.lemma.lower())
        for word, token in zip(words, tokens, strict=False)
    )
