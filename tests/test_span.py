"""Spans that are asked which of them hold a place."""

from hypothesis import given
from hypothesis import strategies as st

from accordingto.records.span import Cover, Span

SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda p: Span(p[0], p[0] + p[1])),
    max_size=12,
)


@given(SPANS, st.integers(0, 60))
def test_all_spans_around_a_place_are_found(spans: list[Span], offset: int) -> None:
    found = sorted(Cover(spans).around(offset))
    assert found == [(i, s) for i, s in enumerate(spans) if s.start <= offset < s.end]


def test_no_spans_hold_nothing() -> None:
    assert list(Cover([]).around(3)) == []
