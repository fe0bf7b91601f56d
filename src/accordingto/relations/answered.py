"""Denials that answer the claim just before them without naming it or pointing back."""

from collections.abc import Iterator

from accordingto.records.statement import Relation
from accordingto.relations.claim import Claim, blames
from accordingto.relations.judgement import judged
from accordingto.relations.scene import Scene, outermost

# How far back, in characters, the claim stands that a side answers.
_NEAR = 900
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


def _is_met(answer: Claim, claim: Claim) -> bool:
    """True where what is negated is what the other says; a charge is met by whatever its target
    says that he did not do: "no soldier of ours left our soil", of guards who crossed the line."""
    plain = claim.keys & answer.negated & (answer.denied | claim.predicates)
    charge = claim.statement.act == "accuse" and answer.statement.act != "deny" and answer.clausal
    return bool(plain - claim.names - answer.names) or charge


def answered(scene: Scene, answer: Claim, before: list[Claim]) -> Iterator[Relation]:
    """ "No Ores soldier crossed the river": the side that a claim just before is about says of
    itself that it is not so."""
    side = scene.keys_of_side(answer.statement)
    if not answer.negated & side:
        return
    near = [
        c
        for c in before
        if answer.start - c.start <= _NEAR
        and c.keys & side
        and _is_met(answer, c)
        and c.statement.act not in _FEARS
        and not c.negative
        and not scene.same_side(c.statement, answer.statement)
    ]
    if near:
        reason = "says of itself that it is not so, after this claim about it"
        claim = outermost(scene, near[-1])
        yield judged(answer.statement, claim.statement, "denies", 0.5, reason)
