"""A row of a table of data is one line: its cells say nothing apart."""

from accordingto.page.html.tree import Block, Tree

_CELLS = frozenset(("td", "th"))
_LONGEST = 80  # characters of a cell; where one has more, the table only lays out the page
_MOST = 400  # characters of a row


def join_rows(tree: Tree) -> None:
    """Make one block of the cells of each row that holds short cells only. Linear time."""
    if not any(tag in _CELLS for tag in tree.tags):
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
        cells = {block.element for block in run}
        fits = len(cells) == len(run) and sum([len(block.text) for block in run]) <= _MOST
        whole += [run] if fits else [[block] for block in run]
    return whole


def _row_of(tree: Tree, block: Block) -> int:
    """The row in which a block is a short cell, -1 where it is none."""
    if len(block.text) > _LONGEST or tree.tags[block.element] not in _CELLS:
        return -1
    row = tree.parents[block.element]
    return row if tree.tags[row] == "tr" else -1


def _row(tree: Tree, cells: list[Block]) -> Block:
    return Block(
        " ".join([cell.text for cell in cells]),
        "td",
        tree.parents[cells[0].element],
        cells[0].inline,
        sum([cell.linked for cell in cells]),
        sum([cell.strong for cell in cells]),
        tuple([href for cell in cells for href in cell.hrefs]),
        stamp=next((cell.stamp for cell in cells if cell.stamp), ""),
    )
