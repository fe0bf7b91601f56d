"""What outlets say themselves of the harm, held against each other: figures without a claimant."""

from collections.abc import Collection, Sequence

from accordingto.records.document import Document
from accordingto.records.story import LinkKind, Ref, StatementLink
from accordingto.stories.counts import is_unreal
from accordingto.stories.sentences import Judged, Relation, compare_sentences
from accordingto.stories.texts import sentence_of
from accordingto.stories.tolls import HARMS
from accordingto.stories.tolls_events import (
    Key,
    is_of_what_did_not_happen,
    key_of,
    of_other_events,
)

_SURE = 0.55
_KINDS: dict[Relation, LinkKind] = {
    "conflict": "conflicts",
    "compatible": "differs",
    "update": "update",
}


def own_voice_links(documents: Sequence[Document]) -> list[StatementLink]:
    """Links between the first sentence of each article that counts, in its own voice, those whom
    the story's event harmed.

    Articles are in order of publication. Sentences that agree are left out: they are the rule; so
    are those that only count different things.
    """
    others = of_other_events(documents)
    told = [
        (document, ref)
        for document in documents
        if (ref := _first_count(document, others)) is not None
    ]
    found = []
    for at, (before, a) in enumerate(told):
        for after, b in told[at + 1 :]:
            judged = compare_sentences(a.words, b.words)
            kind = _KINDS.get(judged.relation)
            if kind is None or not judged.counts:
                continue
            if kind == "conflicts" and _knows_both(before, after, judged):
                continue
            reasons = ["both in the outlet’s own voice", *judged.reasons]
            if kind == "conflicts" and _grown(before, after, judged):
                kind = "update"
                reasons.append("a later day")
            found.append(StatementLink(a=a, b=b, kind=kind, score=_SURE, reasons=tuple(reasons)))
    return found


def _knows_both(before: Document, after: Document, judged: Judged) -> bool:
    """True where either article has the other's number too: then one of its own counts a part."""
    assert judged.counts is not None
    first, second = judged.counts
    return second in _harmed(before) or first in _harmed(after)


def _harmed(document: Document) -> set[float]:
    """All numbers of those harmed that an article has, whoever gives them."""
    return {
        float(figure.value)
        for figure in document.figures
        if figure.what in HARMS and figure.value is not None
    }


def _grown(before: Document, after: Document, judged: Judged) -> bool:
    """True where the later of two days has the greater number."""
    days = [(document.published or "")[:10] for document in (before, after)]
    assert judged.counts is not None
    return all(days) and days[0] < days[1] and judged.counts[0] < judged.counts[1]


def _first_count(document: Document, others: Collection[Key]) -> Ref | None:
    """The first sentence that counts somebody in the outlet's own voice. What somebody in the
    article says is his, though the outlet says it too."""
    claimed = [figure for figure in document.figures if figure.statement]
    theirs = {(figure.what, figure.value) for figure in claimed}
    for figure in sorted(document.figures, key=lambda f: f.span):
        if figure.what not in HARMS or figure.statement or (figure.what, figure.value) in theirs:
            continue
        if key_of(figure) in others or is_unreal(figure, document):
            continue
        span = sentence_of(document, figure.span)
        beside = any(span.contains(other.span) for other in claimed)
        if not beside and not is_of_what_did_not_happen(document, figure):
            return Ref(document=document.id, span=span, words=span.of(document.text))
    return None
