"""How the statements of one article stand to each other: denies, disputes, repeats, responds.

Judgements, each with a score and a reason in words; where the text gives no evidence there is no
relation. Denials are in a module of their own.
"""

from collections.abc import Iterator, Sequence

from accordingto.records.article import Article
from accordingto.records.facts import Actor
from accordingto.records.reading import Reading
from accordingto.records.statement import Relation, RelationKind, Statement
from accordingto.statements.denials import denials
from accordingto.statements.likeness import compare, same_content
from accordingto.statements.sides import CLAIMS, Scene, holds, pointing_phrase, scene, start_of

# Acts that answer a claim without judging its truth.
_ANSWERS = frozenset({"demand", "condemn", "decline"})
_ASSERTIONS = frozenset({"assert", "accuse", "condemn", "confirm"})

# Shares of content words that make one claim of two by the same side: see docs/decisions.md, 9.
_SAME_CLAIM = 0.4
_SAME_CLAIM_WORDS = 3
# A headline or standfirst is made of the body's claims: less in common is enough there.
_SUMMARY_CLAIM = 0.35
_SUMMARY_CLAIM_WORDS = 2


def relate(
    article: Article,
    reading: Reading,
    statements: Sequence[Statement],
    actors: Sequence[Actor],
) -> tuple[Relation, ...]:
    """Relations between ``statements``, one a pair, in the order of the article."""
    looked_at = scene(article, reading, statements, actors)
    order = {s.id: at for at, s in enumerate(statements)}
    best: dict[tuple[str, str], Relation] = {}
    for relation in (*denials(looked_at), *_repeats(looked_at), *_answers(looked_at)):
        first, second = sorted((relation.origin, relation.target), key=order.__getitem__)
        held = best.get((first, second))
        if held is None or relation.score > held.score:
            best[first, second] = relation
    return tuple(sorted(best.values(), key=lambda r: (order[r.origin], order[r.target])))


def _repeats(found: Scene) -> Iterator[Relation]:
    """The same side saying the same again, as headline, standfirst and body do."""
    for at, statement in enumerate(found.statements):
        for other in found.statements[:at]:
            if not found.same_side(other, statement) or not _may_repeat(other, statement):
                continue
            if statement.act == "deny" and _points_back(found, statement, other):
                yield _relation(statement, other, "repeats", 0.6, "the same side denies once more")
                continue
            summary = found.in_summary(statement) or found.in_summary(other)
            least = _SUMMARY_CLAIM if summary else _SAME_CLAIM
            least_words = _SUMMARY_CLAIM_WORDS if summary else _SAME_CLAIM_WORDS
            overlap = compare(found.words[statement.id], found.words[other.id])
            if overlap.share >= least and len(overlap.shared) >= least_words:
                reason = f"the same side in like words: {', '.join(overlap.shared)}"
                score = min(0.9, 0.3 + overlap.share / 2)
                yield _relation(statement, other, "repeats", score, reason)


def _may_repeat(one: Statement, other: Statement) -> bool:
    if one.act != other.act and not {one.act, other.act} <= _ASSERTIONS:
        return False
    return not (same_content(one, other) or holds(one, other) or holds(other, one))


def _points_back(found: Scene, one: Statement, other: Statement) -> bool:
    text = found.article.text
    return any(pointing_phrase(text, s) is not None for s in (one, other))


def _answers(found: Scene) -> Iterator[Relation]:
    """A demand or reproach that holds somebody else's claim, or points back at the last one."""
    for answer in found.statements:
        if answer.act not in _ANSWERS:
            continue
        claims = [s for s in found.statements if s.act in CLAIMS and not found.same_side(s, answer)]
        held = [s for s in claims if holds(answer, s)]
        for claim in held:
            yield _relation(answer, claim, "responds", 0.6, "it reacts to the claim it holds")
        phrase = pointing_phrase(found.article.text, answer, anywhere=True)
        earlier = [s for s in claims if start_of(s) < start_of(answer)]
        if phrase is not None and earlier and not held:
            reason = f"'{phrase}' points back at this claim"
            yield _relation(answer, max(earlier, key=start_of), "responds", 0.5, reason)


def _relation(
    origin: Statement, target: Statement, kind: RelationKind, score: float, reason: str
) -> Relation:
    return Relation(
        origin=origin.id, target=target.id, kind=kind, score=round(score, 2), reasons=(reason,)
    )
