"""Which figures of a story's articles count another event than the one that the story is about.

An article tells of earlier attacks, too. Which event a figure counts is a judgement that can be
wrong in one article, so all articles are asked: a number that one of them dates to another event,
and none gives for its main event, is of another event in all of them.
"""

import re
from collections.abc import Sequence
from datetime import date

from accordingto.records.document import Document
from accordingto.records.facts import Figure
from accordingto.stories.texts import sentence_of

# Days between a harm and the article on it from which it is another harm.
_LONG_AGO = 4
Key = tuple[str, float | int | None, float | int | None]


def key_of(figure: Figure) -> Key:
    """What makes figures of several articles the same number."""
    return figure.what, figure.low, figure.high


def of_other_events(documents: Sequence[Document]) -> set[Key]:
    """The numbers that count another event."""
    main: set[Key] = set()
    other: set[Key] = set()
    for document in documents:
        for figure in document.figures:
            if _is_elsewhere(document, figure):
                other.add(key_of(figure))
            elif _is_of_main(document, figure):
                main.add(key_of(figure))
    return other - main


def is_of_what_did_not_happen(document: Document, figure: Figure) -> bool:
    """True where the event that a figure counts is feared, planned or ruled out."""
    event = next((e for e in document.events if e.id == figure.about_event), None)
    return event is not None and event.realis in {"future", "hypothetical"}


def _is_of_main(document: Document, figure: Figure) -> bool:
    return any(e.id == figure.about_event and e.main for e in document.events)


def _is_elsewhere(document: Document, figure: Figure) -> bool:
    """True where the sentence of a figure, or the event that it counts, is dated well before what
    the article is about."""
    published = _ordinal((document.published or "")[:10])
    if published is None:
        return False
    sentence = sentence_of(document, figure.span)
    days = [_ordinal(time.value) for time in document.times if sentence.contains(time.span)]
    known = [day for day in days if day is not None]
    if known:
        return max(known) < published - _LONG_AGO
    event = next((e for e in document.events if e.id == figure.about_event), None)
    if event is None or event.main or event.when is None:
        return False
    main = next((_ordinal(e.when[:10]) for e in document.events if e.main and e.when), None)
    then, now = _ordinal(event.when[:10]), main or published
    return then is not None and then < now - _LONG_AGO


def _ordinal(value: str) -> int | None:
    """The last day of an ISO day, month or year."""
    match = re.match(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?!\d|-?W)", value, re.ASCII)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2] or 12), int(match[3] or 28)).toordinal()
    except ValueError:
        return None
