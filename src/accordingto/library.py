"""The library's own calls: one page or text in, a Document out."""

import os
from collections.abc import Iterator, Sequence
from itertools import islice

from accordingto.batch import read_many
from accordingto.errors import InputError
from accordingto.intake.capture import capture_bytes, capture_html, capture_text
from accordingto.intake.inputs import captures
from accordingto.pipeline import map_to_source, read_capture, read_page_only
from accordingto.records.capture import Failure, Given
from accordingto.records.document import Document
from accordingto.records.source_map import SourceMap


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


def read_page(
    html: str | bytes, *, url: str | None = None, source: str = "page", given: Given | None = None
) -> Document:
    """The structure of an HTML page alone: roles, headline, authors, dates, pictures, origins.

    Bytes are decoded as a browser would. ``url`` is short for ``given`` with an address alone. The
    ledger in the document is empty. Raises InputError where the page is blank or no HTML page.
    """
    known = given or Given(url=url)
    if isinstance(html, bytes):
        return read_page_only(capture_bytes(html, source, given=known))
    return read_page_only(capture_html(html, source, known))


def source_map(html: str, document: Document) -> SourceMap:
    """Where each character of a document's text stands in the decoded HTML that it was read from.

    ``source_map(html, document).span(span)`` is the part of ``html`` that a span of the document
    came from, so that it can be shown in the page itself. Computed anew at each call, in time that
    grows with the page's length.
    """
    return map_to_source(html, document)
