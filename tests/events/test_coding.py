"""Codes of event data, a sentence at a time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading import article_of, shipped_reading_of

from accordingto.events.coding import find_codes, model
from accordingto.records.facts import Scheme


def codes(text: str, scheme: Scheme) -> list[str]:
    return [c.code for c in find_codes(shipped_reading_of(article_of(text))) if c.scheme == scheme]


# None of these is in the sentences that the coder was fitted on.
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ostrava threatened to close its embassy in the island republic.", "THREATEN"),
        ("Thousands of pensioners demonstrated outside the treasury.", "PROTEST"),
        ("Ostrava demanded that the islanders return the boats.", "DEMAND"),
        ("The island republic refused to receive the envoy.", "REJECT"),
        ("Police arrested the editor of a weekly paper.", "COERCE"),
        ("Gunmen kidnapped a surveyor near the quarry.", "ASSAULT"),
        ("The two presidents met on Friday for talks on the canal.", "CONSULT"),
    ],
)
def test_plain_acts(text: str, code: str) -> None:
    assert codes(text, "plover") == [code]


def test_what_is_no_act_has_no_code() -> None:
    assert codes("The bridge has nine arches and was painted green.", "plover") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Police arrested nine men on Monday.", {"ARREST", "ANY_ACTION"}),
        ("One man was killed in police firing.", {"KILL", "FORCE", "ANY_ACTION"}),
        ("The baker sold nine loaves.", set()),
    ],
)
def test_conduct_of_police(text: str, found: set[str]) -> None:
    assert set(codes(text, "police")) == found


def test_the_sentence_before_says_of_whom_it_is() -> None:
    text = "They opened fire on the crowd."
    assert codes(text, "police") == []
    assert "FORCE" in codes(f"Police came to the square. {text}", "police")


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=80))
def test_any_text_gives_codes_of_its_scheme_in_order(text: str) -> None:
    found = find_codes(shipped_reading_of(article_of(text)))
    assert [c.span.start for c in found] == sorted(c.span.start for c in found)
    for code in found:
        assert code.code in model(code.scheme).codes
        assert 0 <= code.span.start < code.span.end <= len(text)
        assert 0 < code.score <= 1
