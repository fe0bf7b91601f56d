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
from accordingto.records.span import Span, hull
from accordingto.records.statement import Statement
from accordingto.stories.items import other_items
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
# "Reports of three deaths", "a claim that 40 had died": whoever names these need not hold with
# them.
_A_CLAIM = re.compile(
    r"\b(?:reports?|claims?|figures?|numbers?|allegations?|rumou?rs?|stor(?:y|ies)|suggestions?)"
    r" (?:of|that|about|putting)\b",
    re.IGNORECASE,
)
_IS_FALSE = re.compile(
    r"[^.;]{0,100}?\b(?:is|are|was|were|as)\b[^.;\w]{1,3}(?:\w+ ){0,3}?[^\w\s]?"
    r"(?:lies?|false|untrue|wrong|propaganda|fabricat\w+|fiction|invent\w+|nonsense|baseless|exaggerat\w+)\b",
    re.IGNORECASE,
)
# What an article sets beside its own event: "Last weekend, three people were killed."
_COMPARED = re.compile(
    r"(?:last|the previous|the preceding) (?:week|weekend|month|year|summer|winter)\b(?! ago)"
    r"|(?:a|one) (?:week|month|year) (?:earlier|ago|before)\b"
    r"|(?:over|during|in|on) the (?:same|previous|preceding) (?:\w+ )?"
    r"(?:week|weekend|month|period|year|day)\b",
    re.IGNORECASE,
)
# "A week after 11 people died": that was another time.
_AFTER = re.compile(
    r"\b(?:weeks?|months?|years?|days) after (?:an? [^.,;]{0,60} (?:killed|left) )?"
    r"(?:at least |about )?\Z",
    re.IGNORECASE,
)
# "At least five have been killed in the city since Friday": more than one event's dead.
_PERIOD = re.compile(
    r"\bsince (?:\w+day|\w+ \d|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|the (?:start|beginning))|\bso far this (?:year|month|week)|\bthis year\b"
    r"|\b(?:over|during) the (?:long |holiday )?weekend"
    r"|\bacross (?:the )?[\w ]{1,30}? (?:between|over|since)"
    r"|\bweekend (?:shootings|violence)|\bseparate (?:shootings|attacks|incidents)",
    re.IGNORECASE,
)
# Where an outlet sets right what it had reported.
_CORRECTION = re.compile(
    r"\W*(?:correction|clarification|editor[’']s note|an earlier version)\b", re.IGNORECASE
)
_REPORTED = re.compile(
    r"\b(?:reported|said|stated|gave|put|misstated|version|incorrectly|mistakenly)\b", re.IGNORECASE
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
        items = other_items(document, documents)
        for figure in document.figures:
            strange = any(item.contains(figure.span) for item in items)
            how = "dated" if strange else _told_of(document, figure)
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
    before = Span(sentence.start, figure.span.start).of(document.text)
    return bool(_BEFORE.search(before)) or _is_corrected(document, figure, before)


def _is_corrected(document: Document, figure: Figure, before: str) -> bool:
    """ "Correction: we reported on Tuesday that 17 …": the outlet takes its number back."""
    line = next((x.span for x in document.lines if x.span.contains(figure.span)), None)
    if line is None:
        return False
    noted = any(c.span.contains(figure.span) for c in document.corrections)
    if not (noted or _CORRECTION.match(line.of(document.text))) or not _REPORTED.search(before):
        return False
    # Only the first number of a note is the old one.
    first = min(f.span.start for f in document.figures if line.contains(f.span))
    return figure.span.start == first


def is_denied(document: Document, figure: Figure, statement: Statement | None) -> bool:
    """True where whoever names a figure says that it is not so: "rejected the figure of 47",
    "reports of three deaths were lies"."""
    if statement is None:
        return False
    if statement.act == "deny":
        return True
    whole = hull(statement.content_spans)
    if whole is None:
        return False
    before = Span(whole.start, max(whole.start, figure.span.start)).of(document.text)
    after = Span(figure.span.end, max(whole.end, figure.span.end)).of(document.text)
    clause = re.split(r"[.;!?\n]", before)[-1]
    return bool(_A_CLAIM.search(clause) and _IS_FALSE.match(re.split(r"[.;!?\n]", after)[0]))


def is_of_a_period(document: Document, figure: Figure) -> bool:
    """True where a sentence counts all those harmed in a time, whatever the event."""
    return bool(_PERIOD.search(sentence_of(document, figure.span).of(document.text)))


def withdrawn_in(document: Document) -> set[tuple[What, float | int | None]]:
    """The numbers that an article tells as withdrawn: they are so wherever else it has them, as in
    the first entry of a live page. So are those that grew: "from 27 to 31"."""
    grown = {f.changed_from for f in document.figures if f.changed_from is not None}
    return {
        (f.what, f.value) for f in document.figures if f.id in grown or is_withdrawn(document, f)
    }


def _told_of(document: Document, figure: Figure) -> Literal["main", "dated", "hung"] | None:
    """``dated``: the figure's sentence is of well before the article; ``hung``: the event that it
    counts is; ``main``: it counts what the article is about."""
    if _is_compared(document, figure):
        return "dated"
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
        return "main" if event is not None and not _is_beside(document, figure) else None
    main = next((_ordinal(e.when[:10]) for e in document.events if e.main and e.when), None)
    then, now = _ordinal((event.when or "")[:10]), main or published
    return "hung" if not known and then is not None and then < now - _LONG_AGO else None


def _is_beside(document: Document, figure: Figure) -> bool:
    """True for a number that nobody gives, in an article in which somebody gives another: it tells
    little of what the article is about."""
    return figure.statement is None and any(
        other.what == figure.what and other.statement and other.value != figure.value
        for other in document.figures
    )


def _is_compared(document: Document, figure: Figure) -> bool:
    """True where a sentence sets an earlier time's number beside another one that was given for the
    article's own event."""
    sentence = sentence_of(document, figure.span)
    if _AFTER.search(Span(sentence.start, figure.span.start).of(document.text)):
        return True
    if not _COMPARED.match(sentence.of(document.text)):
        return False
    return any(
        other.what == figure.what
        and other.span.start < sentence.start
        and (other.low, other.high) != (figure.low, figure.high)
        for other in document.figures
    )


def _ordinal(value: str) -> int | None:
    """The last day of an ISO day, month or year."""
    match = re.match(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?!\d|-?W)", value, re.ASCII)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2] or 12), int(match[3] or 28)).toordinal()
    except ValueError:
        return None
