"""Whole ledgers of a few sentences: who a source is, who passed it on, who denies whom."""

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from accordingto.encoder.model import encoder_for
from accordingto.pipeline import read_article_ledger
from accordingto.records.document import Document
from accordingto.records.statement import Statement
from tests.reading import article_of, encoded

FOLDER = Path(__file__).parent / "cases"


@cache
def document_of(text: str, heading: bool) -> Document:
    article = article_of(text, roles={1: "headline"} if heading else None)
    return read_article_ledger(article, encoded(), encoder_for("en"), "d-case")


def cases(name: str) -> list[Any]:
    found = tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))["case"]
    return [
        pytest.param(
            case,
            id=case["text"][:60],
            marks=[pytest.mark.xfail(strict=True, reason="misread")] if case.get("misread") else [],
        )
        for case in found
    ]


def read_case(case: dict[str, Any]) -> Document:
    return document_of(case["text"], case.get("heading", False))


def label(document: Document, statement: Statement) -> tuple[str, str]:
    """A statement by the words of its source and cue."""
    text = document.text
    source = statement.source_span.of(text) if statement.source_span else "-"
    return source, statement.cue_span.of(text) if statement.cue_span else "-"


def labelled(document: Document, row: str) -> tuple[Statement, str]:
    """The statement that a line of a case is about, and what the line says of it."""
    source, cue, said = (part.strip() for part in row.split(" | "))
    labels = [label(document, s) for s in document.statements]
    fitting = [
        s
        for s in document.statements
        if label(document, s)[0] == source and label(document, s)[1].startswith(cue)
    ]
    assert fitting, f"{source} | {cue} is not among {labels}"
    return fitting[0], said


def name_of(document: Document, actor: str | None) -> str:
    return next((a.name for a in document.actors if a.id == actor), "?")


def bare(name: str) -> str:
    return name.lower().removeprefix("the ").removeprefix("a ")


def check(case: dict[str, Any], key: str, found: Callable[[Document, Statement], str]) -> None:
    document = read_case(case)
    for row in case.get(key, []):
        statement, said = labelled(document, row)
        assert bare(found(document, statement)) == bare(said), row


@pytest.mark.parametrize("case", cases("sources.toml"))
def test_who_a_source_is(case: dict[str, Any]) -> None:
    def who(document: Document, statement: Statement) -> str:
        return name_of(document, statement.source)

    assert case["who"]
    check(case, "who", who)
    check(case, "joint", lambda d, s: ", ".join(name_of(d, a) for a in s.joint_sources) or "-")


@pytest.mark.parametrize("case", cases("chains.toml"))
def test_chains_and_acts(case: dict[str, Any]) -> None:
    def cue_of_parent(document: Document, statement: Statement) -> str:
        above = next((s for s in document.statements if s.id == statement.parent), None)
        return label(document, above)[1] if above is not None else "-"

    check(case, "via", lambda d, s: ", ".join(name_of(d, a) for a in s.via) or "-")
    check(case, "inside", cue_of_parent)
    check(case, "acts", lambda _, s: s.act)
    assert case.keys() & {"via", "inside", "acts"}


@pytest.mark.parametrize("case", [*cases("denials.toml"), *cases("partings.toml")])
def test_how_statements_stand_to_each_other(case: dict[str, Any]) -> None:
    document = read_case(case)
    names = {s.id: " ".join(label(document, s)) for s in document.statements}
    found = [f"{names[r.origin]} | {r.kind} | {names[r.target]}" for r in document.relations]
    assert sorted(found) == sorted(case["relations"])


def test_the_cases_are_many_and_few_are_misread() -> None:
    files = ("sources.toml", "chains.toml", "denials.toml")
    found = [p for name in files for p in cases(name)]
    assert len(found) >= 125
    assert sum(bool(p.marks) for p in found) <= 14


@pytest.mark.parametrize("case", cases("claimants.toml"))
def test_who_gives_a_figure(case: dict[str, Any]) -> None:
    document = read_case(case)
    sources = {
        s.id: s.source_span.of(document.text) if s.source_span is not None else "-"
        for s in document.statements
    }
    found = [
        f"{f.span.of(document.text)} | {f.what} | {sources.get(f.statement or '', '-')}"
        for f in document.figures
    ]
    assert found == case["figures"]
