"""A document's text prepared for comparison: furniture set aside, quotations marked."""

import re

from accordingto.records.article import SPOKEN_ROLES
from accordingto.records.document import Document
from accordingto.records.instant import instant
from accordingto.records.outlet import outlet_or_site
from accordingto.records.span import Span
from accordingto.records.story import Report
from accordingto.stories.overlap import Text, text_of

# "Oct. 9" and "Gen. Ilves" end no sentence.
_ENDS = re.compile(
    r"(?<!\bJan)(?<!\bFeb)(?<!\bMar)(?<!\bApr)(?<!\bAug)(?<!\bSep)(?<!\bSept)(?<!\bOct)(?<!\bNov)"
    r"(?<!\bDec)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bGen)(?<!\bCol)(?<!\bLt)(?<!\bSgt)"
    r"(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bSt)\.|[!?\n]"
)
_PROSE = frozenset({"headline", "standfirst", "body", "subhead"})


def report_of(document: Document) -> Report:
    """A document as grouping needs it."""
    spans = [line.span for line in document.lines if line.role in SPOKEN_ROLES]
    text = "\n".join(span.of(document.text) for span in spans) or document.text
    return Report(
        id=document.id,
        text=text,
        title=document.headline,
        day=document.published[:10] if document.published else None,
        outlet=document.outlet,
    )


def prose_of(document: Document) -> Text:
    """The words of a document with what is its own prose."""
    aside = [line.span for line in document.lines if line.role not in _PROSE]
    said = [
        span
        for statement in document.statements
        if statement.quote == "direct"
        for span in statement.content_spans
    ]
    return text_of(document.text, aside, said)


def outlet_of(document: Document) -> str:
    """What to call the outlet of a document."""
    site = outlet_or_site(document.outlet, document.url)
    return site or document.source.rsplit("/", 1)[-1]


def ordered(documents: list[Document]) -> list[Document]:
    """By time of publication, those without at the end; then by id."""
    return sorted(documents, key=lambda d: (d.published is None, instant(d.published), d.id))


def sentence_of(document: Document, span: Span) -> Span:
    """From the stop before a place to the stop after it, within its line."""
    line = next((x.span for x in document.lines if x.span.contains(span)), span)
    text = document.text
    start, end = line.start, line.end
    for match in _ENDS.finditer(text, line.start, line.end):
        if match.end() <= span.start:
            start = match.end()
        elif match.start() >= span.end:
            end = match.end()
            break
    while start < span.start and text[start].isspace():
        start += 1
    return Span(start, end)
