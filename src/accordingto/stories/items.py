"""Articles that tell several things one after the other: "HALVE: A bridge collapsed …"."""

import re
from collections.abc import Sequence

from accordingto.records.document import Document
from accordingto.records.span import Span
from accordingto.tables import table

# A place in capitals before a colon or a dash at the beginning of a line, and a sentence after it.
_LABEL = re.compile(
    r"^\W{0,3}(?P<label>[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,2})(?:, [^.:;\n]{1,40})?"
    r"(?: \([^)\n]{1,40}\))?(?::| ?[–—]| -{1,2}) (?=\S[^\n]{40})",
    re.MULTILINE,
)
_WORD = re.compile(r"[^\W_]+")
# "UPDATE: …", "RELATED: …": these name no place.
_NO_PLACES = frozenset(table("accordingto.stories", "words.toml")["labels"])


def other_items(document: Document, story: Sequence[Document]) -> list[Span]:
    """What a round-up tells of other places than those of its story: items whose label no other
    article names. Some part of it must be of the story, by its label or before the first. Who
    speaks in an interview is a label too, but one that comes again; "Deaths" in a box of facts is a
    word that stands somewhere without a capital."""
    found = [
        m for m in _LABEL.finditer(document.text) if m.start() and not _is_no_place(m["label"])
    ]
    labels = [match["label"] for match in found]
    if len(labels) < 2 or len({label.casefold() for label in labels}) < len(labels):
        return []
    others = {w for o in story if o.id != document.id for w in _WORD.findall(o.text)}
    named = {word.casefold() for word in others}
    plain = {w for w in (*others, *_WORD.findall(document.text)) if w.islower()}
    strange = [_is_strange(_WORD.findall(label.casefold()), named, plain) for label in labels]
    before = document.text[: found[0].start()].strip()
    if all(strange) and "\n" not in before:
        return []
    ends = [*(match.start() for match in found[1:]), len(document.text)]
    return [
        Span(match.start(), end)
        for match, end, foreign in zip(found, ends, strange, strict=True)
        if foreign
    ]


def _is_no_place(label: str) -> bool:
    return not _NO_PLACES.isdisjoint(_WORD.findall(label.casefold()))


def _is_strange(label: Sequence[str], named: set[str], plain: set[str]) -> bool:
    return not named.issuperset(label) and plain.isdisjoint(label)
