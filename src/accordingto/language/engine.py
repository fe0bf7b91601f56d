"""What a language engine must give, whichever library is behind it."""

from collections.abc import Sequence
from typing import Protocol

import msgspec

from accordingto.records.encoding import Encoding
from accordingto.records.reading import Entity, Token
from accordingto.records.span import Span


class Parsed(msgspec.Struct, frozen=True):
    """One block as an engine parsed it. All offsets and token indices count within that block.

    ``sentence_starts`` holds the index of each sentence's first token.
    """

    tokens: tuple[Token, ...]
    sentence_starts: tuple[int, ...]
    entities: tuple[Entity, ...]


class Engine(Protocol):
    """Parses texts of one language. ``name`` identifies engine and version in notes."""

    @property
    def name(self) -> str: ...

    def parse(self, text: str, blocks: Sequence[Span], encoding: Encoding | None) -> list[Parsed]:
        """One ``Parsed`` for each of ``blocks``, in order; the text is taken as it is.

        ``encoding`` has the vectors of the blocks' words, for an engine that reads them; such a
        one raises ValueError where there are none.
        """
        ...


def shift_tokens(tokens: Sequence[Token], chars: int, indices: int) -> list[Token]:
    """Tokens moved from a text of their own to their place in the whole."""
    return [
        Token(
            t.index + indices,
            t.start + chars,
            t.end + chars,
            t.text,
            t.lower,
            t.lemma,
            t.pos,
            t.tag,
            t.dep,
            t.head + indices,
            t.ent,
        )
        for t in tokens
    ]


def shift_entities(entities: Sequence[Entity], chars: int) -> list[Entity]:
    """Entities moved from a text of their own to their place in the whole."""
    return [Entity(Span(e.span.start + chars, e.span.end + chars), e.label) for e in entities]
