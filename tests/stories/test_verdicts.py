"""What an outlet itself says is not so, beside who says that it is."""

import pytest

from accordingto.library import read_text
from accordingto.records.capture import Given
from accordingto.records.story import Claim
from accordingto.stories.tell import tell
from accordingto.stories.verdicts import own_denials


def _told(text: str) -> list[str]:
    document = read_text(text, source="s", given=Given(outlet="Verdict Check"))
    return [s.content_spans[0].of(document.text) for s, _ in own_denials(document)]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("There is no evidence that a child was poisoned.", "a child was poisoned"),
        ("It is not true that the city hid the results.", "the city hid the results"),
        ("But it is false that the plant has opened.", "the plant has opened"),
    ],
)
def test_what_follows_is_not_so(sentence: str, wanted: str) -> None:
    assert _told(f"Water in Halden\n\nThe plant opens in August. {sentence}") == [wanted]


@pytest.mark.parametrize(
    "sentence",
    [
        "There is no evidence that a child was poisoned, the hospital said.",
        "“There is no evidence that a child was poisoned,” said Tessa Brook.",
        "It is not clear that a child was poisoned.",
        "The passport is false.",
    ],
)
def test_who_is_quoted_says_so_himself(sentence: str) -> None:
    assert _told(f"Water in Halden\n\nThe plant opens in August. {sentence}") == []


def _claims(*texts: str) -> list[Claim]:
    outlets = ("Verdict Check", "Evening Star")
    documents = [
        read_text(text, source=f"s{at}", given=Given(published="2031-06-02", outlet=outlet))
        for at, (outlet, text) in enumerate(zip(outlets, texts, strict=False))
    ]
    return list(tell("y", documents).claims)


def _denied_by_outlet(claims: list[Claim]) -> list[set[str]]:
    """Of each claim that an outlet denies itself who says it."""
    return [
        {v.name for v in claim.voicings if v.stand == "says"}
        for claim in claims
        if any(v.stand == "denies" and v.name == "Verdict Check" for v in claim.voicings)
    ]


CHECK = (
    "No, the water plant of Halden does not poison children\n\n"
    "CLAIM: Gareth Moll says that fluoride from the water plant of Halden has poisoned 40 children."
    "\n\nVERDICT: False. The plant has not opened yet.\n\n"
    "It is not true that the city has hidden test results, as Moll also claims."
)


def test_a_verdict_stands_beside_what_is_checked() -> None:
    claims = _claims(
        CHECK,
        "Moll stands firm\n\nGareth Moll said on Monday that fluoride from the water plant of "
        "Halden had poisoned 40 children.",
    )
    denied = _denied_by_outlet(claims)
    assert denied
    assert all("Gareth Moll" in says for says in denied)
    poisoned = [c for c in claims if "poisoned" in c.words]
    assert any(len({v.ref.document for v in c.voicings}) == 2 and c.contested for c in poisoned)


def test_what_the_outlet_says_itself_is_no_statement() -> None:
    own = [v for c in _claims(CHECK) for v in c.voicings if v.name == "Verdict Check"]
    assert own
    assert all(v.ref.statement is None and v.party is None for v in own)
