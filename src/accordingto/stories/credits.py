"""Which agency an article says that it has its text from.

The page stage reads credit lines, datelines and signatures (``info_sources``); here they get the
usual names of their agencies, so that "Associated Press" and "AP" are one voice.
"""

import re
from functools import cache

from accordingto.records.article import InfoSource
from accordingto.records.document import Document
from accordingto.tables import table

_ANY_AGENCY = re.compile(
    r"\b(?:[A-Z][\w-]+ ){1,4}(?:(?:Press|News) (?:Agency|Service)"
    r"|Newswires?|Wire Service|Press Association)\b"
)


def credited(document: Document) -> tuple[tuple[str, str], ...]:
    """The agencies whose text an article is said to be, each with the words that say so.

    An agency that only contributed is not among them: the account is then the outlet's own.
    """
    found: dict[str, str] = {}
    for source in document.info_sources:
        if source.name and source.part == "whole":
            shown = source.span.of(document.text) if source.span else source.name
            found.setdefault(agency(source.name) or source.name, _short(shown))
    for author in document.authors:
        name = agency(author)
        if name and not _contributes(name, document.info_sources):
            found.setdefault(name, _short(author))
    return tuple(found.items())


def _contributes(name: str, sources: tuple[InfoSource, ...]) -> bool:
    return any(s.name and agency(s.name) == name and s.part != "whole" for s in sources)


def _short(words: str) -> str:
    return " ".join(words.split())[:80]


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
