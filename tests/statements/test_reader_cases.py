"""Both readers together, on the cases of the rules and on cases of their own."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.reading import article_of, encoded_reading_of
from tests.statements.test_attribute_cases import written

from accordingto.records.statement import Statement
from accordingto.statements.attribute import attribute

_FOLDER = Path(__file__).parent.parent / "cases"


def cases(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))[
        "case"
    ]
    return found


def parameters() -> list[Any]:
    """Every case with its text as id; those known to be misread are expected to fail."""
    found = []
    for case in [*cases("attribution.toml"), *cases("reading.toml")]:
        marks = [pytest.mark.xfail(strict=True, reason="misread")] if case.get("misread") else []
        found.append(pytest.param(case, id=case["text"][:60], marks=marks))
    return found


def read_in(text: str, heading: bool = False) -> tuple[Statement, ...]:
    article = article_of(text, roles={1: "headline"} if heading else None)
    return attribute(article, *encoded_reading_of(article))


@pytest.mark.parametrize("case", parameters())
def test_case(case: dict[str, Any]) -> None:
    text = case["text"]
    found = written(text, read_in(text, case.get("heading", False)))
    assert found == case.get("trained", case["says"])


def test_few_cases_are_misread() -> None:
    assert sum(case.get("misread", False) for case in cases("attribution.toml")) <= 10


def test_scores_of_parts_are_there_where_the_trained_reader_found_a_statement() -> None:
    (found,) = read_in("Ada Lum said that the bridge had been closed for repairs.")
    assert found.part_scores is not None
    assert min(found.part_scores.cue, found.part_scores.content) > 0.8
    assert found.score > 0.8


def test_a_transcript_is_read_by_its_turns() -> None:
    text = (
        "HALDANE: Did the army know?\n\n"
        "LUM: Of course it knew. Everybody on that pier had seen the trucks.\n\n"
        "HALDANE: Then why did nobody say so?"
    )
    found = [s for s in read_in(text) if s.parent is None]
    assert [s.source_span.of(text) for s in found if s.source_span] == ["HALDANE", "LUM", "HALDANE"]


@pytest.mark.parametrize(
    ("signed", "name"),
    [
        ("— Pavel Ondry, Ores", "Pavel Ondry"),
        ("― Edda G. Lum", "Edda G. Lum"),
        ("-- Pavel Ondry.", "Pavel Ondry"),
    ],
)
def test_a_quotation_signed_with_a_dash_is_its_signers(signed: str, name: str) -> None:
    text = f"“Nobody asked us before they built it. Nobody.” {signed}"
    (found,) = read_in(text)
    assert found.source_span is not None
    assert found.source_span.of(text) == name


def test_an_endless_paragraph_is_read_near_each_cue() -> None:
    sentence = "Ada Lum said the bridge was shut, and the army denied that it had fired first. "
    text = (sentence * 60).strip()
    found = read_in(text)
    assert len(found) == 120
    assert all(len(span) < len(sentence) for s in found for span in s.content_spans)


def test_a_tree_that_runs_backwards_costs_no_page() -> None:
    found = read_in(
        'Guests shouted, "Who is it?" over an over, according to the porter Rosa Marsh, 40.'
    )
    for statement in found:
        spans = [statement.cue_span, statement.source_span, *statement.content_spans]
        assert all(span is None or span.start < span.end for span in spans)
