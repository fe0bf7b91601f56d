"""What is said: spans of clauses and objects, trimmed, and snapped to quotation marks."""

import re
from collections.abc import Iterable, Sequence

from accordingto.records.reading import Quotation, Quote
from accordingto.records.span import Span, trim
from accordingto.statements.cues import lexicon
from accordingto.statements.draft import NO_TOKEN, Page

_EDGES = ",;:—–-"
# A place in capitals or an agency in brackets, and a dash.
_DATELINE = re.compile(
    r"(?:[A-Z]{2}[A-Z.'’/-]*(?:,? [A-Z][\w.'’/-]*){0,6},?(?: ?\([^()\n]{2,40}\))?"
    r"|[A-Z][\w.'’/-]*(?:,? [\w.'’/-]+){0,6},? ?\((?:[A-Z]{2,}|Reuters|Xinhua)[^()\n]{0,30}\))"
    r" ?(?:—|–|--|-) "
)
_DATELINE_REACH = 120
_TIMES = frozenset({"DATE", "TIME"})


_CLOSING = {")": "(", "]": "["}


def tidy(page: Page, span: Span) -> Span | None:
    """A span without outer blanks, stray commas and dashes, or a full stop at its end."""
    text = page.text
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in _EDGES):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _EDGES):
        end -= 1
    if end - start > 1 and text[end - 1] == ".":
        last = page.reading.tokens_in(Span(end - 1, end))
        if not last or last[-1].text == ".":
            end -= 1
    if end - start > 1 and text[end - 1] in _CLOSING and not _is_opened(text, start, end):
        end -= 1
    return trim(text, Span(start, end))


def _is_opened(text: str, start: int, end: int) -> bool:
    """True where the bracket that closes a span opens in it."""
    return text.find(_CLOSING[text[end - 1]], start, end) >= 0


def past_dateline(page: Page, span: Span) -> Span:
    """A content without the dateline at the start of its line: "AVERIL, Lira (LNA) — "."""
    if span.start and page.text[span.start - 1] != "\n":
        return span
    found = _DATELINE.match(page.text, span.start, min(span.end, span.start + _DATELINE_REACH))
    return Span(found.end(), span.end) if found is not None and found.end() < span.end else span


def inner(page: Page, quotation: Quotation) -> Span | None:
    """A quotation's words, without its marks and a comma in front of the closing one."""
    span = trim(page.text, quotation.inner)
    if span is None:
        return None
    end = span.end
    while end > span.start and (page.text[end - 1] in _EDGES or page.text[end - 1].isspace()):
        end -= 1
    return trim(page.text, Span(span.start, end))


def snap(page: Page, span: Span, cue: int) -> Span | None:
    """A span drawn out to the bounds of the quotations that it touches, its outer marks taken off:
    `"A b," ` becomes `A b`. A quotation that holds the token ``cue`` too is left alone."""
    tidied = tidy(page, span)
    if tidied is None:
        return None
    start, end = tidied.start, tidied.end
    own = page.quoted[cue]
    touched = [page.quotations[i] for i in page.quotations_in(tidied) if i != own]
    for quotation in touched:
        start, end = min(start, quotation.span.start), max(end, quotation.span.end)
    for quotation in touched:
        body = inner(page, quotation)
        if body is None:
            continue
        start = body.start if start == quotation.span.start else start
        end = body.end if end == quotation.span.end else end
    return trim(page.text, Span(start, end)) if start < end else None


def balanced(page: Page, span: Span) -> Span:
    """A span with the marks of the quotations of which it holds but one: in `them as "bandits`
    the closing one belongs to it, while around all of a content they are left out."""
    start, end = span.start, span.end
    for quotation in (page.quotations[i] for i in page.quotations_in(span)):
        whole = quotation.span
        if not quotation.closed:
            continue
        if span.start <= whole.start and end < whole.end:
            end = end if _has_words(page.text, end, whole.end) else whole.end
        elif whole.start < start and whole.end <= span.end:
            start = start if _has_words(page.text, whole.start, start) else whole.start
    return Span(start, end)


def _has_words(text: str, start: int, end: int) -> bool:
    return any(sign.isalnum() for sign in text[start:end])


def clause(page: Page, head: int, *, without: Iterable[int] = ()) -> Span | None:
    """The words of a clause from its first to its last token, less the subtrees in ``without``
    where they stand at an end."""
    cut: set[int] = set()
    for index in without:
        cut.update(page.reading.subtree(index))
    kept = [i for i in page.reading.subtree(head) if i not in cut]
    if not kept:
        return None
    return page.between(kept[0], kept[-1])


def quote_kind(page: Page, contents: Sequence[Span]) -> Quote:
    """``direct`` where all words stand in quotation marks, ``indirect`` where none does."""
    inside = outside = 0
    for span in contents:
        for token in page.reading.tokens_in(span):
            if token.pos in ("PUNCT", "SPACE"):
                continue
            if page.quoted[token.index] == NO_TOKEN:
                outside += 1
            else:
                inside += 1
    if not inside:
        return "indirect"
    lead = page.reading.tokens_in(contents[0])[0]
    if outside == 1 and lead.lower == "that" and page.quoted[lead.index] == NO_TOKEN:
        return "direct"
    return "mixed" if outside else "direct"


def is_setting(page: Page, preposition: int) -> bool:
    """True for a phrase that says where, when or how it was said: "in a statement", "on Friday"."""
    objects = page.all_children(preposition, "pobj")
    if not objects:
        return False
    token = page.tokens[objects[0]]
    return token.ent in _TIMES or token.lemma in lexicon().settings
