"""Reading dates of publication."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.page.dates import change_in, day_order, parse_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021-02-27T10:11:12.123Z", "2021-02-27T10:11:12+00:00"),
        ("2021-02-27 10:11:12+0300", "2021-02-27T10:11:12+03:00"),
        ("2019-11-01T00:00:00-0400", "2019-11-01T00:00:00-04:00"),
        ("Sat, 27 Feb 2021 10:00:00 GMT", "2021-02-27T10:00:00+00:00"),
        ("Feb. 27, 2021 3:45 p.m. EST", "2021-02-27T15:45:00-05:00"),
        ("12:05 AM, March 3, 2022", "2022-03-03T00:05:00"),
        ("27.02.2021, 18:45 Uhr", "2021-02-27T18:45:00"),
        ("27/02/2021 04:33", "2021-02-27T04:33:00"),
        ("1er mars 2021 à 10h30", "2021-03-01T10:30:00"),
        ("27 de febrero de 2021", "2021-02-27"),
        ("2021年2月27日 10時30分", "2021-02-27T10:30:00"),
        ("2021년 2월 27일", "2021-02-27"),
        ("جمعرات 14 مارچ 2024", "2024-03-14"),
        ("14 जनवरी 2024, 10:15", "2024-01-14T10:15:00"),
        ("১৪ মার্চ ২০২৪", "2024-03-14"),
        ("13 במרץ 2024", "2024-03-13"),
        ("14. rujna 2023. 12:40", "2023-09-14T12:40:00"),
        ("Published: 08:41 AM, March 2, 2021 Updated: 11:02 AM", "2021-03-02T08:41:00"),
        ("March 2, 2021 (updated 11:02)", "2021-03-02"),
        ("Sat., 4 May 2024, 14:05 (GMT+3)", "2024-05-04T14:05:00+03:00"),
        ("4 May 2024 14:05 UTC -03:30", "2024-05-04T14:05:00-03:30"),
        ("4 May 2024 14:05 GMT", "2024-05-04T14:05:00+00:00"),
        ("ISTANBUL, 04 May 2024 14:05 +03", "2024-05-04T14:05:00+03:00"),
        ("4 May 2024, 14:05-15:30", "2024-05-04T14:05:00"),
        ("4 мая 2024, 14:05 МСК", "2024-05-04T14:05:00+03:00"),
        ("4. April 2018", "2018-04-04"),
        ("20210227", "2021-02-27"),
        ("1614420000", "2021-02-27T10:00:00+00:00"),
        ("03.04.2021", "2021-04-03"),
        ("03/04/2021", None),
        ("© 2021-01-01", None),
        ("Copyright 3 May 2021", None),
        ("12 May 1885", None),
        ("2050-01-01", None),
        ("2020-13-45", None),
        ("31 February 2020", None),
        ("2 hours ago", None),
        ("", None),
    ],
)
def test_parse(text: str, expected: str | None) -> None:
    assert parse_date(text, day_first=None) == expected


def test_document_decides_on_order() -> None:
    assert parse_date("03/04/2021", day_first=True) == "2021-04-03"
    assert parse_date("03/04/2021", day_first=False) == "2021-03-04"
    assert parse_date("27/02/2021", day_first=False) == "2021-02-27"


def test_day_order_only_from_evidence() -> None:
    assert day_order("27/02/2021") is True
    assert day_order("02/27/2021") is False
    assert day_order("02/03/2021") is None


@given(st.text(max_size=120), st.sampled_from([None, True, False]))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_iso_or_nothing(text: str, order: bool | None) -> None:
    found = parse_date(text, day_first=order)
    if found is not None:
        assert datetime.fromisoformat(found).year in range(1990, 2050)


@given(st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2049, 12, 31)))
@settings(max_examples=60, deadline=None)
def test_iso_is_kept(moment: datetime) -> None:
    moment = moment.replace(microsecond=0)
    assert parse_date(moment.isoformat(), day_first=None) == moment.isoformat()


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("March 2, 2021, updated March 3", 15),
        ("Stand: 27.12.2023, 16:42 Uhr", 0),
        ("A stand of books, 27 December 2023", -1),
        ("最終更新日時：2023年3月4日", 2),
        ("Outdated since March 2021", -1),
    ],
)
def test_words_for_a_change(text: str, at: int) -> None:
    assert change_in(text) == at
