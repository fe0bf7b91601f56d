"""Who calls whom what: names and labels by the voice that uses them."""

import pytest
from tests.test_ledger_cases import document_of

from accordingto.exports.outline import outline_of


def callings(text: str) -> dict[str, dict[str, list[str]]]:
    """For each actor what each voice calls it."""
    return {
        naming.actor.name: {c.voice: [one.words for one in c.called] for c in naming.callings}
        for naming in outline_of(document_of(text, False)).namings
    }


@pytest.mark.parametrize(
    ("text", "actor", "called"),
    [
        (
            "Mayor Ada Lum said the Front had left. “The Front is gone,” Lum said.",
            "Ada Lum",
            {"the outlet": ["Ada Lum", "Lum"]},
        ),
        (
            "Mayor Petr Varga resigned. “Varga is gone,” Ada Lum said. Mr Varga fled.",
            "Petr Varga",
            {"the outlet": ["Petr Varga", "Varga"], "Ada Lum": ["Varga"]},
        ),
    ],
)
def test_names_by_voice(text: str, actor: str, called: dict[str, list[str]]) -> None:
    assert callings(text)[actor] == called
