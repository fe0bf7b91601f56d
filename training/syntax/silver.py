"""What the parser says of texts: the targets of the syntax head.

The head is to read as the parser does, at a part of its cost; so the parser is its teacher, on the
very texts that the attribution heads are trained on, labelled and unlabelled alike.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from accordingto.records.span import Span

# Words that get a vector of their own: those that are cut within a word ("n't") or whose class
# their letters decide.
WORDS_KNOWN = 1000


@dataclass
class Silver:
    """A paragraph's tokens. ``heads`` are token indices within the paragraph, a root's its own;
    ``entities`` are of the form ``B-GPE``, ``I-GPE``, ``O``; offsets count within the text."""

    starts: np.ndarray
    ends: np.ndarray
    heads: np.ndarray
    begins: np.ndarray
    tags: list[str]
    classes: list[str]
    relations: list[str]
    entities: list[str]
    words: list[str]


@dataclass
class Inventory:
    """The labels of each kind, in the order of their numbers; known words start at one."""

    tags: list[str]
    classes: list[str]
    relations: list[str]
    entities: list[str]
    words: list[str]

    @classmethod
    def of(cls, paragraphs: Iterable[Silver]) -> "Inventory":
        counts: dict[str, Counter[str]] = {
            name: Counter() for name in ("tags", "classes", "relations", "entities", "words")
        }
        for one in paragraphs:
            for name, counter in counts.items():
                counter.update(getattr(one, name))
        words = [word for word, _ in counts["words"].most_common(WORDS_KNOWN)]
        return cls(
            *(sorted(counts[name]) for name in ("tags", "classes", "relations", "entities")),
            sorted(words),
        )


def parsed(pipeline: Any, text: str, blocks: Sequence[Span]) -> list[Silver]:
    """The parser's reading of each block of a text."""
    docs = pipeline.pipe([block.of(text) for block in blocks], batch_size=64)
    return [_silver(doc, block.start) for doc, block in zip(docs, blocks, strict=True)]


def _silver(doc: Any, start: int) -> Silver:
    return Silver(
        np.array([start + t.idx for t in doc], dtype=np.int32),
        np.array([start + t.idx + len(t.text) for t in doc], dtype=np.int32),
        np.array([t.head.i for t in doc], dtype=np.int32),
        np.array([bool(t.is_sent_start) for t in doc], dtype=bool),
        [t.tag_ for t in doc],
        [t.pos_ for t in doc],
        [t.dep_ for t in doc],
        [f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in doc],
        [t.lower_ for t in doc],
    )


def all_paragraphs(texts: Iterable[Sequence[Silver]]) -> Iterator[Silver]:
    """Every paragraph of all texts."""
    for text in texts:
        yield from text
