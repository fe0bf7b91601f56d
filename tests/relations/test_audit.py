"""What headlines drop: an attribution, a denial, a hedge."""

import pytest
from tests.reading import article_of, encoded

from accordingto.encoder.model import encoder_for
from accordingto.pipeline import read_article_ledger


def codes(text: str) -> list[str]:
    article = article_of(text, roles={1: "headline"})
    document = read_article_ledger(article, encoded(), encoder_for("en"), "d-case")
    return [n.code for n in document.notes if n.code.startswith("headline-drops")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Army burned granary at Port Ores\n"
            "Jana Orlik said the army had burned the granary at Port Ores on Monday.",
            ["headline-drops-attribution"],
        ),
        (
            "Army burned granary at Port Ores, Orlik says\n"
            "Jana Orlik said the army had burned the granary at Port Ores on Monday.",
            [],
        ),
        (
            "Army burned granary at Port Ores, Orlik says\n"
            "Jana Orlik said the army had burned the granary at Port Ores on Monday. "
            "The mayor denied that any granary had been burned at Port Ores.",
            ["headline-drops-denial"],
        ),
        (
            "Army burned granary at Port Ores, Orlik says\n"
            "Jana Orlik said the army may have burned the granary at Port Ores on Monday.",
            ["headline-drops-hedge"],
        ),
        ("Rain expected\nJana Orlik said the harvest was late.", []),
    ],
)
def test_what_a_headline_drops(text: str, expected: list[str]) -> None:
    assert codes(text) == expected
