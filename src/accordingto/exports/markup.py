"""HTML written from plain strings: escaping, and nothing that a browser would run or change.

What a parser would alter or hide is written so that the text survives: a carriage return as a
character reference; NUL, which no reference can give, as its picture; an odd character in
an element that names it and keeps a bidirectional override from reaching the words around it.
"""

import html
import re

from accordingto.exports.visible import ODD, code

_NUL_PICTURE = "\u2400"
_NONCHARACTER = "\ufffd"
_RETURN = re.compile("\r")


def shown(text: str) -> str:
    """The characters that a page shows for ``text``: NUL and lone surrogates have stand-ins."""
    return "".join(
        _NUL_PICTURE if c == "\0" else _NONCHARACTER if "\ud800" <= c <= "\udfff" else c
        for c in text
    )


def words(text: str) -> str:
    """``text`` as HTML whose text content is ``shown(text)``."""
    pieces: list[str] = []
    at = 0
    for found in ODD.finditer(text):
        pieces.append(_plain(text[at : found.start()]))
        name = code(found[0])
        inner = html.escape(shown(found[0]))
        pieces.append(f'<bdi class="odd" data-code="{name}" title="{name}">{inner}</bdi>')
        at = found.end()
    pieces.append(_plain(text[at:]))
    return "".join(pieces)


def attribute(text: str) -> str:
    """``text`` for use between double quotes in a tag."""
    return _RETURN.sub("&#13;", html.escape(shown(text)))


def _plain(text: str) -> str:
    return _RETURN.sub("&#13;", html.escape(text, quote=False))


def web_address(url: str | None) -> str | None:
    """``url`` where it is a web address that a page may link to, else ``None``."""
    if url is None or not url.lower().startswith(("http://", "https://")):
        return None
    return url
