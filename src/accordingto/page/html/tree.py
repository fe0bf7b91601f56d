"""The page's visible text as blocks, read from its tags in one pass.

A block is a run of text that a browser would set as one paragraph, heading, list item or cell.
"""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser

from accordingto.page.html.inline import BREAK, CREDIT, Run
from accordingto.page.html.markup import (
    VOID,
    Token,
    attributes,
    href_of,
    named,
    named_afresh,
    plain,
    tokens,
)
from accordingto.page.html.phrases import openings
from accordingto.page.html.vocabulary import bits, tag_set

_UNSEEN = tag_set("unseen")
_INLINE = tag_set("inline")
_EMPHASIS = frozenset(("b", "strong"))
_PICTURES = frozenset(("img", "amp-img"))
_SPECIAL = _UNSEEN | _PICTURES | VOID | {"font"}
_PICTURED = bits("caption", "credit")
_BYLINE = bits("byline")
_AHEAD = 60  # tags in which the end of an old page's sized line is looked for
_NEXT = 8  # tags in which the text behind a line break is looked for
_ADDRESSES = ("http://", "https://", "www.")
_ADDRESS = 8  # characters of the longest of these
_LINE = 60  # characters; a longer line that ends in the middle of a sentence was only wrapped
_STOPS = frozenset('.!?…:;。！？”"’»)')
# Elements whose lines are not paragraphs: their breaks only shape one text.
_ONE_TEXT = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "button", "caption", "th"))
# Addresses of pages about an author.
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|autori|contributors?|byline)/[^/?#]"
)
# Tag; tag and index of the innermost block element; names of inline elements; in a link, bold,
# set as a block, part of a picture.
_Frame = tuple[str, str, int, int, bool, bool, bool, bool]


@dataclass(slots=True)
class Block:
    """One block. ``flags`` are of all elements around it, ``near`` of the innermost four, ``own``
    of the innermost one, ``inline`` of the inline elements that hold most of it.

    ``element`` is the index of its innermost block element in ``Tree.parents``; ``linked`` and
    ``strong`` count the characters inside links and inside bold type. ``credited`` is where inline
    elements marked as a credit stand in ``text``; ``figure`` is set by ``group_figures``;
    ``stamp`` is the moment that its first ``time`` element states. ``words`` and ``opens`` (the
    kinds of furniture whose opening words it has) follow from the text.
    """

    text: str
    tag: str
    element: int
    inline: int
    linked: int
    strong: int
    hrefs: tuple[str, ...]
    flags: int = 0
    near: int = 0
    own: int = 0
    credited: tuple[int, int] | None = None
    figure: int = -1
    stamp: str = ""
    words: int = field(init=False)
    opens: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.words = word_count(self.text)
        self.opens = openings(self.text)


@dataclass(slots=True)
class Picture:
    """An image element; ``block`` is the index of the block that follows it."""

    block: int
    element: int
    url: str
    alt: str
    inline: int
    flags: int = 0
    figure: int = -1


@dataclass(slots=True)
class Tree:
    """Blocks in page order. The lists from ``parents`` on describe the block elements, by index."""

    blocks: list[Block] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    owns: list[int] = field(default_factory=list)


def read_tree(parser: LexborHTMLParser, *, show_hidden: bool = False) -> Tree:
    """All visible blocks and pictures of a parsed page, in page order. Linear time.

    What the elements' names say of them is set by ``containers.spread_names``. With
    ``show_hidden`` also what attributes hide.
    """
    before, found = tokens(parser)
    walker = _Walker(found, show_hidden)
    walker.walk(before)
    return walker.tree


