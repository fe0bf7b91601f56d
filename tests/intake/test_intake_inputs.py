"""Files, folders, patterns, records and standard input."""

import gzip
import io
import json
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.intake.inputs import captures
from accordingto.intake.jsonl import iso_date
from accordingto.intake.limits import Limits
from accordingto.records.capture import Capture, Failure

PAGE = "<!doctype html><p>Port closed.</p>\n"
TEXT = "Port closed.\nTwo ships wait.\n"


def read(*inputs: str | Path, stdin: bytes = b"", limits: Limits | None = None) -> list[object]:
    names = [str(name) for name in inputs]
    return list(captures(names, stdin=io.BytesIO(stdin), limits=limits))


def good(found: list[object]) -> list[Capture]:
    assert all(isinstance(one, Capture) for one in found), [str(one) for one in found]
    return [one for one in found if isinstance(one, Capture)]


def only_failure(found: list[object]) -> Failure:
    (one,) = found
    assert isinstance(one, Failure)
    assert one.source and one.problem and one.advice.endswith(".")
    return one


def names(found: list[object]) -> list[str]:
    return [Path(one.source).name for one in good(found)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b" / "deep").mkdir(parents=True)
    (tmp_path / "b" / "deep" / "3.txt").write_text(TEXT)
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "b" / "2.html.gz").write_bytes(gzip.compress(PAGE.encode(), mtime=0))
    (tmp_path / "c").write_text(TEXT)
    (tmp_path / ".hidden").write_text(TEXT)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text(TEXT)
    return tmp_path


# Files


def test_source_is_the_path_as_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert [one.source for one in good(read("a.html", "./a.html"))] == ["a.html", "./a.html"]


def test_content_tells_not_the_name(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE)
    (tmp_path / "text.html").write_text(TEXT)
    found = good(read(tmp_path / "page.txt", tmp_path / "text.html"))
    assert [one.media for one in found] == ["html", "text"]


def test_line_ends_stay(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"Port closed.\r\nTwo\rships\n")
    assert good(read(tmp_path / "x"))[0].content == "Port closed.\r\nTwo\rships\n"


