"""One quotation under two names: the names are of one speaker."""

import pytest

from accordingto.library import read_text
from accordingto.records.capture import Given
from accordingto.records.story import Party
from accordingto.stories.parties import find_parties

WORDS = "“We offered the council a way to end the strike before the harbour froze,” {} said."
NAMED = "Strike in Belm\n\n" + WORDS.format("Richard Durnham")


def parties(other: str) -> list[Party]:
    texts = [NAMED, f"Harbour strike\n\n{other}"]
    given = Given(published="2031-06-02", language="en")
    found = find_parties(
        [read_text(text, source=str(at), given=given) for at, text in enumerate(texts)]
    )
    return [p for p in found if p.kind == "person" and len({d for d, _ in p.actors}) > 1]


@pytest.mark.parametrize("name", ["Dick Durnham", "the senator"])
def test_two_names_of_one_speaker(name: str) -> None:
    (party,) = parties(WORDS.format(name))
    assert party.name == "Richard Durnham"
    assert any("both say" in reason for reason in party.reasons)


def test_two_people_named_otherwise_stay_apart() -> None:
    assert parties(WORDS.format("Petr Varga")) == []


def test_other_words_join_nobody() -> None:
    assert parties("“Nobody asked us before the harbour froze over,” the senator said.") == []
