"""Where a text is, for names that no gazetteer has."""

import msgspec

from accordingto.facts.place_near import Whereabouts, kilometres
from accordingto.facts.place_points import Point


def town(name: str, at: int, lat: float, lon: float) -> tuple[int, str, Point]:
    return at, name, Point("city", "NL", lat, lon, 1, 0.9, "the only place of this name")


NEAR = [town("A", 0, 52.1, 5.1), town("B", 40, 52.2, 5.4), town("C", 90, 52.0, 5.2)]


def test_a_name_is_put_by_the_nearest_town() -> None:
    point = Whereabouts(NEAR).by(80, "site")
    assert point is not None
    assert (point.lat, point.lon, point.kind, point.gid) == (52.0, 5.2, "site", None)
    assert point.score < 0.4
    assert "C" in point.reason


def test_one_town_puts_nothing() -> None:
    assert Whereabouts(NEAR[:1]).by(80, None) is None


def test_two_towns_of_one_area_put_a_name_there() -> None:
    assert Whereabouts(NEAR[:2]).by(80, None) is not None
    assert Whereabouts([NEAR[0], town("D", 20, 40.0, -70.0)]).by(80, None) is None


def test_a_scattered_text_puts_nothing() -> None:
    far = [town(str(i), i, 10.0 * i - 60, 20.0 * i - 100) for i in range(12)]
    assert Whereabouts(far).by(5, None) is None


def test_a_town_outside_puts_nothing_by_it() -> None:
    point = Whereabouts([*NEAR, town("D", 200, 40.0, -70.0)]).by(210, None)
    assert point is not None
    assert "C" in point.reason


def test_a_town_far_from_the_text_gives_way_to_the_area() -> None:
    there = Whereabouts(NEAR)
    near = there.by(80, "city")
    far = Point("city", "US", 40.0, -80.0, 7, 0.5, "one of nine", level="city", size=70)
    assert near is not None
    weights = {"bias": -2.0, "far": 1.0}
    assert there.moves(far, near, weights)
    close = msgspec.structs.replace(far, country="NL", lat=52.3, lon=5.3)
    assert not there.moves(close, near, weights)
    country = msgspec.structs.replace(far, level="country")
    assert not there.moves(country, near, weights)


def test_no_town_at_all() -> None:
    assert Whereabouts([]).by(0, None) is None


def test_a_degree_of_latitude() -> None:
    assert 110 < kilometres((0.0, 0.0), (1.0, 0.0)) < 112
