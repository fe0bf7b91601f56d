"""Times in order, whatever the zone in which each is written."""

import pytest

from accordingto.records.instant import instant


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2024-10-19T01:00+02:00", "2024-10-18T23:00-05:00"),
        ("2024-10-18", "2024-10-18T06:34+02:00"),
        ("2024-10-17TNI", "2024-10-18"),
        (None, "2024"),
        ("2024-10-18T06:34", "2024-10-18T06:35"),
    ],
)
def test_the_earlier_sorts_first(earlier: str | None, later: str) -> None:
    assert instant(earlier) < instant(later)


def test_what_is_no_time_is_left_as_it_is() -> None:
    assert instant("about T half past nine") == "about T half past nine"
