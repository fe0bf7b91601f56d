"""Whether a proposition is negated, and what makes two statements one claim."""

import pytest

from accordingto.stories.background import shipped_background
from accordingto.stories.claims import state_of
from accordingto.stories.meanings import like_meanings
from accordingto.stories.negation import is_negated, negated_terms, says_false
from accordingto.stories.said import weighted
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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the labor center near the harbor", "the labour centre near the harbour"),
        ("Orlik quit over the accord", "Orlik resigned over the deal"),
        ("the inmates swapped files", "prisoners exchanged documents"),
    ],
)
def test_two_spellings_or_two_words_of_one_meaning_are_one(one: str, other: str) -> None:
    background = shipped_background()
    found = (set(weighted(words, background, like_meanings())) for words in (one, other))
    assert len({frozenset(terms) for terms in found}) == 1


@pytest.mark.parametrize(
    ("words", "false"),
    [
        ("the claim is entirely false", True),
        ("the false claims of fraud", True),
        ("it fake news", True),
        ("the Dorns on charges of filing false harbour records", False),
        ("he had a fake passport", False),
    ],
)
def test_what_is_called_false(words: str, false: bool) -> None:
    assert says_false(words) == false


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
