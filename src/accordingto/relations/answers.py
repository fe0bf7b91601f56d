"""Reactions that leave the truth of a claim open: a demand to look into it, a reproach."""

from bisect import bisect_left
from collections.abc import Iterator

from accordingto.records.statement import Relation
from accordingto.relations.claim import Claim
from accordingto.relations.judgement import judged
from accordingto.relations.near import Near
from accordingto.relations.pointed import noun_of, owned_claim, pointed_at
from accordingto.relations.pointing import pointing_phrase
from accordingto.relations.scene import CLAIMS, Scene, holds, outermost
from accordingto.relations.stems import name_stem
from accordingto.relations.verb import verb_of
from accordingto.relations.wordlists import stems, words

# Acts that answer a claim without judging its truth.
_ANSWERS = frozenset({"demand", "condemn", "decline"})
# Acts that answer a demand. Who says that something was demanded only tells of it.
_TO_DEMAND = frozenset({"decline", "deny", "promise", "condemn", "praise", "question"})
# "Denounced her", "declined to comment for this story".
_NO_CLAIMS = frozenset({"him", "her", "them", "this story"})
_CLAIMS_BACK = 12
_BACK = 4


def answers(scene: Scene, near: Near) -> Iterator[Relation]:
    """A demand or reproach that holds somebody else's claim, or points back at the last one; and
    what reacts to somebody else's demand that stands in it."""
    claims = [c for c in scene.in_order if c.statement.act in CLAIMS]
    starts = [c.start for c in claims]
    demands = [c for c in scene.in_order if c.statement.act == "demand"]
    asked = [c.start for c in demands]
    for answer in scene.claims:
        said = answer.statement
        first = bisect_left(asked, answer.start)
        yield from _to_demand(scene, answer, demands[max(0, first - _BACK) : first])
        if said.act == "confirm":
            end = bisect_left(starts, answer.start)
            yield from _confirmed(scene, answer, claims[max(0, end - _CLAIMS_BACK) : end])
        held = [s for s in near.inside(said) if not scene.same_side(s, said)]
        for inner in held:
            if inner.act in CLAIMS and said.act in _ANSWERS:
                yield judged(said, inner, "responds", 0.6, "it reacts to the claim it holds")
            elif inner.act == "demand" and inner.source is not None and said.act in _TO_DEMAND:
                yield judged(said, inner, "responds", 0.5, "it answers the demand it holds")
        calls = _calls(scene, answer)
        if not (said.act in _ANSWERS or calls) or any(s.act in CLAIMS for s in held):
            continue
        phrase = pointing_phrase(scene.article.text, said, anywhere=True)
        if phrase is not None and phrase.lower() in _NO_CLAIMS:
            phrase = None
        if calls:
            earlier = scene.in_order[: scene.order_of[answer.place]][-_CLAIMS_BACK:]
            for found in owned_claim(scene, answer, earlier):
                target = scene.statements[scene.place_of[found.target]]
                reason = f"{found.reasons[-1]}, which is called names"
                yield judged(said, target, "disputes", 0.5, reason)
        if phrase is None or (calls and said.act not in _ANSWERS and not _points_at_claim(phrase)):
            continue
        if _calls_names(scene, answer, phrase):
            denied = [c for c in scene.in_order if scene.is_claimed(c.statement)]
            before = [c for c in denied if c.start < answer.start][-_CLAIMS_BACK:]
            if noun_of(phrase) == "report":
                # No single speaker's remark is a report.
                kinds = scene.mentions.kinds
                before = [c for c in before if kinds.get(c.statement.source or "") != "person"]
            refused = verb_of(scene, answer.statement) in words("pointing", "refusing")
            what = "dismissed" if refused else "called names"
            for found in pointed_at(scene, answer, before, phrase):
                reason = f"'{phrase}' points back at this claim, and is {what}"
                target = scene.statements[scene.place_of[found.target]]
                yield judged(said, target, "denies" if refused else "disputes", 0.5, reason)
            continue
        end = bisect_left(starts, answer.start)
        before = claims[max(0, end - _CLAIMS_BACK) : end]
        others = [c for c in before if not scene.same_side(c.statement, said)]
        if noun_of(phrase).removesuffix("s") in words("pointing", "figures"):
            # "Had not yet determined the number".
            others = [c for c in others if scene.counted.get(c.statement.id)]
        if others:
            reason = f"'{phrase}' points back at this claim"
            yield judged(said, outermost(scene, others[-1]).statement, "responds", 0.5, reason)


