"""Pairs of sentences from ``tests/cases/sentences.toml``, and what holds for any two."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.stories.sentences import compare_sentences, counts_in

CASES = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "sentences.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["b"])
def test_two_sentences(case: dict[str, str]) -> None:
    judged = compare_sentences(case["a"], case["b"])
    assert judged.relation == case["relation"], judged.reasons
    assert compare_sentences(case["b"], case["a"]).relation == case["relation"]


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_sentences_are_judged_the_same_both_ways(a: str, b: str) -> None:
    assert compare_sentences(a, b).relation == compare_sentences(b, a).relation
    assert all(count.value >= 0 for count in counts_in(a))
