"""Is a page built to exhaust the parser?

HTML parsers follow the tree construction rules of the HTML Standard, and three of these make
work that grows with the square of the page: elements open within one another are searched at
every tag, formatting left open (``<p><font>…</p>``) is opened again in every later
paragraph, and each attribute is compared with all before it. A page of 100 kB can so
take gigabytes. Here the open elements are followed as the standard says, near enough, without
a tree: time grows with the length of the page alone.
"""

import re

import msgspec

from accordingto.intake.elements import OpenElements
from accordingto.intake.limits import Limits
from accordingto.intake.tags import count_tags, tags
from accordingto.intake.words import elements

_QUOTED = re.compile(r"\"[^\"]*+\"?|'[^']*+'?")
_ATTRIBUTE = re.compile(r"[^\s/]+")
# Only these can be opened again, a link or line that must not break once in each of the cells
# and boxes that bound it.
_REOPENED = tuple(sorted((elements("formatting") - {"a", "nobr"}) | elements("marker")))


class Markup(msgspec.Struct, frozen=True):
    """The measure of a page. ``depth``: most elements open at once; ``repeats``: elements opened
    again for formatting left open; ``attributes``: the most in one tag."""

    depth: int = 0
    repeats: int = 0
    attributes: int = 0


def is_harmless(content: str, limits: Limits) -> bool:
    """True where counting the tags shows that no limit can be passed, as on nearly all pages."""
    count = count_tags(content, 2 * limits.max_attributes)
    reopened = 1 + sum([count.starts[name] for name in _REOPENED])
    return (
        count.starts.total() + reopened <= limits.max_depth
        and count.tags * reopened <= limits.max_repeats
        and all(_count_attributes(tag) <= limits.max_attributes for tag in count.long)
    )


def _count_attributes(written: str) -> int:
    return len(_ATTRIBUTE.findall(_QUOTED.sub(" ", written)))


def measure(content: str, limits: Limits) -> Markup:
    """Measure ``content``, and stop where one of ``limits`` is passed."""
    opened = OpenElements()
    depth = attributes = 0
    for tag in tags(content):
        if len(tag.attributes) > 2 * limits.max_attributes:
            attributes = max(attributes, _count_attributes(tag.attributes))
        if tag.after_text:
            opened.text()
        if tag.closing:
            opened.close(tag.name)
        else:
            opened.open(tag.name, tag.attributes)
        if opened.depth > depth:
            depth = opened.depth
        if (
            depth > limits.max_depth
            or opened.repeats > limits.max_repeats
            or attributes > limits.max_attributes
        ):
            break
    return Markup(depth, opened.repeats, attributes)


def nesting_depth(content: str, limits: Limits | None = None) -> int:
    """The most elements of ``content`` open at once (not counted on past ``limits``)."""
    return measure(content, limits or Limits()).depth


def excess(markup: Markup, limits: Limits) -> str | None:
    """What is too much about a page, in words; ``None`` where all is within ``limits``."""
    if markup.depth > limits.max_depth:
        return f"has more than {limits.max_depth:,} elements nested in one another"
    if markup.repeats > limits.max_repeats:
        return (
            "leaves so much formatting open that reading it would add more than"
            f" {limits.max_repeats:,} elements"
        )
    if markup.attributes > limits.max_attributes:
        return f"has a tag with more than {limits.max_attributes:,} attributes"
    return None
