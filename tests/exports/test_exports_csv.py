"""Statements as rows of a table."""

import csv
import io

import pytest

from accordingto.exports.csv import Row, encode_rows, rows_of
from accordingto.exports.passages import closed
from accordingto.library import read_text
from accordingto.records.outlet import outlet_or_site

TEXT = (
    "The mayor, Ada Lum, said the ferry was “unsafe”. “It will sink,” said a mechanic, who asked"
    " not to be named. Lum denied that."
)


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def test_a_row_a_statement_with_its_exact_words() -> None:
    document = read_text(TEXT)
    rows = table(encode_rows(rows_of(document), header=True))
    assert [row["statement"] for row in rows] == [s.id for s in document.statements]
    first = rows[0]
    assert (first["speaker"], first["act"], first["cue"]) == ("Ada Lum", "assert", "said")
    assert first["words"] == "the ferry was “unsafe”"
    start, end = map(int, first["spans"].split(" ")[0].split("-"))
    assert document.text[start:end] in first["words"]
    assert rows[1]["speaker"] == "a mechanic"


def test_columns_are_those_of_the_row_and_lines_end_as_the_standard_says() -> None:
    data = encode_rows((), header=True)
    assert data.decode() == ",".join(Row.__struct_fields__) + "\r\n"


@pytest.mark.parametrize("words", ["=1+1", "+4", "-2", "@cell", "\tx"])
def test_no_cell_is_a_formula(words: str) -> None:
    row = Row(
        document="d", statement="s", act="assert", quote="direct", certainty="plain", words=words,
        spans="0-1", score=1.0,
    )  # fmt: skip
    (found,) = table(encode_rows([row], header=True))
    assert found["words"] == f"'{words}"


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("it was “a fairy tale", "it was “a fairy tale”"),
        ("a lie” told twice", "“a lie” told twice"),
        ('he sent "condolences to all', 'he sent "condolences to all"'),
        ('unsafe" and old', '"unsafe" and old'),
        ("it ‘had no hand", "it ‘had no hand’"),
        ("the miners’ union’s “plan”", "the miners’ union’s “plan”"),
        ("nothing was said", "nothing was said"),
    ],
)
def test_half_a_quotation_is_shown_whole(words: str, whole: str) -> None:
    assert closed(words) == whole


def test_an_outlet_or_the_site() -> None:
    assert outlet_or_site("Noor", "https://www.noor.example/1") == "Noor"
    assert outlet_or_site(None, "https://www.noor.example/1") == "noor.example"
    assert outlet_or_site(None, "http://[bad") is None
    assert outlet_or_site(None, None) is None
