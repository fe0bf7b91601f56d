"""Bytes to text, and why."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.intake.charset import decode

RUSSIAN = "Представитель порта сообщил, что пожар на складе потушен. "
JAPANESE = "港の広報担当者は、倉庫の火災は消えたと述べた。"
POLISH = "Rzecznik portu powiedział, że pożar w magazynie został ugaszony w środę. "


def page(charset: str, words: str, codec: str | None = None) -> bytes:
    html = f'<html><head><meta charset="{charset}"></head><body><p>{words}</p></body></html>'
    return html.encode(codec or charset)


@pytest.mark.parametrize(
    ("label", "codec", "words", "name"),
    [
        ("iso-8859-1", "cp1252", "“Caf锑 costs €5", "windows-1252"),
        ("windows-1252", "cp1252", "naïve déjà", "windows-1252"),
        ("koi8-r", "koi8_r", RUSSIAN, "koi8-r"),
        ("windows-1251", "cp1251", RUSSIAN, "windows-1251"),
        ("Shift_JIS", "cp932", JAPANESE, "shift_jis"),
        ("euc-jp", "euc_jp", JAPANESE, "euc-jp"),
        ("gb2312", "gb18030", "港口发言人说，仓库的火已被扑灭。㐀", "gb18030"),
        ("big5", "big5", "港口發言人說，倉庫的火已被撲滅。", "big5"),
        ("iso-8859-2", "iso8859_2", POLISH, "iso-8859-2"),
        ("utf-8", "utf-8", JAPANESE, "utf-8"),
    ],
)
def test_declared_encoding_is_used(label: str, codec: str, words: str, name: str) -> None:
    words = words.encode(codec, "ignore").decode(codec)
    found = decode(page(label, words, codec))
    assert words in found.text
    assert found.charset == name
    assert found.notes == ()


def test_iso_2022_jp_is_known_by_its_escapes() -> None:
    found = decode(JAPANESE.encode("iso2022_jp"))
    assert (found.text, found.charset) == (JAPANESE, "iso-2022-jp")


def test_http_equiv_and_xml_declaration_count() -> None:
    http = b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">'
    assert RUSSIAN in decode(http + RUSSIAN.encode("koi8_r")).text
    xml = b'<?xml version="1.0" encoding="windows-1251"?><html>'
    assert RUSSIAN in decode(xml + RUSSIAN.encode("cp1251")).text


def test_valid_utf8_beats_the_declaration_and_says_so() -> None:
    found = decode(page("iso-8859-1", "Łódź", "utf-8"))
    assert "Łódź" in found.text
    assert "iso-8859-1" in found.reason


def test_second_declaration_counts_where_the_first_is_wrong() -> None:
    head = b'<meta charset="utf-8"><meta charset="windows-1251">'
    assert RUSSIAN in decode(head + RUSSIAN.encode("cp1251")).text


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_byte_order_mark_is_obeyed_and_removed(mark: bytes, codec: str) -> None:
    found = decode(mark + RUSSIAN.encode(codec))
    assert (found.text, found.charset, found.reason) == (RUSSIAN, codec, "byte order mark")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("words", ["The port is open.\r\n", RUSSIAN])
def test_utf16_without_mark(codec: str, words: str) -> None:
    found = decode(words.encode(codec))
    assert (found.text, found.charset) == (words, codec)


def test_character_cut_at_the_end_is_still_utf8_with_a_note() -> None:
    found = decode(RUSSIAN.strip().encode() + "я".encode()[:1])
    assert found.charset == "utf-8"
    assert found.text == RUSSIAN.strip() + "\ufffd"
    assert found.notes and found.notes[0].startswith("1 character ")


def test_few_broken_bytes_do_not_make_utf8_something_else() -> None:
    found = decode((RUSSIAN * 3).encode() + b"\xff" + RUSSIAN.encode())
    assert found.charset == "utf-8"
    assert found.text.count("\ufffd") == 1
    assert len(found.notes) == 1


def test_replacement_characters_of_the_author_are_not_counted() -> None:
    found = decode(("\ufffd\ufffd" + RUSSIAN).encode() + b"\xff")
    assert found.notes[0].startswith("1 character ")


@pytest.mark.parametrize("words", ["für alle", "café", "He said “no” — twice"])
def test_undeclared_western_text(words: str) -> None:
    found = decode(words.encode("cp1252"))
    assert (found.text, found.charset) == (words, "windows-1252")


def test_undeclared_cyrillic_is_detected() -> None:
    found = decode((RUSSIAN * 5).encode("cp1251"))
    assert found.text == RUSSIAN * 5
    assert "charset-normalizer" in found.reason


@pytest.mark.parametrize(
    ("codec", "words"),
    [
        ("cp1252", "O porta-voz do porto disse que o incêndio não está extinto; a situação é má."),
        (
            "cp1252",
            "El portavoz del puerto declaró que el daño está señalado aquí y allá, según él.",
        ),
        ("cp1252", "Der Sprecher erklärte, größere Schäden gäbe es für Häfen und Schüler nicht."),
        ("cp1250", "Mluvčí přístavu ve středu řekl, že požár byl uhašen."),
        ("cp1254", "Liman sözcüsü çarşamba günü yangının söndürüldüğünü açıkladı."),
        ("cp1253", "Ο εκπρόσωπος του λιμανιού είπε ότι η φωτιά έσβησε."),
        ("cp932", JAPANESE),
    ],
)
def test_undeclared_text_is_detected(codec: str, words: str) -> None:
    assert decode((words * 3).encode(codec)).text == words * 3


@pytest.mark.parametrize("label", ["utf-7", "rot13", "zlib", "idna", "replacement", "no-such"])
def test_labels_that_are_no_text_encoding_are_ignored(label: str) -> None:
    found = decode(page(label, "café – “yes”", "cp1252"))
    assert "café – “yes”" in found.text


@given(st.text())
def test_any_text_comes_back_from_utf8(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode()).text == text


@given(st.binary(max_size=300))
def test_any_bytes_become_text(data: bytes) -> None:
    found = decode(data)
    found.text.encode("utf-8")
    assert found.charset and found.reason


@pytest.mark.parametrize("codec", ["cp1252", "koi8_r", "cp932"])
@given(words=st.text(min_size=1, max_size=60))
def test_declared_text_is_text_again(codec: str, words: str) -> None:
    label = {"cp1252": "windows-1252", "koi8_r": "koi8-r", "cp932": "shift_jis"}[codec]
    words = words.encode(codec, "ignore").decode(codec)
    words = "".join(mark for mark in words if mark.isprintable())
    data = page(label, words, codec)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        found = decode(data)
        # A handful of characters may by chance look like UTF-8; then the reason says so.
        assert words in found.text or found.charset == "utf-8"
