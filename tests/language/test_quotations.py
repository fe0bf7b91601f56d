"""Quotations from their marks: plain cases, and what holds for any text."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.language.quotations import find_brackets, find_quotations
from accordingto.records.span import Span

CASES = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "quotations.toml").read_text(encoding="utf-8")
)["case"]

MARKED = st.text(alphabet="ab s.,\"'`“”‘’„«»()[]「」5é\u0301\U0001f600א", max_size=80)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, object]) -> None:
    text = str(case["text"])
    found = find_quotations(text, [Span(0, len(text))])
    shown = [q.span.of(text) + ("" if q.closed else "|") for q in found]
    assert shown == case["quotations"]


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    first, second = "“We came at night.", "“We left at dawn,” he said."
    text = f"{first}\n{second}"
    blocks = [Span(0, len(first)), Span(len(first) + 1, len(text))]
    one, two = find_quotations(text, blocks)
    assert (one.closed, one.continues) == (False, False)
    assert (two.closed, two.continues) == (True, True)
    assert two.inner.of(text) == "We left at dawn,"


def test_brackets_are_outermost_and_closed() -> None:
    text = "The Front (known as the F (north) group) met [in private] and (never"
    spans = [b.of(text) for b in find_brackets(text, [Span(0, len(text))])]
    assert spans == ["(known as the F (north) group)", "[in private]"]


@given(MARKED)
def test_quotations_lie_inside_their_block_and_in_order(text: str) -> None:
    block = Span(0, len(text))
    found = find_quotations(text, [block])
    for quotation in found:
        assert block.contains(quotation.span)
        assert quotation.span.contains(quotation.inner)
        assert len(quotation.inner) > 0
        assert quotation.inner.start > quotation.span.start
    assert [q.span.start for q in found] == sorted(q.span.start for q in found)


@given(MARKED)
def test_brackets_do_not_overlap(text: str) -> None:
    found = find_brackets(text, [Span(0, len(text))])
    assert all(a.end <= b.start for a, b in pairwise(found))
