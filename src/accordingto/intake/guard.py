"""Is a page built to exhaust the parser?

HTML parsers follow the tree construction rules of the HTML Standard, and three of these make
work that grows with the square of the page: elements open within one another are searched at
every tag, formatting left open (``<p><font>…</p>``) is opened again in every later
paragraph, and each attribute is compared with all before it. A page of 100 kB can so
take gigabytes. Here the open elements are followed as the standard says, near enough, without
a tree: time grows with the length of the page alone.
"""

from collections import Counter
from math import inf

import msgspec

from accordingto.intake.elements import OpenElements
from accordingto.intake.glance import LINKS, plainly_harmless, reopened_names
from accordingto.intake.limits import Limits
from accordingto.intake.tags import Written, all_tags, count_attributes, tags
from accordingto.intake.words import elements
from accordingto.marks import Marks

# Only these can be opened again, and a link in each that bounds it.
_REOPENED = frozenset(name.encode() for name in reopened_names())
# Within the others an end tag may not reach what was opened before them.
_PAIRED = _REOPENED | {
    name.encode() for name in (*elements("scope"), *elements("foreign"), "select", "noscript")
}


class Markup(msgspec.Struct, frozen=True):
    """The measure of a page. ``depth``: most elements open at once; ``repeats``: elements opened
    again for formatting left open; ``attributes``: the most in one tag."""

    depth: int = 0
    repeats: int = 0
    attributes: int = 0


def is_harmless(marks: Marks, limits: Limits) -> bool:
    """True where a look at the tags of a page in UTF-8 shows that no limit can be passed, as on
    nearly all pages."""
    if plainly_harmless(marks, limits):
        return True
    found = all_tags(marks.data)
    starts = Counter([raw or name for raw, name, _, _ in found])
    reopened = 1 + sum([many for name, many in starts.items() if name.lower() in _REOPENED])
    if starts.total() - starts[b""] + reopened > limits.max_depth:
        return False
    if len(found) * reopened > limits.max_repeats and _may_repeat(found) > limits.max_repeats:
        return False
    long = [written for _, _, written, _ in found if len(written) > 2 * limits.max_attributes]
    counts = map(count_attributes, long)
    return all(count <= limits.max_attributes for count in counts)


def _may_repeat(found: list[Written]) -> float:
    """How many elements can be opened again at most: at each tag no more than are open, as long as
    those that matter end in the order in which they began. Without end where they do not."""
    most = 0
    opened: list[bytes] = []
    for raw, name, _, end in found:
        most += len(opened) + len(LINKS)
        low = (raw or name or end).lower()
        if low not in _PAIRED:
            continue
        if not end:
            opened.append(low)
        elif opened and opened[-1] == low:
            opened.pop()
        else:
            return inf
    return most


def measure(content: str, limits: Limits) -> Markup:
    """Measure ``content``, and stop where one of ``limits`` is passed."""
    opened = OpenElements()
    depth = attributes = 0
    for tag in tags(content):
        if len(tag.attributes) > 2 * limits.max_attributes:
            attributes = max(attributes, count_attributes(tag.attributes))
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
