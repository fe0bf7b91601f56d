"""The corpus's pages for training: what they are, and in which fold each publisher falls."""

import gzip
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpora import Row, rows

from accordingto.errors import InputError
from accordingto.intake.capture import capture_bytes
from accordingto.records.capture import Capture, Given

GROUPS = 5  # folds by publisher within which regularisation is chosen


@dataclass(frozen=True, slots=True)
class CorpusPage:
    """One page of the corpus. ``half`` (0, 1) and ``group`` (0 to 4) are those of its publisher."""

    gold: Row
    capture: Capture
    half: int
    group: int


def read_pages(folder: Path) -> Iterator[CorpusPage]:
    """The pages of the corpus in ``folder``, in its order; pages that intake refuses left out."""
    for gold in rows(folder / "gold.jsonl"):
        data = gzip.decompress((folder / gold["html"]).read_bytes())
        try:
            capture = capture_bytes(data, gold["id"], given=Given(url=gold["url"]))
        except InputError:
            continue
        half, group = folds(gold["publisher_key"])
        yield CorpusPage(gold, capture, half, group)


def folds(publisher: str) -> tuple[int, int]:
    """Half and group of a publisher: no publisher is in two of either."""
    half = hashlib.sha256(f"acc-fold:{publisher}".encode()).digest()[0] % 2
    group = hashlib.sha256(publisher.encode()).digest()[1] % GROUPS
    return half, group
