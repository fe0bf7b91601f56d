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

GROUPS = 5  # folds by publisher


@dataclass(frozen=True, slots=True)
class CorpusPage:
    """One page of the corpus. ``group`` (0 to 4) is that of its publisher."""

    gold: Row
    capture: Capture
    group: int


def read_pages(folder: Path) -> Iterator[CorpusPage]:
    """The pages of the corpus in ``folder``, in its order; pages that intake refuses left out."""
    for gold in rows(folder / "gold.jsonl"):
        data = gzip.decompress((folder / gold["html"]).read_bytes())
        try:
            capture = capture_bytes(data, gold["id"], given=Given(url=gold["url"]))
        except InputError:
            continue
        yield CorpusPage(gold, capture, group_of(gold["publisher_key"]))


def group_of(publisher: str) -> int:
    """The group of a publisher: no publisher is in two."""
    return hashlib.sha256(publisher.encode()).digest()[1] % GROUPS
