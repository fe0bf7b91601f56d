"""What the names of the elements around a block say of it.

Class names are words of the site's builders: ``subscriber-content`` may hold an offer or the
whole article. A name on an element that holds most of the page's running text therefore says
nothing against what is in it.
"""

import numpy as np

from accordingto.page.forest import Numbers
from accordingto.page.html.elements import Elements
from accordingto.page.html.tree import Block, Tree
from accordingto.page.html.vocabulary import bits

_MOST = 0.5  # of the running text; an element with as much is no furniture
_LONG = 60  # characters from which a block counts as running text here
_MASS_CAP = 600
# What a name may go on saying of an element that holds most of the text.
_KEPT = bits("article", "body", "consent", "comment", "footer", "hidden")
# The same where the headline stands in it too: then it is the article, whatever its name.
_KEPT_WITH_HEADLINE = bits("article", "body")
_FOOTER = bits("footer")
_PICTURED = bits("caption", "credit")
_LEVELS = 4  # elements up to a figure


def spread_names(tree: Tree, elements: Elements) -> None:
    """Set ``flags``, ``near`` and ``own`` of blocks and pictures from their elements' names."""
    owns = np.array(tree.owns, np.int64)
    up = elements.parents
    near = owns
    for _ in range(3):  # the innermost four elements
        near = owns | near[up]
    at = elements.of_block
    flags = elements.around(owns)
    told = zip(owns[at].tolist(), near[at].tolist(), flags[at].tolist(), strict=True)
    for block, (own, four, every) in zip(tree.blocks, told, strict=True):
        block.own = own | block.inline
        block.near = four | block.inline
        block.flags = every | block.inline
    for picture in tree.pictures:
        picture.flags = int(flags[picture.element]) | picture.inline


def settle_names(tree: Tree, elements: Elements, headline: int) -> None:
    """Take back names that would condemn the article. ``headline`` is a block's index or -1."""
    mass = elements.below(_mass(tree))
    owns = np.array(tree.owns, np.int64)
    most = mass >= _MOST * (mass[0] or 1)
    holds = _holders(tree, headline)
    changed = False
    for element in np.flatnonzero((owns != 0) & (most | (owns & _FOOTER != 0))).tolist():
        own = tree.owns[element]
        if not element:
            continue
        if most[element]:
            own &= _KEPT_WITH_HEADLINE if element in holds else _KEPT
        elif own & _FOOTER and _is_inner_footer(tree, element):
            own &= ~_FOOTER  # names who is quoted, or who took a picture
        if own != tree.owns[element]:
            tree.owns[element] = own
            changed = True
    if changed:
        spread_names(tree, elements)


def _is_inner_footer(tree: Tree, element: int) -> bool:
    """True for the footer of a quotation, and of a figure."""
    if tree.tags[element] == "footer" and tree.tags[tree.parents[element]] == "blockquote":
        return True
    around = element
    for _ in range(_LEVELS):
        if tree.tags[around] == "figure" or (tree.owns[around] & _PICTURED and around != element):
            return True
        around = max(0, tree.parents[around])
    return False


def _mass(tree: Tree) -> Numbers:
    """Characters of each block that looks like running text by itself."""
    return np.array([min(len(b.text), _MASS_CAP) if _plain(b) else 0 for b in tree.blocks])


def _plain(block: Block) -> bool:
    return len(block.text) >= _LONG and block.linked < 0.35 * len(block.text)


def _holders(tree: Tree, headline: int) -> set[int]:
    """The elements around the headline."""
    found: set[int] = set()
    at = tree.blocks[headline].element if headline >= 0 else -1
    while at >= 0:
        found.add(at)
        at = tree.parents[at]
    return found
