"""Sums by group and shifts, against a loop over the blocks."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from accordingto.page.html.groups import Groups
from accordingto.page.neighbours import shifted

GROUPS = st.lists(st.integers(0, 4), min_size=1, max_size=20)


@given(GROUPS)
def test_sums_are_of_all_of_the_group(numbers: list[int]) -> None:
    values = np.arange(2 * len(numbers)).reshape(2, -1)
    groups = Groups(np.array(numbers))
    for row, sums in zip(values, groups.sums(values), strict=True):
        for number, total in zip(numbers, sums, strict=True):
            assert total == sum(v for v, n in zip(row, numbers, strict=True) if n == number)
    assert (groups.others(values) == groups.sums(values) - values).all()
    assert groups.many.tolist() == [numbers.count(number) for number in numbers]


@given(GROUPS, st.lists(st.integers(-3, 3), min_size=1, max_size=4))
def test_what_stands_so_many_blocks_on(numbers: list[int], steps: list[int]) -> None:
    found = shifted(np.array([numbers, numbers]), steps, -9)
    for step, both in zip(steps, found, strict=True):
        for row in both.tolist():
            assert row == [
                numbers[at + step] if 0 <= at + step < len(numbers) else -9
                for at in range(len(numbers))
            ]
