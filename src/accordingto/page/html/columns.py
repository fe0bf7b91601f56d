"""What is seen of the blocks of a page: a table of numbers, with a place for each block in every
column.

All sums are of whole numbers, so that they come out the same on every machine. Time is linear in
the number of blocks and elements.
"""

from collections import Counter
from functools import cache

import numpy as np

from accordingto.page.forest import Numbers
from accordingto.page.html.elements import Elements
from accordingto.page.html.features import Page
from accordingto.page.html.groups import Groups
from accordingto.page.html.phrases import holders, kind_bit, mentions
from accordingto.page.html.tree import Block, Tree
from accordingto.page.html.vocabulary import bits
from accordingto.page.neighbours import shifted

_SENTENCE_END = frozenset(".!?…。！？\"”»’')]؟।")
_TAGS = (
    "other", "p", "li", "div", "h1", "h2", "h3", "h4", "h5", "h6", "td", "blockquote", "figcaption",
    "section", "article", "dt", "dd", "header", "button", "th", "pre", "form", "body", "aside",
    "footer",
)  # fmt: skip
_TAG_CODES = {tag: code for code, tag in enumerate(_TAGS)}
_HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BAD = bits(
    "nav", "footer", "related", "comment", "social", "newsletter", "ad", "consent", "caption",
    "credit", "bio", "tags", "poll",
)  # fmt: skip
# What names and phrases tell one by one, and all that speaks of furniture together: the others
# hardly ever part what the trees leave open.
_TOLD = ("caption", "standfirst", "body", "article", "quote", "box", "date")
_FURNITURE = bits(
    "nav", "footer", "related", "comment", "social", "newsletter", "ad", "consent", "credit",
    "bio", "tags", "poll", "hidden",
)  # fmt: skip
_PHRASES = (("opens", "readmore"), ("holds", "readmore"), ("holds", "signup"))
_APART = bits("comment", "newsletter", "footer")
_BIO = bits("bio")
_SITES = bits("nav", "ad", "consent")
_TEXTS = bits("body", "article")
_SHARED = bits("social")
_HIDDEN = bits("hidden")
_SPOKEN = 12  # words
_MASS_CAP = 600  # characters; one giant block must not stand for a page
_LADDERS = (40, 60, 85)  # hundredths of the running text
_MOST_WORDS = 150
_HOLDS = 60  # words of a block that may hold a fixed phrase of furniture
_UNDER = 12  # blocks that a heading is taken to announce
_STEPS = (-2, -1, 1, 2, 3)
_NEXT = (-1, 1)
_START = 40  # characters by whose capitals and digits a block is known
_FAR = 99
_CHARACTERS = 0x1FBFB  # none of the characters from here on is a capital or a digit


@cache
def column_names() -> tuple[str, ...]:
    """What each column tells, in their order."""
    found = [
        "words", "characters", "share linked", "share bold", "capitals", "digits", "commas",
        "characters a word", "ends", "tag", "links",
        "in figure", "names author", "is description", "stated body", "times on page",
        "place", "blocks", "from headline", "from first text", "from last text",
        "from heading", "parent tag", "text in parent", "text in second parent",
        "text in third parent", "links in parent", "links in second parent", "depth",
        "depth from text", "up to text", "down to text", "furniture in parent",
        "furniture in second parent", "consent in second parent",
        "consent in third parent", "text of this kind",
    ]  # fmt: skip
    found += [f"within {ladder}% of text" for ladder in _LADDERS]
    for group in ("row", "kind", "rows"):
        found += [f"{group}: {what}" for what in ("others", "words", "share linked", "text")]
    for step in _STEPS:
        found += [f"{what} at {step:+d}" for what in ("words", "share linked", "tag")]
    found += [f"kind at {step:+d}" for step in _NEXT]
    found += ["kind: text behind", "kind: text before"]
    for where in ("near", "far", "own"):
        found += [f"{where}:{name}" for name in (*_TOLD, "furniture")]
    found += [f"{what}:any" for what in ("opens", "holds", "under", "after")]
    return (*found, *(f"{what}:{kind}" for what, kind in _PHRASES))


