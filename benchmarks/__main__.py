"""``python -m benchmarks [NAME…]``: runs benchmarks, prints their tables, holds them to the floors.

Names: own (the sample that ships), ledger, attribution, page, facts, events, stories,
speed.
Without names all run. A benchmark whose corpus is absent is skipped with a line that says so.
Ends with exit code 1 where a figure lies below its floor in ``floors.toml``.
"""

import importlib
import os
import sys

from benchmarks.corpora import MissingCorpusError
from benchmarks.floors import below_floor

NAMES = ("own", "ledger", "attribution", "page", "facts", "events", "stories", "speed")


def main(names: list[str]) -> int:
    # One thread, as the command line has it, and before anything numeric is loaded.
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    unknown = sorted(set(names) - set(NAMES))
    if unknown:
        print(f"unknown: {', '.join(unknown)}; there are: {', '.join(NAMES)}", file=sys.stderr)
        return 2
    fallen: list[str] = []
    for name in names or NAMES:
        try:
            table = importlib.import_module(f"benchmarks.{name}").run()
        except MissingCorpusError as missing:
            print(f"== {name}: skipped, {missing}\n")
            continue
        print(table, flush=True)
        fallen += below_floor(name, table.scores)
    for line in fallen:
        print(f"BELOW FLOOR: {line}")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
