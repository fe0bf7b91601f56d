"""Captions and credits among the blocks of a page."""

from accordingto.page.credits import is_credit, split_credit
from accordingto.page.html.features import word_count
from accordingto.page.html.scene import Piece, Scene
from accordingto.page.html.tree import Block
from accordingto.page.html.vocabulary import bits
from accordingto.records.span import Span, trim

_CAPTION = bits("caption")
_CREDIT = bits("credit")
_DATE = bits("date")
_RELATED = bits("related")
_OTHERS = bits(
    "byline", "nav", "footer", "consent", "newsletter", "comment", "social", "ad", "poll"
)
_LONGEST_CREDIT = 25  # words
_LONGEST_CAPTION = 60  # words, where nothing but its credit shows that it is one
_MARKER_REACH = 30  # characters before a marked credit in which its marker word may stand


def picture_pieces(scene: Scene, index: int, block: Block) -> list[Piece]:
    """Caption and credit of a picture; empty where the block is neither."""
    score = scene.scored[index].score
    set_so = block.tag == "figcaption"
    if not (set_so or (score < 0.9 and _beside_picture(scene, index, block))):
        return []
    if not set_so and score < 0.2 and block.near & _OTHERS:
        return []
    if not scene.in_article(index) or (block.near & _RELATED and block.linked):
        return []
    if block.own & _DATE and word_count(block.text) <= 8:
        return []
    credited = bool(block.own & _CREDIT) and word_count(block.text) <= _LONGEST_CREDIT
    if credited and not block.own & _CAPTION and block.credited in (None, (0, len(block.text))):
        return [Piece(index, 0, len(block.text), "credit", 0.9, ("marked as a credit",))]
    if set_so or block.near & _CAPTION or _worded(block):
        return _pieces(index, block)
    return []


def _worded(block: Block) -> bool:
    """True for a line beside a picture that is a credit, or ends with one."""
    words = word_count(block.text)
    if words <= 14 and is_credit(block.text):
        return True
    return words <= _LONGEST_CAPTION and None not in split_credit(block.text)


def _pieces(index: int, block: Block) -> list[Piece]:
    caption, credit = split_credit(block.text)
    why = "worded as a credit"
    if block.credited is not None:
        why = "marked as a credit"
        caption, credit = _marked_split(block.text, block.credited, credit)
    pieces = []
    if caption is not None:
        piece = Piece(index, caption.start, caption.end, "caption", 0.9, ("marked as a caption",))
        pieces.append(piece)
    if credit is not None:
        pieces.append(Piece(index, credit.start, credit.end, "credit", 0.8, (why,)))
    return sorted(pieces, key=lambda p: p.start)


def _marked_split(
    text: str, marked: tuple[int, int], worded: Span | None
) -> tuple[Span | None, Span | None]:
    """Caption and credit where inline elements mark the credit, at either end of the line."""
    start, end = marked
    if start == 0 and end < len(text):
        return trim(text, Span(end, len(text))), trim(text, Span(0, end))
    if worded is not None and start - _MARKER_REACH <= worded.start <= start:
        start = worded.start
    return trim(text, Span(0, start)), trim(text, Span(start, len(text)))


def _beside_picture(scene: Scene, index: int, block: Block) -> bool:
    """In one figure with a picture, or right behind one."""
    if block.figure >= 0 and block.figure in scene.figures:
        return True
    return index in scene.behind_picture
