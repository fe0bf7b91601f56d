"""How a relation is written down."""

from accordingto.records.statement import Relation, RelationKind, Statement
from accordingto.relations.claim import Claim

_MOST_WORDS = 6


def judged(
    origin: Statement, target: Statement, kind: RelationKind, score: float, reason: str
) -> Relation:
    """A relation with its score rounded and its reason in words."""
    return Relation(
        origin=origin.id, target=target.id, kind=kind, score=round(score, 2), reasons=(reason,)
    )


def in_words(claim: Claim, shared: tuple[str, ...]) -> str:
    """Keys that a claim shares with another, as it words them."""
    return ", ".join(claim.wordings.get(key, key) for key in shared[:_MOST_WORDS])
