"""Windows hold every word once, whole paragraphs together, and never too much."""

from hypothesis import given
from hypothesis import strategies as st

from accordingto.encoder.windows import Signs, Window, make_windows

SIGNS = Signs(begin=1, end=2)
NONE: frozenset[int] = frozenset()


def windows(
    lengths: list[int], most: int, context: int, size: int = 1, sentences: frozenset[int] = NONE
) -> list[Window]:
    """Windows over paragraphs of so many words; word ``i`` has ``size`` pieces ``100 + i``."""
    paragraphs, at = [], 0
    for length in lengths:
        paragraphs.append((at, at + length))
        at += length
    return make_windows(
        paragraphs,
        lambda word: [100 + word] * size,
        list(range(at)),
        SIGNS,
        sentences.__contains__,
        most,
        context,
    )


def test_paragraphs_share_a_window_while_they_fit() -> None:
    found = windows([3, 4, 5], most=12, context=0)
    assert [(w.first, w.last) for w in found] == [(0, 7), (7, 12)]


def test_a_window_has_the_end_of_the_paragraph_before_and_the_beginning_of_the_next() -> None:
    middle = windows([5, 5, 5], most=6, context=2)[1]
    assert middle.ids == [1, 103, 104, 2, 105, 106, 107, 108, 109, 2, 110, 111, 2]
    assert middle.first_pieces == [4, 5, 6, 7, 8]


def test_a_paragraph_longer_than_a_window_is_cut() -> None:
    found = windows([10], most=4, context=0)
    assert [(w.first, w.last) for w in found] == [(0, 4), (4, 8), (8, 10)]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    found = windows([10], most=6, context=0, sentences=frozenset({1, 4}))
    assert [(w.first, w.last) for w in found] == [(0, 4), (4, 10)]


@given(
    st.lists(st.integers(1, 40), max_size=12),
    st.integers(4, 50),
    st.integers(0, 8),
    st.integers(1, 3),
    st.frozensets(st.integers(0, 480)),
)
def test_every_word_is_in_one_window(
    lengths: list[int], most: int, context: int, size: int, sentences: frozenset[int]
) -> None:
    found = windows(lengths, most, context, size, sentences)
    held = [word for w in found for word in range(w.first, w.last)]
    assert held == list(range(sum(lengths)))
    for window in found:
        assert len(window.first_pieces) == window.last - window.first
        for word, at in enumerate(window.first_pieces, start=window.first):
            assert window.ids[at] == 100 + word
            assert window.features[at] == word
        assert len(window.ids) == len(window.features)
        # Own pieces with a sign after each paragraph, both contexts and the signs around them.
        assert len(window.ids) <= max(most, size) + 2 * context + 4
