"""Measures in different units."""

import pytest

from accordingto.stories.measures import same_measure


@pytest.mark.parametrize(
    ("one", "other"),
    [("six miles", "10 km"), ("10km from the border", "six miles from"), ("100 metres", "330 feet"),
     ("2,000 kg", "4,400 pounds"), ("250 acres", "100 hectares")],
)  # fmt: skip
def test_the_same(one: str, other: str) -> None:
    assert same_measure(one, other)
    assert same_measure(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("six miles", "16 km"), ("six miles", "seven miles"), ("nine people", "11 people"),
     ("10 km", "10 kg"), ("10", "six miles"), ("", ""), ("ten km", "ten km")],
)  # fmt: skip
def test_not_the_same(one: str, other: str) -> None:
    assert not same_measure(one, other)
