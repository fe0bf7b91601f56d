"""The language stage: an article's spoken segments as tokens, sentences and quotations."""

from collections.abc import Sequence

from accordingto.language.engine import Engine, shift_entities, shift_tokens
from accordingto.language.quotations import find_brackets, find_quotations
from accordingto.language.repairs import repaired
from accordingto.language.sentences import cut_sentences
from accordingto.records.article import Article, Segment
from accordingto.records.encoding import Encoding
from accordingto.records.reading import Entity, Reading, Token
from accordingto.records.span import Span

# An article of news has some thousand words. A text of a hundred thousand is a book or an attack;
# its structure is kept, its beginning is read, and the document says where reading stopped.
MOST_CHARACTERS = 600_000

_ENDS = frozenset('.!?…:;"”’»)')


def read_marks(article: Article) -> Reading:
    """What the marks on the page say of the segments in which somebody may speak: which are read
    as one, quotations and brackets. Furniture is left alone.

    Each segment is read by itself, except that lines which a scraper broke in mid-sentence are
    read as one. Reading stops where ``MOST_CHARACTERS`` are passed.
    """
    blocks = _blocks(article.text, _within(article.spoken()))
    return Reading(
        engine=None,
        blocks=blocks,
        quotations=find_quotations(article.text, blocks),
        brackets=find_brackets(article.text, blocks),
    )


def read_language(
    article: Article,
    engine: Engine | None,
    marks: Reading | None = None,
    encoding: Encoding | None = None,
) -> Reading:
    """Reads the segments in which somebody may speak as tokens, sentences and entities.

    ``marks`` is what ``read_marks`` gives, made here where it is left out; without an engine the
    reading has nothing else. ``encoding`` is for an engine that reads vectors.
    """
    marks = marks or read_marks(article)
    if engine is None:
        return marks
    blocks, quotations, brackets = marks.blocks, marks.quotations, marks.brackets
    tokens: list[Token] = []
    starts: list[int] = []
    entities: list[Entity] = []
    forced: list[int] = []
    parsed = engine.parse(article.text, blocks, encoding)
    for block, part in zip(blocks, parsed, strict=True):
        base = len(tokens)
        forced.append(base)
        starts.extend(base + start for start in part.sentence_starts)
        tokens.extend(shift_tokens(repaired(part.tokens), block.start, base))
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
