"""Which agency an article says that it has its text from: bylines, credit lines, datelines."""

import re
from functools import cache

from accordingto.records.document import Document
from accordingto.records.span import Span
from accordingto.tables import table

# A dateline: "VARLESK (AP) —", "(Reuters) -", within the head of a text.
_HEAD = 400
_BRACKETS = re.compile(r"\(([A-Z][\w /.-]{1,40})\)\s*(?:[—–-]|\Z)")
_ANY_AGENCY = re.compile(
    r"\b(?:[A-Z][\w-]+ ){1,4}(?:(?:Press|News) (?:Agency|Service)"
    r"|Newswires?|Wire Service|Press Association)\b"
)
_CREDITED = re.compile(
    r"\b(?:[Tt]he )?(?P<name>[A-Z][\w -]{1,40}?) contributed to this (?:report|story|article)"
    r"|\b(?:with|from) (?P<also>[A-Z][\w -]{1,30}?)(?=[.,;)\n]|\Z)"
)


def credited(document: Document) -> tuple[tuple[str, str], ...]:
    """The agencies that an article credits, each with the words that say so; the first is the
    one that the text is by. A picture's credit is none of the text."""
    found: dict[str, str] = {}
    for name in _info_sources(document):
        _take(found, name, name)
    for author in document.authors:
        _take(found, author, author)
    for line in document.lines:
        if line.role == "byline":
            _take(found, words := line.span.of(document.text), words)
    head = next((s.span for s in document.lines if s.role == "body"), Span(0, _HEAD))
    for match in _BRACKETS.finditer(document.text, head.start, head.start + _HEAD):
        _take(found, match[1], match[0])
    for line in document.lines:
        if line.role in ("body", "footnote", "boilerplate"):
            for match in _CREDITED.finditer(document.text, line.span.start, line.span.end):
                if match["name"]:
                    _take(found, match["name"], match[0])
    return tuple(found.items())


def _info_sources(document: Document) -> tuple[str, ...]:
    """The credit lines that the page stage has read, where it reads them."""
    found = getattr(document, "info_sources", ())
    return tuple(getattr(source, "name", source) for source in found)


def _take(found: dict[str, str], words: str, shown: str) -> None:
    name = agency(words)
    if name:
        found.setdefault(name, " ".join(shown.split())[:80])


def agency(words: str) -> str | None:
    """The agency that a byline or credit line names, by its usual short name."""
    for name, pattern in _agencies():
        if pattern.search(words):
            return name
    match = _ANY_AGENCY.search(words)
    return match[0] if match else None


@cache
def _agencies() -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = []
    for entry in table("accordingto.stories", "agencies.toml")["agency"]:
        names = [*entry["long"], *entry["short"]]
        choice = "|".join(re.escape(name) for name in names)
        found.append((entry["name"], re.compile(rf"(?<!\w)(?:{choice})(?!\w)")))
    return tuple(found)
