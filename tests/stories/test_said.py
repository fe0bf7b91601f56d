"""Whether a proposition is negated, and what makes two statements one claim."""

import pytest

from accordingto.stories.background import shipped_background
from accordingto.stories.claims import state_of
from accordingto.stories.negation import is_negated, negated_terms
from accordingto.stories.said import other_spellings, weighted
from accordingto.stories.words import word_term


@pytest.mark.parametrize(
    ("words", "negated"),
    [
        ("that the mine was not open", True),
        ("There was no fire in the mill", True),
        ("not one of the crew had been told", True),
        ("that Ilves, a clerk who had never left the town, was there", False),
        (
            "that Ilves, a clerk who had come over the pass in the rain, was not there",
            True,
        ),
        ("the crew had been told, and not one had come back", False),
        ("it is false that the mine was not open", False),
        ("The claim is false, and the town does not have a mine", True),
    ],
)
def test_what_is_negated(words: str, negated: bool) -> None:
    assert is_negated(words) == negated


@pytest.mark.parametrize(
    ("words", "negated"),
    [
        ("there was no need to hand over the server", []),
        ("she had not only seen the mine", []),
        ("the guards didn’t shell the market", ["shell", "market"]),
        ("not so; the mine was open", []),
        ("its forces took no part in planning", ["part", "planning"]),
    ],
)
def test_what_a_negation_negates(words: str, negated: list[str]) -> None:
    assert negated_terms(words) == {word_term(word) for word in negated}


def test_two_spellings_are_one_word() -> None:
    background = shipped_background()
    one, other = (
        set(weighted(words, background, other_spellings()))
        for words in ("the labor center near the harbor", "the labour centre near the harbour")
    )
    assert one == other


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Ores’s foreign ministry", "ores"),
        ("Ores", "ores"),
        ("Ores's opposition", "ores opposition"),
        ("a military spokesman", None),
    ],
)
def test_a_state_and_its_ministry_are_one_voice(name: str, state: str | None) -> None:
    assert state_of(name) == state
