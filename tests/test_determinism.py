"""The same input gives the same bytes, whatever the process."""

import os
import subprocess
import sys
from pathlib import Path

SAMPLES = Path(__file__).parent.parent / "samples" / "varlesk"


def output(seed: int, jobs: int) -> bytes:
    command = [sys.executable, "-m", "accordingto", "read", SAMPLES / "courier.html"]
    command += [SAMPLES / "noor.txt", "--format", "jsonl", "--jobs", str(jobs)]
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    return subprocess.run(command, env=environment, capture_output=True, check=True).stdout


def test_neither_hash_seed_nor_jobs_change_a_byte() -> None:
    # Sets of strings come in another order under another seed; no output may show it.
    assert output(seed=1, jobs=1) == output(seed=2, jobs=2) != b""
