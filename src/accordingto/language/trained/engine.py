"""The English engine over the shared encoder: words by spaCy's tables, all else by the head."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import numpy as np

from accordingto.language.engine import Parsed
from accordingto.language.lemmas import lemma_of
from accordingto.language.trained.entities import entity_runs, labels_of
from accordingto.language.trained.heads import Places, SyntaxHeads, syntax_heads
from accordingto.language.trained.syntax import Syntax, read_syntax
from accordingto.language.trained.tokenizer import Tokenizer, Word, load_tokenizer
from accordingto.records.encoding import Encoding
from accordingto.records.reading import Entity, Token
from accordingto.records.span import Span

_BLANK_TAG, _BLANK_CLASS, _BLANK_RELATION = "_SP", "SPACE", "dep"

# Behind every word of a text.
_NO_WORD = np.iinfo(np.int64).max


class TrainedEngine:
    """Tokens, trees, sentences and entities for the blocks of an encoded text."""

    name = "accordingto syntax 1"

    def __init__(self, tokenizer: Tokenizer, heads: SyntaxHeads) -> None:
        self._tokenizer = tokenizer
        self._heads = heads

    def parse(self, text: str, blocks: Sequence[Span], encoding: Encoding | None) -> list[Parsed]:
        if encoding is None:
            raise ValueError("the trained engine reads an encoder's vectors; there are none")
        words = [self._tokenizer(block.of(text)) for block in blocks]
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

    def _parsed(self, words: Sequence[Word], syntax: Syntax, first: int, last: int) -> Parsed:
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


def _places(blocks: Sequence[Span], words: Sequence[Sequence[Word]], encoding: Encoding) -> Places:
    """For each token the encoder's word that it is read from: the first that begins within it,
    else the one that holds its beginning ("n't" of "don't")."""
    starts = np.array([word.start for word in encoding.words], dtype=np.int64)
    begins = np.array(
        [
            block.start + offset
            for block, row in zip(blocks, words, strict=True)
            for offset, _ in row
        ],
        dtype=np.int64,
    )
    ends = begins + [len(word) for row in words for _, word in row]
    first = np.searchsorted(starts, begins, side="left")
    begins_within = np.append(starts, _NO_WORD)[first] < ends
    holds = np.maximum(0, np.searchsorted(starts, begins, side="right") - 1)
    found: Places = np.where(begins_within, first, holds)
    return found


@cache
def load_trained() -> TrainedEngine:
    """The engine with the weights that ship; loaded at the first call only."""
    return TrainedEngine(load_tokenizer(), syntax_heads())
