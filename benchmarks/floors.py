"""Quality floors: the least that each figure may be, pinned in ``floors.toml``."""

import tomllib
from pathlib import Path

_FILE = Path(__file__).with_name("floors.toml")


def floors(name: str) -> dict[str, float]:
    """The floors of one benchmark: figure name to least value."""
    table: dict[str, float] = tomllib.loads(_FILE.read_text(encoding="utf-8")).get(name, {})
    return table


def below_floor(name: str, scores: dict[str, float]) -> list[str]:
    """One line for each figure of a benchmark that is below its floor, or missing."""
    return [
        f"{name} {figure}: {scores.get(figure, 0.0):.3f}, floor {least:.3f}"
        for figure, least in floors(name).items()
        if scores.get(figure, 0.0) < least
    ]
