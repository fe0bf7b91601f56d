"""The tags of an HTML page, read in linear time, without building a tree.

For telling what a text is and how much work its tree would be, before a parser sees it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

# Possessive quantifiers: each match walks on to the tag's end or the text's, never back. Only
# behind a name and an equals sign does a quotation mark open a value; an equals sign without a
# name begins one.
_BLANK = r" \t\n\f\r"
_ONE = (
    rf"[^{_BLANK}/>][^{_BLANK}/>=]*+(?:[{_BLANK}]*+=[{_BLANK}]*+"
    rf"(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^{_BLANK}\"'>][^{_BLANK}>]*+|))?"
)
_ATTRIBUTES = rf"(?>[{_BLANK}/]*+{_ONE}|[{_BLANK}/]++)*+"
_NAME = rf"[a-zA-Z][^{_BLANK}/>]*+"
_TAG = re.compile(rf"<(?:(?P<comment>!--)|(/?)({_NAME})({_ATTRIBUTES})(?:>|\Z))")

_ATTRIBUTE, _ATTRIBUTE_BYTES = re.compile(_ONE), re.compile(_ONE.encode())

# Elements whose content is text up to their end tag, whatever it looks like.
_RAW = ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
_RAW_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}

# All of it in one expression, a raw element with its content first. No repeated group holds what
# could match in two ways, so that nothing is tried twice.
_INITIALS = "".join(sorted({name[0] + name[0].upper() for name in _RAW}))
_RAW_NAME = rf"(?=[{_INITIALS}])(?i:{'|'.join(_RAW)})"
_WRITTEN = re.compile(
    (
        rf"<(?:(?:({_RAW_NAME})(?=[{_BLANK}/>])|({_NAME}))({_ATTRIBUTES})(?:>|\Z)"
        rf"(?(1)(?>[^<]++|<(?!/(?i:\1)[{_BLANK}/>]))*+)"
        rf"|/({_NAME})(?:>|{_ATTRIBUTES}(?:>|\Z))|!--(?>[^-]++|-(?!->))*+)"
    ).encode()
)
# A start tag with its name, its attributes and its end.
START = re.compile(rf"<({_NAME})({_ATTRIBUTES})>".encode())
# Name of a raw element, of another one, the attributes; or the name of an end tag. As written;
# nothing in all four is a comment.
Written = tuple[bytes, bytes, bytes, bytes]


class Tag(NamedTuple):
    """A tag: ``name`` in lower case, ``attributes`` as written (with a closing slash, if any).

    ``after_text`` is true where something stands between this tag and the one before.
    """

    name: str
    closing: bool
    attributes: str
    after_text: bool
    start: int


def tags(content: str) -> Iterator[Tag]:
    """The tags of ``content`` in order, those in comments, scripts and the like left out."""
    at = last = 0
    while (match := _TAG.search(content, at)) is not None:
        if match["comment"]:
            end = content.find("-->", match.end())
            if end < 0:
                return
            at = end + 3
            continue
        tag = Tag(match[3].lower(), match[2] == "/", match[4], match.start() > last, match.start())
        yield tag
        at = last = match.end()
        if not tag.closing and tag.name in _RAW_ENDS:
            close = _RAW_ENDS[tag.name].search(content, at)
            if close is None:
                return
            at = last = close.start()


def all_tags(data: bytes) -> list[Written]:
    """What ``tags`` would tell of a page in UTF-8, comments with it, in a third of its time."""
    return _WRITTEN.findall(data)


def count_attributes(written: str | bytes) -> int:
    """How many attributes are ``written`` in a tag."""
    if isinstance(written, bytes):
        return len(_ATTRIBUTE_BYTES.findall(written))
    return len(_ATTRIBUTE.findall(written))
