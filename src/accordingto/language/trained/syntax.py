"""What the syntax head reads in a text's tokens, piece by piece, so that memory stays small."""

from dataclasses import dataclass

import numpy as np

from accordingto.language.trained.heads import Logits, Places, SyntaxHeads
from accordingto.language.trained.trees import tree_of
from accordingto.records.encoding import Floats

# Tokens looked at together. A sentence that is cut off there is read again with what follows.
_PIECE = 4096
# A tree is made for at most so many tokens: its cost grows with their square. No reader would bear
# a longer sentence.
MOST_TOKENS = 250
_NEVER = -1e9


@dataclass(frozen=True)
class Syntax:
    """For each token [n] of a text: numbers of its tag, class, entity label and relation, the token
    that is its head, and whether a sentence begins with it."""

    tags: Places
    classes: Places
    entities: Places
    relations: Places
    heads: Places
    begins: np.ndarray


def read_syntax(
    heads: SyntaxHeads, vectors: Floats, places: Places, known: Places, blocks: frozenset[int]
) -> Syntax:
    """The syntax of tokens whose words' vectors are ``vectors[places]``; ``blocks`` are the first
    tokens of paragraphs, with which a sentence always begins."""
    size = len(places)
    tags, classes, entities, relations, tree = np.zeros((5, size), dtype=np.int64)
    found = Syntax(tags, classes, entities, relations, tree, np.zeros(size, dtype=bool))
    first = 0
    while first < size:
        last = min(first + _PIECE, size)
        logits = heads.logits(vectors, places[first:last], known[first:last])
        starts = _starts(logits.begins, first, last, blocks)
        # The last sentence may go on behind the piece.
        end = last if last == size or len(starts) < 2 else starts[-1]
        _put(heads, logits, found, first, [s for s in starts if s < end], end)
        first = end
    return found


def _starts(begins: Floats, first: int, last: int, blocks: frozenset[int]) -> list[int]:
    """The tokens of ``[first, last)`` with which sentences begin."""
    starts = [first]
    likely = begins > 0
    for at in range(first + 1, last):
        if likely[at - first] or at in blocks or at - starts[-1] >= MOST_TOKENS:
            starts.append(at)
    return starts


def _put(
    heads: SyntaxHeads, logits: Logits, found: Syntax, first: int, starts: list[int], end: int
) -> None:
    """Fills in what a piece of tokens that begins at ``first`` says, up to the token ``end``."""
    size = end - first
    piece = slice(first, end)
    found.begins[starts] = True
    for first_token, last_token in zip(starts, [*starts[1:], end], strict=True):
        scores = heads.arcs(logits, first_token - first, last_token - first)
        found.heads[first_token:last_token] = tree_of(scores) + first_token
    found.tags[piece] = logits.tags[:size].argmax(axis=1)
    found.classes[piece] = logits.classes[:size].argmax(axis=1)
    found.entities[piece] = logits.entities[:size].argmax(axis=1)
    found.relations[piece] = _relations(heads, logits, found.heads[piece] - first)


def _relations(heads: SyntaxHeads, logits: Logits, tree: Places) -> Places:
    scores = heads.related(logits, tree)
    root = heads.relations.index("ROOT")
    scores[:, root] = _NEVER
    best: Places = scores.argmax(axis=1)
    best[tree == np.arange(len(tree))] = root
    return best
