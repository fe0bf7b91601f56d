"""Dependents of a word, not more than a fixed number of them."""

from accordingto.records.reading import Reading, Token

# A word of real prose has a handful; a page made to hang a reader may have ten thousand.
_MOST = 60


def under(reading: Reading, index: int) -> list[Token]:
    """The first direct dependents of token ``index``, in order."""
    return [reading.tokens[i] for i in reading.children[index][:_MOST]]
