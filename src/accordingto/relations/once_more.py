"""What is said once more by pointing back: a side that "denies a charge" again, whoever "repeated
that denial"."""

from collections.abc import Iterable, Iterator
from functools import cache

from accordingto.records.statement import Relation
from accordingto.relations.claim import Claim
from accordingto.relations.judgement import judged
from accordingto.relations.pointing import pointing_phrase
from accordingto.relations.scene import Scene, holds
from accordingto.relations.stems import stem
from accordingto.relations.verb import cue_words, verb_of
from accordingto.relations.wordlists import alike, stems, words

_DENIALS_BACK = 8
_NONE: frozenset[str] = frozenset()
# "That denial", "the same charge".
_FEW = 4
_THAT = frozenset({"the", "that", "this", "those", "these", "his", "her", "their", "its"})
# What was done by saying it, by the lists of nouns for it.
_NOUNS: dict[str, tuple[str, ...]] = {
    "denials": ("deny",),
    "charges": ("accuse",),
    "demands": ("demand",),
    "threats": ("threaten",),
    "promises": ("promise",),
    "claims": ("assert", "accuse", "predict"),
}


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


def repeated(scene: Scene) -> Iterator[Relation]:
    """ "Repeated that denial", "renewed the demand": what the last one said that is so called. Of
    another side it lends support."""
    text = scene.article.text
    for at, claim in enumerate(scene.in_order):
        verb = verb_of(scene, claim.statement)
        if verb not in words("again", "verbs"):
            continue
        content = claim.statement.content_spans[0].of(text).lower().split()
        if not 1 < len(content) <= _FEW or content[0] not in _THAT:
            continue
        noun = content[-1].removesuffix("s")
        acts = next((a for key, a in _NOUNS.items() if noun in words("again", key)), None)
        before = scene.in_order[max(0, at - _DENIALS_BACK) : at] if acts is not None else []
        meant = [c for c in before if c.statement.act in (acts or ())]
        if not meant:
            continue
        target = meant[-1].statement
        same = scene.same_side(claim.statement, target) or claim.statement.source is None
        reason = f"'{cue_words(scene, claim.statement)} {' '.join(content)}'"
        yield judged(claim.statement, target, "repeats" if same else "supports", 0.6, reason)


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
