"""By whose word an event is known: statements that tell it or deny it, and the outlet itself."""

from collections.abc import Sequence

from accordingto.records.facts import Realis
from accordingto.records.span import Span
from accordingto.records.statement import Relation, Statement

NARRATOR = "narrator"


def voices_of(
    anchors: Sequence[tuple[Span, Realis]],
    statements: Sequence[Statement],
    relations: Sequence[Relation],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of the statements that assert an event, ``narrator`` first where the outlet tells it
    in its own voice; and of those that deny it, or tell it as not so."""
    asserted: dict[str, None] = {}
    denied: dict[str, None] = {}
    for anchor, realis in anchors:
        inner = _innermost(anchor, statements)
        is_denied = realis == "denied" or (inner is not None and inner.act == "deny")
        side = denied if is_denied else asserted
        side.setdefault(inner.id if inner is not None else NARRATOR)
    for relation in relations:
        if relation.kind == "denies" and relation.target in asserted:
            denied.setdefault(relation.origin)
    order = {statement.id: at for at, statement in enumerate(statements)}
    return _sorted(asserted, order), _sorted(denied, order)


def _sorted(ids: dict[str, None], order: dict[str, int]) -> tuple[str, ...]:
    return tuple(sorted(ids, key=lambda name: order.get(name, -1)))


def _innermost(span: Span, statements: Sequence[Statement]) -> Statement | None:
    """The statement with the shortest content that holds ``span``."""
    holding = [
        (sum(len(c) for c in s.content_spans), at)
        for at, s in enumerate(statements)
        if any(c.contains(span) for c in s.content_spans)
    ]
    return statements[min(holding)[1]] if holding else None
