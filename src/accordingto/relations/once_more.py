"""A side that denies once more by pointing back at the claim: "Russia denies a charge" again."""

from collections.abc import Iterator

from accordingto.records.statement import Relation
from accordingto.relations.claim import Claim
from accordingto.relations.judgement import judged
from accordingto.relations.pointing import pointing_phrase
from accordingto.relations.scene import Scene, holds

_DENIALS_BACK = 8


def denied_once_more(scene: Scene) -> Iterator[Relation]:
    """Of two denials of one side of which one points back, the later repeats the earlier."""
    text = scene.article.text
    denials: list[tuple[Claim, bool]] = []
    for claim in scene.in_order:
        if not _is_denial(scene, claim):
            continue
        points = pointing_phrase(text, claim.statement) is not None
        for earlier, did in reversed(denials[-_DENIALS_BACK:]):
            one, other = earlier.statement, claim.statement
            if not (points or did) or not scene.same_side(one, other):
                continue
            if holds(one, other) or holds(other, one):
                continue
            yield judged(other, one, "repeats", 0.6, "the same side denies once more")
            break
        denials.append((claim, points))


def _is_denial(scene: Scene, claim: Claim) -> bool:
    """True for a denial, and for what a side says in the negative of itself in the headline."""
    said = claim.statement
    if said.act == "deny":
        return True
    own = claim.negative and bool(claim.keys & scene.keys_of_side(said))
    return own and scene.in_summary(said)
