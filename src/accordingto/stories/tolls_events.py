"""Which figures of a story's articles count another event than the one that the story is about.

An article tells of earlier attacks, too. Which event a figure counts is a judgement that can be
wrong in one article, so all articles are asked: a number that stands beside an earlier day in
more of them than give it for their main event, or is hung on an earlier event in several and given
for the main one in none, is of another event in all of them.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Literal

from accordingto.records.document import Document
from accordingto.records.facts import Figure, What
from accordingto.records.span import Span
from accordingto.stories.texts import sentence_of

# Days between a harm and the article on it from which it is another harm.
_LONG_AGO = 4
# Articles that have to hang a number on an earlier event, where none dates it beside it.
_SEVERAL = 2
_BEFORE = re.compile(
    r"\b(?:had|have|has) (?:earlier|previously|initially|originally|at first|first) "
    r"(?:put|said|reported|given|counted|estimated|spoken|announced|told|placed)\b"
    r"|\b(?:earlier|previously|initially|originally) (?:put|said|reported|gave|counted|estimated"
    r"|announced|placed)\b"
    r"|\b(?:down|up|lowered|raised|revised)\b[^.;]{0,40} from\b[^.;]{0,20}\Z",
    re.IGNORECASE,
)
Key = tuple[str, float | int | None, float | int | None]


def key_of(figure: Figure) -> Key:
    """What makes figures of several articles the same number."""
    return figure.what, figure.low, figure.high


def of_other_events(documents: Sequence[Document]) -> set[Key]:
    """The numbers that count another event."""
    told: dict[str, dict[Key, set[str]]] = {
        how: defaultdict(set) for how in ("main", "dated", "hung")
    }
    for document in documents:
        for figure in document.figures:
            how = _told_of(document, figure)
            if how is not None:
                told[how][key_of(figure)].add(document.id)
    main, dated, hung = told["main"], told["dated"], told["hung"]
    several = {key for key, ids in hung.items() if len(ids) >= _SEVERAL and key not in main}
    return several | {key for key, ids in dated.items() if len(ids) > len(main.get(key, ()))}


def is_of_what_did_not_happen(document: Document, figure: Figure) -> bool:
    """True where the event that a figure counts is feared, planned or ruled out."""
    event = next((e for e in document.events if e.id == figure.about_event), None)
    return event is not None and event.realis in {"future", "hypothetical"}


def is_withdrawn(document: Document, figure: Figure) -> bool:
    """True where a figure is told as what was said before: "had earlier put the dead at 14"."""
    sentence = sentence_of(document, figure.span)
    return bool(_BEFORE.search(Span(sentence.start, figure.span.start).of(document.text)))


def withdrawn_in(document: Document) -> set[tuple[What, float | int | None]]:
    """The numbers that an article tells as withdrawn: they are so wherever else it has them, as in
    the first entry of a live page."""
    return {(f.what, f.value) for f in document.figures if is_withdrawn(document, f)}


def _told_of(document: Document, figure: Figure) -> Literal["main", "dated", "hung"] | None:
    """``dated``: the figure's sentence is of well before the article; ``hung``: the event that it
    counts is; ``main``: it counts what the article is about."""
    event = next((e for e in document.events if e.id == figure.about_event), None)
    published = _ordinal((document.published or "")[:10])
    if published is None:
        return "main" if event is not None and event.main else None
    sentence = sentence_of(document, figure.span)
    days = [_ordinal(time.value) for time in document.times if sentence.contains(time.span)]
    known = [day for day in days if day is not None]
    if known and max(known) < published - _LONG_AGO:
        return "dated"
    if event is None or event.main:
        return "main" if event is not None else None
    main = next((_ordinal(e.when[:10]) for e in document.events if e.main and e.when), None)
    then, now = _ordinal((event.when or "")[:10]), main or published
    return "hung" if not known and then is not None and then < now - _LONG_AGO else None


def _ordinal(value: str) -> int | None:
    """The last day of an ISO day, month or year."""
    match = re.match(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?!\d|-?W)", value, re.ASCII)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2] or 12), int(match[3] or 28)).toordinal()
    except ValueError:
        return None
