"""By whose word an event is known: statements that tell it or deny it, and the outlet itself."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

import msgspec

from accordingto.records.facts import Party, Realis
from accordingto.records.span import Span
from accordingto.records.statement import Relation, Statement

NARRATOR = "narrator"
# Contents that may hold one another, or begin between a content's pieces.
_NEAR = 64


def voices_of(
    anchors: Sequence[tuple[Span, Realis]],
    statements: Sequence[Statement],
    relations: Sequence[Relation],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of the statements that assert an event, ``narrator`` first where the outlet tells it
    in its own voice; and of those that deny it, or tell it as not so.
    ``statements`` are in the order in which their contents begin."""
    asserted: dict[str, None] = {}
    denied: dict[str, None] = {}
    for anchor, realis in anchors:
        inner = innermost(anchor, statements)
        is_denied = realis == "denied" or (inner is not None and inner.act == "deny")
        side = denied if is_denied else asserted
        side.setdefault(inner.id if inner is not None else NARRATOR)
    for relation in relations:
        if relation.kind == "denies" and relation.target in asserted:
            denied.setdefault(relation.origin)
    order = {statement.id: at for at, statement in enumerate(statements)}
    return _sorted(asserted, order), _sorted(denied, order)


def named(
    parties: Iterable[Party], anchor: Span, statements: Sequence[Statement]
) -> tuple[Party, ...]:
    """The parties with the voice in which each takes part in what ``anchor`` tells: the statement
    that holds its words, or those of the happening; else the outlet's own."""
    found = []
    for party in parties:
        inner = innermost(party.span, statements) or innermost(anchor, statements)
        voice = inner.id if inner is not None else NARRATOR
        found.append(msgspec.structs.replace(party, named_by=(voice,)))
    return tuple(found)


def _sorted(ids: dict[str, None], order: dict[str, int]) -> tuple[str, ...]:
    return tuple(sorted(ids, key=lambda name: order.get(name, -1)))


def innermost(span: Span, statements: Sequence[Statement]) -> Statement | None:
    """The statement with the shortest content that holds ``span``. They are in the order of
    their contents, so that only those that begin shortly before need to be asked."""
    behind = bisect_right(statements, span.start, key=content_begins)
    holding = [
        (sum(len(c) for c in statements[at].content_spans), at)
        for at in range(max(0, behind - _NEAR), behind)
        if any(c.contains(span) for c in statements[at].content_spans)
    ]
    return statements[min(holding)[1]] if holding else None


def content_begins(statement: Statement) -> int:
    """Where a statement's content begins."""
    return min(span.start for span in statement.content_spans)
