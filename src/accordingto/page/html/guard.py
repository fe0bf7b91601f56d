"""Keeps markup that was made to hurt the parser from doing so.

Parsing takes time that grows with the square of the depth of nesting, and unclosed formatting
elements are opened again in every block. Tags beyond a depth that no page needs are blanked;
their text stays.
"""

import re

from accordingto.page.html.vocabulary import tag_set

_DEEPEST = 1000  # open elements that have to be closed by a tag
_FORMATS = 60  # open formatting elements
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)")
_FORMATTING = tag_set("formatting")
_RAW = tag_set("raw")
# Elements that are closed by what follows, or hold nothing, do not nest by themselves.
_FREE = tag_set("free")


def tame(html: str) -> tuple[str, int]:
    """The markup with excess start tags taken out, and how many they were. Linear time."""
    depth, formats, raw, cut = 0, 0, "", []
    for found in _TAG.finditer(html):
        name = found[2].lower()
        step = -1 if found[1] else 1
        if raw or name in _RAW:
            # Within a script nothing is a tag but its own end.
            raw = (raw or name) if step > 0 else ("" if name == raw else raw)
        elif name in _FORMATTING:
            formats = max(0, formats + step)
            if formats > _FORMATS and step > 0:
                formats -= 1
                cut.append(found)
        elif name not in _FREE:
            depth = max(0, depth + step)
            if depth > _DEEPEST and step > 0:
                depth -= 1
                cut.append(found)
    return (_without(html, cut), len(cut)) if cut else (html, 0)


def _without(html: str, cut: list[re.Match[str]]) -> str:
    """``html`` without the tags that start at ``cut``, to their closing bracket."""
    parts, last = [], 0
    for found in cut:
        if found.start() < last:
            continue
        end = html.find(">", found.end(), found.end() + 2000)
        following = html.find("<", found.end(), found.end() + 2000)
        if end < 0 or 0 <= following < end:
            end = found.end() - 1
        parts += [html[last : found.start()], " "]
        last = end + 1
    return "".join([*parts, html[last:]])
