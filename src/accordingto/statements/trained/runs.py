"""Spans made of runs of words: taken together, set apart, compared."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from accordingto.records.encoding import Encoding
from accordingto.records.reading import Token
from accordingto.records.span import Span
from accordingto.statements.draft import Page

# Marks that may stand between two pieces of one content without cutting it.
_GLUE = frozenset("\"'“”‘’.,;:!?()[]—–-… ")
_BY = 4
_FINITE = frozenset({"VBZ", "VBP", "VBD"})


def not_by(page: Page, head: Token, runs: Sequence[Span], nearest: Span) -> Span:
    """ "[A video shared online and verified by the agency] shows": not who verified it."""
    by = page.text[max(0, nearest.start - _BY) : nearest.start].lower().endswith(" by ")
    active = head.tag in _FINITE and page.child(head.index, "auxpass") is None
    first = min(runs, key=lambda r: r.start)
    if not (by and active and first.end < nearest.start < head.start):
        return nearest
    aside = "," in page.text[first.end : nearest.start]
    return nearest if aside else Span(first.start, nearest.end)


def whole_quotation(
    page: Page, contents: tuple[Span, ...], told: tuple[Span, ...]
) -> tuple[Span, ...]:
    """Contents whose first is a part of the quotation that is all that the rules found (``told``):
    nobody is quoted with its last two words."""
    quoted = [page.quotations[i].inner for i in page.quotations_in(told[0])]
    within = told[0].contains(contents[0]) and contents[0].end == told[0].end != contents[0].start
    if len(told) > 1 or len(quoted) != 1 or not within or not quoted[0].contains(told[0]):
        return contents
    return (told[0], *contents[1:])


def shared(first: Span, second: Span) -> int:
    """Characters that two spans have in common."""
    return max(0, min(first.end, second.end) - max(first.start, second.start))


def glued_runs(page: Page, runs: Sequence[Span], cue: Span) -> list[Span]:
    """Runs with nothing but marks between them taken together."""
    glued: list[Span] = []
    for run in runs:
        between = page.text[glued[-1].end : run.start] if glued else ""
        if glued and set(between) <= _GLUE and not Span(glued[-1].end, run.start).overlaps(cue):
            glued[-1] = Span(glued[-1].start, run.end)
        else:
            glued.append(run)
    return glued


def set_apart_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that overlap taken together."""
    kept: list[Span] = []
    for span in sorted(spans):
        if kept and span.start < kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(span.end, kept[-1].end))
        else:
            kept.append(span)
    return tuple(kept)


def runs_of(encoding: Encoding, words: Sequence[int]) -> list[Span]:
    """Spans of the runs of neighbouring words."""
    if not words:
        return []
    bounds = [0, *(i for i, (a, b) in enumerate(pairwise(words), 1) if b != a + 1), len(words)]
    return [
        Span(encoding.words[words[a]].start, encoding.words[words[b - 1]].end)
        for a, b in pairwise(bounds)
    ]
