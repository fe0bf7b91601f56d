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


# Ways to cut the topics into halves.
CUTS = ("", "b", "c")


def stream(folder: Path, name: str, cut: str = "") -> list[Told]:
    """One set in the order of publication; where it has no days, shuffled by digest."""
    if name == "incidents":
        found = rows(folder / _INCIDENTS)
        return [_told(row, row["incident"], row["incident"], cut) for row in found]
    chosen = [row for row in rows(folder / "clustering.jsonl.gz") if row["set"] == name]
    chosen.sort(key=lambda row: (row["date"] or "", _digest(row["id"])))
    return [_told(row, row["cluster"], row.get("topic") or row["cluster"], cut) for row in chosen]


_INCIDENTS = "incidents.jsonl.gz"


def _told(row: Row, story: str, topic: str, cut: str) -> Told:
    report = Report(id=row["id"], text=row["text"], title=row["title"], day=row["date"])
    return Told(report, story, int(_digest(cut + topic), 16) % 2)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
