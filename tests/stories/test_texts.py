"""Sentences around a place in an article's text."""

import pytest

from accordingto.library import read_text
from accordingto.records.span import Span
from accordingto.stories.texts import sentence_of


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("seven", "He blamed it for the raid of Oct. 9, in which seven were hurt."),
        ("Ilves", "Gen. Ilves denied it!"),
    ],
)
def test_abbreviations_end_no_sentence(words: str, sentence: str) -> None:
    text = "The mayor spoke. He blamed it for the raid of Oct. 9, in which seven were hurt. "
    document = read_text(f"{text}Gen. Ilves denied it! Nobody else did.")
    at = document.text.index(words)
    assert sentence_of(document, Span(at, at + len(words))).of(document.text) == sentence
