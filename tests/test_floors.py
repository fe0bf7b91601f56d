"""Quality floors on the sample that ships with the project."""

from benchmarks import own
from benchmarks.floors import below_floor, floors


def test_every_pinned_figure_is_measured_and_holds() -> None:
    scores = own.run().scores
    assert set(floors("own")) <= set(scores)
    assert below_floor("own", scores) == []


def test_a_fallen_figure_is_named() -> None:
    name, least = next(iter(floors("own").items()))
    assert below_floor("own", {name: least - 0.01})[0].startswith(f"own {name}")
