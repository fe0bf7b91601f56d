"""The English engine over the shared encoder: words by spaCy's tokenizer, all else by the head."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np

from accordingto.language.engine import Parsed
from accordingto.language.lemmas import lemma_of
from accordingto.language.trained.entities import entity_runs, labels_of
from accordingto.language.trained.heads import Places, SyntaxHeads, syntax_heads
from accordingto.language.trained.syntax import Syntax, read_syntax
from accordingto.records.encoding import Encoding
from accordingto.records.reading import Entity, Token
from accordingto.records.span import Span

_BLANK_TAG, _BLANK_CLASS, _BLANK_RELATION = "_SP", "SPACE", "dep"

# Offset and letters of a token.
_Word = tuple[int, str]


class TrainedEngine:
    """Tokens, trees, sentences and entities for the blocks of an encoded text."""

    name = "accordingto syntax 1"

    def __init__(self, tokenizer: Any, heads: SyntaxHeads) -> None:
        self._tokenizer = tokenizer
        self._heads = heads

    def parse(self, text: str, blocks: Sequence[Span], encoding: Encoding | None) -> list[Parsed]:
        if encoding is None:
            raise ValueError("the trained engine reads an encoder's vectors; there are none")
        words = [self._words(block.of(text)) for block in blocks]
        places = _places(blocks, words, encoding)
        if not len(places) or not len(encoding.vectors):
            return [Parsed((), (), ()) for _ in blocks]
        known = np.array(
            [self._heads.known.get(word.lower(), 0) for found in words for _, word in found],
            dtype=np.int64,
        )
        bounds = np.cumsum([0, *(len(found) for found in words)]).tolist()
        syntax = read_syntax(self._heads, encoding.vectors, places, known, frozenset(bounds))
        return [
            self._parsed(found, syntax, first, last)
            for found, (first, last) in zip(words, pairwise(bounds), strict=True)
        ]

    def _words(self, text: str) -> list[_Word]:
        return [(token.idx, token.text) for token in self._tokenizer(text)]

    def _parsed(self, words: Sequence[_Word], syntax: Syntax, first: int, last: int) -> Parsed:
        """One block, from the tokens ``[first, last)`` of the text."""
        heads = self._heads
        runs = entity_runs(syntax.entities[first:last], heads.entities)
        entities = labels_of(runs, len(words))
        rows = zip(
            words,
            syntax.tags[first:last].tolist(),
            syntax.classes[first:last].tolist(),
            syntax.relations[first:last].tolist(),
            (syntax.heads[first:last] - first).tolist(),
            entities,
            strict=True,
        )
        tokens = []
        for i, ((at, word), tag_, class_, relation_, head, entity) in enumerate(rows):
            tag, kind = heads.tags[tag_], heads.classes[class_]
            relation = heads.relations[relation_]
            if word.isspace():
                tag, kind, relation = _BLANK_TAG, _BLANK_CLASS, _BLANK_RELATION
            lower = word.lower()
            lemma = lemma_of(lower, kind, tag)
            end = at + len(word)
            tokens.append(Token(i, at, end, word, lower, lemma, kind, tag, relation, head, entity))
        starts = np.flatnonzero(syntax.begins[first:last]).tolist()
        found = (
            Entity(Span(tokens[low].start, tokens[high - 1].end), label)
            for low, high, label in runs
        )
        return Parsed(tuple(tokens), tuple(starts), tuple(found))


def _places(blocks: Sequence[Span], words: Sequence[Sequence[_Word]], encoding: Encoding) -> Places:
    """For each token the encoder's word that it is read from: the first that begins within it,
    else the one that holds its beginning ("n't" of "don't")."""
    starts = [word.start for word in encoding.words]
    found = []
    for block, row in zip(blocks, words, strict=True):
        for offset, word in row:
            start = block.start + offset
            at = bisect_left(starts, start)
            if at == len(starts) or starts[at] >= start + len(word):
                at = max(0, bisect_right(starts, start) - 1)
            found.append(at)
    return np.array(found, dtype=np.int64)


@cache
def load_trained() -> TrainedEngine:
    """The engine with the weights that ship; loaded at the first call only."""
    from spacy.lang.en import English

    return TrainedEngine(English().tokenizer, syntax_heads())
