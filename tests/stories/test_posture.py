"""Postures: which of an affair's two camps a text's wording is of."""

from accordingto.stories.posture import grams
from accordingto.stories.stance import claim_posture


def test_numbers_and_kinds_of_apostrophe_count_as_one() -> None:
    assert grams("It isn’t 45") == grams("It isn't 7")


def test_a_claim_that_debunks_speaks_against_its_story() -> None:
    plain = claim_posture("Ferry sinks off Port Alden with ninety aboard")
    debunks = claim_posture("No, a ferry did not sink off Port Alden: it was a hoax")
    assert debunks.against > 0 > plain.against
