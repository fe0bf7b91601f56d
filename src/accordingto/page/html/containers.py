"""What the names of the elements around a block say of it.

Class names are words of the site's builders: ``subscriber-content`` may hold an offer or the
whole article. A name on an element that holds most of the page's running text therefore says
nothing against what is in it.
"""

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


def spread_names(tree: Tree) -> None:
    """Set ``flags``, ``near`` and ``own`` of blocks and pictures from their elements' names."""
    flags: list[int] = []
    # Names of the innermost two, three and four elements.
    two: list[int] = []
    three: list[int] = []
    union: list[int] = []
    for parent, own in zip(tree.parents, tree.owns, strict=True):
        top = parent < 0
        flags.append(own if top else own | flags[parent])
        union.append(own if top else own | three[parent])
        three.append(own if top else own | two[parent])
        two.append(own if top else own | tree.owns[parent])
    for block in tree.blocks:
        block.own = tree.owns[block.element] | block.inline
        block.near = union[block.element] | block.inline
        block.flags = flags[block.element] | block.inline
    for picture in tree.pictures:
        picture.flags = flags[picture.element] | picture.inline


def settle_names(tree: Tree, headline: int) -> None:
    """Take back names that would condemn the article. ``headline`` is a block's index or -1."""
    mass = _mass(tree)
    holds = _holders(tree, headline)
    total = mass[0] or 1
    changed = False
    for element in range(1, len(tree.parents)):
        own = tree.owns[element]
        if not own:
            continue
        if mass[element] >= _MOST * total:
            own &= _KEPT_WITH_HEADLINE if element in holds else _KEPT
        elif tree.tags[element] == "footer" and tree.tags[tree.parents[element]] == "blockquote":
            own &= ~_FOOTER  # names who is quoted
        if own != tree.owns[element]:
            tree.owns[element] = own
            changed = True
    if changed:
        spread_names(tree)


def _mass(tree: Tree) -> list[int]:
    """Characters of what looks like running text by itself, below each element."""
    mass = [0] * len(tree.parents)
    for block in tree.blocks:
        if _plain(block):
            mass[block.element] += min(len(block.text), _MASS_CAP)
    for element in range(len(mass) - 1, 0, -1):
        mass[tree.parents[element]] += mass[element]
    return mass


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
