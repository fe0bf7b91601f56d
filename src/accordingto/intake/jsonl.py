"""JSON lines: one record a line, with the page or text and what is known about it."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime

import msgspec

from accordingto.errors import InputError
from accordingto.intake.capture import capture_html, capture_text
from accordingto.intake.limits import Limits
from accordingto.intake.refusal import refusal
from accordingto.records.capture import Capture, Failure, Given

_ENDINGS = (".jsonl", ".ndjson")
_FORM = 'A line is one JSON object with html or text, e.g. {"id": "a1", "text": "…"}.'


class _Record(msgspec.Struct, frozen=True):
    """A line as it may come. Keys beyond these are left alone."""

    id: str | int | None = None
    html: str | None = None
    text: str | None = None
    url: str | None = None
    published: str | None = None
    outlet: str | None = None
    language: str | None = None


_DECODER = msgspec.json.Decoder(_Record)


def is_jsonl_name(name: str) -> bool:
    """True where a file's name says that it holds JSON lines, gzipped or not."""
    return name.lower().removesuffix(".gz").endswith(_ENDINGS)


def is_record(line: bytes) -> bool:
    """True where ``line`` is a JSON object with a page or a text in it."""
    try:
        record = _DECODER.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.MsgspecError, RecursionError, UnicodeError):
        return False
    return record.html is not None or record.text is not None


def captures_of_lines(
    numbered: Iterable[tuple[int, bytes | None]], name: str, limits: Limits
) -> Iterator[Capture | Failure]:
    """Each line that is not blank as a Capture, or a Failure that names file and line.

    ``numbered`` is as from ``streams.lines``; InputErrors of it end the file with a Failure.
    """
    empty = True
    try:
        for number, line in numbered:
            if line is not None and not line.strip():
                continue
            empty = False
            try:
                yield _capture_of_line(line, f"{name}:{number}", limits)
            except InputError as error:
                yield error.failure
        if empty:
            raise refusal(name, "has no records", _FORM)
    except InputError as error:
        yield error.failure


def _capture_of_line(line: bytes | None, place: str, limits: Limits) -> Capture:
    if line is None:
        problem = f"is longer than the limit of {limits.max_line:,} bytes a line"
        raise refusal(place, problem, "Check that the file has one record a line.")
    record = _decode(line, place)
    given, notes = _given(record)
    make, content = (
        (capture_text, record.text) if record.html is None else (capture_html, record.html)
    )
    if content is None:
        raise refusal(place, "has neither html nor text", _FORM)
    capture = make(content, place, given, limits)
    return msgspec.structs.replace(
        capture,
        source=given.id or place,
        charset_reason="came as JSON",
        notes=capture.notes + notes,
    )


def _decode(line: bytes, place: str) -> _Record:
    try:
        return _DECODER.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise refusal(place, f"is not a record ({error})", _FORM) from error
    except RecursionError as error:
        raise refusal(place, "is nested too deeply", _FORM) from error


def _given(record: _Record) -> tuple[Given, tuple[str, ...]]:
    published = iso_date(record.published) if record.published else None
    notes: tuple[str, ...] = ()
    if record.published and published is None:
        notes += (f"the given date {record.published[:80]!r} is none we know, and was left out",)
    if record.html is not None and record.text is not None:
        notes += ("the record has html and text; the html was read",)
    given = Given(
        id=None if record.id in (None, "") else str(record.id),
        url=record.url or None,
        published=published,
        outlet=record.outlet or None,
        language=record.language or None,
    )
    return given, notes


def iso_date(value: str) -> str | None:
    """A date or date-time (ISO 8601, or as in mail and feeds) in ISO form; ``None`` if neither.

    What is in ISO form already stays as it is.
    """
    value = value.strip()
    try:
        datetime.fromisoformat(value)
    except ValueError:
        try:
            return parsedate_to_datetime(value).isoformat()
        except (ValueError, TypeError, OverflowError):
            return None
    return value
