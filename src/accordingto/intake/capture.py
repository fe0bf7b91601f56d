"""One page or text to a Capture: unzipped, told apart, decoded, checked."""

import hashlib
import io
import re

from accordingto.intake.charset import decode
from accordingto.intake.guard import excess, is_harmless, measure
from accordingto.intake.kinds import Kind, is_binary, kind, kind_of_bytes
from accordingto.intake.limits import Limits
from accordingto.intake.refusal import refusal, too_large
from accordingto.intake.sniff import media_of
from accordingto.intake.streams import read_whole, unzipped
from accordingto.marks import Marks, keep_marks
from accordingto.records.capture import Capture, Given, Media

Notes = tuple[str, ...]
# No database takes zero characters, and no encoding takes half a surrogate pair.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def capture_bytes(
    data: bytes, source: str, given: Given | None = None, limits: Limits | None = None
) -> Capture:
    """The bytes of a page or text, perhaps gzipped, as a Capture.

    Raises InputError for what is empty, damaged, too large, or neither a page nor a text.
    """
    limits = limits or Limits()
    whole = read_whole(unzipped(io.BytesIO(data)), source, limits.max_size)
    return capture_unzipped(whole, source, given, limits)


def capture_unzipped(
    data: bytes, source: str, given: Given | None = None, limits: Limits | None = None
) -> Capture:
    """As ``capture_bytes``, for bytes that are not gzipped, or no longer."""
    limits = limits or Limits()
    if not data:
        raise _empty(source)
    if len(data) > limits.max_size:
        raise too_large(source, limits.max_size)
    found = kind_of_bytes(data)
    if found is not None:
        raise _not_a_page(source, found)
    decoded = decode(data)
    written, storable, notes = _storable(decoded.text)
    if is_binary(written):
        raise _not_a_page(source, kind("binary data", "binary"))
    media = media_of(decoded.text)
    if isinstance(media, Kind):
        raise _not_a_page(source, media)
    return _capture(
        storable,
        written,
        media,
        hashlib.sha256(data).hexdigest(),
        (source, decoded.charset, decoded.reason),
        given,
        limits,
        decoded.notes + notes,
    )


def capture_text(
    text: str, source: str, given: Given | None = None, limits: Limits | None = None
) -> Capture:
    """A plain text. ``sha256`` is of its UTF-8. Raises InputError if it is blank or too large."""
    return _capture_str(text, "text", source, given, limits)


def capture_html(
    html: str, source: str, given: Given | None = None, limits: Limits | None = None
) -> Capture:
    """An HTML page, decoded before. ``sha256`` is of its UTF-8. Raises InputError if it is
    blank, too large, or would take a parser unreasonable work."""
    return _capture_str(html, "html", source, given, limits)


def _capture_str(
    content: str, media: Media, source: str, given: Given | None, limits: Limits | None
) -> Capture:
    limits = limits or Limits()
    origin = (source, "utf-8", "came as text, not as bytes")
    data, storable, notes = _storable(content)
    if len(data) > limits.max_size:
        raise too_large(source, limits.max_size)
    sha256 = hashlib.sha256(data).hexdigest()
    return _capture(storable, data, media, sha256, origin, given, limits, notes)


def _capture(
    content: str,
    data: bytes,
    media: Media,
    sha256: str,
    origin: tuple[str, str, str],
    given: Given | None,
    limits: Limits,
    notes: Notes,
) -> Capture:
    source, charset, reason = origin
    if not content or content.isspace():
        raise _empty(source)
    if media == "html":
        marks = Marks(data)
        too_much = None
        if not is_harmless(marks, limits):
            too_much = excess(measure(content, limits), limits)
        if too_much:
            advice = "No real page does; if this one is, send it to us with a bug report."
            raise refusal(source, too_much, advice)
        if not notes:  # the bytes are those of the content
            keep_marks(content, marks)
    return Capture(
        source=source,
        media=media,
        content=content,
        sha256=sha256,
        charset=charset,
        charset_reason=reason,
        given=given or Given(),
        notes=notes,
    )


def _storable(content: str) -> tuple[bytes, str, Notes]:
    """The content in UTF-8 as it came, then as it can be kept, with a note of what was changed."""
    try:
        data = content.encode()
        whole = b"\x00" not in data
    except UnicodeEncodeError:
        data, whole = content.encode("utf-8", "surrogatepass"), False
    if whole:
        return data, content, ()
    storable, count = _UNSTORABLE.subn("\ufffd", content)
    return data, storable, (f"{count} zero characters or half surrogate pairs became U+FFFD",)


def _empty(source: str) -> Exception:
    return refusal(source, "is empty", "Check that it was saved or fetched whole.")


def _not_a_page(source: str, found: Kind) -> Exception:
    return refusal(source, f"is {found.what}, not a page or a plain text", found.advice)
