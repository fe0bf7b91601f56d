"""What is one line though markup parts it: a row of a table of data, whose cells say nothing apart,
and the lines of a main heading."""

from accordingto.page.html.tree import Block, Tree
from accordingto.page.html.vocabulary import bits

_CELLS = frozenset(("td", "th"))
_HEAD = "h1"
_OWN = bits("kicker", "date", "byline", "standfirst", "caption", "social")
_LINES = 3  # of a heading at most
_LONGEST = 80  # characters of a cell; where one has more, the table only lays out the page
_MOST = 400  # characters of a row


def join_rows(tree: Tree) -> None:
    """Make one block of the cells of each row that holds short cells only, and of the lines of a
    heading. Linear time."""
    if not any(cell in tree.tags for cell in _CELLS) and not _has_parted_head(tree):
        return
    runs = _runs(tree)
    if len(runs) == len(tree.blocks):
        return
    at: list[int] = []
    joined: list[Block] = []
    for run in runs:
        at += [len(joined)] * len(run)
        joined.append(run[0] if len(run) == 1 else _row(tree, run))
    at.append(len(joined))
    tree.blocks = joined
    for picture in tree.pictures:
        picture.block = at[picture.block]


def _has_parted_head(tree: Tree) -> bool:
    if _HEAD not in tree.tags:
        return False
    heads = {element for element, tag in enumerate(tree.tags) if tag == _HEAD}
    return not heads.isdisjoint(tree.parents)


def _runs(tree: Tree) -> list[list[Block]]:
    """The blocks, those of one row together."""
    runs: list[list[Block]] = []
    last = -1
    for block in tree.blocks:
        row = _row_of(tree, block)
        if row >= 0 and row == last:
            runs[-1].append(block)
        else:
            runs.append([block])
        last = row
    whole: list[list[Block]] = []
    for run in runs:
        fits = len(run) == 1 or _are_one(tree, run)
        whole += [run] if fits else [[block] for block in run]
    return whole


def _are_one(tree: Tree, run: list[Block]) -> bool:
    """True for a row of one block a cell, and for a heading of a few lines."""
    if sum([len(block.text) for block in run]) > _MOST:
        return False
    if tree.tags[tree.parents[run[0].element]] == _HEAD:
        return len(run) <= _LINES
    return len({block.element for block in run}) == len(run)


def _row_of(tree: Tree, block: Block) -> int:
    """The row in which a block is a short cell, or the heading of which it is a line; -1 where it
    is none."""
    row = tree.parents[block.element]
    if row < 0:
        return -1
    if tree.tags[block.element] in _CELLS:
        return row if tree.tags[row] == "tr" and len(block.text) <= _LONGEST else -1
    return row if tree.tags[row] == _HEAD and not tree.owns[block.element] & _OWN else -1


def _row(tree: Tree, cells: list[Block]) -> Block:
    element = tree.parents[cells[0].element]
    return Block(
        " ".join([cell.text for cell in cells]),
        _HEAD if tree.tags[element] == _HEAD else "td",
        element,
        cells[0].inline,
        sum([cell.linked for cell in cells]),
        sum([cell.strong for cell in cells]),
        tuple([href for cell in cells for href in cell.hrefs]),
        stamp=next((cell.stamp for cell in cells if cell.stamp), ""),
    )
