"""Whatever the reader makes of our own articles, a ledger keeps it and gives it back the same."""

from pathlib import Path

import pytest

import accordingto
from accordingto import Ledger

ROOT = Path(__file__).parent.parent
ARTICLES = [
    *sorted((ROOT / "samples" / "varlesk").glob("*.*")),
    *sorted((ROOT / "tests" / "gold" / "ledger").glob("*.txt")),
]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.name)
def test_what_is_read_can_be_kept(path: Path, tmp_path: Path) -> None:
    document = accordingto.read(path)
    with Ledger(tmp_path / "news.db") as ledger:
        ledger.add(document)
        assert ledger.document(document.id) == document
