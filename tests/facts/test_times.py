"""Times: plain cases, and what holds for any text."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading import article_of, shipped_reading_of

from accordingto.facts.times import find_times
from accordingto.facts.timetriggers import words_of
from accordingto.facts.timewords import time_words
from accordingto.records.reading import Reading
from accordingto.records.span import Span

CASES = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "times.toml").read_text(encoding="utf-8")
)["case"]

PIECES = st.lists(
    st.sampled_from(
        [
            "on Thursday",
            "last week",
            "the",
            "5",
            "June",
            "2024",
            "1990s",
            "at 5:30 p.m.",
            "ago",
            "two years",
            "tomorrow",
            "late",
            "early on",
            "dawn on",
            "Q3",
            "summer of",
            "14:20 on",
            "7:50 p.m.",
            "2014-2016",
            "05/06/2021",
            "é",
            "\r\n",
            ".",
        ]
    ),
    max_size=14,
).map(" ".join)


# All words by which times are known, and those of the cases around them.
WORDS = sorted(
    {word for case in CASES for word in case["text"].split()}
    | {word for group in time_words().triggers.values() for words in group for word in words}
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_case(case: dict[str, str]) -> None:
    article = article_of(case["text"], published=case["published"] or None)
    found = find_times(article, shipped_reading_of(article))
    assert {t.span.of(article.text): t.value for t in found.times} == case.get("times", {})
    if "durations" in case:
        assert {t.span.of(article.text): t.value for t in found.durations} == case["durations"]


@settings(max_examples=40, deadline=None)
@given(PIECES, st.sampled_from(["2024-02-29", "2025-12-31", None, "garbage"]))
def test_times_are_in_order_and_do_not_overlap(text: str, published: str | None) -> None:
    article = article_of(text, published=published)
    found = find_times(article, shipped_reading_of(article))
    in_order = sorted((*found.times, *found.durations), key=lambda time: time.span)
    assert list(found.times) == [t for t in in_order if t in found.times]
    assert all(a.span.end <= b.span.start for a, b in pairwise(in_order))
    assert all(t.value and t.reasons and 0 < t.score <= 1 for t in in_order)


def test_a_clock_time_that_heads_an_entry_needs_a_day_of_publication() -> None:
    article = article_of("7:50 p.m.", published=None)
    assert find_times(article, shipped_reading_of(article)).times == ()


def test_the_offset_of_the_publication_time_does_not_move_the_day() -> None:
    article = article_of("They left yesterday.", published="2025-06-02T23:30:00-05:00")
    found = find_times(article, shipped_reading_of(article))
    assert [t.value for t in found.times] == ["2025-06-01"]


def test_endless_number_words_cost_no_more_than_their_length() -> None:
    # With a search that starts anew at each word this would take minutes.
    article = article_of("one " * 20_000)
    assert (
        find_times(article, Reading(engine="none", blocks=(Span(0, len(article.text)),))).times
        == ()
    )


def _check_triggers(text: str) -> None:
    told = words_of(text)
    for name, pattern in time_words().patterns:
        if any(told.isdisjoint(group) for group in time_words().triggers[name]):
            assert not [m.group() for m in pattern.finditer(text) if m.group()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_no_expression_stands_without_its_trigger_words(case: dict[str, str]) -> None:
    _check_triggers(case["text"])


@given(st.lists(st.sampled_from([*WORDS, "of", "12", "1999", "1990s", "Q3"]), max_size=8))
def test_no_expression_of_any_words_stands_without_its_trigger_words(words: list[str]) -> None:
    _check_triggers(" ".join(words))
