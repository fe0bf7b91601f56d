"""What a name may mean, by the words that it is made of."""

import pytest

from accordingto.facts.place_areas import area_of, areas
from accordingto.facts.place_options import named_after, options


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


@pytest.mark.parametrize(
    ("name", "lands", "level", "country"),
    [
        ("Aleppo University Hospital", {"SY"}, "city", "SY"),
        ("Belfast Magistrates' Court", {"GB"}, "city", "GB"),
        ("Union Bank of Nigeria", set(), "country", "NG"),
        ("European Commission", set(), "area", ""),
    ],
)
def test_a_body_is_called_after_a_place(
    name: str, lands: set[str], level: str, country: str
) -> None:
    found = named_after(name, lands)
    assert found is not None
    assert (found.level, found.country) == (level, country)


@pytest.mark.parametrize(
    "name",
    ["Aleppo Hospital", "Central Bank", "Saint Louis School", "Old Kano", "Independence Square"],
)
def test_nothing_is_made_of_other_names(name: str) -> None:
    assert named_after(name, ()) is None
