"""The page's visible text as blocks, its pictures, and the elements that hold them."""

from dataclasses import dataclass, field

import msgspec

from accordingto.page.html.phrases import openings


class Block(msgspec.Struct, gc=False):
    """One block. ``flags`` are of all elements around it, ``near`` of the innermost four, ``own``
    of the innermost one, ``inline`` of the inline elements that hold most of it.

    ``element`` is the index of its innermost block element in ``Tree.parents``; ``linked`` and
    ``strong`` count the characters inside links and inside bold type. ``credited`` is where inline
    elements marked as a credit stand in ``text``; ``figure`` is set by ``group_figures``;
    ``stamp`` is the moment that its first ``time`` element states, ``signed`` the names in it that
    inline elements mark as those of authors. ``words`` and ``opens`` (the
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
    signed: str = ""
    words: int = 0
    opens: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.words = word_count(self.text)
        self.opens = openings(self.text)


class Picture(msgspec.Struct, gc=False):
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


def word_count(text: str) -> int:
    """Words, with a guess for scripts that write none apart."""
    blanks = text.count(" ") + 1
    return len(text) // 3 if len(text) > 15 * blanks else blanks
