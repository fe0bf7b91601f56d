"""Who says it beside the first who is named: "the union and the mayor said"."""

from accordingto.records.reading import Reading
from accordingto.records.span import Span
from accordingto.statements.antecedents import Answer, Antecedents

# More heads than this are a list, and no sentence's subject.
_MOST = 16


def joint_sources(
    reading: Reading, named: Antecedents, span: Span | None, answer: Answer
) -> tuple[str, ...]:
    """The ids of the actors that ``span`` names beside ``answer.source``, in text order. "The
    ministers of Egypt and Jordan" names none: what is joined must be heads."""
    if answer.also:
        return answer.also
    head = reading.head_of(span) if span is not None and answer.source is not None else None
    if span is None or head is None or answer.kind == "document":
        return ()
    found: dict[str, None] = {}
    mentions = named.around(span)
    ahead = [head.index]
    for at in ahead:
        linked = [c for c in reading.children[at] if c > at and reading.tokens[c].dep == "conj"]
        for token in (reading.tokens[c] for c in linked):
            if span.contains(token.span) and token.index not in ahead and len(ahead) < _MOST:
                ahead.append(token.index)
                actors = [a for m, a in mentions if m.contains(token.span)]
                found.update(dict.fromkeys(a.id for a in actors[-1:]))
    return tuple(actor for actor in found if actor != answer.source)
