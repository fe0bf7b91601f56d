"""Retorts: words that answer the claim just before them without saying again what it claims.

"No such letter came", "they were not", "the true number is nine", "he made it up": the claim that
is meant is another side's, and stands near.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from accordingto.records.facts import Figure
from accordingto.records.reading import Token
from accordingto.records.statement import Relation
from accordingto.relations.answered import is_charge
from accordingto.relations.claim import Claim, blames
from accordingto.relations.elliptic import answers_question
from accordingto.relations.judgement import judged
from accordingto.relations.scene import CLAIMS, Scene, holds, outermost, same_content
from accordingto.relations.stems import stem
from accordingto.relations.verb import cue_words, verb_of
from accordingto.relations.wordlists import alike, charges, words

# How far back, in characters, the claim stands that is answered, and in how many statements.
_NEAR, _BACK = 700, 6
_NEXT = 2
# The claim of whoever is called a liar, and the number that is set right, may stand further back.
_FAR, _FAR_BACK = 1500, 12
# Who counters a claim does so in the same or the next sentence.
_BESIDE = 350
_SELF = frozenset({"i", "we", "he", "she", "it", "they", "you", "there"})
_FIRST_WORDS = 40
_THEM = frozenset({"they", "them", "he", "him", "she", "her"})
_LEADS = frozenset({"so", "then", "well", "no", "yes"})
# "That they had not", "it was": no more words than these.
_BARE = 5
_AUXILIARIES = frozenset({"be", "have", "do", "can", "could", "will", "would"})
_PARTICLES = frozenset({"SCONJ", "PUNCT", "CCONJ", "INTJ"})
_MOST_FIGURES = 4
# "Moll a liar", "that she had made up the tale to …": what is longer tells of more than that.
_CALLED = 16


def retorts(scene: Scene) -> Iterator[Relation]:
    """What the statements of an article answer to those before them."""
    order = scene.in_order
    for at, claim in enumerate(order):
        before = order[max(0, at - _FAR_BACK) : at]
        others = [c for c in before if _is_other(scene, claim, c)]
        if not others:
            continue
        tokens = _tokens(scene, claim)
        near = [c for c in others[-_BACK:] if claim.start - c.start <= _NEAR]
        yield from _no_such(scene, claim, tokens, near, before)
        if not answers_question(scene, claim):
            yield from _bare(claim, tokens, near)
        yield from _set_right(scene, claim, tokens, others)
        yield from _liar(scene, claim, tokens, others)
        yield from _turned(scene, claim, near)
        yield from _countered(scene, claim, near)


def _is_other(scene: Scene, answer: Claim, claim: Claim) -> bool:
    one, other = answer.statement, claim.statement
    if other.act not in CLAIMS | {"deny"} or holds(one, other) or holds(other, one):
        return False
    somebody = other.source is not None or other.source_span is not None
    return somebody and not same_content(one, other) and not scene.same_side(one, other)


def _tokens(scene: Scene, claim: Claim) -> list[Token]:
    spans = claim.statement.content_spans
    return [t for span in spans for t in scene.reading.tokens_in(span)][:_FIRST_WORDS]


def _no_such(
    scene: Scene,
    answer: Claim,
    tokens: Sequence[Token],
    near: Sequence[Claim],
    before: Sequence[Claim],
) -> Iterator[Relation]:
    """ "It had received no such letter", "nothing of the sort happened"."""
    if answer.statement.act not in CLAIMS | {"deny"}:
        return
    claims = [c for c in near if c.statement.act in CLAIMS and not c.negative and c.clausal]
    noun = _such(scene, tokens)
    if noun is None or not claims:
        return
    said = alike().get(stem(noun), stem(noun))
    named = [c for c in claims if said in c.keys]
    if not named and any(said in c.keys for c in before):
        # What is meant is what the speaker's own side spoke of.
        return
    target = named[-1] if named else outermost(scene, claims[-1])
    reason = f"'no such {noun}' answers the claim before it"
    yield judged(answer.statement, target.statement, "denies", 0.6 if named else 0.5, reason)


def _such(scene: Scene, tokens: Sequence[Token]) -> str | None:
    """The noun of "no such letter", "not … any such letter"; "thing" for "nothing of the kind"."""
    for at, token in enumerate(tokens):
        if token.lower == "such" and at and tokens[at - 1].lower in ("no", "any"):
            noun = scene.reading.tokens[token.head]
            negated = tokens[at - 1].lower == "no" or any(
                t.lower in words("negation", "adverbs") for t in tokens[:at]
            )
            if negated and noun.pos == "NOUN" and noun.index > token.index:
                return noun.lemma.lower()
        following = [t.lower for t in tokens[at + 1 : at + 4]]
        if token.lower == "nothing" and following in (["of", "the", "sort"], ["of", "the", "kind"]):
            return "thing"
    return None


def _bare(answer: Claim, tokens: Sequence[Token], near: Sequence[Claim]) -> Iterator[Relation]:
    """ "(Said) that they had", after a denial that they had; "that it was not", after the claim
    that it was."""
    said = [t for t in tokens if t.pos not in _PARTICLES]
    said = said[1:] if said and said[0].lower in _LEADS else said
    if not 1 < len(said) <= _BARE or answer.statement.act not in CLAIMS | {"deny"}:
        return
    if said[0].lower not in _SELF or said[1].lemma.lower() not in _AUXILIARIES:
        return
    rest = said[2:]
    negative = any(t.lower in words("negation", "adverbs") for t in rest)
    if negative and near and said[1].lemma.lower() == "be":
        yield from _not_such(answer, near)
    if any(t.pos not in ("ADV", "PART") for t in rest) or not near[-_NEXT:]:
        return
    last = near[-1]
    denial = last.statement.act == "deny" or last.negative
    if negative == denial:
        return
    reason = f"'{' '.join(t.text for t in said)}' answers the claim just before it"
    if negative:
        yield judged(answer.statement, last.statement, "denies", 0.55, reason)
    else:
        yield judged(last.statement, answer.statement, "denies", 0.55, reason)


def _not_such(answer: Claim, near: Sequence[Claim]) -> Iterator[Relation]:
    """ "They were not rubber", after "only rubber bullets": that is all it says."""
    said = answer.keys - answer.names
    for claim in reversed(near):
        if len(said) == 1 and said <= claim.keys - claim.denied and not claim.negative:
            shared = next(iter(said))
            reason = f"'not {answer.wordings.get(shared, shared)}' answers the claim before it"
            yield judged(answer.statement, claim.statement, "denies", 0.5, reason)
            return


def _set_right(
    scene: Scene, answer: Claim, tokens: Sequence[Token], others: Sequence[Claim]
) -> Iterator[Relation]:
    """ "The true number is nine", after another's number of the same."""
    mine = _figures(scene, answer)
    if answer.statement.act not in CLAIMS or not (mine or any(t.pos == "NUM" for t in tokens)):
        return
    words_said = [t.lower for t in tokens]
    phrase = next(
        (
            f"{one} {other}"
            for one, other in pairwise(words_said)
            if one in words("numbers", "true") and other in words("numbers", "nouns")
        ),
        None,
    )
    if phrase is None:
        return
    for claim in reversed([c for c in others if answer.start - c.start <= _FAR]):
        theirs = _figures(scene, claim)
        if not theirs or (mine and not any(_rivals(a, b) for a in mine for b in theirs)):
            continue
        if any(one.value == other.value for one in mine for other in theirs):
            continue
        reason = f"'{phrase}' sets this number right"
        yield judged(answer.statement, claim.statement, "disputes", 0.6, reason)
        return


