"""Where the benchmark corpora lie, how their scorers are called, and how inputs are read.

The corpora are not part of the project. They are looked for in ``../shared/bench`` beside the
checkout, or where ACCORDINGTO_BENCH points.
"""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
Row = dict[str, Any]


class MissingCorpusError(Exception):
    """A benchmark's corpus is not there; the message says where it was looked for."""


def corpus(name: str) -> Path:
    """The folder of a corpus. Raises MissingCorpusError where it is absent."""
    base = Path(os.environ.get("ACCORDINGTO_BENCH", ROOT.parent / "shared" / "bench"))
    folder = base / name
    if not folder.is_dir():
        raise MissingCorpusError(f"no corpus '{name}': looked in {folder}")
    return folder


def rows(path: Path) -> Iterator[Row]:
    """The JSON objects of a lines file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


def write_rows(path: Path, items: Iterable[Row]) -> None:
    """Writes objects one a line."""
    with path.open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(item, ensure_ascii=False) + "\n" for item in items)


def scorer(folder: Path, *arguments: str | Path) -> str:
    """Runs a corpus's own scorer and returns what it printed. Raises CalledProcessError."""
    command = [sys.executable, str(folder / "score.py"), *(str(a) for a in arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