class Seen:
    """``table`` gives the columns; ``rows``, ``kinds``, ``around`` and ``sections`` are groups of
    blocks: those of one parent, whose elements are named alike, of one parent's parent, and under
    one heading."""

    def __init__(self, tree: Tree, page: Page) -> None:
        self._tree = tree
        self._blocks = tree.blocks
        self._page = page
        self.count = len(tree.blocks)
        self.elements: Elements = page.elements
        counts = [block.words for block in tree.blocks]
        self._counts = counts
        self.words: Numbers = np.minimum(np.array(counts, np.int64), _MOST_WORDS)
        up = self.elements.parents
        self.rows = Groups(up[self.elements.of_block])
        self.kinds = Groups(_kinds(tree, self.elements))
        self.around = Groups(up[self.rows.of])
        self._bits: list[tuple[Numbers, Numbers]] = []
        self._last: tuple[slice, Numbers] | None = None
        columns = self._columns()
        self._numbers: Numbers = np.empty((len(columns), self.count), np.float32)
        for number, values in enumerate(columns):
            self._numbers[number] = values

    def table(self, part: slice) -> Numbers:
        """The columns of some blocks, each with a number a block. A page may have a million
        blocks, whose whole table would fill the memory; the last part is kept."""
        if self._last is not None and self._last[0] == part:
            return self._last[1]
        bits = [(values[part] & masks[:, None]) != 0 for values, masks in self._bits]
        table = np.concatenate([self._numbers[:, part], *bits], dtype=np.float32)
        self._last = part, table
        return table

    def named_apart(self) -> Numbers:
        """For each block whether its elements' names say that it is none of the text. Names that
        would condemn the article itself are taken back before (``containers``)."""
        near, far, own = (values for values, _ in self._bits[:3])
        # What is only for screen readers: "Article content", "Image caption".
        spoken = (own & _HIDDEN != 0) & (self.words <= _SPOKEN)
        # Menus, adverts and dialogs, unless what is in them is named a text as well.
        sites = (near & _SITES != 0) & (near & _TEXTS == 0)
        apart = (far & _APART != 0) | (near & _BIO != 0) | (own & _SHARED != 0)
        return np.asarray(apart | spoken | sites)

    def _columns(self) -> list[Numbers]:
        blocks, counts = self._blocks, self._counts
        chars = np.array([len(b.text) for b in blocks], np.int64)
        linked = np.array([b.linked for b in blocks], np.int64)
        strong = np.array([b.strong for b in blocks], np.int64) / chars
        flags = [
            np.array(values, np.int64)
            for values in (
                [b.near for b in blocks],
                [b.flags for b in blocks],
                [b.own for b in blocks],
            )
        ]
        tags = np.array([_TAG_CODES.get(b.tag, 0) for b in blocks], np.int64)
        self.items: Numbers = tags == _TAG_CODES["li"]
        good = (np.array(counts) >= 12) & (100 * linked < 35 * chars) & (flags[0] & _BAD == 0)
        mass = np.where(good, np.minimum(chars, _MASS_CAP), 0)
        opens, holds = _phrases(blocks, counts)
        under, after, since, sections = _announced(blocks, counts, strong, opens, holds)
        self.sections = Groups(sections)
        share = linked / chars
        names = np.array([*map(bits, _TOLD), _FURNITURE])
        self._bits = [(values, names) for values in flags]
        self._bits += [(values, np.array([-1])) for values in (opens, holds, under, after)]
        said = {"opens": opens, "holds": holds}
        self._bits += [(said[what], np.array([kind_bit(kind)])) for what, kind in _PHRASES]
        return [
            self.words, chars, share, strong, *_shapes(blocks), chars / np.array(counts),
            *_edges(blocks), tags, *_marks(blocks), *self._known(),
            *self._placed(good, mass, since), *self._contained(mass, linked, chars, opens, holds),
            *self._grouped(good, share), *self._beside(share, tags), *self._led(good),
        ]  # fmt: skip

    def _known(self) -> list[Numbers]:
        """What the page says of itself that agrees with the block."""
        page, seen = self._page, Counter([b.text for b in self._blocks])
        told = page.description
        named, described = np.zeros(self.count), np.zeros(self.count)
        if page.authors:
            named[:] = [
                block.words > 6 and any(name in block.text[:120] for name in page.authors)
                for block in self._blocks
            ]
        if told:
            described[:] = [
                block.words > 4
                and (told.startswith(block.text[:60]) or block.text.startswith(told[:60]))
                for block in self._blocks
            ]
        agreed = page.agreed or [-1.0] * self.count
        times = [seen[b.text] for b in self._blocks]
        return [named, described, np.array(agreed), np.array(times)]

    def _placed(self, good: Numbers, mass: Numbers, since: Numbers) -> list[Numbers]:
        """Where the block stands in the order of the page."""
        index = np.arange(self.count)
        root = self.elements.innermost(self.elements.below(mass), _LADDERS[1])
        marks = (good & self.elements.within(root)).nonzero()[0]
        first, last = (int(marks[0]), int(marks[-1])) if len(marks) else (0, -1)
        head = self._page.headline
        below = index - head if head >= 0 else np.zeros(self.count)
        whole = np.full(self.count, self.count)
        return [index / self.count, whole, below, index - first, index - last, since]

    def _contained(
        self, mass: Numbers, linked: Numbers, chars: Numbers, opens: Numbers, holds: Numbers
    ) -> list[Numbers]:
        """What the elements around the block hold."""
        elements = self.elements
        up = elements.parents
        one = up[elements.of_block]
        two, three = up[one], up[up[one]]
        said = opens | holds
        consented = said & kind_bit("consent") != 0
        text, linked, chars, size, furniture, consent = elements.below(
            np.array([mass, linked, chars, np.ones(self.count), said != 0, consented])
        )
        share = text / max(1.0, text[0])
        density = linked / np.maximum(1, chars)
        furniture = furniture / np.maximum(1, size)
        home = self._home(mass)
        rise, fall = elements.apart(home)
        depth = elements.depth[elements.of_block]
        tags = np.array([_TAG_CODES.get(tag, 0) for tag in self._tree.tags], np.int64)
        alike = self.kinds.sums(mass) / max(1.0, text[0])
        return [
            tags[one], share[one], share[two], share[three], density[one], density[two],
            depth, depth - elements.depth[home], rise, fall, furniture[one], furniture[two],
            consent[two], consent[three], alike,
            *[elements.within(elements.innermost(text, ladder)) for ladder in _LADDERS],
        ]  # fmt: skip

    def _home(self, mass: Numbers) -> int:
        """The element that directly holds most of the running text."""
        return int(np.argmax(np.bincount(self.rows.of, mass, self.elements.count)))

    def _grouped(self, good: Numbers, share: Numbers) -> list[Numbers]:
        """The other blocks of one parent, of one kind, and of one parent's parent."""
        values = np.stack([self.words, np.floor(100 * share), good])
        found: list[Numbers] = []
        for group in (self.rows, self.kinds, self.around):
            found += [group.many - 1, *_means(group, values)]
        return found

    def _beside(self, share: Numbers, tags: Numbers) -> list[Numbers]:
        """The blocks before and behind."""
        found: list[Numbers] = []
        for values in shifted(np.stack([self.words, share, tags]), _STEPS, -1):
            found += list(values)
        return found + [kind == self.kinds.of for kind in shifted(self.kinds.of, _NEXT, -1)]

    def _led(self, good: Numbers) -> list[Numbers]:
        """How often running text follows and precedes the other blocks of this kind."""
        return list(_means(self.kinds, np.stack(shifted(good, (1, -1), 0))))


