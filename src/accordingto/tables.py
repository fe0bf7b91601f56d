"""Knowledge kept as data: the TOML tables in the ``data/`` folder beside each module."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(package: str, name: str) -> dict[str, Any]:
    """The table ``data/NAME`` of a package of ours, parsed once; it must not be changed."""
    source = files(package) / "data" / name
    return tomllib.loads(source.read_text(encoding="utf-8"))
