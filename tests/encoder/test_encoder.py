"""The encoder that ships."""

import numpy as np
from tests.reading import article_of, encoding_of, reading_of

from accordingto.encoder.model import encoder_for
from accordingto.records.encoding import Encoding

TEXT = "The mayor of Ores said the ferry had sunk.\n\nNobody believed her.\n\nThe army denied it."


def encoded(text: str) -> Encoding:
    article = article_of(text)
    return encoding_of(article, reading_of(article))


def test_every_word_of_the_paragraphs_has_a_vector() -> None:
    found = encoded(TEXT)
    assert found.vectors.shape == (len(found.words), 384)
    assert np.isfinite(found.vectors).all()
    assert [TEXT[s.start : s.end] for s in found.words[:3]] == ["The", "mayor", "of"]
    assert len(found.paragraphs) == 3


def test_the_same_text_has_the_same_vectors() -> None:
    assert np.array_equal(encoded(TEXT).vectors, encoded(TEXT).vectors)


def test_a_text_reads_the_same_whatever_was_read_before_it() -> None:
    before = encoded(TEXT).vectors
    encoded("Something else altogether, of another length, was read in between.")
    assert np.array_equal(encoded(TEXT).vectors, before)


def test_a_blank_text_has_no_words() -> None:
    assert encoded(" ").words == ()


def test_only_english_is_served() -> None:
    assert encoder_for("de") is None
    assert encoder_for(None) is encoder_for("en")
