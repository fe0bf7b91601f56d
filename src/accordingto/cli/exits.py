"""Exit codes of the command line, and how to leave quietly when nobody reads its output."""

import os
import sys

FAILED = 1
USAGE = 2
INTERRUPTED = 130
BROKEN_PIPE = 141


def drop_stdout() -> None:
    """Points stdout nowhere, so that Python's last flush does not complain about a closed pipe."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
