"""Names of HTML elements, by group, from ``data/elements.toml``."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _groups() -> dict[str, str]:
    path = files("accordingto.intake").joinpath("data/elements.toml")
    return tomllib.loads(path.read_text("utf-8"))


@cache
def elements(group: str) -> frozenset[str]:
    """The names of ``group``, a key of the file."""
    return frozenset(_groups()[group].split())
