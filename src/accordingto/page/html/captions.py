"""Captions and credits among the blocks of a page."""

import re

from accordingto.page.credits import is_credit, is_made_for, split_bracket, split_credit
from accordingto.page.html.phrases import mentions
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
# A figure may stand in an element with buttons to share or adverts, but not in one of these.
_NEVER = bits("byline", "nav", "footer", "consent", "newsletter", "comment")
_SHORTEST = 8  # characters
_HIDDEN = bits("hidden")
_STAMPED = 40  # characters by which a stamp of time is told
_STAMP = 8  # words of a line that is a stamp of time if it holds one
_CLOCK = re.compile(r"\d[:.]\d\d(?!\d)|\d{1,2}[./]\d{1,2}[./]\d\d")
_TITLE = 6  # words; a link of more is the title of a gallery ("PHOTOS: See …")
_LABEL = 3  # words of a label: "Advertisement"
_LONGEST_CREDIT = 25  # words
_LONGEST_CAPTION = 60  # words, where nothing but its credit shows that it is one
_LONGEST_LINE = 400  # characters of a caption that only stands beside a credit
_SURE = 0.9  # chance from which a line is running text however it is worded
_SIGNED = 0.6  # chance of running text up to which a signed line is a caption
_TAKEN = "摄攝"
_SIGNING = f")]）{_TAKEN}"
_PHOTO = re.compile(r"[Pp]hoto|[摄攝]|[Ii]mage|[Pp]icture|[Ff]oto|[Bb]ild|/|via ")
_MARKER_REACH = 30  # characters before a marked credit in which its marker word may stand


def picture_pieces(scene: Scene, index: int, block: Block) -> list[Piece]:
    """Caption and credit of a picture; empty where the block is neither."""
    if not scene.in_article(index) or block.tag == "caption":  # of a table, not of a picture
        return []
    score = scene.scored[index].score
    # Who took it is told with a word of its own, right behind the picture.
    taken = block.text[-1] in _TAKEN and index in scene.behind_picture and _is_signed(block)
    set_so = block.tag == "figcaption" or taken
    if (score >= _SURE and not set_so) or _is_control(block):
        return []
    if score < _SURE and _is_marked(block):
        return [Piece(index, 0, len(block.text), "credit", 0.8, ("worded as a credit",))]
    named = _is_named(block)
    signed = score < _SIGNED and (_is_signed(block) or _is_credited(scene, index, block))
    if "ad" in block.opens and block.words <= _LABEL:
        return []
    beside = named or _beside_picture(scene, index, block) or _is_paired(scene, index, block)
    if not (set_so or signed or (score < _SURE and beside)):
        return []
    if not (set_so or named or signed) and score < 0.2 and block.near & _OTHERS:
        return []
    linked = block.linked > (0 if not signed else 0.5 * len(block.text))
    if block.near & _RELATED and linked:
        return []
    if block.own & _DATE and block.words <= 8 and not set_so:
        return []
    credited = bool(block.own & _CREDIT) and block.words <= _LONGEST_CREDIT
    if credited and not block.own & _CAPTION and block.credited in (None, (0, len(block.text))):
        return [Piece(index, 0, len(block.text), "credit", 0.9, ("marked as a credit",))]
    if set_so or named or signed or block.near & _CAPTION or _worded(block):
        return _pieces(index, block)
    return []


def _is_control(block: Block) -> bool:
    """True for a button, a word to screen readers, and a date or the length of a recording."""
    if block.tag == "button":
        return True
    if block.words > _STAMP:
        return False
    if block.own & _HIDDEN and not block.own & _CREDIT and not _worded(block):
        return True
    digits = sum(map(str.isdigit, block.text[:_STAMPED]))
    letters = sum(map(str.isalpha, block.text[:_STAMPED])) if digits else 1
    return digits > letters


def _is_marked(block: Block) -> bool:
    """True for "Photo: Name/Agency" alone on its line, whatever is around it. A line that names
    the source of the text may be worded alike."""
    marked = "credit" in block.opens and "byline" not in block.opens
    # "© Reuters" alone may also say whose the text is.
    marked = marked or (block.text[:1] == "©" and "/" in block.text)
    titled = block.words > _TITLE and block.linked > 0.6 * len(block.text)
    titled = titled and not any(mark in block.text for mark in "/©")
    return marked and not titled and is_credit(block.text)


def _is_named(block: Block) -> bool:
    """True where a name in the markup says caption, within a figure, and nothing else is said."""
    if not block.near & _CAPTION or block.figure < 0 or block.near & _NEVER:
        return False
    words = block.words
    if block.opens or mentions(block.text, words) or len(block.text) < _SHORTEST:
        return False
    return not block.own & _DATE and not (words <= _STAMP and _CLOCK.search(block.text))


def _is_paired(scene: Scene, index: int, block: Block) -> bool:
    """True for a line named a credit right behind or before one named a caption, in one box."""
    if not block.own & _CREDIT or block.linked:
        return False
    parents, blocks = scene.tree.parents, scene.tree.blocks
    box = parents[block.element]
    around = blocks[max(0, index - 1) : index] + blocks[index + 1 : index + 2]
    return any(other.own & _CAPTION and parents[other.element] == box for other in around)


def _is_signed(block: Block) -> bool:
    """True for a line that ends with a picture's credit in brackets, wherever it stands."""
    text = block.text
    if text[-1] not in _SIGNING or block.words > 2 * _LONGEST_CAPTION:
        return False
    caption, credit = split_credit(text)
    return caption is not None and credit is not None and _PHOTO.search(credit.of(text)) is not None


def _is_credited(scene: Scene, index: int, block: Block) -> bool:
    """True for a line beside a picture, right above its credit or, in one figure, right below."""
    if block.linked or block.opens or not _SHORTEST < len(block.text) <= _LONGEST_LINE:
        return False
    if block.near & _NEVER or block.own & _DATE or not _beside_picture(scene, index, block):
        return False
    blocks = scene.tree.blocks
    above, below = blocks[max(0, index - 1)], blocks[min(index + 1, len(blocks) - 1)]
    if below.figure == block.figure and _is_marked(below):
        return True
    return 0 <= block.figure == above.figure and _is_marked(above)


def _worded(block: Block) -> bool:
    """True for a line beside a picture that is a credit, or ends with one."""
    words = block.words
    if words <= 14 and (is_credit(block.text) or is_made_for(block.text)):
        return True
    return words <= _LONGEST_CAPTION and None not in split_credit(block.text)


def _pieces(index: int, block: Block) -> list[Piece]:
    caption, credit = split_credit(block.text)
    if credit is None and is_made_for(block.text):
        caption, credit = None, caption
    elif credit is None:
        caption, credit = split_bracket(block.text)
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
