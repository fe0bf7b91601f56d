"""What something held or lacked: "the file contained no addresses", "it held addresses"."""

from collections.abc import Iterator, Sequence

from accordingto.records.reading import Token
from accordingto.records.statement import Relation, RelationKind
from accordingto.relations.claim import Claim
from accordingto.relations.denials import one_role
from accordingto.relations.judgement import judged
from accordingto.relations.scene import CLAIMS, Scene, holds, same_content
from accordingto.relations.stems import stem
from accordingto.relations.wishes import is_wish
from accordingto.relations.wordlists import alike, words

_NEAR, _BACK = 700, 6
_FIRST_WORDS = 60

# The nouns of what was held and of what was not, as keys.
_Held = tuple[frozenset[str], frozenset[str]]


def contained(scene: Scene) -> Iterator[Relation]:
    """For each claim that something held what another says it did not, or the other way round."""
    told = [(c, _held(scene, c)) for c in scene.in_order if c.statement.act in CLAIMS]
    for at, (claim, (some, none)) in enumerate(told):
        if not (some or none):
            continue
        for other, (theirs, lacking) in reversed(told[max(0, at - _BACK) : at]):
            shared = (some & lacking) | (none & theirs)
            if (
                not shared
                or claim.start - other.start > _NEAR
                or not _may_part(scene, claim, other)
            ):
                continue
            noun = claim.wordings.get(min(shared), min(shared))
            said = f"no {noun}" if none & theirs else noun
            reason = f"'{said}', where the other says otherwise"
            kind: RelationKind = "denies" if none & theirs else "disputes"
            yield judged(claim.statement, other.statement, kind, 0.5, reason)
            break


def _may_part(scene: Scene, one: Claim, other: Claim) -> bool:
    first, second = one.statement, other.statement
    if scene.same_side(first, second) or one_role(scene, first, second):
        return False
    if holds(first, second) or holds(second, first) or same_content(first, second):
        return False
    claimed = scene.is_claimed(first) and scene.is_claimed(second)
    return claimed and not (is_wish(scene, one) or is_wish(scene, other))


def _held(scene: Scene, claim: Claim) -> _Held:
    """What a claim says that something held, and what it lacked."""
    tokens = [t for s in claim.statement.content_spans for t in scene.reading.tokens_in(s)]
    some: set[str] = set()
    none: set[str] = set()
    for token in tokens[:_FIRST_WORDS]:
        if token.dep != "dobj" or token.pos not in ("NOUN", "PROPN"):
            continue
        verb = scene.reading.tokens[token.head]
        if verb.lemma.lower() not in words("negation", "holding"):
            continue
        lacks = _is_none(scene, token) or _is_negated(scene, verb)
        for noun in _joined(scene, token):
            (none if lacks else some).add(_key(noun))
    return frozenset(some & claim.keys), frozenset(none & claim.keys)


def _joined(scene: Scene, noun: Token) -> Sequence[Token]:
    """A noun and those beside it: "addresses, phone numbers and health details"."""
    found = [noun]
    for one in found:
        found += [
            scene.reading.tokens[c]
            for c in scene.reading.children[one.index]
            if scene.reading.tokens[c].dep == "conj"
        ]
    return found


def _is_none(scene: Scene, noun: Token) -> bool:
    below = [scene.reading.tokens[c] for c in scene.reading.children[noun.index]]
    return any(t.lower in words("negation", "determiners") for t in below)


def _is_negated(scene: Scene, verb: Token) -> bool:
    below = [scene.reading.tokens[c] for c in scene.reading.children[verb.index]]
    return any(t.lower in words("negation", "adverbs") for t in below)


def _key(noun: Token) -> str:
    one = stem(noun.lemma.lower())
    return alike().get(one, one)
