"""One page or text to a Capture: unzipped, told apart, decoded, checked."""

import hashlib
import io
import re

from accordingto.intake.charset import decode
from accordingto.intake.guard import excess, is_harmless, measure
from accordingto.intake.kinds import SAMPLE, Kind, is_binary, kind, kind_of_bytes
from accordingto.intake.limits import Limits
from accordingto.intake.refusal import refusal, too_large
from accordingto.intake.sniff import media_of
from accordingto.intake.streams import read_whole, unzipped
from accordingto.records.capture import Capture, Given, Media

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
    if is_binary(decoded.text[:SAMPLE].encode("utf-8", "replace")):
        raise _not_a_page(source, kind("binary data", "binary"))
    media = media_of(decoded.text)
    if isinstance(media, Kind):
        raise _not_a_page(source, media)
    return _capture(
        decoded.text,
        media,
        hashlib.sha256(data).hexdigest(),
        (source, decoded.charset, decoded.reason),
        given,
        limits,
        decoded.notes,
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
    data = content.encode("utf-8", "surrogatepass")
    if len(data) > limits.max_size:
        raise too_large(source, limits.max_size)
    origin = (source, "utf-8", "came as text, not as bytes")
    return _capture(content, media, hashlib.sha256(data).hexdigest(), origin, given, limits)


def _capture(
    content: str,
    media: Media,
    sha256: str,
    origin: tuple[str, str, str],
    given: Given | None,
    limits: Limits,
    notes: tuple[str, ...] = (),
) -> Capture:
    source, charset, reason = origin
    if not content or content.isspace():
        raise _empty(source)
    if media == "html" and not is_harmless(content, limits):
        too_much = excess(measure(content, limits), limits)
        if too_much:
            advice = "No real page does; if this one is, send it to us with a bug report."
            raise refusal(source, too_much, advice)
    storable, count = content, 0
    if not _is_storable(content):
        storable, count = _UNSTORABLE.subn("\ufffd", content)
    if count:
        notes += (f"{count} zero characters or half surrogate pairs became U+FFFD",)
    return Capture(
        source=source,
        media=media,
        content=storable,
        sha256=sha256,
        charset=charset,
        charset_reason=reason,
        given=given or Given(),
        notes=notes,
    )


def _is_storable(content: str) -> bool:
    """Whether encoding succeeds, which is told in a fraction of the time of a search."""
    try:
        content.encode()
    except UnicodeEncodeError:
        return False
    return "\x00" not in content


def _empty(source: str) -> Exception:
    return refusal(source, "is empty", "Check that it was saved or fetched whole.")


def _not_a_page(source: str, found: Kind) -> Exception:
    return refusal(source, f"is {found.what}, not a page or a plain text", found.advice)
