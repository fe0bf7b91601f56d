"""Who made an article in plain text: authors, outlet; and what kind of article it says it is."""

import re
from collections import Counter
from collections.abc import Sequence

from accordingto.page.plain.bylines import authors_in, is_agency
from accordingto.page.plain.context import View
from accordingto.page.plain.pieces import cues, residue_of
from accordingto.records.article import Segment
from accordingto.records.capture import Capture

_HANDS = ("editing by", "edited by", "translated by", "compiled by")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\W{0,3}(?:copyright\W{0,3})?"
    r"(?:\d{4}(?:\s?[-–]\s?\d{4})?)?\W{0,3}(?:by )?"
    r"(?P<name>[^\W\d_][^.|©–—:;\n]{1,50}?)\s*(?:[.|–—:;,]|all rights|$)",
    re.IGNORECASE,
)
_WEIGHT_OF_RESIDUE = 2


def find_authors(text: str, segments: Sequence[Segment]) -> tuple[str, ...]:
    """Names in bylines, in order, each once; agencies and desks only where no person is named."""
    names: list[str] = []
    for segment in segments:
        words = segment.span.of(text)
        if segment.role != "byline" or words.lower().lstrip("([ ").startswith(_HANDS):
            continue
        names.extend(authors_in(words))
    distinct = list(dict.fromkeys(names))
    people = [name for name in distinct if not is_agency(name)]
    return tuple(people or distinct)


def find_outlet(capture: Capture, segments: Sequence[Segment], views: Sequence[View]) -> str | None:
    """The given outlet, else the site named in a picture's residue, page title or rights line.

    An agency is where the text comes from, not where it was published, and is passed over.
    """
    if capture.given.outlet:
        return capture.given.outlet
    votes: Counter[str] = Counter()
    for segment, view in zip(segments, views, strict=True):
        words = segment.span.of(capture.content)
        if view.hint == "residue":
            found = residue_of(words)
            if found is not None:
                votes[found["site"].strip()] += _WEIGHT_OF_RESIDUE
        elif view.hint == "site":
            votes[words.strip(" |–—-")] += _WEIGHT_OF_RESIDUE
        elif (view.t.rights or view.t.notice) and segment.role == "boilerplate":
            found = _RIGHTS.search(words[:300])
            if found is not None and found["name"][0].isupper():
                votes[found["name"].strip(" ,")] += 1
    named = [name for name in votes if name and not is_agency(name)]
    return min(named, key=lambda name: (-votes[name], name)) if named else None


def find_genre(headline: str | None) -> str | None:
    """``live``, ``opinion`` or ``analysis`` where the headline or a label above it says so."""
    table: dict[str, list[str]] = cues()["genre"]
    low = (headline or "").lower()
    for genre, openings in table.items():
        if low and any(low.startswith(opening) for opening in openings):
            return genre
    return None
