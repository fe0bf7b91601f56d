"""Sentences around a place in a text, and the words that a story is called by."""

import msgspec
import pytest

from accordingto.library import read_text
from accordingto.records.capture import Given
from accordingto.records.span import Span
from accordingto.stories.tell import title_of
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


def test_a_story_without_headlines_is_called_by_its_first_words() -> None:
    text = (
        "Nine miners were trapped on Wednesday when water broke into the Kestral coal mine near "
        "Dunmore, the operator Brannoch Coal said.\n"
    )
    document = read_text(text, source="mine.txt", given=Given(language="en"))
    document = msgspec.structs.replace(document, headline=None)
    title = title_of([document])
    assert title.endswith(" …") and text.startswith(title.removesuffix(" …"))
