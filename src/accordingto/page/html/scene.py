"""What is known of a page when its blocks are given roles."""

from collections import Counter
from dataclasses import dataclass, field

import msgspec

from accordingto.page.dates import change_in, parse_date
from accordingto.page.html.body import Scored
from accordingto.page.html.embeds import posts
from accordingto.page.html.headline import Headline, agreement, fold
from accordingto.page.html.metadata import Stated
from accordingto.page.html.tree import Block, Tree
from accordingto.page.html.vocabulary import bits
from accordingto.records.article import Role

BODY = 0.5  # the chance from which a block counts as running text
HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_EMBED = bits("embed")
_FOOTNOTE = bits("footnote")
_DATE = bits("date")
_PICTURED = bits("caption", "credit")
_OTHERS = bits("nav", "footer", "related", "comment", "ad", "newsletter", "consent", "bio", "poll")
_CREDIT = bits("credit")
_BETWEEN = 3  # blocks from one line of a gallery to the next
_ENTRIES = 3  # stamps of time within the text from which it is a running log
_STAMP = 6  # words
_STAMPS = 20  # words of a line with two stamps
_TITLE = 4  # words
_ENTRY = 15  # words of a line of a table of contents
_POINTING = (2, 0.2)  # lines of a list that lead to parts of the page, and their share: all do
_NOTE = 2  # blocks of a note; what holds more and is named so is a part of the text


class Piece(msgspec.Struct, gc=False):
    """Characters ``[start, end)`` of one block's text with one role."""

    block: int
    start: int
    end: int
    role: Role
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(slots=True)
class Scene:
    """``first`` and ``last`` bound the running text, ``opening`` is its first block of length,
    ``last_picture`` the last line of a picture in a gallery behind it. ``bounds`` are those of the
    article with what stands right above and below.

    ``home`` is the element that most of it stands in, ``bold`` whether most of it is set bold,
    ``embeds`` whether the name of an embed may be believed on this page, ``names`` the stated
    authors with more than one name, ``contents`` the lines of tables of contents, ``verdicts``
    those of the box of a fact check, ``pulled`` passages that only repeat the text.
    """

    tree: Tree
    scored: list[Scored]
    headline: Headline
    stated: Stated
    threshold: float = BODY
    first: int = 0
    last: int = -1
    opening: int = 0
    last_picture: int = -1
    bounds: tuple[int, int] = (0, -1)
    headline_words: list[str] = field(default_factory=list)
    names: tuple[str, ...] = ()
    standfirsts: frozenset[int] = frozenset()
    figures: frozenset[int] = frozenset()
    behind_picture: frozenset[int] = frozenset()
    posts: frozenset[int] = frozenset()
    contents: frozenset[int] = frozenset()
    notes: frozenset[int] = frozenset()
    verdicts: frozenset[int] = frozenset()
    pulled: frozenset[int] = frozenset()
    embeds: bool = True
    home: int = -1
    bold: bool = False
    live: bool = False

    def running(self, index: int) -> bool:
        """True where a block counts as running text."""
        return self.scored[index].score >= self.threshold

    def in_article(self, index: int) -> bool:
        """Between the headline (or a little above the body) and the body's end."""
        start, end = self.bounds
        return start <= index <= end

    def is_pictured(self, index: int) -> bool:
        """True where a block stands in a figure or behind a picture, or is worded as a credit."""
        block = self.tree.blocks[index]
        return (
            block.figure >= 0
            or index in self.behind_picture
            or "credit" in block.opens
            or block.own & _PICTURED != 0
        )

    def repeats_headline(self, block: Block) -> bool:
        """True where a block says the headline once more."""
        told = len(self.headline.text or "")
        if not 0.6 * told < len(block.text) < 1.6 * told:
            return False
        words, said = fold(block.text), self.headline_words
        # So many words in common cannot be where one has far more than the other.
        if 2 * min(len(words), len(said)) <= 0.85 * (len(words) + len(said)):
            return False
        return agreement(words, said) > 0.85


