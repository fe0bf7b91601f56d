"""Words as the encoder counts them, and their features."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from accordingto.encoder.words import CASES, as_read, spelling, split_words, word_features
from accordingto.language.quotations import find_quotations
from accordingto.records.span import Span


def words(text: str) -> list[str]:
    return [span.of(text) for span in split_words(text, Span(0, len(text)))]


def features(text: str) -> dict[str, int]:
    whole = Span(0, len(text))
    spans = split_words(text, whole)
    found = word_features(text, spans, find_quotations(text, [whole]))
    return dict(zip(words(text), found, strict=True))


def test_marks_are_words_of_their_own() -> None:
    assert words("“No,” Lum’s aide said.") == [
        "“",
        "No",
        ",",
        "”",
        "Lum",
        "’",
        "s",
        "aide",
        "said",
        ".",
    ]


def test_every_style_of_quotation_mark_is_spelt_alike() -> None:
    assert {spelling(mark) for mark in "“”„«»＂"} == {'"'}
    assert {spelling(mark) for mark in "‘’‹›"} == {"'"}


def test_case_is_told() -> None:
    found = features("Lum met NATO envoys in A")
    assert found["Lum"] == 1
    assert found["NATO"] == 2
    assert found["met"] == 0
    assert found["A"] == 1


def test_words_in_quotation_marks_are_told_from_others() -> None:
    found = features("Lum said «it is over» on Monday")
    assert found["over"] == CASES
    assert found["«"] == found["»"] == CASES
    assert found["said"] == found["on"] == 0


@given(st.text(max_size=200))
def test_words_cover_all_but_white_space(text: str) -> None:
    spans = split_words(text, Span(0, len(text)))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    left = set(range(len(text))) - {i for s in spans for i in range(s.start, s.end)}
    assert all(text[i].isspace() for i in left)


def read(text: str) -> list[str]:
    spans = split_words(text, Span(0, len(text)))
    return as_read(text, spans, [(0, len(spans))])


def test_a_given_name_is_not_read_as_the_verb() -> None:
    assert "Said" not in read("The director, Said Omar, told us of it.")
    assert "Said" in read("Bridge Is Safe, Engineers Said Monday After Collapse Of Northern Span")
    assert "Said" in read("“It is safe.” Said the mayor: nothing.")
