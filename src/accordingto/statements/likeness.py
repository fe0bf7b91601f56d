"""How alike the contents of two statements are, by the content words that they share."""

from collections.abc import Sequence

import msgspec

from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span
from accordingto.records.statement import Statement

_CONTENT_POS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
# Words so common in reports of speech that sharing them says nothing.
_LIGHT = frozenset({"be", "have", "do", "say", "make", "take", "get", "go", "other", "such"})


class Words(msgspec.Struct, frozen=True):
    """The lemmas of a statement's content, and those among them that are names."""

    lemmas: frozenset[str]
    names: frozenset[str]


class Overlap(msgspec.Struct, frozen=True):
    """Shared lemmas (sorted), how many of them are no names, and their share of the smaller side.

    Names alone say whom two contents are about, not that they say the same.
    """

    shared: tuple[str, ...]
    common_words: int
    share: float


def words_of(reading: Reading, spans: Sequence[Span]) -> Words:
    """The content words in ``spans``."""
    tokens = [token for span in spans for token in reading.tokens_in(span)]
    return Words(
        frozenset(_lemma(t) for t in tokens if _counts(t)),
        frozenset(_lemma(t) for t in tokens if _counts(t) and t.pos == "PROPN"),
    )


def compare(one: Words, other: Words) -> Overlap:
    """How much of the shorter content's words the other has too."""
    shared = one.lemmas & other.lemmas
    smaller = min(len(one.lemmas), len(other.lemmas))
    return Overlap(
        tuple(sorted(shared)),
        len(shared - one.names - other.names),
        len(shared) / smaller if smaller else 0.0,
    )


def same_content(one: Statement, other: Statement) -> bool:
    """True where the two ascribe the very same words of the text."""
    return any(a.overlaps(b) for a in one.content_spans for b in other.content_spans)


def _counts(token: Token) -> bool:
    # Particles and hyphens that the tokenizer splits off ("al", "-") are shared by strangers.
    return (
        token.pos in _CONTENT_POS
        and len(token.text) > 2
        and any(c.isalnum() for c in token.text)
        and _lemma(token) not in _LIGHT
    ) or token.pos == "NUM"


def _lemma(token: Token) -> str:
    return token.lemma if token.pos != "PROPN" else token.lower