def _means(group: Groups, values: Numbers) -> Numbers:
    """The mean over the other blocks of the group, -1 where there are none."""
    found = group.others(values) / np.maximum(1, group.many - 1)
    found[:, group.many == 1] = -1.0
    return np.asarray(found)


def _kinds(tree: Tree, elements: Elements) -> Numbers:
    """A number for each pair of an element's and its parent's name."""
    numbers = {name: number for number, name in enumerate(dict.fromkeys(tree.names))}
    names = np.array([numbers[name] for name in tree.names], np.int64)
    of = elements.of_block
    pairs = names[of] * (len(numbers) + 1) + np.where(of > 0, names[elements.parents[of]] + 1, 0)
    return np.asarray(pairs)


def _shapes(blocks: list[Block]) -> list[Numbers]:
    """Capitals and digits at the start, commas."""
    starts = [b.text[:_START] for b in blocks]
    sizes = np.array(list(map(len, starts)))
    letters = np.array(starts, f"U{_START}").view(np.uint32).reshape(len(starts), _START)
    capitals, digits = (
        told.take(letters, mode="clip").sum(axis=1) / sizes for told in (_capitals(), _digits())
    )
    return [capitals, digits, np.array([b.text.count(",") for b in blocks])]


@cache
def _capitals() -> Numbers:
    """Whether each character is a capital, by its number; the last stands for all behind it."""
    return np.char.isupper(np.arange(_CHARACTERS, dtype=np.uint32).view("U1"))


