"""What a name may mean, by the words that it is made of."""

import pytest

from accordingto.facts.place_areas import area_of, areas
from accordingto.facts.place_options import options


@pytest.mark.parametrize(
    ("name", "level", "country"),
    [
        ("Platte Co.", "county", "US"),
        ("Republic of Armenia", "country", "AM"),
        ("People’s Republic of China", "country", "CN"),
        ("State of Texas", "division", "US"),
        ("Mt. Vernon", "city", "US"),
        ("Kansas City", "city", "US"),
    ],
)
def test_the_place_is_among_the_options(name: str, level: str, country: str) -> None:
    found = [(option.level, option.country) for option in options(name, None, "", None)]
    assert (level, country) in found


def test_nothing_is_made_of_a_state_that_is_none() -> None:
    assert options("Republic of Qwxzyrgh", None, "", None) == []


def test_our_own_places_lie_on_the_earth() -> None:
    assert all(-90 <= a.lat <= 90 and -180 <= a.lon <= 180 for a in areas().values())
    assert area_of("the Puget Sound") == area_of("Puget Sound") is not None
