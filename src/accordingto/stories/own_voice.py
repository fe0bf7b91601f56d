"""What outlets say themselves of the harm, held against each other: figures without a claimant."""

from collections.abc import Sequence

from accordingto.records.document import Document
from accordingto.records.span import Span
from accordingto.records.story import LinkKind, Ref, StatementLink
from accordingto.stories.sentences import Relation, compare_sentences
from accordingto.stories.tolls import HARMS

_SURE = 0.55
_KINDS: dict[Relation, LinkKind] = {
    "conflict": "conflicts",
    "compatible": "differs",
    "update": "update",
}
_STOPS = ".!?\n"


def own_voice_links(documents: Sequence[Document]) -> list[StatementLink]:
    """Links between the first sentence of each article that counts a harm in its own voice.

    Articles are in order of publication. Sentences that agree are left out: they are the rule.
    """
    sentences = [ref for document in documents if (ref := _first_count(document)) is not None]
    found = []
    for at, a in enumerate(sentences):
        for b in sentences[at + 1 :]:
            judged = compare_sentences(a.words, b.words)
            kind = _KINDS.get(judged.relation)
            if kind is not None:
                reasons = ("both in the outlet’s own voice", *judged.reasons)
                found.append(StatementLink(a=a, b=b, kind=kind, score=_SURE, reasons=reasons))
    return found


def _first_count(document: Document) -> Ref | None:
    for figure in sorted(document.figures, key=lambda f: f.span):
        if figure.what in HARMS and figure.statement is None:
            span = _sentence(document, figure.span)
            return Ref(document=document.id, span=span, words=span.of(document.text))
    return None


def _sentence(document: Document, span: Span) -> Span:
    """From the stop before a place to the stop after it, within its line."""
    line = next((x.span for x in document.lines if x.span.contains(span)), span)
    text = document.text
    start = max((text.rfind(stop, line.start, span.start) + 1 for stop in _STOPS), default=0)
    start = max(start, line.start)
    ends = [text.find(stop, span.end, line.end) for stop in _STOPS]
    end = min((at + 1 for at in ends if at >= 0), default=line.end)
    while start < span.start and text[start].isspace():
        start += 1
    return Span(start, end)
