"""What is wished, feared or ought to be: it says nothing that is so, and denies nothing."""

from accordingto.relations.claim import Claim
from accordingto.relations.scene import Scene
from accordingto.relations.wordlists import words

_OUGHT = frozenset({"must", "should", "ought", "shall"})


def is_wish(scene: Scene, claim: Claim) -> bool:
    """ "(Voted) to ban the agency", "there must be an inquiry", "my concern is that we lose": what
    begins with an infinitive, or says what ought to be or what one has in mind."""
    known = scene.wishes.get(claim.place)
    if known is None:
        known = scene.wishes[claim.place] = _is_wish(scene, claim)
    return known


def _is_wish(scene: Scene, claim: Claim) -> bool:
    spans = claim.statement.content_spans
    if not spans:
        return False
    if spans[0].of(scene.article.text)[:3].lower() == "to ":
        return True
    head = scene.reading.head_of(spans[0])
    below = scene.reading.children[head.index] if head is not None else ()
    tokens = [scene.reading.tokens[child] for child in below]
    minded = any(t.dep == "nsubj" and t.lemma.lower() in words("pointing", "minds") for t in tokens)
    return minded or any(t.lower in _OUGHT for t in tokens)