def _figures(scene: Scene, claim: Claim) -> tuple[Figure, ...]:
    return scene.counted.get(claim.statement.id, ())[:_MOST_FIGURES]


def _rivals(one: Figure, other: Figure) -> bool:
    return one.unit == other.unit and one.value is not None and other.value is not None


def _liar(
    scene: Scene, answer: Claim, tokens: Sequence[Token], others: Sequence[Claim]
) -> Iterator[Relation]:
    """ "Called Moll a liar", "accused her of making it up": what she said last is disputed."""
    if answer.negative or answer.statement.certainty != "plain":
        return
    lie = next((t for t in tokens if _lies(scene, t)), None)
    if lie is None or len(tokens) > _CALLED:
        return
    liars = _liars(scene, tokens, lie)
    if not liars and tokens[0].lower in _THEM | {"that"} and len(tokens) <= _BARE:
        # "That they were wrong", "them liars": those who spoke last.
        plural = any(t.lower in ("they", "them") for t in tokens)
        last = next((c for c in reversed(others) if c.statement.source is not None), None)
        kinds = scene.mentions.kinds
        whose = last.statement.source if last is not None else None
        if whose is not None and (kinds.get(whose) == "person") != plural:
            liars = {whose}
    if tokens[0].lower == "both" and len(tokens) <= _BARE:
        yield from _both_lie(answer, lie, others)
        return
    theirs = [
        c for c in others
        if (whose := c.statement.source or c.statement.affiliation) is not None
        and liars & set(scene.chain(whose))
        and not (c.of_self and c.negative)
        and answer.start - c.start <= _FAR
    ]  # fmt: skip
    if theirs:
        charged = [c for c in theirs if c.statement.act == "accuse" or blames(c)]
        alike_to = [c for c in theirs if c.keys & answer.keys - c.names]
        target = (alike_to or charged or theirs)[-1]
        reason = f"'{lie.text}': says that the other does not tell the truth"
        yield judged(answer.statement, target.statement, "disputes", 0.5, reason)


