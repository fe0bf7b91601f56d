"""The role of each block: what it is to the article, how sure, and why."""

import re

from accordingto.page.credits import is_credit
from accordingto.page.html.asides import pulled, verdicts
from accordingto.page.html.body import Scored
from accordingto.page.html.bylines import (
    SIGNED_OFF,
    is_above_text,
    is_date,
    is_sentence,
    is_signed,
    is_wire,
    marks_names,
    may_name,
    names_author,
    signs_off,
)
from accordingto.page.html.captions import picture_pieces
from accordingto.page.html.headline import Headline
from accordingto.page.html.metadata import Stated
from accordingto.page.html.phrases import openings
from accordingto.page.html.scene import (
    HEADS,
    Piece,
    Scene,
    is_below_teaser,
    is_entry_stamp,
    set_scene,
)
from accordingto.page.html.standfirst import find_standfirsts
from accordingto.page.html.tree import Block, Tree
from accordingto.page.html.vocabulary import bits
from accordingto.records.article import Role

_STOPS = frozenset(".!?…。！？:;,")
_SENTENCE = re.compile(r"[.!?…。！？»”\"')।]\s+")
_LONGEST_PARTED = 5000  # characters
_WORDS = 30  # characters of the words that point to another article
POINTS = "points to another article"
_EMBED = bits("embed")
_BYLINE = bits("byline")
_RELATED = bits("related")
_TAGS = bits("tags")
_SITE = bits("nav", "footer", "consent", "newsletter", "comment", "social", "ad", "poll")
_EMBED_TOLD = 0.1  # the least chance of running text of what a name alone says to be a post
_LABEL = 8  # words of a line without a stop that is a label rather than a post
_LONGEST_BYLINE = 40  # words
_SHOUTED = 4  # words
_SHORT_COUNTER = 6  # words
_RIGHTS = 15  # words
_POINTER = 4  # words of "Read also:" at most
_CROSS_HEADS = HEADS - {"h1"}
_HEADS_APART = 0.15  # the least score of a heading whose text stands in another element
_HEADS_TEXT = 0.9  # the least chance of a heading right above running text to be one of it
_SHORT_NOTE = 5  # words
_SURELY_TEXT = 0.9  # chance from which a block is text whatever stands above it
_PICTURE_LINES = 3  # lines of a picture between a heading and its text
_PICTURE_WORDS = 30  # of each of them


def give_roles(
    tree: Tree, scored: list[Scored], headline: Headline, stated: Stated
) -> tuple[list[Piece], Scene]:
    """Pieces in page order that cover every block, and the scene that they were judged in."""
    scene, marks = set_scene(tree, scored, headline, stated)
    scene.standfirsts = find_standfirsts(scene, marks)
    scene.verdicts, scene.pulled = verdicts(scene), pulled(scene, marks)
    pieces: list[Piece] = []
    for index, block in enumerate(tree.blocks):
        pieces += _pieces(scene, index, block)
    return pieces, scene


def _pieces(scene: Scene, index: int, block: Block) -> list[Piece]:
    score = scene.scored[index].score
    whole = (index, 0, len(block.text))
    if index == scene.headline.block:
        return [Piece(*whole, "headline", min(1.0, scene.headline.score), (scene.headline.reason,))]
    in_article = scene.in_article(index)
    if not in_article and not scene.running(index):
        return [_furniture_piece(scene, index, block, beside=False)]  # most blocks of a page
    if index in scene.verdicts:
        return [Piece(*whole, "body", 0.8, ("the box of a fact check",))]
    if index in scene.pulled:
        return [Piece(*whole, "boilerplate", 0.8, ("repeats a passage of the text",))]
    pictured = picture_pieces(scene, index, block)
    if pictured:
        return pictured
    if index in scene.standfirsts:
        return [_standfirst(scene, index, block)]
    if _is_embed(scene, index, block):
        return [Piece(*whole, "embed", 0.7, ("in an embedded post",))]
    if _is_shouted_link(block):
        return [Piece(*whole, "teaser", 0.9, ("a link in capitals alone on its line",))]
    if index in scene.contents:
        return [Piece(*whole, "boilerplate", 0.8, ("a link to a part of the same page",))]
    if _points_away(scene, index, block):
        return [Piece(*whole, "teaser", 0.9, (POINTS,))]
    if _is_entry_time(scene, index):
        return [Piece(*whole, "byline", 0.7, ("time of an entry",))]
    if _heads_text(scene, index, block) or _heads_table(scene, index, block):
        reasons = ("heads the text that follows", *scene.scored[index].reasons)
        return [Piece(*whole, "subhead", round(max(score, _HEADS_TEXT), 4), reasons)]
    apart = is_signed(scene, index, block) or _is_counter(scene, index, block)
    apart = apart or _is_rights(scene, index, block)
    if scene.running(index) and not apart and not signs_off(scene, index, block):
        if _tells_of_another(scene, index, block):
            return [Piece(*whole, "teaser", 0.7, ("below the title of another article",))]
        return _parted(_running(scene, index, block), block)
    if _is_note(scene, index, block):
        return [Piece(*whole, "footnote", 0.7, ("marked as a note",))]
    return [_furniture_piece(scene, index, block, beside=in_article)]


