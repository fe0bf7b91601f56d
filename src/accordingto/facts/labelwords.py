"""The words of naming (``data/labels.toml``), read once."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def label_words() -> dict[str, frozenset[str]]:
    """Each list of the table as a set of lower-case lemmas or words."""
    source = files("accordingto.facts") / "data" / "labels.toml"
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    return {key: frozenset(words) for key, words in table.items()}
