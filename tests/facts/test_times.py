"""Times: plain cases, and what holds for any text."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.facts.times import find_times
from tests.reading import article_of, reading_of

CASES = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "times.toml").read_text(encoding="utf-8")
)["case"]

PIECES = st.lists(
    st.sampled_from(
        "on Thursday|last week|the|5|June|2024|1990s|at 5:30 p.m.|ago|two years|tomorrow|é|\r\n|.".split(
            "|"
        )
    ),
    max_size=14,
).map(" ".join)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_case(case: dict[str, str]) -> None:
    article = article_of(case["text"], published=case["published"] or None)
    found = find_times(article, reading_of(article))
    assert {t.span.of(article.text): t.value for t in found} == case["times"]


@settings(max_examples=40, deadline=None)
@given(PIECES, st.sampled_from(["2024-02-29", "2025-12-31", None, "garbage"]))
def test_times_are_in_order_and_do_not_overlap(text: str, published: str | None) -> None:
    article = article_of(text, published=published)
    found = find_times(article, reading_of(article))
    assert all(a.span.end <= b.span.start for a, b in zip(found, found[1:], strict=False))
    assert all(t.value and t.reasons and 0 < t.score <= 1 for t in found)