def _standfirst(scene: Scene, index: int, block: Block) -> Piece:
    """Outlets differ in whether the text goes on from its summary; the reasons tell."""
    reasons: tuple[str, ...] = ("set between headline and body",)
    if scene.running(index):
        reasons = (*reasons, "reads as running text")
    return Piece(index, 0, len(block.text), "standfirst", 0.7, reasons)


def _is_embed(scene: Scene, index: int, block: Block) -> bool:
    if index in scene.posts:
        return scene.in_article(index)
    if not scene.embeds or not block.near & _EMBED or block.near & _SITE:
        return False
    if "consent" in block.opens or scene.scored[index].score < _EMBED_TOLD:
        return False
    # Cards of products and films are named embeds too: their headings and labels are no post.
    told = block.words > _LABEL or block.text[-1] in _STOPS or "@" in block.text
    return told and block.tag not in HEADS


def _is_entry_time(scene: Scene, index: int) -> bool:
    within = scene.opening <= index + 3 and index <= scene.last
    return scene.live and within and is_entry_stamp(scene.tree, index)


def _heads_text(scene: Scene, index: int, block: Block) -> bool:
    """True for a heading above running text. Right above it in the same element 98 of 100 of these
    are the article's own, however little there is in them; in another one, and over a picture,
    something must speak for it."""
    if block.tag not in _CROSS_HEADS or not scene.first < index < scene.last:
        return False
    if block.linked > 0.5 * len(block.text) or block.near & _SITE or block.opens:
        return False
    following = _text_below(scene, index)
    below = scene.tree.blocks[following]
    parents = scene.tree.parents
    beside = parents[below.element] == parents[block.element] and following == index + 1
    letters = any(map(str.isalnum, block.text))
    if not beside and (scene.scored[index].score < _HEADS_APART or block.near & _RELATED):
        return False
    return letters and scene.running(following) and not scene.repeats_headline(block)


def _heads_table(scene: Scene, index: int, block: Block) -> bool:
    """True for the heading of a table of data in the text."""
    if block.tag != "caption":
        return False
    below = scene.tree.blocks[index + 1 : index + 2]
    return any(row.tag == "td" for row in below) and scene.running(index + 1)


def _text_below(scene: Scene, index: int) -> int:
    """The block below a heading, and below the lines of a picture that stands between."""
    blocks = scene.tree.blocks
    if not scene.is_pictured(index + 1):
        return index + 1
    for following in range(index + 1, min(index + 2 + _PICTURE_LINES, len(blocks))):
        line = blocks[following]
        if scene.running(following) or line.tag in HEADS or line.words > _PICTURE_WORDS:
            return following
    return index + 1


def _is_shouted_link(block: Block) -> bool:
    """True for "RIVER TALKS BREAK DOWN AGAIN" as a link: another article, set into this one."""
    if block.linked <= 0.9 * len(block.text) or not block.text.isupper():
        return False
    return block.words >= _SHOUTED and block.tag not in HEADS


def _points_away(scene: Scene, index: int, block: Block) -> bool:
    """True for "Read also: …" as a link, for its label alone above one, and for that link."""
    if not scene.in_article(index):
        return False
    if "readmore" not in block.opens:
        above = scene.tree.blocks[index - 1 : index]
        return _is_link(block) and any(
            label.words <= _POINTER and "readmore" in label.opens for label in above
        )
    if block.words > _POINTER:
        return _is_link(block)
    below = scene.tree.blocks[index + 1 : index + 2]
    return _is_link(block) or (block.text[-1] == ":" and any(map(_is_link, below)))


def _tells_of_another(scene: Scene, index: int, block: Block) -> bool:
    """True for what follows the title of another article and stands apart from the text; two items
    of one list are no such pair."""
    if scene.scored[index].score >= _SURELY_TEXT or not is_below_teaser(scene.tree, index):
        return False
    tree, box = scene.tree, scene.tree.parents[block.element]
    above = tree.parents[tree.blocks[index - 1].element]
    if box in (scene.home, above):
        return False
    # The text may stand in many boxes that are named alike, and go on below it.
    alike = index < scene.last and scene.home >= 0 and tree.names[box] == tree.names[scene.home]
    return not (alike and tree.parents[box] == tree.parents[scene.home] and box != 0)


def _is_link(block: Block) -> bool:
    return block.linked > 0.6 * len(block.text)


def _is_note(scene: Scene, index: int, block: Block) -> bool:
    """True for a sentence beside the text that is named a note, however short it is."""
    if index not in scene.notes or not scene.in_article(index):
        return False
    return block.words >= _SHORT_NOTE and not block.linked and "signup" not in block.opens