def _both_lie(answer: Claim, lie: Token, others: Sequence[Claim]) -> Iterator[Relation]:
    """ "A doctor said both were lying": the last claims of the two who spoke last."""
    last: dict[str, Claim] = {}
    for claim in reversed(others):
        whose = claim.statement.source
        if whose is not None and claim.statement.parent is None and len(last) < _NEXT:
            last.setdefault(whose, claim)
    for claim in last.values() if len(last) == _NEXT else ():
        reason = f"'both … {lie.text}': says that neither tells the truth"
        yield judged(answer.statement, claim.statement, "disputes", 0.5, reason)


def _turned(scene: Scene, answer: Claim, near: Sequence[Claim]) -> Iterator[Relation]:
    """ "The Front accused the Army of killing them. The Army said the Front had killed them": the
    deed is the same, and whoever charges is charged."""
    side = scene.keys_of_side(answer.statement)
    for charge in reversed(near):
        if not (is_charge(charge) and scene.is_about(charge, side)) or not side:
            continue
        deeds_shared = (answer.predicates & charge.keys & charges()) - charge.names
        theirs = scene.keys_of_side(charge.statement)
        blamed = {f"@{actor}" for actor in answer.doers}
        if deeds_shared and blamed & theirs and not answer.negative:
            what = answer.wordings.get(sorted(deeds_shared)[0], "it")
            reason = f"says that the one who charges did it: {what}"
            yield judged(answer.statement, charge.statement, "disputes", 0.55, reason)
            return


def _countered(scene: Scene, answer: Claim, near: Sequence[Claim]) -> Iterator[Relation]:
    """ "Lum countered that it rests on signed sheets", right behind what another says of it."""
    if verb_of(scene, answer.statement) not in words("contrast", "countering"):
        return
    before = [c for c in near if c.statement.parent is None and c.start < answer.start]
    if not before or not answer.clausal or answer.start - before[-1].start > _BESIDE:
        return
    reason = f"'{cue_words(scene, answer.statement)}', after this claim"
    yield judged(answer.statement, before[-1].statement, "disputes", 0.5, reason)


def _lies(scene: Scene, token: Token) -> bool:
    """True for "liar", "lied", "made up", "invented"."""
    lemma = token.lemma.lower()
    if token.pos == "NOUN":
        return lemma in words("lying", "nouns")
    if token.pos in ("ADJ", "VERB") and token.lower in words("lying", "adjectives"):
        # "Her sister was mistaken", and no mistaken belief.
        return token.dep in ("acomp", "ROOT", "ccomp", "conj", "attr")
    if token.pos != "VERB" or token.tag == "VBN":
        return False
    if lemma in words("lying", "verbs"):
        # "Sandbags lie on the bank", "lying in bed".
        below = [scene.reading.tokens[c] for c in scene.reading.children[token.index]]
        return not any(t.dep == "prep" and t.lower not in ("about", "to", "over") for t in below)
    after = scene.reading.tokens[token.index + 1 : token.index + 2]
    return lemma == "make" and any(t.lower == "up" and t.dep == "prt" for t in after)


def _liars(scene: Scene, tokens: Sequence[Token], lie: Token) -> set[str]:
    """The actors in front of the word for a lie, nearest first: the one who is said to tell it."""
    for token in reversed([t for t in tokens if t.index < lie.index]):
        found = scene.mentions.at(token)
        if found:
            return set(found)
    return set()
