"""The page's visible text read from its tags in one pass.

A block is a run of text that a browser would set as one paragraph, heading, list item or cell.
"""

import re
from collections.abc import Iterator
from itertools import islice

from selectolax.lexbor import LexborHTMLParser

from accordingto.page.html.inline import BREAK, BYLINE, CREDIT, Run
from accordingto.page.html.markup import (
    BLOCK,
    END,
    INLINE,
    SPECIAL,
    VOID,
    Token,
    attributes,
    ended,
    link_named,
    plain,
    started,
    tokens,
)
from accordingto.page.html.menus import NAMED, read_menu
from accordingto.page.html.tree import Block, Picture, Tree
from accordingto.page.html.vocabulary import bits, tag_set

_UNSEEN = tag_set("unseen")
_INLINE = tag_set("inline")
_EMPHASIS = frozenset(("b", "strong"))
_PICTURES = frozenset(("img", "amp-img"))
_PICTURED = bits("caption", "credit")
_STAMPED = bits("byline", "date")
_SET_APART = frozenset(("a", "time", "span"))
_LINKING = frozenset(("a", "time"))
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
    r"/(?:authors?|autor(?:en|es)?|auteurs?|autori|contributors?|byline|editors|writers?|profiles?"
    r"|journalists?|reporters?|columnists?|yazar(?:lar)?)/[^/?#]"
)
_AUTHORING = re.compile(
    "/(?:aut|contrib|byline/|editors/|writer|profile|journalist|reporter|column|yazar)"
)
# Tag; tag and index of the innermost block element; names of inline elements; in a link, bold,
# set as a block, part of a picture.
_Frame = tuple[str, str, int, int, bool, bool, bool, bool]
_BLOCK_LEVEL, _IN_PICTURE = 6, 7  # places in a frame
_BODY: _Frame = ("body", "body", 0, 0, False, False, True, False)


def read_tree(parser: LexborHTMLParser, *, show_hidden: bool = False, menus: bool = True) -> Tree:
    """All visible blocks and pictures of a parsed page, in page order. Linear time.

    What the elements' names say of them is set by ``containers.spread_names``. With
    ``show_hidden`` also what attributes hide; without ``menus`` entries of menus are blocks too.
    """
    before, found = tokens(parser)
    walker = _Walker(found, show_hidden)
    walker.no_menu = 0 if menus else len(found)
    walker.walk(before)
    return walker.tree


