"""The language layer: tokens, sentences, quotations, independent of the engine that made them."""

from bisect import bisect_right
from functools import cached_property
from typing import Literal

import msgspec

from accordingto.records.span import Cover, Span


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word or mark. ``head`` is a token index (its own for a root).

    ``pos`` is a Universal POS tag, ``tag`` a Penn Treebank tag, ``dep`` a ClearNLP relation
    (``nsubj``, ``ccomp``), ``ent`` an OntoNotes entity label or "".
    """

    index: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    ent: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """Tokens ``[first, last)`` and their span."""

    span: Span
    first: int
    last: int


class Entity(msgspec.Struct, frozen=True, gc=False):
    """A named entity as the engine saw it, with its OntoNotes label."""

    span: Span
    label: str


class Quotation(msgspec.Struct, frozen=True, gc=False):
    """A quotation: ``span`` with its marks, ``inner`` without them.

    ``closed`` is false where the closing mark is missing and the quotation was ended at the
    end of its paragraph. ``continues`` is true where it goes on from the paragraph before
    (an opening mark again, no closing mark there).
    """

    span: Span
    inner: Span
    closed: bool = True
    continues: bool = False


Quote = Literal["direct", "indirect", "mixed"]


_DETERMINERS = frozenset({"DT", "PRP$"})


class Reading(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """What the language stage found. ``engine`` is ``None`` where no engine serves the language;
    then there are no tokens, sentences or entities, but quotations and brackets are there.

    ``blocks`` are the runs of text that were parsed as one (usually one segment each).
    """

    engine: str | None
    blocks: tuple[Span, ...] = ()
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    brackets: tuple[Span, ...] = ()

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of its direct dependents, in order."""
        table: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                table[token.head].append(token.index)
        return tuple(tuple(row) for row in table)

    @cached_property
    def _first_from(self) -> tuple[list[int], list[int]]:
        """For each character, up to the last token's end, how many tokens end there or before,
        and how many begin before: asked for so often that it is worked out once."""
        ended: list[int] = []
        begun: list[int] = []
        for token in self.tokens:
            ended += [token.index] * (token.end - len(ended))
            begun += [token.index] * (token.start + 1 - len(begun))
        size = len(self.tokens)
        return [*ended, size], begun + [size] * (len(ended) + 1 - len(begun))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.first for sentence in self.sentences]

    def subtree(self, index: int) -> list[int]:
        """The indices of a token and all that hangs below it, in text order."""
        found, todo = [], [index]
        while todo:
            at = todo.pop()
            found.append(at)
            todo.extend(self.children[at])
        return sorted(found)

    def subtree_span(self, index: int) -> Span:
        """From the first to the last character of a token's subtree."""
        below = self.subtree(index)
        return Span(self.tokens[below[0]].start, self.tokens[below[-1]].end)

    def tokens_in(self, span: Span) -> list[Token]:
        """The tokens that share a character with ``span``, in order."""
        first, last = self._reach(span)
        return self._token_list[first:last]

    @cached_property
    def _token_list(self) -> list[Token]:
        """The tokens, so that a part of them is a list without a second copy."""
        return list(self.tokens)

    def _reach(self, span: Span) -> tuple[int, int]:
        """The indices ``[first, last)`` of the tokens that share a character with ``span``."""
        first, last = self._first_from
        try:
            return first[span.start], last[span.end]
        except IndexError:
            # Beyond the last token.
            return first[min(span.start, len(first) - 1)], last[-1]

    def sentence_of(self, index: int) -> Sentence:
        """The sentence that holds token ``index``."""
        return self.sentences[bisect_right(self._sentence_starts, index) - 1]

    def head_of(self, span: Span) -> Token | None:
        """The token in ``span`` whose head lies outside it; the first such one, and a determiner
        only where there is no other."""
        if span not in self._heads:
            self._heads[span] = self._head_of(span)
        return self._heads[span]

    @cached_property
    def _heads(self) -> dict[Span, Token | None]:
        """What ``head_of`` has found before, as one stage after the other asks for it."""
        return {}

    def _head_of(self, span: Span) -> Token | None:
        first, last = self._reach(span)
        found: Token | None = None
        for token in self.tokens[first:last]:
            if not first <= token.head < last or token.head == token.index:
                if token.tag not in _DETERMINERS:
                    return token
                found = found or token
        return found

    def quotation_at(self, offset: int) -> Quotation | None:
        """The innermost quotation whose inner part holds character ``offset``."""
        held = ((len(inner), place) for place, inner in self._inner.around(offset))
        _, place = min(held, default=(0, -1))
        return self.quotations[place] if place >= 0 else None

    @cached_property
    def _inner(self) -> Cover:
        return Cover(quotation.inner for quotation in self.quotations)
