"""Bytes to text, and why in that way.

The order is: byte order mark, UTF-16 without a mark, UTF-8 (a text of some length that is
valid UTF-8 is hardly ever anything else, whatever it declares), what the page declares, a
detector, and at last windows-1252. Labels mean what the WHATWG Encoding Standard says they
mean: ``iso-8859-1`` is windows-1252, ``gb2312`` is read as its superset gb18030.
"""

import codecs
import re
from collections import Counter
from collections.abc import Callable, Iterator

import msgspec
import webencodings  # type: ignore[import-untyped]

from accordingto.intake.detect import detect
from accordingto.intake.kinds import is_binary

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# The standard wants declarations within the first 1,024 bytes; pages do not keep to it.
_DECLARATION_WITHIN = 32 * 1024
_DECLARATION = re.compile(
    rb"""<(?:meta\b[^<>]{0,500}?\bcharset|\?xml\b[^<>]{0,200}?\bencoding)\s{0,9}=\s{0,9}"""
    rb"""["']?\s{0,9}([A-Za-z0-9_:.-]{1,40})""",
    re.IGNORECASE,
)
# Neither names an encoding that text could be read with.
_UNUSABLE = {"replacement", "x-user-defined"}

_UPPER_SHARE = 0.6

_TAG = re.compile(rb"<[^<>]*>")
_HIGH = re.compile(rb"[\x80-\xff]")
_LETTER = re.compile(rb"[A-Za-z]")
_NON_ASCII = re.compile(r"[^\x00-\x7f\ufffd]")


class Decoded(msgspec.Struct, frozen=True):
    """``text`` without a byte order mark, the encoding used, why, and what was amiss."""

    text: str
    charset: str
    reason: str
    notes: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """Decode a page or a text. Never fails: what cannot be decoded becomes U+FFFD, with a note."""
    for step in _STEPS:
        found = step(data)
        if found is not None:
            return found
    return _replaced(data, "windows-1252", "cp1252", "nothing else fits: the Western default")


def _by_mark(data: bytes) -> Decoded | None:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _replaced(data[len(mark) :], name, name, "byte order mark")
    return None


def _by_zeros(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: the upper half of each character is hardly ever anything but the
    zero of ASCII or the number of one other alphabet."""
    if data.count(0) < max(1, len(data) // 50):
        return None
    even, odd = data[0::2], data[1::2]
    name, upper = ("utf-16-le", odd) if odd.count(0) > even.count(0) else ("utf-16-be", even)
    common = sum(count for _, count in Counter(upper).most_common(2))
    if common < _UPPER_SHARE * len(upper):
        return None
    found = _replaced(data, name, name, "zero bytes as in UTF-16, no byte order mark")
    if found.text.count("\ufffd") * 20 > len(found.text) or is_binary(
        found.text.encode("utf-8", "replace")
    ):
        return None
    return found


def _by_escapes(data: bytes) -> Decoded | None:
    """ISO-2022-JP is ASCII with escapes, so it would pass for UTF-8."""
    if b"\x1b$" not in data or not data.isascii():
        return None
    text = _strict(data, "iso2022_jp")
    if text is None:
        return None
    return Decoded(text, "iso-2022-jp", "escape sequences of ISO-2022-JP")


def _by_utf8(data: bytes) -> Decoded | None:
    text = _strict(data, "utf-8")
    if text is None:
        return _by_nearly_utf8(data)
    if data.isascii():
        return Decoded(text, "utf-8", "all bytes are ASCII")
    others = [label for label, name, _ in _declared(data) if name != "utf-8"]
    aside = f", though the page declares {others[0]}" if others else ""
    return Decoded(text, "utf-8", f"all bytes are valid UTF-8{aside}")


def _by_nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes: a text cut in mid-character, two files pasted together."""
    found = _replaced(data, "utf-8", "utf-8", "almost all bytes are valid UTF-8")
    bad = _count_replaced(data, found.text, "utf-8")
    good = len(_NON_ASCII.findall(found.text))
    declared = any(name == "utf-8" for _, name, _ in _declared(data))
    cut_off = good and bad == 1 and found.text.endswith("\ufffd")
    if good >= 10 * bad or cut_off or (declared and good >= bad):
        return found
    return None


def _by_declaration(data: bytes) -> Decoded | None:
    for label, name, codec in _declared(data):
        if name == "utf-8" or name.startswith("utf-16"):
            continue  # Already ruled out; a declaration that can be read is not in UTF-16.
        found = _replaced(data, name, codec, f"declared by the page as {label}")
        bad = found.text.count("\ufffd")
        if bad * 20 <= len(_NON_ASCII.findall(found.text)):
            return found
    return None


def _by_detector(data: bytes) -> Decoded | None:
    words = _TAG.sub(b" ", data)
    high, letters = len(_HIGH.findall(words)), len(_LETTER.findall(words))
    western = _strict(data, "cp1252")
    # With a handful of bytes to go by, a detector guesses at random.
    if western is not None and (high * 25 <= letters or high < 4):
        reason = "few bytes outside ASCII: the Western default"
        return Decoded(western, "windows-1252", reason)
    codec = detect(words)
    if codec is None:
        return None
    name = codec.replace("cp125", "windows-125").replace("_", "-")
    return _replaced(data, name, codec, "guessed by charset-normalizer")


_STEPS: tuple[Callable[[bytes], Decoded | None], ...] = (
    _by_mark,
    _by_zeros,
    _by_escapes,
    _by_utf8,
    _by_declaration,
    _by_detector,
)


def _declared(data: bytes) -> Iterator[tuple[str, str, str]]:
    """Each declared encoding: label as written, standard name, Python codec."""
    for match in _DECLARATION.finditer(data, 0, _DECLARATION_WITHIN):
        label = match[1].decode("ascii")
        encoding = webencodings.lookup(label)
        if encoding is None or encoding.name in _UNUSABLE:
            continue
        if encoding.name == "gbk":
            yield label, "gb18030", "gb18030"
        else:
            yield label, encoding.name, encoding.codec_info.name


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _replaced(data: bytes, name: str, codec: str, reason: str) -> Decoded:
    text = data.decode(codec, "replace")
    bad = _count_replaced(data, text, codec)
    if not bad:
        return Decoded(text, name, reason)
    characters = "character" if bad == 1 else "characters"
    note = f"{bad} {characters} could not be decoded as {name} and became U+FFFD"
    return Decoded(text, name, reason, (note,))


def _count_replaced(data: bytes, text: str, codec: str) -> int:
    """How many U+FFFD the decoder put in, less those the author of the text had written."""
    own = data.count("\ufffd".encode()) if codec == "utf-8" else 0
    return text.count("\ufffd") - own
