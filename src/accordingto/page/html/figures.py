"""Which blocks and pictures belong to one figure."""

from accordingto.page.html.tree import Tree
from accordingto.page.html.vocabulary import bits

_PICTURED = bits("figure", "caption", "credit", "video")
_MOST_BLOCKS = 6  # an element with more holds a part of the page, not a figure
_MOST_TEXT = 900  # characters


def group_figures(tree: Tree) -> None:
    """Set ``figure`` of blocks and pictures: the index of the element that is their figure.

    That is the nearest ``figure`` element, else the outermost small element around them whose
    names speak of pictures. -1 where there is none.
    """
    count = len(tree.parents)
    blocks, text = [0] * count, [0] * count
    for block in tree.blocks:
        blocks[block.element] += 1
        text[block.element] += len(block.text)
    for element in range(count - 1, 0, -1):
        blocks[tree.parents[element]] += blocks[element]
        text[tree.parents[element]] += text[element]

    known: dict[int, int] = {}

    def figure_of(element: int) -> int:
        if element in known:
            return known[element]
        found, at = -1, element
        while at > 0 and blocks[at] <= _MOST_BLOCKS and text[at] <= _MOST_TEXT:
            if tree.tags[at] == "figure":
                found = at
                break
            if tree.owns[at] & _PICTURED:
                found = at
            at = tree.parents[at]
        known[element] = found
        return found

    for block in tree.blocks:
        block.figure = figure_of(block.element)
    for picture in tree.pictures:
        picture.figure = figure_of(picture.element)
