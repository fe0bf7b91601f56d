"""Days named in a text, as grouping reads them."""

from datetime import date

import pytest

from accordingto.stories.days import days_in, first_full_date, latest_year, weekdays_in


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("27 NOVEMBER, 2005 A tremor was felt", date(2005, 11, 27)),
        ("Updated Tue March 3rd, 2009", date(2009, 3, 3)),
        ("Published on 27 / 09 / 2013 by the desk", date(2013, 9, 27)),
        ("2013 - 09 - 26 Two parties stand", date(2013, 9, 26)),
        ("09/27/2013 Two parties stand", date(2013, 9, 27)),
        ("On 05/06/2013 two parties stood", None),
        ("The code 12.30.45 opened it; 31/02/2013 did not", None),
    ],
)
def test_a_dateline_in_any_form(text: str, day: date | None) -> None:
    assert first_full_date(text) == day


def test_a_date_far_into_a_text_is_not_its_own_day() -> None:
    assert first_full_date("The bridge was new. " * 40 + "It was built on 3 May 1998.") is None


def test_days_named_without_a_year_belong_to_the_day_of_publication() -> None:
    found = days_in("It fell on Tuesday; on 2 June it had stood.", date(2019, 6, 14))
    assert found == (date(2019, 6, 11).toordinal(), date(2019, 6, 2).toordinal())


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Filed in 2027 after the flood of 1998.", 2027),
        ("The crowd of 2,027 paid $2030 and 2031% more.", None),
        ("Serial 120270, page 3.2026, 2025.5 tonnes.", None),
        ("2024 it was", 2024),
        ("no year", None),
    ],
)
def test_the_latest_year_that_is_named(text: str, year: int | None) -> None:
    assert latest_year(text) == year


def test_days_of_the_week_are_those_named_the_first_one_first() -> None:
    assert weekdays_in("On Friday, before Monday’s vote and after Friday prayers") == (4, 0)
    assert weekdays_in("Robinson met Sundays and the mondayish crew") == ()
