"""Labels: what characterises whom, in whose voice."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading import article_of, shipped_reading_of, span_of

from accordingto.facts.labels import find_labels
from accordingto.records.facts import Actor, Label
from accordingto.records.statement import Statement

CASES = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "labels.toml").read_text(encoding="utf-8")
)["case"]


def labels(
    text: str, names: list[str], said: list[list[str]], kinds: dict[str, Any] | None = None
) -> tuple[Label, ...]:
    actors = [
        Actor(
            id=name,
            kind=(kinds or {}).get(name, "armed_group"),
            name=name,
            mentions=(span_of(text, name),),
        )
        for name in names
    ]
    statements = [
        Statement(id=f"s{at}", source=source, content_spans=(span_of(text, content),))
        for at, (source, content) in enumerate(said)
    ]
    return find_labels(shipped_reading_of(article_of(text)), statements, actors)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_case(case: dict[str, Any]) -> None:
    text = case["text"]
    found = labels(text, case["actors"], case.get("said", []), case.get("kinds"))
    shown = [f"{label.label_span.of(text)} | {label.actor} | {label.by}" for label in found]
    assert shown == case["labels"]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "The",
                "Front",
                "which",
                "Olk",
                "called",
                "a",
                "terrorist",
                "group",
                "of",
                "bandits",
                "as",
                "“",
                "”",
                ",",
                "loyal",
                "to",
                "is",
                ".",
            ]
        ),
        max_size=14,
    )
)
def test_labels_lie_in_the_text_one_a_phrase(pieces: list[str]) -> None:
    text = " ".join(pieces)
    named = [name for name in ("Front", "Olk", "bandits") if text.count(name) == 1]
    found = labels(text, named, [])
    spans = [label.label_span for label in found]
    assert spans == sorted(set(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(label.actor in named and label.reasons for label in found)
