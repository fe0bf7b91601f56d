"""The corpora of grouping as streams of reports with their gold stories, and their halves."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpora import Row, rows

from accordingto.records.story import Report

SETS = ("ecb", "basil", "roundup", "incidents")


@dataclass(frozen=True, slots=True)
class Told:
    """A report and the story it belongs to; ``half`` (0 or 1) is the same for a whole topic."""

    report: Report
    story: str
    half: int


def stream(folder: Path, name: str) -> list[Told]:
    """One set in the order of publication; where it has no days, shuffled by digest."""
    if name == "incidents":
        return [_told(row, row["incident"], row["incident"]) for row in rows(folder / _INCIDENTS)]
    found = [row for row in rows(folder / "clustering.jsonl.gz") if row["set"] == name]
    found.sort(key=lambda row: (row["date"] or "", _digest(row["id"])))
    return [_told(row, row["cluster"], row.get("topic") or row["cluster"]) for row in found]


_INCIDENTS = "incidents.jsonl.gz"


def _told(row: Row, story: str, topic: str) -> Told:
    report = Report(id=row["id"], text=row["text"], title=row["title"], day=row["date"])
    return Told(report, story, int(_digest(topic), 16) % 2)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
