"""The language stage: an article's spoken segments as tokens, sentences and quotations."""

from collections.abc import Sequence

from accordingto.language.engine import Engine, shift_entities, shift_tokens
from accordingto.language.quotations import find_brackets, find_quotations
from accordingto.language.sentences import cut_sentences
from accordingto.records.article import Article, Segment
from accordingto.records.reading import Entity, Reading, Token
from accordingto.records.span import Span

# An article of news has some thousand words. A text of a hundred thousand is a book or an attack;
# its structure is kept, its beginning is read, and the document says where reading stopped.
MOST_CHARACTERS = 600_000

_ENDS = frozenset('.!?…:;"”’»)')


def read_language(article: Article, engine: Engine | None) -> Reading:
    """Reads the segments in which somebody may speak; furniture is left alone.

    Each segment is parsed by itself, except that lines which a scraper broke in mid-sentence are
    parsed as one. Without an engine the reading has quotations and brackets only. Reading stops
    where ``MOST_CHARACTERS`` are passed.
    """
    blocks = _blocks(article.text, _within(article.spoken()))
    quotations = find_quotations(article.text, blocks)
    brackets = find_brackets(article.text, blocks)
    if engine is None:
        return Reading(engine=None, blocks=blocks, quotations=quotations, brackets=brackets)
    tokens: list[Token] = []
    starts: list[int] = []
    entities: list[Entity] = []
    forced: list[int] = []
    parsed = engine.parse([block.of(article.text) for block in blocks])
    for block, part in zip(blocks, parsed, strict=True):
        base = len(tokens)
        forced.append(base)
        starts.extend(base + start for start in part.sentence_starts)
        tokens.extend(shift_tokens(part.tokens, block.start, base))
        entities.extend(shift_entities(part.entities, block.start))
    return Reading(
        engine=engine.name,
        blocks=blocks,
        tokens=tuple(tokens),
        sentences=cut_sentences(tokens, starts, quotations, brackets, frozenset(forced)),
        entities=tuple(entities),
        quotations=quotations,
        brackets=brackets,
    )


def _within(segments: Sequence[Segment]) -> list[Segment]:
    """The first segments, as many as are read; one that is longer by itself is left out."""
    kept: list[Segment] = []
    left = MOST_CHARACTERS
    for segment in segments:
        left -= len(segment.span)
        if left < 0:
            break
        kept.append(segment)
    return kept


def _blocks(text: str, segments: Sequence[Segment]) -> tuple[Span, ...]:
    blocks: list[Span] = []
    previous: Segment | None = None
    for segment in segments:
        if previous is not None and _runs_on(text, previous, segment):
            blocks[-1] = Span(blocks[-1].start, segment.span.end)
        else:
            blocks.append(segment.span)
        previous = segment
    return tuple(blocks)


def _runs_on(text: str, before: Segment, after: Segment) -> bool:
    """True where a line break stands in mid-sentence: hard-wrapped text.

    Only between neighbouring body lines, the first without an end, the second in lower case.
    """
    if before.role != "body" or after.role != "body" or after.line != before.line + 1:
        return False
    return text[before.span.end - 1] not in _ENDS and text[after.span.start].islower()
