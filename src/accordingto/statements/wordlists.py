"""Word lists of this stage, read from the TOML files beside it."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """A data file of this package, parsed once."""
    source = files("accordingto.statements") / "data" / name
    return tomllib.loads(source.read_text(encoding="utf-8"))


def word_list(name: str, section: str, key: str) -> tuple[str, ...]:
    """The words under ``[section] key`` of a data file."""
    return tuple(table(name)[section][key])
