"""Words are cut as spaCy cuts them, whatever the text, though spaCy itself is not loaded."""

import subprocess
import sys
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.language import lemmas
from accordingto.language.trained.tokenizer import load_tokenizer

PIECES = (
    "Lum", "said", "don't", "n't", "a.m.", "8am", "U.S.", "e.g.", "cannot", "Mr.", "Jan.", "co-op",
    "10km", "$5", "5%", "...", "--", "—", "http://tal.example/b", "ada@ores.example", "'s", "’s",
    ":)", ":-(", "(", ")", "[", "'", "\"", "“", "”", ",", ".", ";", "!", "/", "*", "İ", "ﬁ", "中文",
    " ", "  ", "\t", "\n",
)  # fmt: skip


@cache
def spacys() -> Any:
    from spacy.lang.en import English

    return English().tokenizer


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("Lum didn't go.", ["Lum", "did", "n't", "go", "."]),
        ("(At 8 a.m.)", ["(", "At", "8", "a.m.", ")"]),
        ("Two  blanks", ["Two", " ", "blanks"]),
        ("the co-op's plan", ["the", "co", "-", "op", "'s", "plan"]),
    ],
)
def test_words_and_marks(text: str, words: list[str]) -> None:
    found = load_tokenizer()(text)
    assert [word for _, word in found] == words
    assert all(text[at : at + len(word)] == word for at, word in found)


@given(st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES)).map("".join)))
def test_any_text_is_cut_as_spacy_cuts_it(text: str) -> None:
    assert load_tokenizer()(text) == [(t.idx, t.text) for t in spacys()(text)]


def test_an_endless_run_stays_whole() -> None:
    assert load_tokenizer()("(" * 100_000 + " Lum") == [(0, "(" * 100_000), (100_001, "Lum")]


def test_the_tables_of_dictionary_forms_are_those_of_their_names() -> None:
    from spacy.strings import get_string_id

    assert {kind: get_string_id(kind) for kind in lemmas._KEYS} == lemmas._KEYS


def test_reading_loads_no_parser() -> None:
    code = (
        "import sys, accordingto; accordingto.read_text('Lum said on Monday that nine had died.');"
        "sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
