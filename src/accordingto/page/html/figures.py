"""Which blocks and pictures belong to one figure."""

import numpy as np

from accordingto.page.html.elements import Elements
from accordingto.page.html.tree import Tree
from accordingto.page.html.vocabulary import bits

_PICTURED = bits("figure", "caption", "credit", "video")
_MOST_BLOCKS = 6  # an element with more holds a part of the page, not a figure
_MOST_TEXT = 900  # characters


def group_figures(tree: Tree, elements: Elements) -> None:
    """Set ``figure`` of blocks and pictures: the index of the element that is their figure.

    That is the nearest ``figure`` element, else the outermost small element around them whose
    names speak of pictures. -1 where there is none.
    """
    sizes = np.array([len(block.text) for block in tree.blocks])
    small = (elements.below(np.ones(len(sizes))) <= _MOST_BLOCKS) & (
        elements.below(sizes) <= _MOST_TEXT
    )
    figures = np.array([tag == "figure" for tag in tree.tags])
    pictured = small & (figures | (np.array(tree.owns, np.int64) & _PICTURED != 0))
    # Most elements are in none: those need not be asked one by one.
    inside = elements.around(pictured) != 0
    known: dict[int, int] = {}

    def figure_of(element: int) -> int:
        if element in known:
            return known[element]
        found, at = -1, element
        while at > 0 and small[at]:
            if tree.tags[at] == "figure":
                found = at
                break
            if tree.owns[at] & _PICTURED:
                found = at
            at = tree.parents[at]
        known[element] = found
        return found

    for index in inside[elements.of_block].nonzero()[0].tolist():
        block = tree.blocks[index]
        block.figure = figure_of(block.element)
    for picture in tree.pictures:
        if inside[picture.element]:
            picture.figure = figure_of(picture.element)
