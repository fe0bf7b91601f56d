"""The library's own calls: one page or text in, a Document out."""

import os
from collections.abc import Iterator, Sequence
from itertools import islice

from accordingto.batch import read_many
from accordingto.errors import InputError
from accordingto.intake.capture import capture_html, capture_text
from accordingto.intake.inputs import captures
from accordingto.pipeline import read_capture
from accordingto.records.capture import Failure, Given
from accordingto.records.document import Document


def read(source: str | os.PathLike[str]) -> Document:
    """Reads the one page or text in a file (HTML or plain, also gzipped).

    Raises InputError where the file cannot be read, or holds more or less than one page; its
    ``failure`` says which input, what is wrong and what to do.
    """
    name = os.fspath(source)
    found = list(islice(captures([name]), 2))
    if len(found) == 1 and not isinstance(found[0], Failure):
        return read_capture(found[0])
    if found and isinstance(found[0], Failure):
        raise InputError(found[0])
    problem = "holds more than one page" if found else "holds no page"
    raise InputError(
        Failure(source=name, problem=problem, advice="Use accordingto.read_all for folders.")
    )


def read_all(inputs: Sequence[str], *, jobs: int = 1) -> Iterator[Document | Failure]:
    """Reads files, folders, patterns and JSON lines, in their order, as they come.

    What cannot be read is a Failure in its place. ``jobs`` is the number of worker processes.
    """
    return read_many(captures(inputs), read_capture, jobs=jobs)


def read_text(text: str, *, source: str = "text", given: Given | None = None) -> Document:
    """Reads a plain text, as a scraper or a person left it; raises InputError if it is blank."""
    return read_capture(capture_text(text, source, given))


def read_html(html: str, *, source: str = "page", given: Given | None = None) -> Document:
    """Reads an HTML page that is decoded already; raises InputError if it is blank."""
    return read_capture(capture_html(html, source, given))
