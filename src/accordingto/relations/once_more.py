"""A side that denies once more by pointing back at the claim: "Russia denies a charge" again."""

from collections.abc import Iterable, Iterator
from functools import cache

from accordingto.records.statement import Relation
from accordingto.relations.claim import Claim
from accordingto.relations.judgement import judged
from accordingto.relations.pointing import pointing_phrase
from accordingto.relations.scene import Scene, holds
from accordingto.relations.stems import stem
from accordingto.relations.wordlists import alike, stems, words

_DENIALS_BACK = 8
_NONE: frozenset[str] = frozenset()


def denied_once_more(scene: Scene, plain: Iterable[Relation]) -> Iterator[Relation]:
    """Of two denials of one side of which one points back, the later repeats the earlier; not where
    the relations found so far say that the two deny different claims (``plain``)."""
    denied: dict[str, frozenset[str]] = {}
    for relation in plain:
        if relation.kind == "denies":
            denied[relation.origin] = denied.get(relation.origin, _NONE) | {relation.target}
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
            first, second = (denied.get(said.id, _NONE) for said in (one, other))
            if first and second and _are_apart(scene, first, second):
                continue
            if _is_of_other(scene, claim, first) or _is_of_other(scene, earlier, second):
                continue
            yield judged(other, one, "repeats", 0.6, "the same side denies once more")
            break
        denials.append((claim, points))


def _are_apart(scene: Scene, first: frozenset[str], second: frozenset[str]) -> bool:
    """True where what is denied first and then has nothing in common: "they hide the dead", "it
    ignored warnings"."""
    keys = [scene.claims[scene.place_of[told]].keys for told in (*first, *second)]
    return all(a.isdisjoint(b) for a in keys[: len(first)] for b in keys[len(first) :])


def _is_of_other(scene: Scene, denial: Claim, told: frozenset[str]) -> bool:
    """True where a denial says itself what it denies, and that is none of the claims ``told``:
    "any claim of a war crime is baseless", where "he disputed that" was of the dead."""
    phrase = pointing_phrase(scene.article.text, denial.statement)
    if phrase is not None and phrase.lower() in words("pointing", "pronouns"):
        # "Called them a show": what they are called is no claim.
        return False
    own = denial.keys - denial.names - _pointers()
    claims = [scene.claims[scene.place_of[one]].keys for one in told]
    return len(own) > 1 and bool(claims) and all(own.isdisjoint(keys) for keys in claims)


@cache
def _pointers() -> frozenset[str]:
    """Keys of words for claims, and of words that call them false."""
    nouns = {stem(word) for word in words("pointing", "nouns")} | stems("false", "words")
    return frozenset(nouns | {alike().get(noun, noun) for noun in nouns})


def _is_denial(scene: Scene, claim: Claim) -> bool:
    """True for a denial, and for what a side says in the negative of itself in the headline."""
    said = claim.statement
    if said.act == "deny":
        return True
    own = claim.negative and bool(claim.keys & scene.keys_of_side(said))
    return own and scene.in_summary(said)
