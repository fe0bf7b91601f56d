"""Who is said to have done it: "blamed the rebels", "an army shell had hit the square"."""

from collections.abc import Sequence

from accordingto.records.reading import Token
from accordingto.relations.claim import Claim
from accordingto.relations.scene import Scene
from accordingto.relations.stems import stem
from accordingto.relations.wordlists import alike, words

_NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ATTACKS = frozenset({"attack", "fire", "kill", "explos", "destroy", "shut"})
_OF_NOUN = frozenset({"compound", "amod", "poss", "nmod"})

Words = tuple[Sequence[Token], Sequence[Token]]


def other_culprit(scene: Scene, pair: tuple[Claim, Claim], tokens: Words) -> str | None:
    """Why the second lays one deed at another door than the first does."""
    causes = _other_cause(scene, pair)
    if causes is not None:
        return causes
    first, second = (_culprit(scene, c, t) for c, t in zip(pair, tokens, strict=True))
    if first is None or second is None:
        return None
    said = [{t.lower for t in words_said} for words_said in tokens]
    both_began = all(words_said & words("blame", "first") for words_said in said)
    if both_began and first.lemma != second.lemma:
        return f"another began it: '{second.text}' against '{first.text}'"
    mine, theirs = camps_of(scene, first), camps_of(scene, second)
    if not mine or not theirs or mine & theirs:
        return None
    acts = {claim.statement.act for claim in pair}
    began = any(t.lower in words("blame", "first") for t in tokens[0])
    if "accuse" not in acts and not (began and _strikes_own(scene, pair, theirs)):
        return None
    return f"another did it: '{second.text}' against '{first.text}'"


def _other_cause(scene: Scene, pair: tuple[Claim, Claim]) -> str | None:
    """ "The railway blamed vandals. The union blamed worn track.": each blames something else."""
    for claim in pair:
        cue = claim.statement.cue_span
        head = scene.reading.head_of(cue) if cue is not None else None
        if head is None or head.lemma.lower() != "blame" or claim.statement.act != "accuse":
            return None
    heads = [scene.reading.head_of(claim.statement.content_spans[0]) for claim in pair]
    one, other = heads
    if one is None or other is None or one.lemma == other.lemma or other.pos not in _NOUNS:
        return None
    effects = [_blamed_for(scene, claim) for claim in pair]
    if all(effects) and not effects[0] & effects[1]:
        return None
    return f"each puts the blame elsewhere: '{other.text}' against '{one.text}'"


def _blamed_for(scene: Scene, claim: Claim) -> set[str]:
    """What it is blamed for: "for the crash"."""
    tokens = [t for s in claim.statement.content_spans for t in scene.reading.tokens_in(s)]
    at = next((i for i, t in enumerate(tokens) if t.lower == "for"), len(tokens))
    return {t.lemma.lower() for t in tokens[at:] if t.pos in _NOUNS}


def _culprit(scene: Scene, claim: Claim, tokens: Sequence[Token]) -> Token | None:
    if claim.negative:
        return None
    nouns = [t for t in tokens if t.pos in _NOUNS]
    if claim.statement.act == "accuse":
        content = claim.statement.content_spans[0]
        head = scene.reading.head_of(content)
        cue = scene.reading.head_of(claim.statement.cue_span) if claim.statement.cue_span else None
        blame = cue is not None and cue.lemma.lower() in words("blame", "verbs")
        return head if blame and head is not None and head.pos in _NOUNS else None
    for token in nouns:
        verb = scene.reading.tokens[token.head]
        one = stem(verb.lemma.lower())
        if token.dep in _SUBJECTS and verb.pos == "VERB" and token.dep != "nsubjpass":
            began = verb.lemma.lower() in words("blame", "begin")
            return (
                token if began or alike().get(one, one) in _ATTACKS or _opens(scene, verb) else None
            )
    return None


def _opens(scene: Scene, verb: Token) -> bool:
    """ "Opened up on its positions"."""
    below = [scene.reading.tokens[c].lower for c in scene.reading.children[verb.index]]
    return verb.lemma.lower() == "open" and bool({"up", "fire"} & {*below})


def camps_of(scene: Scene, noun: Token) -> frozenset[str]:
    """What tells one side from another: the actors that a noun and what stands before it name, and
    whether these bear arms for a state or for none."""
    below = [scene.reading.tokens[c] for c in scene.reading.children[noun.index]]
    told = [noun, *(t for t in below if t.dep in _OF_NOUN)]
    camps: set[str] = set()
    for token in told:
        if token.lower in words("forces", "irregular"):
            camps.add("irregular")
        elif token.lemma.lower() in words("forces", "regular"):
            camps.add("regular")
    return frozenset(camps) if len(camps) == 1 else frozenset()


def _strikes_own(scene: Scene, pair: tuple[Claim, Claim], theirs: frozenset[str]) -> bool:
    """ "Rebel mortars had opened up on its positions", says the army, after the rebels spoke."""
    spans = [claim.statement.source_span for claim in pair]
    if spans[0] is None:
        return False
    side = {t.lower for t in scene.reading.tokens_in(spans[0])}
    irregular = bool(side & words("forces", "irregular"))
    return ("irregular" in theirs) == irregular
