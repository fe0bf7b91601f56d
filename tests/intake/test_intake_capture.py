"""Bytes or text to a Capture."""

import gzip
import hashlib
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.errors import InputError
from accordingto.intake.capture import capture_bytes, capture_html, capture_text
from accordingto.intake.limits import Limits
from accordingto.records.capture import Capture, Failure, Given

PAGE = b"<!doctype html><p>Port closed.</p>\r\n"


def failure(data: bytes, limits: Limits | None = None) -> Failure:
    with pytest.raises(InputError) as caught:
        capture_bytes(data, "in.bin", limits=limits)
    found = caught.value.failure
    assert found.source == "in.bin"
    assert found.advice.endswith(".") and not found.problem.endswith(".")
    return found


def test_page() -> None:
    found = capture_bytes(PAGE, "port.html", Given(outlet="Northern Wire"))
    assert found.media == "html"
    assert found.content == PAGE.decode()
    assert found.sha256 == hashlib.sha256(PAGE).hexdigest()
    assert found.given.outlet == "Northern Wire"


def test_gzip_is_known_by_its_bytes_and_hashed_unzipped() -> None:
    assert capture_bytes(gzip.compress(PAGE), "x") == capture_bytes(PAGE, "x")


def test_gzip_of_several_members() -> None:
    data = gzip.compress(PAGE) + gzip.compress(b"<p>Two ships wait.</p>")
    assert capture_bytes(data, "x").content.endswith("wait.</p>")


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf", gzip.compress(b"", mtime=0)])
def test_nothing_in_it(data: bytes) -> None:
    assert "is empty" in failure(data).problem


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG"),
        (b"GIF89a\x01\0", "a GIF"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a WebP"),
        (b"PK\x03\x04\x14\0", "a ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office"),
        (b"SQLite format 3\0", "SQLite"),
        (b"wOF2\0\x01", "font"),
        (b"\x7fELF\x02", "program"),
        (b"BZh91AY&SY\0", "bzip2"),
        (b"WARC/1.0\r\nWARC-Type: warcinfo\r\n", "WARC"),
        (gzip.compress(gzip.compress(PAGE, mtime=0), mtime=0), "twice"),
        (bytes(range(256)) * 4, "binary"),
        (b"\0", "binary"),
        (b"body{a:b}p{c:d}i{e:f}", "style sheet"),
        (b"<?xml version='1.0'?><rss version='2'/>", "feed"),
    ],
)
def test_neither_page_nor_text(data: bytes, what: str) -> None:
    assert what in failure(data).problem


def test_words_that_begin_like_a_signature_are_text() -> None:
    for words in (b"BMW said it would", b"MZ radio said", b"PK said", b"OTTO said", b"ID3 said"):
        assert capture_bytes(words, "x").media == "text"


@pytest.mark.parametrize("cut", [5, -12, -1])
def test_gzip_cut_off(cut: int) -> None:
    assert "cut off" in failure(gzip.compress(PAGE * 9)[:cut]).problem


def test_gzip_damaged() -> None:
    data = bytearray(gzip.compress(os.urandom(500)))
    data[60] ^= 0xFF
    assert "damaged" in failure(bytes(data)).problem


def test_size_limit_counts_unzipped_bytes_and_names_the_option() -> None:
    limits = Limits(max_size=1_000)
    assert capture_bytes(b"a" * 1_000, "x", limits=limits).content
    for data in (b"a" * 1_001, gzip.compress(b"a" * 1_001), gzip.compress(b"a" * 10_000_000)):
        found = failure(data, limits)
        assert "1,000 bytes" in found.problem
        assert "--max-size" in found.advice


def test_page_built_to_exhaust() -> None:
    assert "nested" in failure(b"<html>" + b"<div>" * 6_000).problem
    with pytest.raises(InputError, match="nested"):
        capture_html("<div>" * 6_000, "x")


def test_nesting_does_not_matter_in_plain_text() -> None:
    assert capture_text("<div>" * 6_000, "x").media == "text"


def test_zero_characters_are_replaced_one_for_one_with_a_note() -> None:
    found = capture_bytes(b"The port\0 is closed to ships. " * 9, "x")
    assert found.content == "The port\ufffd is closed to ships. " * 9
    assert found.notes and found.notes[0].startswith("9 ")


def test_text_and_html_given_as_such_are_not_second_guessed() -> None:
    assert capture_text("<p>Port closed.</p>", "x").media == "text"
    assert capture_html("Port closed.", "x").media == "html"
    assert capture_text("Łódź", "x").sha256 == hashlib.sha256("Łódź".encode()).hexdigest()


def test_half_a_surrogate_pair_is_replaced() -> None:
    found = capture_text("Port \ud83d closed", "x")
    assert found.content == "Port \ufffd closed"
    assert found.notes


@pytest.mark.parametrize("make", [capture_text, capture_html])
def test_blank_or_too_large_text(make: object) -> None:
    assert callable(make)
    with pytest.raises(InputError, match="is empty"):
        make(" \n", "x")
    with pytest.raises(InputError, match="--max-size"):
        make("é" * 600, "x", None, Limits(max_size=1_000))


@given(st.binary(max_size=400))
def test_any_bytes_are_captured_or_refused(data: bytes) -> None:
    for candidate in (data, b"\x1f\x8b" + data, b"<html>" + data, gzip.compress(data)):
        try:
            found = capture_bytes(candidate, "x")
        except InputError as error:
            assert error.failure.source == "x"
        else:
            assert isinstance(found, Capture)
            found.content.encode("utf-8")


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_any_text_comes_back(text: str) -> None:
    if text.isspace() or "\0" in text:
        return
    assert capture_text(text, "x").content == text
