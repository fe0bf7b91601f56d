"""Whom something was said to: "told the Gazette that …"."""

from accordingto.records.reading import Reading
from accordingto.records.span import Span
from accordingto.records.statement import Statement
from accordingto.statements.antecedents import Antecedents
from accordingto.statements.sourcewords import listed

# How far behind the cue the hearer is named, in characters, and what may stand in front of him.
_HEARER_REACH = 16
_LEADS = frozenset({"", "the", "to", "to the"})


def addressee(
    text: str, reading: Reading, antecedents: Antecedents, statement: Statement
) -> str | None:
    """ "Told the Gazette that …": whom it was said to, right behind a cue that has a hearer."""
    cue = statement.cue_span
    head = reading.head_of(cue) if cue is not None else None
    if cue is None or head is None or head.lemma not in listed("cues", "hearer"):
        return None
    behind = Span(cue.end, cue.end + _HEARER_REACH)
    for mention, actor in antecedents.around(behind):
        if mention.start < cue.end or any(mention.overlaps(v) for v in statement.via_spans):
            continue
        if any(mention.overlaps(c) for c in statement.content_spans):
            return None
        return actor.id if text[cue.end : mention.start].strip() in _LEADS else None
    return None
