"""Attribution on the plain cases of tests/cases/attribution.toml."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.reading import article_of, reading_of

from accordingto.records.span import Span
from accordingto.records.statement import Statement
from accordingto.statements.attribute import attribute

_FILE = Path(__file__).parent.parent / "cases" / "attribution.toml"
_CASES: list[dict[str, Any]] = tomllib.loads(_FILE.read_text(encoding="utf-8"))["case"]


def said_in(text: str, heading: bool = False) -> tuple[Statement, ...]:
    article = article_of(text, roles={1: "headline"} if heading else None)
    return attribute(article, reading_of(article))


def written(text: str, statements: tuple[Statement, ...]) -> list[str]:
    """Statements in the notation of the case file."""
    cues = {s.id: s.cue_span for s in statements}

    def words(span: Span | None) -> str:
        return span.of(text) if span else "-"

    rows = []
    for s in statements:
        content = " + ".join(words(span) for span in s.content_spans)
        row = [words(s.source_span), words(s.cue_span), content, s.act, s.quote]
        if s.parent is not None:
            row.append(f"in {words(cues[s.parent])}")
        if s.via_spans:
            row.append("via " + ", ".join(words(span) for span in s.via_spans))
        rows.append(" | ".join(row))
    return rows


def test_there_are_enough_cases() -> None:
    assert len(_CASES) >= 80


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["text"][:60])
def test_case(case: dict[str, Any]) -> None:
    text = case["text"]
    assert written(text, said_in(text, case.get("heading", False))) == case["says"]
