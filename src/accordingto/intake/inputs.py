"""What the user named, as Captures: files, folders, patterns, JSON lines, standard input."""

import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import BinaryIO

from accordingto.errors import InputError
from accordingto.intake.capture import capture_unzipped
from accordingto.intake.jsonl import captures_of_lines, is_jsonl_name, is_record
from accordingto.intake.kinds import kind_of_bytes
from accordingto.intake.limits import Limits
from accordingto.intake.paths import failure_of, files_of
from accordingto.intake.refusal import printable, refusal
from accordingto.intake.streams import lines, open_file, read_whole, unzipped
from accordingto.records.capture import Capture, Failure

STDIN = "-"
_SIGNATURE = 512


def captures(
    inputs: Sequence[str], *, stdin: BinaryIO | None = None, limits: Limits | None = None
) -> Iterator[Capture | Failure]:
    """Every page and text that ``inputs`` name, in their order, one at a time.

    An input is a file, a folder, a pattern, or ``-`` for ``stdin`` (by default the process's
    own); any of them may be gzipped. Files named ``.jsonl`` or ``.ndjson``, and a standard input
    whose first line is a record, hold one record a line. What cannot be read is a Failure in
    its place; the others go on.
    """
    limits = limits or Limits()
    for name in inputs:
        if name == STDIN:
            yield from _captures_of_stdin(sys.stdin.buffer if stdin is None else stdin, limits)
            continue
        for path in files_of(name):
            if isinstance(path, Failure):
                yield path
            else:
                yield from _captures_of_file(path, limits)


def _captures_of_file(path: str, limits: Limits) -> Iterator[Capture | Failure]:
    source = printable(path)
    try:
        with open_file(path) as raw:
            stream = unzipped(raw)
            if is_jsonl_name(path):
                yield from _captures_of_records(stream, source, limits)
            else:
                data = read_whole(stream, source, limits.max_size)
                yield capture_unzipped(data, source, limits=limits)
    except InputError as error:
        yield error.failure
    except (OSError, ValueError) as error:
        yield failure_of(path, error)


def _captures_of_records(
    stream: BinaryIO, source: str, limits: Limits
) -> Iterator[Capture | Failure]:
    numbered = lines(stream, source, limits.max_line)
    first = next(numbered, None)
    if first is None:
        raise refusal(source, "is empty", "Check that it was saved or fetched whole.")
    found = kind_of_bytes((first[1] or b"")[:_SIGNATURE])
    if found is not None:
        raise refusal(source, f"is {found.what}, not JSON lines", found.advice)
    yield from captures_of_lines(chain([first], numbered), source, limits)


def _captures_of_stdin(stdin: BinaryIO, limits: Limits) -> Iterator[Capture | Failure]:
    """One page or text, or records: told by the first line that is not blank."""
    try:
        stream = unzipped(stdin)
        numbered = lines(stream, STDIN, limits.max_line)
        head: list[tuple[int, bytes]] = []
        for number, line in numbered:
            if line is None:
                problem = f"has a line longer than the limit of {limits.max_line:,} bytes"
                raise refusal(STDIN, problem, "Save it to a file and look at its beginning.")
            head.append((number, line))
            if line.strip():
                break
        if head and is_record(head[-1][1]):
            yield from captures_of_lines(chain(head[-1:], numbered), STDIN, limits)
            return
        begun = b"".join(line for _, line in head)
        data = read_whole(stream, STDIN, limits.max_size, begun)
        yield capture_unzipped(data, STDIN, limits=limits)
    except InputError as error:
        yield error.failure
    except OSError as error:
        yield failure_of(STDIN, error)
