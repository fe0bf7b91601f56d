"""Posts of other platforms that are set into the text as quotations.

Apart from names in the markup, a post shows by its signature: "Name (@handle) day".
"""

import re

from accordingto.page.html.tree import Tree

_SIGNATURE = re.compile(r"(?:^|\s)\(?@[\w.-]{2,40}(?:@[\w.-]{3,60})?\)?(?=\W|$)")
_OPENED = re.compile(r"^[\s—–-]*[^\W\d_]")
_LONGEST = 25  # words of a signature
_MOST = 8  # blocks of one post


def posts(tree: Tree) -> frozenset[int]:
    """The blocks of quotations (``blockquote``) that end with a post's signature."""
    found: set[int] = set()
    for index, block in enumerate(tree.blocks):
        if "@" not in block.text or block.words > _LONGEST:
            continue
        if not _SIGNATURE.search(block.text) or not _OPENED.match(block.text):
            continue
        quote = _quotation(tree, block.element)
        if quote < 0:
            continue
        inside = [i for i in range(max(0, index - _MOST), index + 1) if _below(tree, i, quote)]
        found.update(inside)
    return frozenset(found)


def _quotation(tree: Tree, element: int) -> int:
    """The nearest ``blockquote`` around an element, -1 where there is none."""
    while element >= 0 and tree.tags[element] != "blockquote":
        element = tree.parents[element]
    return element


def _below(tree: Tree, index: int, quote: int) -> bool:
    element = tree.blocks[index].element
    while element > quote:
        element = tree.parents[element]
    return element == quote
