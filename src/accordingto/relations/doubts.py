"""Doubts of what was just said: "an officer doubts that", "'Nobody believes that', she said"."""

import re
from collections.abc import Iterator

from accordingto.records.statement import Relation
from accordingto.relations.claim import Claim
from accordingto.relations.judgement import judged
from accordingto.relations.pointing import pointing_phrase
from accordingto.relations.scene import CLAIMS, Scene, outermost
from accordingto.relations.verb import cue_words, verb_of
from accordingto.relations.wordlists import words

# How far back, in characters and in statements, the claim stands that is doubted.
_NEAR, _BACK = 500, 4
_UNBELIEVED = re.compile(
    r"\W*(?P<said>(?:nobody|no one|few(?: people)?|(?:we|i|they|most people)"
    r"(?: do not| don[’']t| cannot| can[’']t))(?: here| really| in \w+)?"
    r" (?:believes?|buys?|trusts?) (?:that|this|it|them|him|her|a word(?: of (?:it|that))?))"
    r"\b[^.;]{0,20}\W*",
    re.IGNORECASE,
)


# "A third said that was 'a guess'".
_GUESSED = re.compile(
    r"(?P<said>(?:that|this|it) (?:is|was|had been|were) "
    r"(?:only |just |merely |no more than |pure )?\W?(?:an? )?(?:guess(?:work)?|speculation"
    r"|conjecture|rumou?r|gossip|wishful thinking|hearsay|theory|assumption))\W*",
    re.IGNORECASE,
)


def doubts(scene: Scene) -> Iterator[Relation]:
    """For each doubt that points back the last claim of another side right before it."""
    for at, claim in enumerate(scene.in_order):
        phrase = _doubted(scene, claim)
        if phrase is None:
            continue
        before = scene.in_order[max(0, at - _BACK) : at]
        near = [c for c in before if claim.start - c.start <= _NEAR and _is_claim(scene, c, claim)]
        if near:
            reason = f"'{phrase}', right behind this claim"
            target = outermost(scene, near[-1])
            yield judged(claim.statement, target.statement, "disputes", 0.5, reason)


def _is_claim(scene: Scene, claim: Claim, doubt: Claim) -> bool:
    said = claim.statement
    other = not scene.same_side(said, doubt.statement)
    return other and claim.clausal and said.act in CLAIMS and scene.is_claimed(said)


def _doubted(scene: Scene, claim: Claim) -> str | None:
    """The words by which a statement says that something just said is not believed."""
    said = claim.statement
    text = scene.article.text
    if said.act in CLAIMS and len(said.content_spans) == 1:
        content = said.content_spans[0].of(text)
        whole = _UNBELIEVED.fullmatch(content) or _GUESSED.fullmatch(content)
        return whole["said"] if whole is not None else None
    verb = verb_of(scene, said)
    if verb not in words("pointing", "doubting"):
        return None
    phrase = pointing_phrase(text, said)
    # "Police questioned him".
    told = phrase is not None and phrase.lower() not in ("him", "her", "them")
    return f"{cue_words(scene, said)} {phrase}" if told else None
