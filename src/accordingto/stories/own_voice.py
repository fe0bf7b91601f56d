"""What outlets say themselves of the harm, held against each other: figures without a claimant."""

from collections.abc import Sequence

from accordingto.records.document import Document
from accordingto.records.story import LinkKind, Ref, StatementLink
from accordingto.stories.sentences import Relation, compare_sentences
from accordingto.stories.texts import sentence_of
from accordingto.stories.tolls import HARMS

_SURE = 0.55
_KINDS: dict[Relation, LinkKind] = {
    "conflict": "conflicts",
    "compatible": "differs",
    "update": "update",
}


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
            span = sentence_of(document, figure.span)
            return Ref(document=document.id, span=span, words=span.of(document.text))
    return None
