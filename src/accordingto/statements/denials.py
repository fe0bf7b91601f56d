"""Which claim a denial denies: in the order of how plainly the text says so."""

from collections.abc import Iterator

from accordingto.records.statement import Relation, Statement
from accordingto.statements.likeness import compare, same_content
from accordingto.statements.sides import CLAIMS, Scene, holds, pointing_phrase, start_of
from accordingto.statements.wordlists import word_list

# Shares of content words: see docs/decisions.md, 9.
_SHARE = 0.34
_COMMON_WORDS = 2
# How far before the claim named in a speaker's own words the marker of contrast may stand.
_MARKER_REACH = 24


def denials(scene: Scene) -> Iterator[Relation]:
    """What each denial denies, and each claim that a speaker sets his own account against."""
    for statement in scene.statements:
        if statement.act == "deny":
            yield from _denied(scene, statement)
        yield from _contrasted(scene, statement)


def _denied(scene: Scene, denial: Statement) -> Iterator[Relation]:
    """The plainest evidence found, and nothing on no evidence."""
    claims = [
        s
        for s in scene.statements
        if s.act in CLAIMS and s.id != denial.id and not scene.same_side(s, denial)
    ]
    named = [s for s in claims if same_content(s, denial) and not holds(s, denial)]
    if named:
        for claim in named:
            yield _denies(denial, claim, 0.9, "the denial names this claim")
        return
    phrase = pointing_phrase(scene.article.text, denial)
    if phrase is not None:
        earlier = [c for c in claims if start_of(c) < start_of(denial) and not holds(c, denial)]
        if earlier:
            last = max(earlier, key=start_of)
            yield _denies(denial, last, 0.7, f"'{phrase}' points back at this claim")
        return
    for claim in claims:
        overlap = compare(scene.words[denial.id], scene.words[claim.id])
        if overlap.share >= _SHARE and overlap.common_words >= _COMMON_WORDS:
            reason = f"denies what the other claims in like words: {', '.join(overlap.shared)}"
            yield _denies(denial, claim, min(0.8, 0.4 + overlap.share / 2), reason)


def _contrasted(scene: Scene, statement: Statement) -> Iterator[Relation]:
    """ "Contrary to Washington's claims, …": a speaker against the claim named in his own words."""
    markers = word_list("sources.toml", "claims", "contrast")
    for inner in scene.statements:
        if not holds(statement, inner) or scene.same_side(inner, statement):
            continue
        named = inner.source_span.start if inner.source_span else start_of(inner)
        start = min(start_of(inner), named)
        lead = scene.article.text[max(0, start - _MARKER_REACH) : start].lower()
        marker = next((m for m in markers if m in lead), None)
        if marker is not None:
            yield _denies(statement, inner, 0.6, f"'{marker}' sets it against this claim")


def _denies(denial: Statement, claim: Statement, score: float, reason: str) -> Relation:
    return Relation(
        origin=denial.id,
        target=claim.id,
        kind="denies",
        score=round(score, 2),
        reasons=(reason,),
    )