def set_scene(
    tree: Tree, scored: list[Scored], headline: Headline, stated: Stated
) -> tuple[Scene, list[int]]:
    """The scene without its standfirsts, and the indices of the running text."""
    scene = Scene(tree, scored, headline, stated)
    scene.headline_words = fold(headline.text or "")
    names = [name for _, some in stated.authors for name in some if " " in name]
    scene.names = tuple(dict.fromkeys(names))
    scene.figures = frozenset(p.figure for p in tree.pictures if p.figure >= 0)
    scene.behind_picture = frozenset(p.block for p in tree.pictures)
    scene.posts = posts(tree)
    scene.contents = _contents(tree)
    scene.embeds = _embeds_are_few(tree, scored)
    scene.threshold = _threshold(tree, scored)
    marks = [i for i in range(len(scored)) if scene.running(i)]
    scene.first, scene.last = (marks[0], marks[-1]) if marks else (len(scored), -1)
    long = (i for i in marks if tree.blocks[i].words >= 15 and not _tells_change(tree.blocks[i]))
    scene.opening = next(long, scene.first)
    scene.home, scene.bold = _home(tree, marks)
    scene.notes = _notes(tree)
    scene.last_picture = _gallery(scene)
    start = headline.block if headline.block >= 0 else scene.first - 8
    scene.bounds = start - 3, max(scene.last + 2, scene.last_picture)
    scene.live = stated.genre == "live" or _stamps(scene) >= _ENTRIES
    return scene, marks


def _tells_change(block: Block) -> bool:
    """True for the days of publication and change on one line, however long."""
    short = block.words <= _STAMPS and block.text[-1] not in ".!?"
    return (
        short and change_in(block.text) >= 0 and parse_date(block.text, day_first=None) is not None
    )


def is_stamp(block: Block) -> bool:
    """True for a short line that is marked as a date or time."""
    if not block.own & _DATE or block.words > _STAMP:
        return False
    # "00:00" is where a recording stands.
    return bool(block.stamp) or any(c.isdigit() and c != "0" for c in block.text)


def is_entry_stamp(tree: Tree, index: int) -> bool:
    """True for a stamp that may head an entry: one below the title of another article is its."""
    return is_stamp(tree.blocks[index]) and not is_below_teaser(tree, index)


def is_below_teaser(tree: Tree, index: int) -> bool:
    """True right below a line that leads to another page."""
    above = tree.blocks[index - 1] if index else None
    if above is None or above.words < _TITLE or above.linked <= 0.6 * len(above.text):
        return False
    if above.tag == "figcaption":
        return False
    return not any("#" in href for href in above.hrefs)


def _stamps(scene: Scene) -> int:
    above = max(0, scene.opening - 3)
    return sum(is_entry_stamp(scene.tree, index) for index in range(above, max(above, scene.last)))


def _threshold(tree: Tree, scored: list[Scored]) -> float:
    """``BODY``, or less where no block of any length reaches it: something must be the text."""
    long = [s.score for b, s in zip(tree.blocks, scored, strict=True) if b.words >= 8]
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


def _gallery(scene: Scene) -> int:
    """The last of the captions and credits that follow one another behind the text, named so in
    the markup; -1 where there are none. Other articles' pictures stand in lists of links."""
    last, blocks = -1, scene.tree.blocks
    index = scene.last + 1 if scene.last >= 0 else len(blocks)
    while index < len(blocks) and index <= max(last, scene.last) + _BETWEEN:
        block = blocks[index]
        if block.linked or block.flags & _OTHERS:
            break
        if block.own & _CREDIT or (block.own & _PICTURED and not block.opens):
            last = index
        index += 1
    return last


def _contents(tree: Tree) -> frozenset[int]:
    """Links to parts of the same page, and what is listed with some of them."""
    found = {index for index, block in enumerate(tree.blocks) if block.hrefs and _is_entry(block)}
    parents = tree.parents
    lists = Counter(parents[tree.blocks[i].element] for i in found if tree.blocks[i].tag == "li")
    items: dict[int, list[int]] = {}
    for index, block in enumerate(tree.blocks if lists else ()):
        if block.tag == "li" and parents[block.element] in lists and block.words <= _ENTRY:
            items.setdefault(parents[block.element], []).append(index)
    least, share = _POINTING
    for around, members in items.items():
        if lists[around] >= max(least, share * len(members)):
            found.update(members)
    return frozenset(found)


def _is_entry(block: Block) -> bool:
    if block.linked <= 0.6 * len(block.text) or block.tag in HEADS or block.words > _ENTRY:
        return False
    return all(href[:1] == "#" for href in block.hrefs)


def _notes(tree: Tree) -> frozenset[int]:
    """Blocks in an element that is named a note and holds no more than a note does."""
    inside: dict[int, list[int]] = {}
    for index, block in enumerate(tree.blocks):
        if not block.near & _FOOTNOTE:
            continue
        element = block.element
        while element > 0 and not tree.owns[element] & _FOOTNOTE:
            element = tree.parents[element]
        inside.setdefault(element if element > 0 else block.element, []).append(index)
    few = (found for found in inside.values() if len(found) <= _NOTE)
    return frozenset(i for found in few for i in found)
