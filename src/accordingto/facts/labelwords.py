"""The words of naming (``data/labels.toml``), read once."""

from functools import cache

from accordingto.tables import table


@cache
def label_words() -> dict[str, frozenset[str]]:
    """Each list of the table as a set of lower-case lemmas or words."""
    lists = table("accordingto.facts", "labels.toml")
    return {key: frozenset(words) for key, words in lists.items()}
