"""Figures: plain cases, and what holds for any text."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading import article_of, shipped_reading_of, span_of

from accordingto.facts.figures import find_figures
from accordingto.facts.numbers import find_amounts
from accordingto.facts.times import find_times
from accordingto.records.facts import Figure
from accordingto.records.span import Span
from accordingto.records.statement import Statement

CASES = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "figures.toml").read_text(encoding="utf-8")
)["case"]


def figures(text: str, statements: tuple[Statement, ...] = ()) -> tuple[Figure, ...]:
    article = article_of(text, published="2025-06-02")
    reading = shipped_reading_of(article)
    times = find_times(article, reading)
    return find_figures(article, reading, statements, (*times.times, *times.durations))


def shown(figure: Figure, text: str) -> str:
    bounds = (figure.value, figure.low, figure.high)
    written = " ".join("." if bound is None else str(bound) for bound in bounds)
    return f"{figure.span.of(text)} | {figure.what} | {written}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_case(case: dict[str, object]) -> None:
    text = str(case["text"])
    assert [shown(f, text) for f in figures(text)] == case["figures"]


def test_a_figure_belongs_to_the_innermost_statement() -> None:
    text = "Ilves said the envoy claimed 12 people were killed."
    outer = Statement(
        id="outer", content_spans=(span_of(text, "the envoy claimed 12 people were killed"),)
    )
    inner = Statement(id="inner", content_spans=(span_of(text, "12 people were killed"),))
    assert [f.statement for f in figures(text, (outer, inner))] == ["inner"]


@given(st.text(alphabet="0123456789 ,.-$%+adozenhurtlsbwkmfv–\r\né", max_size=60))
def test_amounts_lie_in_the_block_in_order_and_disjoint(text: str) -> None:
    block = Span(0, len(text))
    found = list(find_amounts(text, block))
    assert all(block.contains(a.span) and a.span.contains(a.core) for a in found)
    assert all(a.span.end <= b.core.start for a, b in pairwise(found))
    assert all(a.low is None or a.high is None or a.low <= a.high for a in found)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "at",
                "least",
                "30",
                "people",
                "were",
                "killed",
                "and",
                "injured",
                "by",
                "2",
                "of",
                "$5",
                "million",
                ".",
            ]
        ),
        max_size=12,
    )
)
def test_figures_of_any_text_have_reasons(pieces: list[str]) -> None:
    for figure in figures(" ".join(pieces)):
        assert figure.reasons
        assert 0 < figure.score <= 1


def test_a_long_chain_of_numbers_is_read_without_recursion() -> None:
    text = "five to " * 1500
    assert all(figure.reasons for figure in figures(text))


def test_an_elided_noun_is_taken_from_the_figure_before_with_a_low_score() -> None:
    found = figures("The union says 17 miners died while the company speaks of four.")
    assert [(f.what, f.value) for f in found] == [("killed", 17), ("killed", 4)]
    assert found[1].score < 0.5 < found[0].score
