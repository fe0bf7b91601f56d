"""Denials that answer the claim just before them without naming it or pointing back."""

from collections.abc import Iterator

from accordingto.records.statement import Relation
from accordingto.relations.claim import Claim, blames
from accordingto.relations.judgement import judged
from accordingto.relations.scene import Scene, outermost
from accordingto.relations.wordlists import words

# How far back, in characters, the claim stands that a side answers.
_NEAR = 900
# The same for words of its own, and how many statements may stand between.
_NEXT, _BETWEEN = 600, 2
_DONE = frozenset({"VBD", "VBN", "VBG", "VBZ", "VBP"})
_RELATIVE = frozenset({"who", "which", "that"})
_FEARS = frozenset({"predict", "threaten", "praise"})


def in_one_sentence(scene: Scene, denial: Claim, before: list[Claim]) -> Iterator[Relation]:
    """ "Officials said he was held, but the police denied that …": what is denied is what was said
    at the beginning of the sentence."""
    cue = denial.statement.cue_span
    if cue is None or not before or denial.statement.parent is not None:
        return
    source = denial.statement.source_span
    if source is not None and source.of(scene.article.text).lower() in _RELATIVE:
        # "Pointed to the minister, who disputed the figures": told in passing of somebody named.
        return
    sentence = scene.sentence_at(cue.start)
    said = [
        c
        for c in before
        if c.statement.cue_span is not None
        and sentence.contains(c.statement.cue_span)
        and c.statement.parent is None
        and not c.negative
        and not scene.same_side(c.statement, denial.statement)
    ]
    if said:
        reason = "set against each other in one sentence"
        yield judged(denial.statement, said[-1].statement, "denies", 0.6, reason)


def accused(scene: Scene, denial: Claim, before: list[Claim]) -> Iterator[Relation]:
    """A denial by the one whom the last charge just before is about, in words of its own."""
    side = scene.keys_of_side(denial.statement)
    near = [
        c
        for c in before
        if denial.start - c.start <= _NEAR
        and c.keys & side
        and (c.statement.act == "accuse" or blames(c))
        and not scene.same_side(c.statement, denial.statement)
    ]
    if near:
        reason = "denies, after this charge against the one who denies"
        claim = outermost(scene, near[-1])
        yield judged(denial.statement, claim.statement, "denies", 0.45, reason)


def answered(scene: Scene, answer: Claim, before: list[Claim]) -> Iterator[Relation]:
    """ "No Ores soldier crossed the river": the side that a claim just before is about says of
    itself that it is not so."""
    side = scene.keys_of_side(answer.statement)
    yield from _charged(scene, answer, before, side)
    if not answer.negated & side:
        return
    near = [
        c
        for c in before
        if answer.start - c.start <= _NEAR
        and c.keys & side
        and (c.keys & answer.negated & (answer.denied | c.predicates)) - c.names - answer.names
        and c.statement.act not in _FEARS
        and not c.negative
        and not scene.same_side(c.statement, answer.statement)
    ]
    if near:
        reason = "says of itself that it is not so, after this claim about it"
        claim = outermost(scene, near[-1])
        yield judged(answer.statement, claim.statement, "denies", 0.5, reason)


def _charged(
    scene: Scene, answer: Claim, before: list[Claim], side: frozenset[str]
) -> Iterator[Relation]:
    """ "We never left our soil": in whatever words, what the one just charged says that he, or
    anything of his, did not do."""
    if not (answer.of_self or answer.negated & side) or not _is_deed(scene, answer):
        return
    others = [c for c in before if not scene.same_side(c.statement, answer.statement)]
    near = [
        c
        for c in others[-_BETWEEN:]
        if answer.start - c.start <= _NEXT
        and c.keys & side
        and c.statement.act == "accuse"
        and not c.negative
    ]
    if near:
        reason = "says of itself that it did not, after this charge against it"
        yield judged(answer.statement, outermost(scene, near[-1]).statement, "denies", 0.45, reason)


def _is_deed(scene: Scene, answer: Claim) -> bool:
    """True for what was not done or is not so: not for what is not known, wanted or yet to be."""
    span = answer.statement.content_spans[0] if answer.statement.content_spans else None
    head = scene.reading.head_of(span) if span is not None else None
    if head is None or head.tag not in _DONE:
        return False
    below = [scene.reading.tokens[c] for c in scene.reading.children[head.index]]
    if any(t.pos == "AUX" and t.tag == "MD" for t in below):
        return False
    return head.lemma.lower() not in words("negation", "unlearned")
