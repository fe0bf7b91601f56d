"""Who made an article in plain text: authors, outlet; and what kind of article it says it is."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

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
_YEAR = re.compile(r"\s+(?:19|20)\d\d$")
_OPENING = 3  # paragraphs above and among which a byline stands
_BELOW = 3  # segments from the last paragraph on in which one may stand
_WEIGHT_OF_RESIDUE = 2


def find_authors(text: str, segments: Sequence[Segment]) -> tuple[str, ...]:
    """Names in bylines, in order, each once; agencies and desks only where no person is named."""
    for some in _nearest(segments):
        names: list[str] = []
        for segment in some:
            words = segment.span.of(text)
            if segment.role == "byline" and not words.lower().lstrip("([ ").startswith(_HANDS):
                names.extend(authors_in(words))
        distinct = list(dict.fromkeys(names))
        people = [name for name in distinct if not is_agency(name)]
        if distinct:
            return tuple(people or distinct)
    return ()


def _nearest(segments: Sequence[Segment]) -> Iterator[Sequence[Segment]]:
    """Where bylines are looked for, the likeliest first: by the headline and right below the text,
    in the article, anywhere. On a page with other articles these have bylines too."""
    roles = [segment.role for segment in segments]
    head = roles.index("headline") if "headline" in roles else 0
    told = [index for index, role in enumerate(roles) if role == "body" and index >= head]
    if len(told) > _OPENING:
        yield [*segments[head : told[_OPENING]], *segments[told[-1] : told[-1] + _BELOW]]
        yield segments[head : told[-1] + _BELOW]
    yield segments


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
        elif view.hint == "site" and not any(map(str.isdigit, words)):
            votes[words.strip(" |–—-")] += _WEIGHT_OF_RESIDUE
        elif (view.t.rights or view.t.notice) and segment.role == "boilerplate":
            found = _RIGHTS.search(words[:300])
            if found is not None and found["name"][0].isupper():
                votes[_YEAR.sub("", found["name"]).strip(" ,")] += 1
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
