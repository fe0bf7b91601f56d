"""What two texts share, and what of it is nobody's own prose."""

from hypothesis import given
from hypothesis import strategies as st

from accordingto.records.span import Span
from accordingto.stories.overlap import overlap, text_of
from accordingto.stories.shingles import passage_keys, run_numbers
from tests.stories.articles import MINE, PIER, PIER_AGAIN

NOTICE = "Anyone with information is asked to call the Olsund police on the usual number. "
QUOTE = "“We lost friends tonight, and we will not rest until we know how a store could burn so,” "


def share(one: str, other: str) -> float:
    return overlap(text_of(one), text_of(other)).own


def test_a_copy_with_a_new_opening_shares_most_of_its_prose() -> None:
    assert share(PIER, f"OLSUND, Tuesday. {PIER}") > 0.95


def test_two_reports_written_apart_share_next_to_nothing() -> None:
    assert share(PIER, PIER_AGAIN) < 0.1
    assert share(PIER, MINE) == 0


def test_a_shared_quotation_and_a_shared_appeal_are_no_copy() -> None:
    one, other = f"{PIER} {QUOTE}she said. {NOTICE}", f"{PIER_AGAIN} {QUOTE}said Solheim. {NOTICE}"
    found = overlap(text_of(one), text_of(other))
    assert found.own < 0.15
    assert found.all > 0.2


def test_what_is_set_aside_does_not_count() -> None:
    caption = "The ruins of the market hall seen from the northern quay on Wednesday morning. "
    one, other = caption + PIER, caption + MINE
    aside = [Span(0, len(caption))]
    assert overlap(text_of(one, aside), text_of(other, aside)).own == 0


@given(st.text(max_size=300), st.text(max_size=300))
def test_shares_are_shares_and_the_same_both_ways(one: str, other: str) -> None:
    a, b = text_of(one), text_of(other)
    there, back = overlap(a, b), overlap(b, a)
    assert 0 <= there.own <= 1
    assert 0 <= there.all <= 1
    if a.own.sum() != b.own.sum():
        assert there.own == back.own
    assert all(0 <= s.start < s.end <= len(one) for s in there.stretches)


def test_runs_are_numbered_the_same_everywhere() -> None:
    words = ["the", "market", "hall", "built", "in", "1911", "is", "lost"]
    assert list(run_numbers(words)[:2]) == list(run_numbers(words[:6]))
    assert len(run_numbers(words)) == 4
    assert passage_keys(PIER) == passage_keys(PIER.upper())
