"""Where documents go: one small class a format. All write UTF-8 bytes to a stream."""

import io
import shutil
import sys
from collections.abc import Callable
from typing import IO, Protocol

from accordingto.exports.json import encode
from accordingto.records.document import Document

# The other forms are loaded by who asks for them: rich alone takes as long as many a page.

# Width of the text view where there is no terminal to ask.
_WIDTH = 100


def _width() -> int:
    """The terminal's columns (or ``COLUMNS``)."""
    return shutil.get_terminal_size((_WIDTH, 24)).columns


class Sink(Protocol):
    """Takes documents one by one; ``close`` once after the last."""

    def add(self, document: Document) -> None:
        """Writes a document, or keeps it until ``close``."""

    def close(self) -> None:
        """Writes what is left."""


class _Pieces:
    """Documents written one after the other, each as it comes."""

    def __init__(self, stream: IO[bytes], encode: Callable[[Document], bytes]) -> None:
        self._stream = stream
        self._encode = encode

    def add(self, document: Document) -> None:
        self._stream.write(self._encode(document))
        # At once, so that who reads along sees each document when it is done.
        self._stream.flush()

    def close(self) -> None:
        self._stream.flush()


class _Table:
    """The statements of all documents as one table, the names of its columns first."""

    def __init__(self, stream: IO[bytes]) -> None:
        from accordingto.exports.csv import encode_rows, rows_of

        self._stream = stream
        self._rows_of, self._encode = rows_of, encode_rows
        self._stream.write(encode_rows((), header=True))

    def add(self, document: Document) -> None:
        self._stream.write(self._encode(self._rows_of(document), header=False))
        self._stream.flush()

    def close(self) -> None:
        self._stream.flush()


class _OnePage:
    """All documents on one HTML page, which has an index and so is written at the end."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._documents: list[Document] = []

    def add(self, document: Document) -> None:
        self._documents.append(document)

    def close(self) -> None:
        if self._documents:
            from accordingto.exports.html import render_html_page

            self._stream.write(render_html_page(self._documents).encode("utf-8"))


def sink_for(format: str, stream: IO[bytes], *, page_only: bool) -> Sink:
    """The sink for a format: ``text``, ``json``, ``jsonl``, ``csv``, ``md`` or ``html``."""
    if format == "html":
        return _OnePage(stream)
    if format == "csv":
        return _Table(stream)
    if format in ("json", "jsonl"):
        pretty = format == "json"
        return _Pieces(stream, lambda document: encode(document, pretty=pretty) + b"\n")
    if format == "md":
        return _Pieces(stream, _markdown)
    return _Pieces(stream, _text_writer(stream, page_only=page_only))


def _markdown(document: Document) -> bytes:
    from accordingto.exports.markdown import render_markdown

    return render_markdown(document).encode("utf-8") + b"\n"


def _text_writer(stream: IO[bytes], *, page_only: bool) -> Callable[[Document], bytes]:
    """Renders in colour where ``stream`` is a terminal. A file is always 100 columns wide, so
    that the same input gives the same bytes."""
    from rich.console import Console

    from accordingto.cli.terminal import print_document
    from accordingto.cli.terminal_page import print_page

    show = print_page if page_only else print_document
    terminal = stream.isatty()
    width = _width() if stream is sys.stdout.buffer else _WIDTH

    def write(document: Document) -> bytes:
        buffer = io.StringIO()
        console = Console(
            file=buffer,
            force_terminal=terminal,
            width=width,
            markup=False,
            highlight=False,
            emoji=False,
        )
        show(console, document)
        return buffer.getvalue().encode("utf-8", "backslashreplace")

    return write
