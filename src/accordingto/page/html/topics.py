"""Section and tags: under what the outlet files the article."""

import re

from accordingto.page.html.headline import fold
from accordingto.page.html.metadata import Stated
from accordingto.page.html.scene import Scene
from accordingto.page.html.vocabulary import bits

_LONGEST = 60  # characters of a section or tag
_WORDS = 5  # of a section
_MOST = 40  # tags
# Numbers, addresses, keys of databases, "Page type: article".
_NO_NAME = re.compile(
    r"^[\W\d_]*$|://|^[a-z0-9]+(?:[_:][a-z0-9]+)+$|^[\w -]{2,20}: |[0-9a-f]{8}-[0-9a-f]{4}",
    re.IGNORECASE,
)
_KICKER = bits("kicker")
_NAV = bits("nav", "footer", "related")
# What may also be the name of a section or a button.
_SECTIONS = frozenset(
    ("live", "comment", "comments", "views", "blogs", "news", "magazine", "column")
)
_ABOVE = 4  # blocks over the headline in which its kicker may stand


def find_section(stated: Stated, scene: Scene) -> str | None:
    """The stated section, else the kicker over the headline where markup names it so."""
    for value in (section.split(",")[0].strip() for _, section in stated.sections):
        if _is_name(value) and value.count(" ") < _WORDS:
            return value
    head = scene.headline.block
    for index in range(head - 1, max(-1, head - 1 - _ABOVE), -1):
        block = scene.tree.blocks[index]
        if block.own & _KICKER and not block.flags & _NAV and _is_name(block.text):
            return block.text if block.text.count(" ") < _WORDS else None
    return None


def find_labels(scene: Scene) -> list[str]:
    """The short lines over the headline that markup names a kicker, and those of two words and
    more that stand there alone."""
    head, found = scene.headline.block, []
    for index in range(head - 1, max(-1, head - 1 - _ABOVE), -1):
        block = scene.tree.blocks[index]
        if block.flags & _NAV or block.words > _WORDS or len(block.text) > _LONGEST:
            continue
        alone = block.words > 1 or (index == head - 1 and block.text.lower() not in _SECTIONS)
        if block.own & _KICKER or (alone and not block.linked):
            found.append(block.text)
    return found


def find_tags(stated: Stated) -> tuple[str, ...]:
    """Stated tags and keywords, each once, in their order."""
    found: dict[tuple[str, ...], str] = {}
    for value in stated.keywords:
        if _is_name(value):
            found.setdefault(tuple(fold(value)), value)
    return tuple(list(found.values())[:_MOST])


def _is_name(value: str) -> bool:
    return 1 < len(value) <= _LONGEST and not _NO_NAME.search(value)
