"""What is denied, and what is only turned down."""

import pytest

from accordingto.library import read_text
from accordingto.records.capture import Given
from accordingto.stories.refusals import refuses


def _refused(sentence: str) -> list[bool]:
    document = read_text(f"{sentence}\n", given=Given(language="en"))
    return [
        refuses(document, s, " ".join(span.of(document.text) for span in s.content_spans))
        for s in document.statements
        if s.act == "deny"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The council rejected the mayor's veto on Monday.",
        "Norvane rejected the offer of talks.",
        "The ministry downplayed the threat.",
        "Senator Ilves dismissed the plan.",
        "The prosecutor denied an offer by Ilves to plead guilty.",
        "The clerk denied a reporter's request for the file.",
    ],
)
def test_what_is_turned_down_is_not_denied(sentence: str) -> None:
    assert all(_refused(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Norvane denied any role in the attack.",
        "Norvane denied arming the Delta Front.",
        "Norvane denied that it had armed the Delta Front.",
        "The minister denied wrongdoing.",
        "The ministry denied the raid.",
        "The minister dismissed the claim as false.",
        "The minister rejected allegations that he had taken money.",
    ],
)
def test_a_claim_is_denied(sentence: str) -> None:
    found = _refused(sentence)
    assert found and not any(found)
