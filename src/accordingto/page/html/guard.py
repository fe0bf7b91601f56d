"""Keeps markup that was made to hurt the parser from doing so.

Parsing takes time that grows with the square of the depth of nesting, and unclosed formatting
elements are opened again in every block. Tags beyond a depth that no page needs are blanked;
their text stays.
"""

import re

from accordingto.marks import Marks, Names
from accordingto.page.html.vocabulary import tag_set

_DEEPEST = 1000  # open elements that have to be closed by a tag
_FEW = 2500  # start tags that do little harm however deep they nest
_FORMATS = 25  # open formatting elements
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)")
_FORMATTING = tag_set("formatting")
_FORMATTING_NAMES = Names(_FORMATTING)
_RAW = tag_set("raw")
# Elements that are closed by what follows, or hold nothing, do not nest by themselves.
_FREE = tag_set("free")


def tame(marks: Marks) -> tuple[bytes, int]:
    """The markup, in UTF-8, with excess start tags taken out, and how many they were. Linear
    time."""
    data = marks.data
    if len(marks.places) - len(marks.ends) <= _FEW and not _formats_pile_up(marks):
        return data, 0
    html = data.decode("utf-8", "replace")
    excess = _excess(_TAG.findall(html))
    if not excess:
        return data, 0
    wanted = set(excess)
    cut = [found for index, found in enumerate(_TAG.finditer(html)) if index in wanted]
    return _without(html, cut).encode(), len(cut)


def _formats_pile_up(marks: Marks) -> bool:
    """True where more formatting elements may be open at once than a page needs."""
    starts = _FORMATTING_NAMES.of(marks, marks.starts)
    if len(starts) <= _FORMATS:
        return False
    ends = _FORMATTING_NAMES.of(marks, marks.ends, 2)
    opened = 0
    for _, step in sorted([*((at, 1) for at in starts), *((at, -1) for at in ends)]):
        opened = max(0, opened + step)
        if opened > _FORMATS:
            return True
    return False


def _excess(tags: list[tuple[str, str]]) -> list[int]:
    """Indices of the start tags that go too deep."""
    depth, formats, raw = 0, 0, ""
    cut: list[int] = []
    for index, (closing, written) in enumerate(tags):
        name = written.lower()
        if raw or name in _RAW:
            # Within a script nothing is a tag but its own end.
            raw = (raw or name) if not closing else ("" if name == raw else raw)
        elif name in _FREE:
            continue
        elif closing:
            if name in _FORMATTING:
                formats = max(0, formats - 1)
            else:
                depth = max(0, depth - 1)
        elif name in _FORMATTING:
            if formats == _FORMATS:
                cut.append(index)
            else:
                formats += 1
        elif depth == _DEEPEST:
            cut.append(index)
        else:
            depth += 1
    return cut


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
