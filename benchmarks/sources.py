"""Whether the right one is named: linked attributions whose source has the same head word.

Two spans of a source may overlap and mean different people ("the aide to Ms Lum", "Ms Lum");
the head word tells. Heads come from our own parse, for the corpus's spans and ours alike.
"""

from collections.abc import Sequence
from types import ModuleType

from accordingto.encoder.model import encoder_for
from accordingto.intake.capture import capture_text
from accordingto.language.engines import engine_for
from accordingto.language.read import read_language, read_marks
from accordingto.page.read import read_article
from accordingto.records.reading import Reading
from accordingto.records.span import Span
from benchmarks.corpora import Row


def with_right_source(
    measures: ModuleType, gold: Sequence[Row], predictions: Sequence[Row]
) -> tuple[float, float, float]:
    """F1, precision and recall of linked attributions with the source's head word right, or with
    no source where the corpus has none; ``measures`` is the corpus's scorer."""
    right = found = known = 0
    for row, predicted in zip(gold, predictions, strict=True):
        reading = _reading(row)
        article = measures.Article(row["text"])
        theirs, ours = row["attributions"], predicted["attributions"]
        pairs = measures.linked_pairs(
            [article.attribution(a) for a in theirs], [article.attribution(a) for a in ours]
        )
        right += sum(
            _head(reading, theirs[one]["source"]) == _head(reading, ours[other]["source"])
            for one, other, _ in pairs
        )
        found += len(ours)
        known += len(theirs)
    return 2 * right / (found + known), right / found, right / known


def _reading(row: Row) -> Reading:
    encoder = encoder_for("en")
    assert encoder is not None
    article = read_article(capture_text(row["text"], row["id"]))
    marks = read_marks(article)
    encoding = encoder.encode(article.text, marks.blocks, marks.quotations)
    return read_language(article, engine_for("en", encoded=True), marks, encoding)


def _head(reading: Reading, source: Sequence[Sequence[int]]) -> int | None:
    """The place of a source's head word; the first piece's, where it is in pieces."""
    if not source:
        return None
    start, end = source[0]
    head = reading.head_of(Span(start, end))
    return head.start if head is not None else None
