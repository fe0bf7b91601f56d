"""How much one input may ask of us. Pages come from strangers, and some are built to exhaust."""

import msgspec


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Upper bounds for one page.

    ``max_size``: bytes of a page, after gunzip. ``max_line``: bytes of one line of JSON
    records (JSON escapes can make a page several times longer than it is). ``max_depth``: elements
    open within one another. ``max_repeats``: elements that an HTML parser must add because
    formatting was left open. ``max_attributes``: attributes of one tag. The last three bound
    work that grows with the square of the input; real pages stay far below them.
    """

    max_size: int = 20_000_000
    max_line: int = 80_000_000
    max_depth: int = 5_000
    max_repeats: int = 200_000
    max_attributes: int = 2_000