class _Walker:
    def __init__(self, found: list[Token], show_hidden: bool) -> None:
        self.tokens = found
        self.show_hidden = show_hidden
        self.tree = Tree([], [], [-1], ["body"], ["body"], [0])
        self.run = Run()
        self.stack: list[_Frame] = [_BODY]
        self.resume = 0  # the token up to which all has been read
        self.no_menu = 0  # the token before which no menu needs to be looked for

    def walk(self, before: str) -> None:
        """Reads all tags. ``before`` is the text in front of the first one."""
        opens, run = self._open, self.run
        if before:
            run.add(before, 0, False, False)
        unseen: list[str] = []  # open tags within something that nobody sees
        for index, (start, text, ends, tail) in enumerate(self.tokens):
            if index < self.resume:
                continue
            if unseen or (start and not opens(index, start)):
                tag, _, _ = start.partition(" ")
                if tag and tag not in VOID:
                    unseen.append(tag)
                if unseen:
                    ends = _passed_over(unseen, ends)
                    if unseen:
                        continue
                elif text:
                    self._add(text)
            elif index < self.resume:
                continue
            elif text:
                self._add(text)
            if ends:
                self._end(ends)
            if tail:
                self._add(tail)
        self._leave(len(self.stack) - 1)
        self._flush(self.stack[-1])

    def _add(self, text: str) -> None:
        # Blanks between two blocks are most of all texts, and nothing to anybody.
        if self.run.parts or not text.isspace():
            _, _, _, inline, link, strong, _, _ = self.stack[-1]
            self.run.add(plain(text) if "&" in text else text, inline, link, strong)

    def _open(self, index: int, start: str) -> bool:
        """Open an element; ``False`` where nothing in it is visible."""
        if start.startswith("a "):
            return self._open_link(start)
        layout, tag, own, label, hidden = started(start)
        if hidden and not self.show_hidden:
            return False
        if layout == BLOCK:
            self._open_block(tag, own, label)
            if own & NAMED and index >= self.no_menu:
                self._menu(index, tag)
        elif layout == SPECIAL:
            return self._open_special(index, tag, start[len(tag) :], own, label)
        # Elements of a site's own are inline unless its style sheet says otherwise.
        elif layout == INLINE or self.run.marks:
            self._open_inline(tag, own)
        else:
            self._open_block(tag, own, label)
        return True

    def _menu(self, index: int, tag: str) -> None:
        """Read the element that was opened last as one block, where it is a menu."""
        menu = read_menu(self.tokens, index, show_hidden=self.show_hidden)
        if isinstance(menu, int):
            self.no_menu = menu
            return
        if menu.text:
            element = len(self.tree.parents) - 1
            self.tree.blocks.append(Block(menu.text, tag, element, 0, menu.linked, 0, ()))
        self._leave(1)
        self.tokens[menu.last] = ("", "", menu.ends, self.tokens[menu.last][3])
        self.resume = menu.last

    def _open_special(self, index: int, tag: str, written: str, own: int, label: str) -> bool:
        """The same for line breaks, pictures, times, sized lines, and what is unseen or empty."""
        if tag == "br":
            self._line_break(index)
            return False
        if tag in _UNSEEN:
            return False
        if tag in _PICTURES:
            self._picture(written)
            return False
        if tag == "time" and not self.run.stamp:
            values = attributes(written)
            self.run.stamp = values.get("datetime") or values.get("data-published") or ""
        size = attributes(written).get("size") if tag == "font" else None
        if size and self._stands_alone(index):
            self._open_block(tag, own, label, _sized(size))
        elif tag in _INLINE:
            self._open_inline(tag, own)
        else:
            self._open_block(tag, own, label)
        if tag in VOID:
            self._leave(1)
        return True

    def _open_link(self, start: str) -> bool:
        own, hidden, href = link_named(start)
        if hidden and not self.show_hidden:
            return False
        if href:
            self.run.hrefs.append(href)
        if ' rel="author"' in start or _leads_to_author(href):
            own |= BYLINE
        self._open_inline("a", own)
        return True

    def _open_inline(self, tag: str, own: int) -> None:
        _, home, element, inline, link, strong, _, pictured = self.stack[-1]
        if self.run.after_link and tag in _SET_APART:
            # Links, and in captions spans, that follow each other without a blank are set apart
            # by the style sheet.
            self.run.parts.append(" ")
        elif self.run.after_span and tag == "span" and self._is_stamped(element, inline):
            self.run.parts.append(" ")
        link = link or tag == "a"
        strong = strong or tag in _EMPHASIS
        pictured = pictured or own & _PICTURED != 0
        self.stack.append((tag, home, element, inline | own, link, strong, False, pictured))

    def _is_stamped(self, element: int, inline: int) -> bool:
        """True in a byline or a date, whose parts are set apart by the style sheet too."""
        owns, parents = self.tree.owns, self.tree.parents
        return (inline | owns[element] | owns[max(0, parents[element])]) & _STAMPED != 0

    def _open_block(self, tag: str, own: int, label: str, shown: str = "") -> None:
        _, _, element, inline, link, strong, _, pictured = self.stack[-1]
        if self.run.parts or self.run.hrefs:
            self._flush(self.stack[-1])
        tree = self.tree
        index = len(tree.parents)
        tree.parents.append(element)
        tree.tags.append(shown or tag)
        tree.names.append(label)
        tree.owns.append(own | inline)
        pictured = pictured or own & _PICTURED != 0
        strong = strong and tag != "p"
        self.stack.append((tag, shown or tag, index, 0, link, strong, True, pictured))

    def _end(self, ends: str) -> None:
        """Leave elements. The parser closes all that it opened, so that it will do to count; only
        raw text can hold what looks like an end tag."""
        many, outermost, blanks = ended(ends)
        if many < len(self.stack) and self.stack[-many][0] == outermost:
            self._leave(many)
        else:
            for tag in END.findall(ends):
                self._close(tag)
        if blanks and self.run.parts:
            self.run.parts += blanks

    def _close(self, tag: str) -> None:
        """Leave the innermost element of this name, and all in it; not the page itself."""
        if any(frame[0] == tag for frame in self.stack[-50:]):
            while self.stack[-1][0] != tag:
                self._leave(1)
            self._leave(min(1, len(self.stack) - 1))

    def _leave(self, many: int) -> None:
        """Leave the innermost elements."""
        run, stack = self.run, self.stack
        for _ in range(many):
            frame = stack.pop()
            if frame[_BLOCK_LEVEL]:
                if run.parts or run.hrefs:
                    self._flush(frame)
            elif frame[0] in _LINKING or (frame[_IN_PICTURE] and frame[0] == "span"):
                run.after_link = True
            elif frame[0] == "span":
                run.after_span = True

    def _flush(self, frame: _Frame) -> None:
        """Close the current run as a block of this element, where it has any text."""
        run = self.run
        text = run.text()
        if text:
            _, tag, element, _, _, _, _, _ = frame
            inline, union = run.inline_bits()
            size = len(text)
            block = Block(
                text, tag, element, inline, min(run.linked, size), min(run.strong, size),
                tuple(run.hrefs), stamp=run.stamp,
            )  # fmt: skip
            if union & CREDIT:
                block.credited = run.credited()
            if union & BYLINE:
                block.signed = run.signed()
            self.tree.blocks.append(block)
        run.clear()

    def _line_break(self, index: int) -> None:
        self.run.breaks += 1
        if self.run.breaks >= 2 or self._parts_lines(index):
            self._flush(self.stack[-1])
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
        ahead = (text.lstrip()[:_ADDRESS] for _, _, text in islice(self._from(index), _NEXT))
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
        for closing, tag, text in islice(self._from(index), 1, _AHEAD):
            if depth == 0:
                return closing or tag == "br" or tag not in _INLINE
            if tag == "font":
                depth += -1 if closing else 1
                if depth == 0 and text.strip():
                    return False
        return False

    def _from(self, index: int) -> Iterator[tuple[bool, str, str]]:
        """All tags from one on with the texts behind them; whether they are end tags."""
        for start, text, ends, tail in islice(self.tokens, index, None):
            if start or text:
                yield False, start.partition(" ")[0], text
            names = END.findall(ends)
            for number, name in enumerate(names, 1):
                yield True, name, tail if number == len(names) else ""


def _passed_over(unseen: list[str], ends: str) -> str:
    """Take what ends off ``unseen``; what is left of ``ends`` when all has ended."""
    for found in END.finditer(ends):
        if unseen[-1] == found[1]:
            unseen.pop()
        if not unseen:
            return ends[found.end() :]
    return ""


def _leads_to_author(href: str) -> bool:
    # A plain search first, as pages have hundreds of links.
    if _AUTHORING.search(href):
        return _AUTHOR_PAGE.search(href[:400]) is not None
    return False


def _sized(size: str) -> str:
    """The tag that a line of this size (1 to 7, or relative to 3) would have today."""
    number = {"+1": "4", "+2": "5", "+3": "6", "+4": "7"}.get(size.strip(), size.strip())
    return {"4": "h3", "5": "h2", "6": "h1", "7": "h1"}.get(number, "font")