class _Walker:
    def __init__(self, found: list[Token], show_hidden: bool) -> None:
        self.tokens = found
        self.show_hidden = show_hidden
        self.tree = Tree([], [], [-1], ["body"], ["body"], [0])
        self.run = Run()
        self.stack: list[_Frame] = [("body", "body", 0, 0, False, False, True, False)]

    def walk(self, before: str) -> None:
        """Reads all tags. ``before`` is the text in front of the first one."""
        if before:
            self.run.add(before, 0, False, False)
        unseen: list[str] = []  # open tags within something that nobody sees
        stack = self.stack
        for index, (closing, tag, written, text) in enumerate(self.tokens):
            if unseen:
                self._pass_over(unseen, closing, tag)
                if unseen:
                    continue
            elif closing:
                # The parser closes all it opened; only raw text can hold what looks like a tag.
                if stack[-1][0] == tag and len(stack) > 1:
                    self._leave()
                else:
                    self._close(tag)
            elif tag and not self._open(index, tag, written) and tag not in VOID:
                unseen.append(tag)
                continue
            # Blanks between two blocks are most of all texts, and nothing to anybody.
            if text and (self.run.parts or not text.isspace()):
                _, _, _, inline, link, strong, _, _ = stack[-1]
                self.run.add(plain(text), inline, link, strong)
        while len(self.stack) > 1:
            self._leave()
        self._flush()

    def _pass_over(self, unseen: list[str], closing: str, tag: str) -> None:
        if closing:
            if unseen[-1] == tag:
                unseen.pop()
        elif tag and tag not in VOID:
            unseen.append(tag)

    def _open(self, index: int, tag: str, written: str) -> bool:
        """Open an element; ``False`` where nothing in it is visible."""
        if tag in _SPECIAL:
            return self._open_special(index, tag, written)
        own, label, hidden = (named_afresh if tag == "a" else named)(tag, written)
        if hidden and not self.show_hidden:
            return False
        if tag in _INLINE or ("-" in tag and self.run.holds_text()):
            # Elements of a site's own are inline unless its style sheet says otherwise.
            self._open_inline(tag, own, written)
        else:
            self._open_block(tag, own, label)
        return True

    def _open_special(self, index: int, tag: str, written: str) -> bool:
        """The same for line breaks, pictures, sized lines, and what holds nothing or is unseen."""
        if tag == "br":
            self._line_break(index)
            return False
        if tag in _UNSEEN:
            return False
        own, label, hidden = named(tag, written)
        if hidden and not self.show_hidden:
            return False
        if tag in _PICTURES:
            self._picture(written)
            return False
        size = attributes(written).get("size") if tag == "font" else None
        if size and self._stands_alone(index):
            self._open_block(tag, own, label, _sized(size))
        elif tag in _INLINE:
            self._open_inline(tag, own, written)
        else:
            self._open_block(tag, own, label)
        if tag in VOID:
            self._leave()
        return True

    def _close(self, tag: str) -> None:
        """Leave the innermost element of this name, and all in it; not the page itself."""
        if any(frame[0] == tag for frame in self.stack[-50:]):
            while self.stack[-1][0] != tag:
                self._leave()
            if len(self.stack) > 1:
                self._leave()

    def _open_inline(self, tag: str, own: int, written: str) -> None:
        _, home, element, inline, link, strong, _, pictured = self.stack[-1]
        if self.run.after_link and tag in ("a", "time", "span"):
            # Links, and in captions spans, that follow each other without a blank are set apart
            # by the style sheet.
            self.run.parts.append(" ")
        if tag == "a" and written:
            link = True
            href = href_of(written)
            if href:
                self.run.hrefs.append(href)
            if ' rel="author"' in written or _leads_to_author(href):
                own |= _BYLINE
        elif tag == "a":
            link = True
        elif tag == "time" and not self.run.stamp:
            values = attributes(written)
            self.run.stamp = values.get("datetime") or values.get("data-published") or ""
        strong = strong or tag in _EMPHASIS
        pictured = pictured or bool(own & _PICTURED)
        self.stack.append((tag, home, element, inline | own, link, strong, False, pictured))

    def _open_block(self, tag: str, own: int, label: str, shown: str = "") -> None:
        _, _, element, inline, link, strong, _, pictured = self.stack[-1]
        if self.run.parts or self.run.hrefs:
            self._flush()
        tree = self.tree
        index = len(tree.parents)
        tree.parents.append(element)
        tree.tags.append(shown or tag)
        tree.names.append(label)
        tree.owns.append(own | inline)
        pictured = pictured or bool(own & _PICTURED)
        strong = strong and tag != "p"
        self.stack.append((tag, shown or tag, index, 0, link, strong, True, pictured))

    def _leave(self) -> None:
        tag, _, _, _, _, _, block_level, pictured = self.stack[-1]
        if block_level and (self.run.parts or self.run.hrefs):
            self._flush()
        self.stack.pop()
        if tag in ("a", "time") or (pictured and tag == "span"):
            self.run.after_link = True

    def _flush(self) -> None:
        """Close the current run as a block, where it has any text."""
        run = self.run
        text = " ".join("".join(run.parts).split())
        if text:
            _, tag, element, *_ = self.stack[-1]
            inline, union = run.inline_bits()
            size = len(text)
            block = Block(
                text, tag, element, inline, min(run.linked, size), min(run.strong, size),
                tuple(run.hrefs), stamp=run.stamp,
            )  # fmt: skip
            if union & CREDIT:
                block.credited = run.credited()
            self.tree.blocks.append(block)
        self.run = Run()

    def _line_break(self, index: int) -> None:
        self.run.breaks += 1
        if self.run.breaks >= 2 or self._parts_lines(index):
            self._flush()
        else:
            self.run.parts.append(BREAK)

    def _parts_lines(self, index: int) -> bool:
        """True where a single line break sets two lines apart, and is not within a sentence."""
        _, tag, _, _, link, _, _, pictured = self.stack[-1]
        if link or pictured or tag in _ONE_TEXT or not self.run.holds_text():
            return False
        line = self.run.last_line().strip()
        if line[-1:] in _STOPS:
            return True
        ahead = (text.lstrip()[:_ADDRESS] for *_, text in self.tokens[index : index + _NEXT])
        following = next(filter(None, ahead), "")
        if following.startswith(_ADDRESSES):
            return True
        return len(line) <= _LINE and not following[:1].islower()

    def _picture(self, written: str) -> None:
        values = attributes(written)
        url = ""
        for key in ("data-src", "data-original", "data-lazy-src", "src"):
            value = values.get(key, "")
            if value and not value.startswith("data:"):
                url = value
                break
        alt = " ".join(values.get("alt", "").split())
        _, _, element, inline, *_ = self.stack[-1]
        self.tree.pictures.append(Picture(len(self.tree.blocks), element, url, alt, inline))

    def _stands_alone(self, index: int) -> bool:
        """True where an inline element fills its line, between line breaks or edges of a block."""
        if self.run.last_line().strip():
            return False
        depth = 1
        for closing, tag, _, text in self.tokens[index + 1 : index + _AHEAD]:
            if depth == 0:
                return bool(closing) or tag == "br" or tag not in _INLINE
            if tag == "font":
                depth += -1 if closing else 1
                if depth == 0 and text.strip():
                    return False
        return False


def word_count(text: str) -> int:
    """Words, with a guess for scripts that write none apart."""
    blanks = text.count(" ") + 1
    return len(text) // 3 if len(text) > 15 * blanks else blanks


def _leads_to_author(href: str) -> bool:
    # A plain search first, as pages have hundreds of links.
    if "/aut" in href or "/contrib" in href or "/byline/" in href:
        return _AUTHOR_PAGE.search(href[:400]) is not None
    return False


def _sized(size: str) -> str:
    """The tag that a line of this size (1 to 7, or relative to 3) would have today."""
    number = {"+1": "4", "+2": "5", "+3": "6", "+4": "7"}.get(size.strip(), size.strip())
    return {"4": "h3", "5": "h2", "6": "h1", "7": "h1"}.get(number, "font")
