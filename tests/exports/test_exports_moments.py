"""Times in plain English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.exports.moments import moment


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2024-10-18", "on 18 October 2024"),
        ("2024-10-18T06:34", "on 18 October 2024, 06:34"),
        ("2024-10-17TNI", "on the night of 17 October 2024"),
        ("2024-10-17TMO", "on the morning of 17 October 2024"),
        ("2024-W41", "in the week of 7 October 2024"),
        ("2024-W41-WE", "on the weekend of 12 October 2024"),
        ("2024-10", "in October 2024"),
        ("2024-SU", "in the summer of 2024"),
        ("2024-Q3", "in the third quarter of 2024"),
        ("2024", "in 2024"),
        ("197X", "in the 1970s"),
        ("2024-W60", "in 2024-W60"),
        ("2024-13", "in 2024-13"),
        ("PRESENT_REF", "at PRESENT_REF"),
    ],
)
def test_times_in_words(value: str, words: str) -> None:
    assert moment(value) == words


@given(st.text(max_size=20))
def test_any_value_is_told(value: str) -> None:
    assert moment(value).split(" ")[0] in {"on", "in", "at"}
