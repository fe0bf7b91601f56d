"""The fixed text of a page and the places of its pieces in it."""

from accordingto.page.html.scene import Piece
from accordingto.page.html.tree import Tree
from accordingto.records.article import Segment
from accordingto.records.span import Span

BETWEEN = "\n\n"  # set between two blocks


def assemble(tree: Tree, pieces: list[Piece]) -> tuple[str, tuple[Segment, ...], list[int]]:
    """The text, its segments, and the offset of each block in the text."""
    offsets, at = [], 0
    for block in tree.blocks:
        offsets.append(at)
        at += len(block.text) + len(BETWEEN)
    text = BETWEEN.join(block.text for block in tree.blocks)
    segments = []
    for piece in pieces:
        start = offsets[piece.block]
        # Each block is one line, followed by an empty one.
        line = 1 + piece.block * BETWEEN.count("\n")
        span = Span(start + piece.start, start + piece.end)
        segments.append(
            Segment(line=line, span=span, role=piece.role, score=piece.score, reasons=piece.reasons)
        )
    return text, tuple(segments), offsets
