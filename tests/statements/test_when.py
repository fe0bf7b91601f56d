"""When something was said, and to whom."""

import pytest
from tests.reading import article_of, encoded

from accordingto.encoder.model import encoder_for
from accordingto.pipeline import read_article_ledger
from accordingto.records.document import Document


def read(text: str) -> Document:
    article = article_of(text, published="2024-10-19")
    return read_article_ledger(article, encoded(), encoder_for("en"), "d-case")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Jana Orlik said on Friday that the pier had been shut.", "2024-10-18"),
        ("Jana Orlik said the pier had been shut on Friday.", None),
        ("On Thursday, Jana Orlik told reporters that the pier was safe.", "2024-10-17"),
        ("Jana Orlik said last year that the pier was safe.", "2023"),
        ("Jana Orlik said that the pier was safe.", None),
    ],
)
def test_a_time_beside_the_cue(text: str, when: str | None) -> None:
    assert [s.when for s in read(text).statements] == [when]


def test_whom_it_was_said_to() -> None:
    document = read("Jana Orlik told the Harbour Commission that the pier was safe.")
    (said,) = document.statements
    assert [a.name for a in document.actors if a.id == said.addressee] == ["Harbour Commission"]


def test_another_outlet_is_a_carrier_and_no_addressee() -> None:
    document = read("Jana Orlik told Radio Averil that the pier was safe.")
    (said,) = document.statements
    assert said.addressee is None
    assert said.via
