"""Which side an article takes to a claim."""

from hypothesis import given
from hypothesis import strategies as st

from accordingto.stories.stance import SIDES, body_of, sides, stance
from tests.stories.articles import MINE, PIER

CLAIM = "Nine miners trapped as water breaks into the Kestral coal mine near Dunmore"
HOAX = (
    "Reports that nine miners were trapped in the Kestral coal mine near Dunmore are a hoax, the "
    "operator said. It denied that water had broken in: the picture is fake and no one is missing. "
    "The false report was retracted by the site that had spread the rumour."
)


def test_another_subject_is_unrelated() -> None:
    assert stance(CLAIM, body_of(PIER)).side == "unrelated"
    assert stance(CLAIM, body_of(MINE)).side != "unrelated"


def test_a_body_that_debunks_leans_further_against_than_one_that_reports() -> None:
    at = SIDES.index("disagree")
    assert sides(CLAIM, body_of(HOAX))[at] > 2 * sides(CLAIM, body_of(MINE))[at]


@given(st.text(max_size=120), st.text(max_size=400))
def test_any_text_has_sides_that_add_up(claim: str, text: str) -> None:
    found = sides(claim, body_of(text))
    assert abs(found.sum() - 1) < 1e-9
    assert (found >= 0).all()
