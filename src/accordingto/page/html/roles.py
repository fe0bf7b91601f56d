"""The role of each block: what it is to the article, how sure, and why."""

from collections import Counter
from dataclasses import dataclass, field

from accordingto.page.credits import is_credit, split_credit
from accordingto.page.html.body import Scored
from accordingto.page.html.embeds import posts
from accordingto.page.html.features import word_count
from accordingto.page.html.headline import Headline, agreement, fold
from accordingto.page.html.metadata import Stated
from accordingto.page.html.phrases import openings
from accordingto.page.html.tree import Block, Tree
from accordingto.page.html.vocabulary import bits
from accordingto.records.article import Role
from accordingto.records.span import Span, trim

BODY = 0.5  # the chance from which a block counts as running text
_HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_STOPS = frozenset(".!?…。！？:;,")
_CAPTION = bits("caption")
_CREDIT = bits("credit")
_EMBED = bits("embed")
_STANDFIRST = bits("standfirst")
_BYLINE = bits("byline")
_BIO = bits("bio")
_DATE = bits("date")
_FOOTNOTE = bits("footnote")
_RELATED = bits("related")
_SITE = bits("nav", "footer", "consent", "newsletter", "comment", "social", "ad", "poll")
_REACH = 12  # blocks below the headline in which its summary may stand
_STANDFIRST_WORDS = (5, 120)
_LONGEST_CREDIT = 25  # words
_MARKER_REACH = 30  # characters before a marked credit in which its marker word may stand
_LONGEST_BYLINE = 40  # words


@dataclass(slots=True)
class Piece:
    """Characters ``[start, end)`` of one block's text with one role."""

    block: int
    start: int
    end: int
    role: Role
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(slots=True)
class Scene:
    """What is known of the page when roles are given. ``first`` and ``last`` bound the body."""

    tree: Tree
    scored: list[Scored]
    headline: Headline
    stated: Stated
    threshold: float = BODY
    first: int = 0
    last: int = -1
    standfirsts: frozenset[int] = frozenset()
    headline_words: list[str] = field(default_factory=list)
    figures: frozenset[int] = frozenset()
    behind_picture: frozenset[int] = frozenset()
    embeds: bool = True
    home: int = -1
    bold: bool = False
    posts: frozenset[int] = frozenset()
    footnotes: frozenset[int] = frozenset()
    live: bool = False


def give_roles(
    tree: Tree, scored: list[Scored], headline: Headline, stated: Stated
) -> tuple[list[Piece], Scene]:
    """Pieces in page order that cover every block, and the scene that they were judged in."""
    scene = Scene(tree, scored, headline, stated)
    scene.headline_words = fold(headline.text or "")
    scene.figures = frozenset(p.figure for p in tree.pictures if p.figure >= 0)
    scene.behind_picture = frozenset(p.block for p in tree.pictures)
    scene.embeds = _embeds_are_few(tree, scored)
    scene.threshold = _threshold(tree, scored)
    marks = [i for i, s in enumerate(scored) if s.score >= scene.threshold]
    scene.first, scene.last = (marks[0], marks[-1]) if marks else (len(scored), -1)
    scene.home, scene.bold = _home(tree, marks)
    scene.standfirsts = frozenset(_standfirsts(scene, marks))
    pieces: list[Piece] = []
    for index, block in enumerate(tree.blocks):
        pieces += _pieces(scene, index, block)
    return pieces, scene


def _threshold(tree: Tree, scored: list[Scored]) -> float:
    """``BODY``, or less where no block of any length reaches it: something must be the text."""
    long = [s.score for b, s in zip(tree.blocks, scored, strict=True) if word_count(b.text) >= 8]
    best = max(long, default=0.0)
    return BODY if best >= BODY else max(0.02, 0.5 * best)


def _embeds_are_few(tree: Tree, scored: list[Scored]) -> bool:
    """False where most of the text stands in what is named an embed: then the name misleads."""
    total = inside = 0
    for block, found in zip(tree.blocks, scored, strict=True):
        if found.score >= BODY:
            total += len(block.text)
            inside += len(block.text) if block.near & _EMBED else 0
    return 2 * inside < total


