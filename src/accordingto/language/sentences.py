"""Sentence cuts that respect quotations and brackets.

The parser cuts sentences on its own; here its cuts are overruled where the marks on the page say
better. Text and tokens stay as they are: only the bounds move.
"""

from collections.abc import Sequence
from itertools import pairwise

from accordingto.records.reading import Quotation, Sentence, Token
from accordingto.records.span import Cover, Span

_ENDS = frozenset(".!?…。！？؟")
_CLOSERS = frozenset("\"”’'»)]}›」』")


def cut_sentences(
    tokens: Sequence[Token],
    starts: Sequence[int],
    quotations: Sequence[Quotation],
    brackets: Sequence[Span],
    forced: frozenset[int],
) -> tuple[Sentence, ...]:
    """Sentences from the parser's ``starts`` (token indices), with three corrections.

    There is no cut inside a bracket; none inside a quotation unless a sentence ends there; and a
    closing mark belongs to the sentence that it closes. Cuts in ``forced`` (the first tokens of
    blocks) always stand.
    """
    ends = frozenset(q.span.end for q in quotations if q.closed)
    within = Cover(brackets), Cover(q.inner for q in quotations)
    kept: list[int] = []
    for start in starts:
        at = _past_closers(tokens, start, ends) if start not in forced else start
        if at >= len(tokens) or (kept and at <= kept[-1]):
            continue
        if at in forced or not _forbidden(tokens, at, *within):
            kept.append(at)
    bounds = [*kept, len(tokens)]
    return tuple(
        Sentence(Span(tokens[first].start, tokens[last - 1].end), first, last)
        for first, last in pairwise(bounds)
    )


def _past_closers(tokens: Sequence[Token], start: int, ends: frozenset[int]) -> int:
    """The first token at or after ``start`` that does not close what came before it."""
    at = start
    while at < len(tokens) and tokens[at].text in _CLOSERS and tokens[at].end in ends:
        at += 1
    return at


def _forbidden(tokens: Sequence[Token], at: int, brackets: Cover, quotations: Cover) -> bool:
    offset = tokens[at].start
    if any(span.start < offset for _, span in brackets.around(offset)):
        return True
    inside = any(span.start < offset for _, span in quotations.around(offset))
    return inside and not _ends_sentence(tokens, at - 1)


def _ends_sentence(tokens: Sequence[Token], at: int) -> bool:
    while at >= 0 and (tokens[at].text in _CLOSERS or tokens[at].text.isspace()):
        at -= 1
    return at >= 0 and tokens[at].text[-1] in _ENDS