def _calls_names(scene: Scene, answer: Claim, phrase: str) -> bool:
    """ "Called that claim “filthy”", "the allegation an insult": whoever calls a claim so does not
    let it stand; what somebody remarks may be true and foul."""
    return _calls(scene, answer) and _points_at_claim(phrase)


def _points_at_claim(phrase: str) -> bool:
    noun = phrase.lower().split()[-1].removesuffix("s")
    return noun in words("pointing", "nouns") - words("pointing", "opinions")


def _calls(scene: Scene, answer: Claim) -> bool:
    """True for what calls something names, or dismisses it so: "called the report garbage"."""
    verb = verb_of(scene, answer.statement)
    called = verb in words("pointing", "calling")
    if answer.statement.act == "condemn":
        return called or verb in words("pointing", "refusing")
    names = stems("false", "words") | stems("false", "names")
    plain = answer.statement.act == "assert" and not answer.negative
    if plain and _is_of_guilt(scene, answer):
        # Whoever is accused calls the accusation nothing that he likes.
        return called and not answer.raw & stems("false", "right")
    return plain and called and bool(answer.raw & names)


def _is_of_guilt(scene: Scene, answer: Claim) -> bool:
    phrase = pointing_phrase(scene.article.text, answer.statement, anywhere=True)
    last = phrase.lower().split()[-1].removesuffix("s") if phrase is not None else ""
    return last in words("pointing", "guilt")


def _to_demand(scene: Scene, answer: Claim, demands: list[Claim]) -> Iterator[Relation]:
    """What the one of whom something is demanded says to it: "he would not resign"."""
    said = answer.statement
    side = scene.keys_of_side(said)
    for demand in reversed(demands):
        if scene.same_side(demand.statement, said):
            continue
        if _names_request(scene, answer, demand):
            reason = "speaks of what the other asked for"
            yield judged(said, demand.statement, "responds", 0.5, reason)
            return
        if demand.keys & side and answer.predicates & demand.keys - demand.names:
            reason = "the one asked answers the demand"
            yield judged(said, demand.statement, "responds", 0.5, reason)
            return


def _names_request(scene: Scene, answer: Claim, demand: Claim) -> bool:
    """ "It was studying the Russian request": the request named as the other side's."""
    side = scene.keys_of_side(demand.statement)
    for span in answer.statement.content_spans:
        for token in scene.reading.tokens_in(span):
            if token.lemma.lower() not in words("pointing", "demands") or token.pos != "NOUN":
                continue
            below = [scene.reading.tokens[c] for c in scene.reading.children[token.index]]
            for lead in below:
                actors = {f"@{actor}" for actor in scene.mentions.at(lead)}
                country = scene.mentions.country(name_stem(lead.lower))
                if country is not None:
                    actors.add(f"@{country}")
                if lead.index < token.index and actors & side:
                    return True
    return False


def _confirmed(scene: Scene, answer: Claim, before: list[Claim]) -> Iterator[Relation]:
    """ "A second witness confirmed the account"."""
    phrase = pointing_phrase(scene.article.text, answer.statement)
    told = [c for c in before if not holds(c.statement, answer.statement)]
    own = [c for c in told if scene.same_side(c.statement, answer.statement)]
    cue = answer.statement.cue_span
    verb = scene.reading.head_of(cue) if cue is not None else None
    if phrase is not None and verb is not None and verb.lemma.lower() == "stand":
        # "He stood by that statement": it is his own.
        if own:
            reason = f"stands by '{phrase}'"
            yield judged(answer.statement, own[-1].statement, "repeats", 0.6, reason)
        return
    others = [c for c in told if c not in own]
    if phrase is not None and others:
        claim = outermost(scene, others[-1])
        reason = f"confirms '{phrase}'"
        yield judged(answer.statement, claim.statement, "supports", 0.6, reason)
