"""What the headline has in short, the body in full; and what a side says right after its denial.

News says everything twice. A headline shares few words with the sentence that it was made of, but
it was made of one: the likest that its speaker says. "X denied it. 'We never …,' he said" is one
denial, and no two.
"""

from collections.abc import Iterator
from itertools import pairwise

from accordingto.records.statement import Relation, Statement
from accordingto.relations.claim import Claim
from accordingto.relations.judgement import in_words, judged
from accordingto.relations.scene import CLAIMS, Scene, holds, same_content
from accordingto.relations.tolls import other_figures

# Of the body this many claims are looked at.
_MOST_BODY = 60
# What a headline and the claim that it was made of have in common at least.
_SHARE = 0.1
# How far behind a denial its speaker's own words stand, in characters.
_NEXT = 320
_TOLD = CLAIMS | {"deny"}
_EMPTY = frozenset({"a", "an", "the", "of", "and", "for", "his", "her", "its", "their", "leaked"})


def echoes(scene: Scene) -> Iterator[Relation]:
    """Headlines beside the likest claim of their speaker, and denials beside his own words."""
    yield from _headlines(scene)
    yield from _in_his_words(scene)


def _headlines(scene: Scene) -> Iterator[Relation]:
    body = [c for c in scene.in_order if not scene.in_summary(c.statement)][:_MOST_BODY]
    for head in scene.in_order:
        if not scene.in_summary(head.statement):
            continue
        best: tuple[float, Claim] | None = None
        for claim in body:
            if not _may_be(scene, head, claim):
                continue
            like = scene.likeness(head, claim)
            if len(like.shared) == 1 and claim.denied - head.denied:
                # One word, and something is not so: "it had not mentioned any danger" is no
                # "bridge was unsafe".
                continue
            if like.shared and like.share >= _SHARE and (best is None or like.share > best[0]):
                best = like.share, claim
        if best is not None:
            shared = scene.likeness(head, best[1]).shared
            reason = f"the headline's claim in full: {in_words(best[1], shared)}"
            score = min(0.7, 0.42 + best[0] / 2)
            yield judged(best[1].statement, head.statement, "repeats", score, reason)


def _may_be(scene: Scene, head: Claim, claim: Claim) -> bool:
    one, other = head.statement, claim.statement
    alike = one.act == other.act or {one.act, other.act} <= _TOLD
    if not alike or _denies(head) != _denies(claim) or same_content(one, other):
        return False
    if holds(one, other) or holds(other, one) or other_figures(scene, head, claim):
        return False
    return scene.same_side(one, other) or _is_described(scene, one, other)


def _denies(claim: Claim) -> bool:
    return (claim.statement.act == "deny") != claim.negative


def _is_described(scene: Scene, short: Statement, full: Statement) -> bool:
    """True for "mill owner" in a headline and "Milo Dorn, the owner of the Halm mill" below."""
    if short.source_span is None or full.source_span is None:
        return False
    text = scene.article.text
    mine, theirs = (_words(s.source_span.of(text)) for s in (short, full) if s.source_span)
    return bool(mine) and mine <= theirs and any(word.islower() for word in mine)


def _words(said: str) -> set[str]:
    found = {word.strip("“”\"'’,.()") for word in said.replace("’s", "").replace("'s", "").split()}
    return {word if word[:1].islower() else word.lower() for word in found if word} - _EMPTY


def _in_his_words(scene: Scene) -> Iterator[Relation]:
    order = scene.in_order
    for denial, said in pairwise(order):
        one, other = denial.statement, said.statement
        if one.act != "deny" or denial.negative or said.start - denial.start > _NEXT:
            continue
        if other.act not in _TOLD or other.act == "deny" or not said.negative:
            continue
        if not scene.same_side(one, other) or holds(one, other) or same_content(one, other):
            continue
        reason = "says right after the denial, in words of its own, that it is not so"
        yield judged(other, one, "repeats", 0.55, reason)