@cache
def _digits() -> Numbers:
    return np.char.isdigit(np.arange(_CHARACTERS, dtype=np.uint32).view("U1"))


def _edges(blocks: list[Block]) -> list[Numbers]:
    """How the block ends: 0 open, 1 stop, 2 colon."""
    ends = [1 if b.text[-1] in _SENTENCE_END else 2 if b.text[-1] in ":：" else 0 for b in blocks]
    return [np.array(ends)]


def _marks(blocks: list[Block]) -> list[Numbers]:
    return [np.array([len(b.hrefs) for b in blocks]), np.array([b.figure >= 0 for b in blocks])]


def _phrases(blocks: list[Block], counts: list[int]) -> tuple[Numbers, Numbers]:
    """The kinds of furniture that a block opens with, and of which it holds a fixed phrase."""
    opens = np.array([_kind_bits(b.opens) for b in blocks], np.int64)
    holds = np.zeros(len(blocks), np.int64)
    short = [index for index, count in enumerate(counts) if count <= _HOLDS]
    found, held = holders([blocks[index].text for index in short])
    for index in (short[place] for place in found):
        holds[index] = _kind_bits(mentions(blocks[index].text, counts[index], held))
    return opens, holds


@cache
def _kind_bits(kinds: tuple[str, ...] | frozenset[str]) -> int:
    return sum(map(kind_bit, kinds))


def _announced(
    blocks: list[Block], counts: list[int], strong: Numbers, opens: Numbers, holds: Numbers
) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """What the heading above and the block right before announce, how far the heading is, and
    the number of the section that the block opens or lies in."""
    index = np.arange(len(blocks))
    short = np.array(counts) <= 12
    heads = np.array([b.tag in _HEADS for b in blocks])
    heads |= (np.array(counts) <= 8) & (strong > 0.9)
    last = np.maximum.accumulate(np.where(heads, index, -1))
    above = np.concatenate(([-1], last[:-1])).astype(np.int64)
    said = np.where(short, opens | holds, 0)
    since = np.where(above >= 0, np.minimum(index - above, _FAR), _FAR)
    under = np.where(since <= _UNDER, said[np.maximum(above, 0)], 0)
    after = np.concatenate(([0], np.where(short, opens, 0)[:-1])).astype(np.int64)
    return under, after, since, heads.cumsum()