def _is_rights(scene: Scene, index: int, block: Block) -> bool:
    """True for a notice of rights as the last line of the text."""
    signed = "©" in block.text or "ⓒ" in block.text
    return index >= scene.last and signed and block.words <= _RIGHTS


def _is_counter(scene: Scene, index: int, block: Block) -> bool:
    """True for "Views: 2 114" or "Print version" as the last line of the text."""
    last = index >= scene.last and block.words <= _SHORT_COUNTER
    return last and "share" in block.opens and block.text[-1] not in _STOPS


def _parted(piece: Piece, block: Block) -> list[Piece]:
    """A paragraph, and apart from it the pointer to another article ("Read also: …") at its end:
    all behind its words is a link."""
    if not 0 < block.linked <= 0.6 * len(block.text) or len(block.text) > _LONGEST_PARTED:
        return [piece]
    for found in _SENTENCE.finditer(
        block.text, max(0, len(block.text) - 2 * block.linked - _WORDS)
    ):
        at = found.end()
        rest = block.text[at:]
        if "readmore" in openings(rest) and block.linked < len(rest) <= block.linked + _WORDS:
            cut = len(block.text[:at].rstrip())
            pointer = Piece(piece.block, at, len(block.text), "teaser", 0.9, (POINTS,))
            return [Piece(piece.block, 0, cut, piece.role, piece.score, piece.reasons), pointer]
    return [piece]


def _running(scene: Scene, index: int, block: Block) -> Piece:
    role: Role = "body"
    score, reasons = scene.scored[index].score, scene.scored[index].reasons
    words = block.words
    starred = index >= scene.last - 1 and block.text.startswith("*")
    if index in scene.notes or starred:
        role, reasons = "footnote", ("marked as a note", *reasons)
    elif not any(map(str.isalnum, block.text)):
        reasons = ("a line between two parts", *reasons)
    elif block.tag in HEADS or (
        block.strong > 0.95 * len(block.text) and words <= 14 and block.text[-1] not in _STOPS
    ):
        role, reasons = "subhead", ("set as a heading", *reasons)
    elif _SHOUTED <= words <= _LABEL and block.text.isupper() and block.text[-1] not in ".:;,":
        role, reasons = "subhead", ("set in capitals", *reasons)
    return Piece(index, 0, len(block.text), role, round(score, 4), reasons)


def _marks_author(block: Block) -> bool:
    return not block.near & _TAGS and (block.near & _BYLINE != 0 or marks_names(block))


def _furniture_piece(scene: Scene, index: int, block: Block, *, beside: bool) -> Piece:
    role, sure, reason = _furniture(scene, index, block, beside=beside)
    found = scene.scored[index]
    sure = round(sure * max(0.5, 1 - found.score), 4)
    return Piece(index, 0, len(block.text), role, sure, (reason, *found.reasons))


def _furniture(scene: Scene, index: int, block: Block, *, beside: bool) -> tuple[Role, float, str]:
    """Role, how sure and why, of a block that is neither text nor picture; ``beside`` the text or
    not."""
    words = block.words
    kinds = block.opens
    if scene.repeats_headline(block):
        return "boilerplate", 0.9, "repeats the headline"
    if beside and (names_author(scene, index, block) or is_wire(scene, index, block)):
        return "byline", 0.8, "names the author"
    if signs_off(scene, index, block):
        return "byline", 0.6, SIGNED_OFF
    if block.near & _BYLINE and is_sentence(block):
        return "boilerplate", 0.8, "tells of the author"
    if beside and index > scene.opening and is_below_teaser(scene.tree, index):
        beside = False  # who wrote another article
    signed = beside and ("byline" in kinds or _marks_author(block))
    if signed and "/" in block.text and is_credit(block.text):
        return "credit", 0.7, "worded as a credit"
    inside = scene.opening + 1 < index < scene.last - 1
    if signed and inside and not scene.live and "byline" not in kinds:
        # Who wrote the text is not told in its middle.
        signed = is_above_text(scene, index)
    if signed and words <= _LONGEST_BYLINE and not block.near & (_RELATED | _SITE):
        if is_date(block):
            return "boilerplate", 0.8, "date stamp"
        if may_name(scene, block):
            return "byline", 0.8, "names the author"
        return "boilerplate", 0.7, "beside the byline, names nobody"
    if block.near & _SITE:
        return "boilerplate", 0.95, "in the site's furniture"
    linked = _is_link(block)
    if "readmore" in kinds and words > 4 and linked:
        return "teaser", 0.9, POINTS
    if (block.near & _RELATED or block.flags & _RELATED) and words >= 4 and not kinds:
        return "teaser", 0.85, "in a list of other articles"
    if linked and words >= 5:
        return "teaser", 0.7, "all of it is a link"
    return "boilerplate", 0.8, "no running text"