@pytest.mark.parametrize("name", ["page.gz", "page.html", "page"])
def test_gzip_by_its_bytes(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(gzip.compress(PAGE.encode(), mtime=0))
    assert good(read(tmp_path / name))[0].content == PAGE


def test_name_that_says_gzip_of_a_page_that_is_not(tmp_path: Path) -> None:
    (tmp_path / "page.gz").write_text(PAGE)
    assert good(read(tmp_path / "page.gz"))[0].content == PAGE


def test_file_that_is_not_there(tmp_path: Path) -> None:
    found = only_failure(read(tmp_path / "none.html"))
    assert found.problem == "is not there"
    assert found.source == str(tmp_path / "none.html")


@pytest.mark.parametrize("name", ["", "a\0b", "\ud800", "x" * 5000, "/dev/null/x"])
def test_names_that_cannot_be(name: str) -> None:
    only_failure(read(name))


def test_address_is_told_apart_from_a_misspelt_file() -> None:
    assert "Save the page" in only_failure(read("ftp://port.example/a")).advice


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission(folder: Path) -> None:
    (folder / "c").chmod(0)
    found = read(folder)
    assert sum(isinstance(one, Capture) for one in found) == 3
    assert [one.problem for one in found if isinstance(one, Failure)] == ["may not be read by you"]


def test_permission_denied_by_the_system(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, *args: object) -> object:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    assert "may not be read" in only_failure(read(folder / "c")).problem


def test_file_that_vanishes_while_the_folder_is_read(folder: Path) -> None:
    found = captures([str(folder)])
    next(found)
    (folder / "c").unlink()
    assert [one.problem for one in found if isinstance(one, Failure)] == ["is not there"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipes_sockets_and_devices_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    assert "named pipe" in only_failure(read(tmp_path / "fifo")).problem
    assert "device" in only_failure(read("/dev/zero")).problem
    with socket.socket(socket.AF_UNIX) as server:
        name = os.path.relpath(tmp_path / "s")
        server.bind(name)
        assert "socket" in only_failure(read(name)).problem


def test_broken_input_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a").write_text(PAGE)
    (tmp_path / "b").write_bytes(gzip.compress(PAGE.encode(), mtime=0)[:20])
    (tmp_path / "c").write_text(TEXT)
    found = read(tmp_path / "a", tmp_path / "b", tmp_path / "none", tmp_path / "c")
    assert [type(one).__name__ for one in found] == ["Capture", "Failure", "Failure", "Capture"]


# Folders and patterns


def test_folder_is_read_in_order_without_hidden_files(folder: Path) -> None:
    assert names(read(folder)) == ["a.html", "2.html.gz", "3.txt", "c"]


def test_folder_with_links_in_a_circle(folder: Path) -> None:
    (folder / "b" / "up").symlink_to(folder, target_is_directory=True)
    (folder / "b" / "self").symlink_to(folder / "b", target_is_directory=True)
    assert names(read(folder)) == ["a.html", "2.html.gz", "3.txt", "c"]


def test_link_to_nothing_is_reported(folder: Path) -> None:
    (folder / "d").symlink_to(folder / "none")
    assert "link" in str(read(folder)[-1])


def test_folder_with_other_files_reports_them(folder: Path) -> None:
    (folder / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (folder / "site.css").write_text("body{margin:0}p{color:red;font:x}a{top:1px}")
    problems = [one.problem for one in read(folder) if isinstance(one, Failure)]
    assert len(problems) == 2
    assert "PNG" in problems[0] and "style sheet" in problems[1]


def test_empty_folder(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_text(TEXT)
    assert "no files" in only_failure(read(tmp_path)).problem


def test_deep_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(300):
        Path("d").mkdir()
        os.chdir("d")
    Path("x").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    assert names(read("d")) == ["x"]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.html", ["a.html"]),
        ("**/*.html*", ["a.html", "2.html.gz"]),
        ("**/*", ["a.html", "2.html.gz", "3.txt", "c"]),
        ("**", ["a.html", "2.html.gz", "3.txt", "c"]),
        ("b/**/3.*", ["3.txt"]),
        ("[ab].html", ["a.html"]),
        ("?", ["2.html.gz", "3.txt", "c"]),
        (".git/*", ["config"]),
    ],
)
@pytest.mark.parametrize("absolute", [True, False])
def test_pattern(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    pattern: str,
    expected: list[str],
    absolute: bool,
) -> None:
    monkeypatch.chdir(folder)
    assert names(read(folder / pattern if absolute else pattern)) == expected


def test_file_called_like_a_pattern_is_itself(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text(TEXT)
    (tmp_path / "a1.txt").write_text(PAGE)
    assert names(read(tmp_path / "a[1].txt")) == ["a[1].txt"]


def test_pattern_without_match(folder: Path) -> None:
    assert only_failure(read(folder / "*.pdf")).problem == "fits no file"


def test_pattern_and_links_in_a_circle(folder: Path) -> None:
    (folder / "b" / "up").symlink_to(folder, target_is_directory=True)
    assert "a.html" in names(read(folder / "**" / "*.html"))


@pytest.mark.skipif(os.name == "nt", reason="file names are text there")
def test_file_name_that_is_no_text(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9")).write_text(TEXT)
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (found,) = good(read(tmp_path))
    assert found.source.endswith("caf\\xe9")


# Records


def lines_of(*records: object) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def test_records(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(
        lines_of(
            {"id": "a1", "html": PAGE, "url": "https://port.example/1", "outlet": "Northern Wire"},
            {"text": TEXT, "published": "2031-02-03", "language": "en", "mood": ["any"]},
            {"id": 7, "text": "<p>Port closed.</p>"},
        )
    )
    first, second, third = good(read(path))
    assert (first.source, first.media, first.content) == ("a1", "html", PAGE)
    assert (first.given.id, first.given.outlet) == ("a1", "Northern Wire")
    assert second.source == f"{path}:2"
    assert (second.given.published, second.given.language) == ("2031-02-03", "en")
    assert (third.source, third.media, third.given.id) == ("7", "text", "7")


@pytest.mark.parametrize("name", ["in.jsonl", "in.ndjson", "IN.JSONL.GZ", "in.jsonl.gz"])
def test_records_gzipped_or_not_under_each_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(gzip.compress(lines_of({"id": "z", "text": TEXT}), mtime=0))
    (tmp_path / ("plain-" + name)).write_bytes(lines_of({"id": "p", "text": TEXT}))
    assert {one.source for one in good(read(tmp_path))} == {"z", "p"}


def test_bad_lines_are_named_and_the_others_go_on(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    bad = [
        b"{not json}",
        b'{"id": "x"}',
        b'["text"]',
        b'{"text": 5}',
        b'{"id": "x", "text": "  "}',
        b'{"text": "caf\xe9"}',
        b'{"text": "a", "b": ' + b"[" * 50_000 + b"]" * 50_000 + b"}",
        b'{"html": "' + b"<div>" * 6_000 + b'"}',
    ]
    path.write_bytes(b"\n".join([b"\xef\xbb\xbf" + lines_of({"text": TEXT}), *bad, b""]) + b"\n")
    with path.open("ab") as file:
        file.write(lines_of({"id": "last", "text": TEXT}))
    found = read(path)
    # Line 2 and the line before the last are blank.
    failures = [one.source for one in found if isinstance(one, Failure)]
    assert failures == [f"{path}:{number}" for number in range(3, 3 + len(bad))]
    assert [one.source for one in found if isinstance(one, Capture)] == [f"{path}:1", "last"]


def test_long_line_is_refused_and_skipped(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(
        lines_of({"id": 1, "text": "a"}, {"text": "a" * 900_000}, {"id": 3, "text": "c"})
    )
    first, second, third = read(path, limits=Limits(max_line=1_000))
    assert isinstance(first, Capture) and isinstance(third, Capture)
    assert isinstance(second, Failure)
    assert second.source == f"{path}:2" and "1,000 bytes" in second.problem


def test_cut_off_records_give_what_was_whole(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl.gz"
    rows = [{"id": number, "text": os.urandom(40).hex()} for number in range(2_000)]
    path.write_bytes(gzip.compress(lines_of(*rows), mtime=0)[:-2_000])
    *whole, last = read(path)
    assert len(good(whole)) > 1_000
    assert isinstance(last, Failure) and "cut off after line" in last.problem


@pytest.mark.parametrize("data", [b"", b"\n\n", gzip.compress(b"", mtime=0)])
def test_file_of_no_records(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "in.jsonl").write_bytes(data)
    only_failure(read(tmp_path / "in.jsonl"))


def test_other_file_named_as_records_is_one_failure(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(b"%PDF-1.7\n" + b"x\n" * 100)
    assert "a PDF" in only_failure(read(tmp_path / "in.jsonl")).problem


def test_date_we_do_not_know_is_left_out_with_a_note() -> None:
    record = lines_of({"text": TEXT, "published": "the day before"})
    (found,) = good(read("-", stdin=record))
    assert found.given.published is None
    assert "the day before" in found.notes[0]


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2031-02-03", "2031-02-03"),
        ("2031-02-03T04:05:06Z", "2031-02-03T04:05:06Z"),
        (" 2031-02-03T04:05:06+01:00 ", "2031-02-03T04:05:06+01:00"),
        ("Mon, 03 Feb 2031 04:05:06 GMT", "2031-02-03T04:05:06+00:00"),
        ("Monday", None),
        ("", None),
    ],
)
def test_dates(value: str, iso: str | None) -> None:
    assert iso_date(value) == iso


def test_html_wins_over_text_with_a_note() -> None:
    (found,) = good(read("-", stdin=lines_of({"html": PAGE, "text": TEXT})))
    assert found.media == "html" and "html" in found.notes[0]


@given(st.text(max_size=40))
def test_any_published_is_a_date_or_none(value: str) -> None:
    iso_date(value)


# Standard input


def test_stdin_page_and_text() -> None:
    assert good(read("-", stdin=PAGE.encode()))[0].source == "-"
    assert good(read("-", stdin=("\n\n" + TEXT).encode()))[0].content == "\n\n" + TEXT
    assert good(read("-", stdin=gzip.compress(PAGE.encode(), mtime=0)))[0].content == PAGE


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_stdin_records(pack: object) -> None:
    assert callable(pack)
    data = b"\n" + lines_of({"id": "a", "text": TEXT}) + b"oops\n" + lines_of({"text": TEXT})
    first, second, third = read("-", stdin=pack(data))
    assert isinstance(first, Capture) and first.source == "a"
    assert isinstance(second, Failure) and second.source == "-:3"
    assert isinstance(third, Capture) and third.source == "-:4"


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"\n \n", "empty"),
        (b"%PDF-1.4", "PDF"),
        (b'{"a": 1}', "JSON"),
        (gzip.compress(PAGE.encode(), mtime=0)[:-9], "cut off"),
        (b"a" * 5_000, "limit"),
    ],
)
def test_stdin_that_cannot_be_read(data: bytes, word: str) -> None:
    limits = Limits(max_size=4_000, max_line=4_500)
    assert word in only_failure(read("-", stdin=data, limits=limits)).problem


def test_stdin_is_not_read_ahead_of_its_records() -> None:
    class Endless(io.RawIOBase):
        def __init__(self) -> None:
            self.given = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            line = b'{"text": "Port closed."}\n'
            self.given += len(line)
            buffer[: len(line)] = line
            return len(line)

    endless = Endless()
    stream = io.BufferedReader(endless)
    found: Iterator[object] = captures(["-"], stdin=stream)
    for _ in range(3):
        assert isinstance(next(found), Capture)
    assert endless.given < 10_000_000


@pytest.mark.parametrize("size", [1, 2, 3])
def test_stdin_that_comes_in_crumbs(size: int) -> None:
    class Crumbs(io.BytesIO):
        def read(self, count: int | None = -1) -> bytes:
            return super().read(min(size, count) if count and count > 0 else size)

    stream = Crumbs(gzip.compress(PAGE.encode(), mtime=0))
    (found,) = good(list(captures(["-"], stdin=stream)))
    assert found.content == PAGE


# The pages of the benchmark

PAGES = Path(__file__).parents[3] / "shared" / "bench" / "page" / "pages"


@pytest.mark.skipif(not PAGES.is_dir(), reason="the benchmark's pages are not here")
def test_real_pages_are_pages() -> None:
    paths = sorted(PAGES.glob("*.html.gz"))[::20]
    assert paths
    assert {one.media for one in good(read(*paths))} == {"html"}
