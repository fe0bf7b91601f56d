"""Quantities: plain cases, and how figures and quantities share the numbers of a text."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading import article_of, shipped_reading_of

from accordingto.facts.figures import find_figures
from accordingto.facts.quantities import find_quantities
from accordingto.facts.times import find_times
from accordingto.records.facts import Figure, Quantity

CASES = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "quantities.toml").read_text(encoding="utf-8")
)["case"]
WORDS = (
    "12|people|died|-2.7%|from|to|500|two-thirds|of|one|in|5GHz|six|years|43-year-old|minus|$10"
    "|million|1/16|é|.|rose|May 3"
)
PIECES = st.lists(st.sampled_from(WORDS.split("|")), max_size=12).map(" ".join)


def both(text: str) -> tuple[tuple[Figure, ...], tuple[Quantity, ...]]:
    article = article_of(text, published="2025-06-02")
    reading = shipped_reading_of(article)
    times = find_times(article, reading)
    figures = find_figures(article, reading, (), (*times.times, *times.durations))
    return figures, find_quantities(article, reading, (), figures, times.times)


def shown(quantity: Quantity, text: str) -> str:
    bounds = (quantity.value, quantity.low, quantity.high)
    written = " ".join("." if bound is None else str(bound) for bound in bounds)
    return f"{quantity.span.of(text)} | {quantity.kind} | {written}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_case(case: dict[str, object]) -> None:
    text = str(case["text"])
    assert [shown(q, text) for q in both(text)[1]] == case["quantities"]


@settings(max_examples=40, deadline=None)
@given(PIECES)
def test_no_number_is_told_twice(text: str) -> None:
    figures, quantities = both(text)
    spans = sorted((*(f.span for f in figures), *(q.span for q in quantities)))
    assert len(set(spans)) == len(spans)
    assert all(not q.span.overlaps(f.span) for q in quantities for f in figures)
    known = {record.id for record in (*figures, *quantities)}
    assert all(r.changed_from in {None, *known} - {r.id} for r in (*figures, *quantities))


@pytest.mark.parametrize(
    ("text", "trend"),
    [
        ("Rents rose 12 per cent.", "up"),
        ("Shares of the mine were down 4%.", "down"),
        ("The index: Orlim -2.7%.", "down"),
        ("The union has 12 per cent of the seats.", None),
    ],
)
def test_the_words_tell_whether_a_number_rose(text: str, trend: str | None) -> None:
    assert [f.trend for f in both(text)[0]] == [trend]


def test_a_change_is_linked_to_what_it_changed_from() -> None:
    figures, _ = both("The number of soldiers will be cut from 4,000 to 500.")
    assert [f.value for f in figures] == [4000, 500]
    assert figures[1].changed_from == figures[0].id


def test_how_a_number_is_hedged() -> None:
    figures, _ = both("About 30 people died; at least 12 were hurt, up to 9 badly, and 3 fled.")
    assert [f.bound for f in figures][:2] == ["about", "at_least"]
