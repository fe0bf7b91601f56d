"""A sieve finds what a plain search for each phrase finds."""

from hypothesis import example, given
from hypothesis import strategies as st

from accordingto.page.sieve import Sieve

# Few letters, so that phrases do stand in texts; one outside the first plane.
WORDS = st.text("ab é水\U0001f600", max_size=8)


@given(st.lists(WORDS.filter(bool), max_size=6), st.lists(WORDS, max_size=12).map("".join))
@example(["@", "crane"], "@")
@example(["a\U0001f600b"], "a\U0001f600b")
@example([], "crane")
def test_all_that_stand_in_a_text_are_found(phrases: list[str], text: str) -> None:
    assert sorted(Sieve(phrases).held(text)) == sorted({p for p in phrases if p in text})
