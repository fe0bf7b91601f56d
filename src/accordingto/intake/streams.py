"""Bytes from a file or a pipe: opened without blocking, unzipped as they come, never unbounded."""

import gzip
import io
import os
import stat
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from accordingto.intake.refusal import printable, refusal, too_large

GZIP_MAGIC = b"\x1f\x8b"
_CHUNK = 256 * 1024
_SPECIAL_FILES = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
# What a reader of gzip may raise on bytes that are not whole or not gzip.
_GZIP_ERRORS = (EOFError, gzip.BadGzipFile, zlib.error)


class _Joined(io.RawIOBase):
    """``head`` and then the rest of ``stream``: puts bytes back that were read to look at."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head, self._stream = head, stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        part = self._head[: len(buffer)] or self._stream.read(len(buffer))
        self._head = self._head[len(part) :]
        buffer[: len(part)] = part
        return len(part)


class _AsItWas(io.RawIOBase):
    """A file up to the size that it had when it was opened, whoever goes on writing to it."""

    def __init__(self, stream: BinaryIO, size: int) -> None:
        self._stream, self._left = stream, size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        part = self._stream.read(min(len(buffer), self._left))
        self._left -= len(part)
        buffer[: len(part)] = part
        return len(part)

    def close(self) -> None:
        self._stream.close()
        super().close()


def open_file(path: str) -> BinaryIO:
    """Open a regular file, as long as it is now. Raises InputError for what is none, and for the
    file that this process's own output goes to; OSError where it cannot."""
    status = os.stat(path)  # noqa: PTH116  (a Path would rewrite the name)
    for is_kind, what in _SPECIAL_FILES:
        if is_kind(status.st_mode):
            advice = "Only files and folders are read; to read from a pipe, name it '-'."
            raise refusal(printable(path), f"is {what}", advice)
    if _is_own_output(status):
        advice = "Write the output outside the folder that is read."
        raise refusal(printable(path), "is where this command's own output goes", advice)
    stream = Path(path).open("rb")  # noqa: SIM115  (closed with what is returned)
    return cast(BinaryIO, io.BufferedReader(_AsItWas(stream, status.st_size), _CHUNK))


def _is_own_output(status: os.stat_result) -> bool:
    for descriptor in (1, 2):
        try:
            ours = os.fstat(descriptor)
        except OSError:
            continue
        if (ours.st_dev, ours.st_ino) == (status.st_dev, status.st_ino):
            return True
    return False


def unzipped(stream: BinaryIO) -> BinaryIO:
    """``stream``, through gunzip if its first bytes say that it is gzip."""
    head = b""
    while len(head) < len(GZIP_MAGIC) and (part := stream.read(len(GZIP_MAGIC) - len(head))):
        head += part
    joined = io.BufferedReader(_Joined(head, stream), _CHUNK)
    if head == GZIP_MAGIC:
        return cast(BinaryIO, gzip.GzipFile(fileobj=joined, mode="rb"))
    return cast(BinaryIO, joined)


def read_whole(stream: BinaryIO, source: str, limit: int, head: bytes = b"") -> bytes:
    """``head`` and all of ``stream``. Raises InputError beyond ``limit`` bytes, or where gzip
    data is damaged: evidence must be whole."""
    parts, size = [head], len(head)
    while size <= limit:
        try:
            part = stream.read(_CHUNK)
        except _GZIP_ERRORS as error:
            raise damaged(source, error) from error
        if not part:
            return b"".join(parts)
        parts.append(part)
        size += len(part)
    raise too_large(source, limit)


def lines(stream: BinaryIO, source: str, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number, counted from 1; ``None`` for one of more than ``limit`` bytes.

    Raises InputError where gzip data is damaged.
    """
    number = 0
    try:
        while line := stream.readline(limit + 1):
            number += 1
            if len(line) <= limit:
                yield number, line
                continue
            while line and not line.endswith(b"\n"):
                line = stream.readline(_CHUNK)
            yield number, None
    except _GZIP_ERRORS as error:
        raise damaged(source, error, after_line=number) from error


def damaged(source: str, error: Exception, after_line: int | None = None) -> Exception:
    """The refusal of gzip data that ends too soon or does not add up."""
    where = "" if after_line is None else f" after line {after_line}"
    if isinstance(error, EOFError):
        problem = f"is cut off{where}: its gzip data ends too soon"
    else:
        problem = f"is damaged{where}: its gzip data cannot be unpacked ({error})"
    return refusal(source, problem, "Fetch or copy it again, and test it with gzip -t.")
