"""Runs a ``read`` request: captures, documents, sink, failures, in one stream."""

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

import msgspec

from accordingto.batch import read_many
from accordingto.cli.progress import Progress
from accordingto.cli.sinks import sink_for
from accordingto.cli.startup import settled
from accordingto.exports.visible import visible
from accordingto.intake.inputs import captures
from accordingto.intake.limits import Limits
from accordingto.pipeline import read_by_rules, read_capture, read_page_only
from accordingto.records.capture import Capture, Failure, Given
from accordingto.records.document import Document


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What the user asked ``read`` for. ``given`` describes the one input, where set."""

    inputs: tuple[str, ...]
    format: str
    page_only: bool
    rules_only: bool
    jobs: int
    timeout: float | None
    limits: Limits
    output: Path | None
    given: Given | None


def run(request: Request) -> int:
    """Reads and prints everything that was asked for; the number of failures.

    Documents are printed as they are read, failures go to stderr one a line.
    """
    items = captures(request.inputs, stdin=sys.stdin.buffer, limits=request.limits)
    if request.given is not None:
        items = _with_given(items, request.given)
    read = _reader(request)
    done = failed = 0
    with _destination(request.output) as stream:
        sink = sink_for(request.format, stream, page_only=request.page_only)
        results = settled(read_many(items, read, jobs=request.jobs, timeout=request.timeout))
        with Progress(wanted=_many(request.inputs) and not _to_terminal(request)) as progress:
            for result in results:
                if isinstance(result, Failure):
                    failed += 1
                    progress.say(visible(str(result)))
                else:
                    done += 1
                    sink.add(result)
                progress.count(done, failed, result.source)
        sink.close()
    return failed + _nothing(request.inputs, done, failed)


def _reader(request: Request) -> Callable[[Capture], Document]:
    if request.page_only:
        return read_page_only
    return read_by_rules if request.rules_only else read_capture


def _nothing(inputs: tuple[str, ...], done: int, failed: int) -> int:
    """Says so where the inputs held nothing at all, and counts that as a failure."""
    if done or failed:
        return 0
    names = visible(", ".join(inputs))
    print(f"{names}: nothing to read was found. Name pages, texts or records.", file=sys.stderr)
    return 1


def _with_given(items: Iterable[Capture | Failure], given: Given) -> Iterator[Capture | Failure]:
    """The captures of one input with what the user said about it put over what they carry."""
    told = {key: value for key, value in msgspec.structs.asdict(given).items() if value is not None}
    for item in items:
        if isinstance(item, Capture):
            merged = msgspec.structs.replace(item.given, **told)
            yield msgspec.structs.replace(item, given=merged)
        else:
            yield item


def _many(inputs: tuple[str, ...]) -> bool:
    if len(inputs) > 1:
        return True
    name = inputs[0].lower().removesuffix(".gz")
    return name.endswith((".jsonl", ".warc")) or Path(inputs[0]).is_dir()


def _to_terminal(request: Request) -> bool:
    """True where documents scroll by on the terminal: they are progress enough."""
    return request.output is None and sys.stdout.isatty()


@contextlib.contextmanager
def _destination(output: Path | None) -> Iterator[IO[bytes]]:
    if output is None:
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    # Written beside and moved at the end, so that a failed run leaves what was there.
    partial = output.with_name(f".{output.name}.part")
    try:
        with partial.open("wb") as stream:
            yield stream
        partial.replace(output)
    finally:
        partial.unlink(missing_ok=True)
