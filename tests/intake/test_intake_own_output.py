"""A folder that holds the output of the very run that reads it."""

import subprocess
import sys
from pathlib import Path

RECORD = '{"id": "a", "text": "The mayor said on Friday that the bridge was closed."}\n'


def test_the_own_output_is_not_read_back(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(RECORD, encoding="utf-8")
    out = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "accordingto", "read", str(tmp_path), "--format", "jsonl"]
    with out.open("wb") as stream:
        done = subprocess.run(command, stdout=stream, stderr=subprocess.PIPE, timeout=120)
    assert done.returncode == 1
    assert b"own output" in done.stderr
    assert out.read_text(encoding="utf-8").count("\n") == 1
