"""The page's visible text as blocks, read from the DOM in one pass.

A block is a run of text that a browser would set as one paragraph, heading, list item or cell.
The walk keeps its own stack, so that depth of nesting costs no recursion.
"""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from accordingto.page.html.inline import CREDIT, Frame, Run
from accordingto.page.html.vocabulary import bits, class_bits, tag_bits, tag_set

_UNSEEN = tag_set("unseen")
_INLINE = tag_set("inline")
_EMPHASIS = frozenset(("b", "strong"))
_NAMED = frozenset(
    ("class", "id", "data-testid", "data-component", "itemprop", "role", "data-type")
)
_ROLES = {"navigation": "nav", "contentinfo": "footer", "complementary": "box", "dialog": "consent"}
_PICTURED = bits("caption", "credit")
_BYLINE = bits("byline")
# Addresses of pages about an author.
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|autori|contributors?|byline)/[^/?#]"
)
# Names on these elements are those of the site or the theme, not of a part of the page.
_WHOLE = frozenset(("html", "body"))


@dataclass(slots=True)
class Block:
    """One block. ``flags`` are of all elements around it, ``near`` of the innermost four, ``own``
    of the innermost one, ``inline`` of the inline elements that hold most of it.

    ``element`` is the index of its innermost block element in ``Tree.parents``; ``linked`` and
    ``strong`` count the characters inside links and inside bold type. ``credited`` is where inline
    elements marked as a credit stand in ``text``; ``figure`` is set by ``group_figures``.
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


class _Walker:
    def __init__(self, show_hidden: bool) -> None:
        self.show_hidden = show_hidden
        self.tree = Tree()
        self.run = Run()
        self.stack: list[Frame] = []

    def flush(self) -> None:
        """Close the current run as a block, where it has any text."""
        run = self.run
        if not run.parts and not run.hrefs:
            return
        text = " ".join("".join(run.parts).split())
        if text:
            top = self._block_frame()
            inline, union = run.inline_bits()
            self.tree.blocks.append(
                Block(
                    text,
                    top.tag,
                    top.element,
                    inline,
                    min(run.linked, len(text)),
                    min(run.strong, len(text)),
                    tuple(run.hrefs),
                    credited=run.credited() if union & CREDIT else None,
                )
            )
        self.run = Run()

    def _block_frame(self) -> Frame:
        for frame in reversed(self.stack):
            if frame.block_level:
                return frame
        return self.stack[0]

    def enter(self, node: LexborNode, tag: str) -> bool:
        """Open an element; ``False`` where nothing in it is visible."""
        if tag in _UNSEEN:
            return False
        if tag == "br":
            self._line_break()
            return False
        attributes = node.attributes
        if not self.show_hidden and _is_hidden(tag, attributes):
            return False
        top = self.stack[-1]
        if tag in ("img", "amp-img"):
            self._picture(attributes, top)
            return False
        own, label = _own_bits(tag, attributes)
        if tag == "font" and attributes.get("size") and self._stands_alone(node):
            self._open_block(_sized(attributes["size"] or ""), own, label, top)
        elif tag in _INLINE:
            self._open_inline(tag, own, top, attributes)
        else:
            self._open_block(tag, own, label, top)
        return True

    def _stands_alone(self, node: LexborNode) -> bool:
        """True where an inline element fills its line, between line breaks or edges of a block."""
        written = "".join(self.run.parts).rstrip(" \t\r")
        if written.strip() and not written.endswith("\n"):
            return False
        following = node.next
        while following is not None and following.is_text_node:
            if (following.text_content or "").strip():
                return False
            following = following.next
        return following is None or following.tag == "br" or following.tag not in _INLINE

    def _open_inline(
        self, tag: str, own: int, top: Frame, attributes: dict[str, str | None]
    ) -> None:
        link = top.link or tag == "a"
        if tag in ("a", "time", "span") and self.run.after_link:
            # Links, and in captions spans, that follow each other without a blank are set apart
            # by the style sheet.
            self.run.parts.append(" ")
        if tag == "a":
            href = attributes.get("href") or ""
            if href:
                self.run.hrefs.append(href)
            if attributes.get("rel") == "author" or _AUTHOR_PAGE.search(href[:400]):
                own |= _BYLINE
        strong = top.strong or tag in _EMPHASIS
        self.stack.append(
            Frame(
                tag,
                top.element,
                top.flags | own,
                top.inline | own,
                link,
                strong,
                False,
            )
        )

    def _open_block(self, tag: str, own: int, label: str, top: Frame) -> None:
        self.flush()
        tree = self.tree
        index = len(tree.parents)
        tree.parents.append(top.element)
        tree.tags.append(tag)
        tree.names.append(label)
        tree.owns.append(own | top.inline)
        self.stack.append(
            Frame(
                tag,
                index,
                top.flags | own,
                0,
                top.link,
                top.strong and tag != "p",
                True,
            )
        )

    def leave(self) -> None:
        frame = self.stack[-1]
        if frame.block_level:
            self.flush()
        self.stack.pop()
        if frame.tag in ("a", "time") or (frame.tag == "span" and frame.flags & _PICTURED):
            self.run.after_link = True

    def _line_break(self) -> None:
        self.run.breaks += 1
        if self.run.breaks >= 2:
            self.flush()
        else:
            self.run.parts.append("\n")

    def _picture(self, attributes: dict[str, str | None], top: Frame) -> None:
        url = ""
        for key in ("data-src", "data-original", "data-lazy-src", "src"):
            value = attributes.get(key) or ""
            if value and not value.startswith("data:"):
                url = value
                break
        alt = " ".join((attributes.get("alt") or "").split())
        block = len(self.tree.blocks)
        self.tree.pictures.append(Picture(block, top.element, url, alt, top.inline))


def _sized(size: str) -> str:
    """The tag that a line of this size (1 to 7, or relative to 3) would have today."""
    number = {"+1": "4", "+2": "5", "+3": "6", "+4": "7"}.get(size.strip(), size.strip())
    return {"4": "h3", "5": "h2", "6": "h1", "7": "h1"}.get(number, "font")


def _own_bits(tag: str, attributes: dict[str, str | None]) -> tuple[int, str]:
    own = tag_bits(tag)
    label = tag
    if not attributes or tag in _WHOLE:
        return own, label
    for key, value in attributes.items():
        if value and key in _NAMED:
            own |= class_bits(value)
            if key == "class":
                label = f"{tag}.{value[:80]}"
            elif key == "role" and value in _ROLES:
                own |= bits(_ROLES[value])
    return own, label


def _is_hidden(tag: str, attributes: dict[str, str | None]) -> bool:
    if not attributes:
        return False
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        # Pages that are sent in pieces hold a piece in <div hidden id="S:1"> until it is placed.
        return not (attributes.get("id") or "").startswith("S:")
    if tag == "dialog" and "open" not in attributes:
        return True
    style = attributes.get("style")
    if style and len(style) < 2000:
        packed = style.replace(" ", "").lower()
        return "display:none" in packed or "visibility:hidden" in packed
    return False


def read_tree(parser: LexborHTMLParser, *, show_hidden: bool = False) -> Tree:
    """All visible blocks and pictures of a parsed page, in page order. Linear time.

    What the elements' names say of them is set by ``containers.spread_names``.

    With ``show_hidden`` also what attributes hide.
    """
    walker = _Walker(show_hidden)
    root = parser.body or parser.root
    if root is None:
        return walker.tree
    walker.tree.parents.append(-1)
    walker.tree.tags.append("body")
    walker.tree.names.append("body")
    walker.tree.owns.append(0)
    walker.stack.append(Frame("body", 0, 0, 0, False, False, True))
    _walk(walker, root)
    walker.flush()
    return walker.tree


def _walk(walker: _Walker, root: LexborNode) -> None:
    """Depth-first with first child, next and parent: the tree itself is the stack."""
    node, depth = root.first_child, 0
    while node is not None:
        opened = False
        if node.is_text_node:
            walker.run.add(node.text_content or "", walker.stack[-1])
        else:
            tag = node.tag or "-"
            opened = tag[0] not in "-!" and walker.enter(node, tag)
        child = node.first_child if opened else None
        if child is not None:
            node, depth = child, depth + 1
            continue
        if opened:
            walker.leave()
        following = node.next
        while following is None and depth > 0:
            parent = node.parent
            if parent is None:
                break
            node, depth = parent, depth - 1
            walker.leave()
            following = node.next
        node = following
