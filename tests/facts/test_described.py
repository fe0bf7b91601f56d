"""What more is said of a figure: plain cases, what a headline repeats, and what holds for any."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading import article_of, shipped_reading_of

from accordingto.facts.described import describe_figures
from accordingto.facts.figures import find_figures
from accordingto.facts.times import find_times
from accordingto.library import read_text
from accordingto.records.capture import Given
from accordingto.records.facts import Figure
from accordingto.records.statement import Statement

CASES = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "figures_described.toml").read_text(encoding="utf-8")
)["case"]
WORDS = "two|nine|people|were|killed|including|the|gunman|besides|as of|Monday|children|and|all|,|."
PIECES = st.lists(st.sampled_from(WORDS.split("|")), max_size=14).map(" ".join)


def described(text: str, statements: tuple[Statement, ...] = ()) -> tuple[Figure, ...]:
    article = article_of(text, published="2031-06-03")
    reading = shipped_reading_of(article)
    found = find_times(article, reading)
    figures = find_figures(article, reading, statements, (*found.times, *found.durations))
    return describe_figures(article, reading, statements, figures, found.times)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_case(case: dict[str, object]) -> None:
    text = str(case["text"])
    figure = next(f for f in described(text) if f.span.of(text) == case["figure"])
    assert list(figure.population) == case.get("population", [])
    assert figure.attacker_counted == case.get("attacker")
    assert figure.as_of == case.get("as_of")


def test_a_claimants_figure_is_of_the_day_when_he_gave_it() -> None:
    text = "Ilves said on Monday 12 people were killed."
    said = Statement(id="s", content_spans=(article_of(text).segments[0].span,), when="2031-06-02")
    assert [f.as_of for f in described(text, (said,))] == ["2031-06-02"]


def test_a_headline_repeats_the_bodys_figure() -> None:
    text = (
        "Nine killed in Orlim blast\n\nA bomb went off in Orlim on Monday. It killed at least nine "
        "people and hurt 20, the mayor said. In May a blast had killed 30.\n"
    )
    document = read_text(text, source="x", given=Given(published="2031-06-03", language="en"))
    head, body = (
        next(f for f in document.figures if f.span.of(text) == words)
        for words in ("Nine", "at least nine")
    )
    assert head.same_as == body.id
    assert body.same_as is None
    assert any("at least nine" in reason for reason in head.reasons)


@settings(max_examples=40, deadline=None)
@given(PIECES)
def test_nothing_else_of_a_figure_changes(text: str) -> None:
    for figure in described(text):
        assert len(set(figure.population)) == len(figure.population)
        assert figure.same_as != figure.id
        assert figure.reasons
