"""Denials that answer the claim just before them without naming it or pointing back."""

from collections.abc import Iterator

from accordingto.records.statement import Relation
from accordingto.relations.claim import Claim, blames
from accordingto.relations.judgement import judged
from accordingto.relations.scene import Scene, outermost
from accordingto.relations.verb import verb_of
from accordingto.relations.wordlists import charges

# How far back, in characters, the claim stands that a side answers.
_NEAR = 900
# "Denied any deal", "denied all wrongdoing".
_DENYING = frozenset({"deny", "dispute", "denial"})
_ANY, _FEW, _NEXT = ("any", "all", "involvement", "wrongdoing", "responsibility"), 5, 350
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
        and scene.is_about(c, side)
        and (c.statement.act == "accuse" or blames(c))
        and not scene.same_side(c.statement, denial.statement)
    ]
    if near:
        reason = "denies, after this charge against the one who denies"
        claim = outermost(scene, near[-1])
        yield judged(denial.statement, claim.statement, "denies", 0.45, reason)
        return
    told = [
        c
        for c in before
        if denial.start - c.start <= _NEAR
        and _does(scene, c, side)
        and c.clausal
        and c.statement.act == "assert"
        and not c.negative
        and not scene.same_side(c.statement, denial.statement)
    ]
    if told and denial.clausal:
        reason = "denies, after this claim about the one who denies"
        claim = outermost(scene, told[-1])
        yield judged(denial.statement, claim.statement, "denies", 0.4, reason)


def charge_before(scene: Scene, denial: Claim) -> Iterator[Relation]:
    """ "The rebels accused the air force of bombing a convoy. Colonel Daud denied that any aircraft
    had flown": of the charge right in front of it."""
    at = scene.order_of[denial.place]
    charge = scene.in_order[at - 1] if at else None
    if charge is None or charge.statement.act != "accuse" or not scene.is_claimed(charge.statement):
        return
    near = 0 <= denial.start - charge.start <= _NEXT
    if near and denial.clausal and not scene.same_side(charge.statement, denial.statement):
        reason = "denies, right behind this charge"
        yield judged(denial.statement, charge.statement, "denies", 0.5, reason)


def right_behind(scene: Scene, denial: Claim) -> Iterator[Relation]:
    """ "The witness had been promised a new name, she said. The prosecution denied any deal": a
    short denial in words of its own is of the claim right in front of it."""
    at = scene.order_of[denial.place]
    if not at or denial.statement.parent is not None:
        return
    if verb_of(scene, denial.statement) not in _DENYING:
        return
    content = denial.statement.content_spans[0].of(scene.article.text).lower()
    if content.split(" ", 1)[0] not in _ANY or len(content.split()) > _FEW:
        return
    claim = scene.in_order[at - 1]
    if not (claim.clausal and scene.is_claimed(claim.statement)) or claim.negative:
        return
    near = denial.start - claim.start <= _NEXT
    if near and not scene.same_side(claim.statement, denial.statement):
        reason = f"'{content}' is denied right behind this claim"
        target = outermost(scene, claim)
        yield judged(denial.statement, target.statement, "denies", 0.4, reason)


def _does(scene: Scene, claim: Claim, side: frozenset[str]) -> bool:
    """True where one of a side, or somebody named after it, is who the claim says did it: "soldiers
    of Ores shelled the ferry"."""
    if side.intersection(f"@{actor}" for actor in claim.doers):
        return True
    return any(
        f"@{actor}" in side
        for span in scene.spans_of(claim.doers)
        if any(content.contains(span) for content in claim.statement.content_spans)
        for token in scene.reading.tokens_in(span)
        for actor in scene.mentions.at(token)
    )


def is_charge(claim: Claim) -> bool:
    """True for an accusation, and for a claim that somebody did what nobody may."""
    return claim.statement.act == "accuse" or bool(claim.predicates & charges() and claim.doers)


def _is_met(answer: Claim, claim: Claim) -> bool:
    """True where what is negated is what the other says; a charge is met by whatever its target
    says that he did not do: "no soldier of ours left our soil", of guards who crossed the line."""
    plain = claim.keys & answer.negated & (answer.denied | claim.predicates)
    charge = answer.statement.act != "deny" and answer.clausal and is_charge(claim)
    return bool(plain - claim.names - answer.names) or charge


def _spoken_for(scene: Scene, answer: Claim) -> frozenset[str]:
    """ "No Ores soldier crossed the river", says "the ministry", and nobody tells whose: it
    is that of which it says so."""
    source = answer.statement.source
    if source is None or scene.mentions.kinds.get(source) != "government":
        return frozenset()
    states = frozenset(scene.states)
    if states.intersection(scene.chain(source)):
        return frozenset()
    found = [key for key in sorted(answer.negated) if key[1:] in states]
    return frozenset(found) if len(found) == 1 else frozenset()


def has_denied(scene: Scene, answer: Claim) -> bool:
    """ "Ores denied the charge. "We never sold any," it said": the denial stands just before."""
    at = scene.order_of[answer.place]
    before = scene.in_order[at - 1].statement if at else None
    return before is not None and before.act == "deny" and scene.same_side(before, answer.statement)


def answered(scene: Scene, answer: Claim, before: list[Claim]) -> Iterator[Relation]:
    """ "No Ores soldier crossed the river": the side that a claim just before is about says of
    itself that it is not so."""
    side = scene.keys_of_side(answer.statement)
    if not answer.negated & side:
        side = _spoken_for(scene, answer)
    if not side or has_denied(scene, answer):
        return
    near = [
        c
        for c in before
        if answer.start - c.start <= _NEAR
        and scene.is_about(c, side)
        and _is_met(answer, c)
        and c.statement.act not in _FEARS
        and not c.negative
        and not scene.same_side(c.statement, answer.statement)
    ]
    if near:
        reason = "says of itself that it is not so, after this claim about it"
        claim = outermost(scene, near[-1])
        yield judged(answer.statement, claim.statement, "denies", 0.5, reason)
