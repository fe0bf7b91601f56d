"""Where a text is, for names that no gazetteer has."""

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


def test_two_towns_put_nothing() -> None:
    assert Whereabouts(NEAR[:2]).by(80, None) is None


def test_a_scattered_text_puts_nothing() -> None:
    far = [town(str(i), i, 10.0 * i - 60, 20.0 * i - 100) for i in range(12)]
    assert Whereabouts(far).by(5, None) is None


def test_a_town_outside_puts_nothing_by_it() -> None:
    assert Whereabouts([*NEAR, town("D", 200, 40.0, -70.0)]).by(210, None) is None


def test_no_town_at_all() -> None:
    assert Whereabouts([]).by(0, None) is None


def test_a_degree_of_latitude() -> None:
    assert 110 < kilometres((0.0, 0.0), (1.0, 0.0)) < 112
