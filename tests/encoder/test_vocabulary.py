"""Words to sub-words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.encoder.vocabulary import Vocabulary

SUBWORDS = [
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "deny",
    "den",
    "##ied",
    "##y",
    "a",
    "##l",
    '"',
    ".",
    "##.",
    "al",
]


def spelt(word: str) -> list[str]:
    return [SUBWORDS[i] for i in Vocabulary(SUBWORDS).pieces(word)]


@pytest.mark.parametrize(
    ("word", "subwords"),
    [
        ("deny", ["deny"]),
        ("denied", ["den", "##ied"]),
        ("DENY", ["deny"]),
        ("dény", ["deny"]),
        ("al", ["al"]),
        ("”", ['"']),
        ("…", [".", "##.", "##."]),
        ("xyz", ["[UNK]"]),
        ("denxyz", ["[UNK]"]),
        ("a" * 100, ["[UNK]"]),
        ("\u0301", ["[UNK]"]),
    ],
)
def test_word(word: str, subwords: list[str]) -> None:
    assert spelt(word) == subwords


@given(st.text(min_size=1, max_size=80))
def test_every_word_has_a_sub_word(word: str) -> None:
    assert spelt(word)