def _pieces(scene: Scene, index: int, block: Block) -> list[Piece]:
    score = scene.scored[index].score
    whole = (index, 0, len(block.text))
    if index == scene.headline.block:
        return [Piece(*whole, "headline", min(1.0, scene.headline.score), (scene.headline.reason,))]
    if index in scene.standfirsts:
        return [Piece(*whole, "standfirst", 0.7, ("set between headline and body",))]
    pictured = _pictured(scene, index, block, score)
    if pictured:
        return pictured
    if scene.embeds and block.near & _EMBED and not block.near & _SITE and score >= 0.1:
        return [Piece(*whole, "embed", 0.7, ("in an embedded post",))]
    if score >= scene.threshold:
        return [_running(scene, index, block, score)]
    role, sure, reason = _furniture(scene, index, block)
    reasons = (reason, *scene.scored[index].reasons)
    return [Piece(*whole, role, round(sure * (1 - score), 4), reasons)]


def _running(scene: Scene, index: int, block: Block, score: float) -> Piece:
    role: Role = "body"
    reasons = scene.scored[index].reasons
    words = word_count(block.text)
    if block.near & _FOOTNOTE or (index >= scene.last - 1 and block.text.startswith("*")):
        role, reasons = "footnote", ("marked as a note", *reasons)
    elif block.tag in _HEADS or (
        block.strong > 0.95 * len(block.text) and words <= 14 and block.text[-1] not in _STOPS
    ):
        role, reasons = "subhead", ("set as a heading", *reasons)
    return Piece(index, 0, len(block.text), role, round(score, 4), reasons)


def _pictured(scene: Scene, index: int, block: Block, score: float) -> list[Piece]:
    """Caption and credit of a picture; empty where the block is neither."""
    set_so = block.tag == "figcaption"
    if not (set_so or (score < 0.9 and _beside_picture(scene, index, block))):
        return []
    if not set_so and score < 0.2 and block.near & (_SITE | _BYLINE):
        return []
    if not _in_article(scene, index) or (block.near & _RELATED and block.linked):
        return []
    if block.own & _DATE and word_count(block.text) <= 8:
        return []
    credited = bool(block.own & _CREDIT) and word_count(block.text) <= _LONGEST_CREDIT
    if credited and not block.own & _CAPTION and block.credited in (None, (0, len(block.text))):
        return [Piece(index, 0, len(block.text), "credit", 0.9, ("marked as a credit",))]
    named = set_so or bool(block.near & _CAPTION)
    if not named and not (word_count(block.text) <= 14 and is_credit(block.text)):
        return []
    return _caption_pieces(index, block)


def _caption_pieces(index: int, block: Block) -> list[Piece]:
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


def _repeats_headline(scene: Scene, block: Block) -> bool:
    told = len(scene.headline.text or "")
    if not 0.6 * told < len(block.text) < 1.6 * told:
        return False
    return agreement(fold(block.text), scene.headline_words) > 0.85


def _in_article(scene: Scene, index: int) -> bool:
    """Between the headline (or a little above the body) and the body's end."""
    start = scene.headline.block if scene.headline.block >= 0 else scene.first - 8
    return start - 3 <= index <= scene.last + 2


def _home(tree: Tree, marks: list[int]) -> tuple[int, bool]:
    """The element that most running text stands in, and whether most of it is bold."""
    mass: Counter[int] = Counter()
    bold = total = 0
    for index in marks:
        block = tree.blocks[index]
        mass[tree.parents[block.element]] += len(block.text)
        bold += block.strong
        total += len(block.text)
    return (mass.most_common(1)[0][0] if mass else -1), 2 * bold > total


def _furniture(scene: Scene, index: int, block: Block) -> tuple[Role, float, str]:
    """Role, how sure and why, of a block that is neither text nor picture."""
    words = word_count(block.text)
    beside = _in_article(scene, index)
    kinds = openings(block.text)
    if _repeats_headline(scene, block):
        return "boilerplate", 0.9, "repeats the headline"
    signed = block.near & _BYLINE or "byline" in kinds
    if signed and beside and words <= _LONGEST_BYLINE and not block.near & (_RELATED | _SITE):
        if block.own & _DATE and not block.own & _BYLINE:
            return "boilerplate", 0.8, "date stamp"
        return "byline", 0.8, "names the author"
    if block.near & _SITE:
        return "boilerplate", 0.95, "in the site's furniture"
    linked = block.linked > 0.6 * len(block.text)
    if "readmore" in kinds and words > 4 and linked:
        return "teaser", 0.9, "points to another article"
    if (block.near & _RELATED or block.flags & _RELATED) and words >= 4 and not kinds:
        return "teaser", 0.85, "in a list of other articles"
    if linked and words >= 5:
        return "teaser", 0.7, "all of it is a link"
    return "boilerplate", 0.8, "no running text"
