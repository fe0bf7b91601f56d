"""Invariants of reading plain text, for any string."""

import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.page.plain.read import read_plain
from accordingto.page.read import read_article
from accordingto.records.capture import Capture

SCRAPS = """Police said the bridge was open. © AFP / Ola Brandt | Harbour Times, 1920, 03.03.2020
    Photo: By Ilse Tarn Read more: Home Comments * † “ ” ( ) - — 5 h ago @harbour pic.twitter.com/a
    Image caption, Updated: 3 May 2021 KELL (Reuters) Ще не вмерла 洪水 فيضان é ß ... ? ! :"""
WORDS = st.sampled_from(SCRAPS.split())
ENDS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", " ", "\t", "\u2028", "\xa0", "", "\x0b"])
PAGES = st.lists(st.tuples(WORDS, ENDS), max_size=120).map(
    lambda rows: "".join(a + b for a, b in rows)
)
TEXTS = st.one_of(st.text(max_size=400), PAGES)


def capture_of(text: str) -> Capture:
    return Capture(
        source="t", media="text", content=text, sha256="", charset="utf-8", charset_reason="given"
    )


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_segments_are_in_order_trimmed_and_cover_the_text(text: str) -> None:
    article = read_plain(capture_of(text))
    assert article.text == text
    covered: set[int] = set()
    end = 0
    for segment in article.segments:
        words = segment.span.of(text)
        assert segment.span.start >= end
        assert words and words == words.strip()
        assert 0 <= segment.score <= 1
        end = segment.span.end
        covered.update(range(segment.span.start, segment.span.end))
    assert all(i in covered for i, char in enumerate(text) if not char.isspace())


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_images_point_at_their_words(text: str) -> None:
    article = read_plain(capture_of(text))
    for image in article.images:
        assert (image.caption is None) == (image.caption_span is None)
        if image.caption_span is not None:
            assert image.caption_span.of(text) == image.caption
        if image.credit_span is not None:
            assert image.credit_span.of(text) == image.credit


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_reading_twice_gives_equal_results(text: str) -> None:
    assert read_article(capture_of(text)) == read_article(capture_of(text))


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_every_role_is_explained(text: str) -> None:
    assert all(segment.reasons for segment in read_plain(capture_of(text)).segments)


def test_line_numbers_follow_the_line_ends() -> None:
    article = read_plain(capture_of("Title of it all\r\n\r\nPolice said no.\rAnd then again."))
    assert [segment.line for segment in article.segments] == [1, 3, 4]


def test_a_megabyte_of_junk_is_read() -> None:
    for junk in ("a" * 1_000_000, "( " * 500_000, "© A/B " * 170_000, '"' * 1_000_000):
        segments = read_plain(capture_of(junk)).segments
        assert segments[0].span.start == 0
        assert segments[-1].span.end == len(junk.rstrip())


def test_work_grows_with_the_text_and_not_faster() -> None:
    """Counted in steps of the interpreter, so that a slow machine does not fail it."""
    lines = [
        f"Line {i} of the ledger says that {i * 7} sheep crossed the bridge." for i in range(800)
    ]
    half, whole = (count_calls("\n".join(lines[:n])) for n in (400, 800))
    assert whole < 2.6 * half


def count_calls(text: str) -> int:
    calls = 0

    def count(frame: object, event: str, arg: object) -> None:
        nonlocal calls
        calls += event == "call"

    read_plain(capture_of(text[:200]))  # fills the caches
    sys.setprofile(count)
    try:
        read_plain(capture_of(text))
    finally:
        sys.setprofile(None)
    return calls
