"""What a speaker says of another's number or evidence: "his figure is invented", "the ministry put
the figure at 35 percent", "the pictures were forged"."""

from collections.abc import Iterator, Sequence

from accordingto.records.facts import Figure
from accordingto.records.reading import Token
from accordingto.records.statement import Relation
from accordingto.relations.claim import Claim
from accordingto.relations.judgement import judged
from accordingto.relations.scene import CLAIMS, Scene, holds, same_content
from accordingto.relations.stems import stem
from accordingto.relations.wordlists import alike, words

# How far back, in characters and in statements, the claim stands.
_REACH, _BACK = 1500, 12
_NEXT = 700
_FIRST_WORDS = 24
_MOST_FIGURES, _TWO = 4, 2
_POINTING = frozenset({"the", "that", "this", "his", "her", "its", "their"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def faults(scene: Scene) -> Iterator[Relation]:
    """Numbers that are put otherwise or called invented, and evidence that is called forged."""
    order = scene.in_order
    for at, answer in enumerate(order):
        said = answer.statement
        nobody = said.source is None and said.source_span is None
        if said.act not in CLAIMS | {"condemn"} or nobody:
            continue
        others = [
            c for c in order[max(0, at - _BACK) : at]
            if answer.start - c.start <= _REACH and _is_others(scene, answer, c)
        ]  # fmt: skip
        if not others:
            continue
        spans = answer.statement.content_spans
        tokens = [t for span in spans for t in scene.reading.tokens_in(span)][:_FIRST_WORDS]
        yield from _number(scene, answer, tokens, others)
        yield from _forged(scene, answer, tokens, others)


def _is_others(scene: Scene, answer: Claim, claim: Claim) -> bool:
    one, other = answer.statement, claim.statement
    if not scene.is_claimed(other) or holds(one, other) or holds(other, one):
        return False
    return not same_content(one, other) and not scene.same_side(one, other)


def _number(
    scene: Scene, answer: Claim, tokens: Sequence[Token], others: Sequence[Claim]
) -> Iterator[Relation]:
    """ "(Put) the figure at 35 percent", "(called) his figure invented"."""
    if len(tokens) < 2 or tokens[0].lower not in _POINTING:
        return
    noun = next((t for t in tokens[1:4] if t.lower in words("numbers", "nouns")), None)
    if noun is None:
        return
    mine = _figures(scene, answer)
    false = any(t.lower in words("false", "words") | words("false", "forged") for t in tokens)
    behind = [t.lower for t in tokens if t.index > noun.index][:1]
    if not (mine and behind == ["at"]) and not (false and not mine):
        return
    for claim in reversed(others):
        theirs = _figures(scene, claim)
        rivals = [(a, b) for a in mine for b in theirs if _is_rival(a, b)]
        if claim is others[-1] and not rivals:
            # "The company put the number at 19", right behind "23 men were underground".
            rivals = [(a, b) for a in mine for b in theirs if a.unit is None and a.value != b.value]
        if theirs and (rivals or not mine):
            what = f"'{tokens[0].lower} {noun.lower}'"
            reason = f"{what} is that of the other, put otherwise" if mine else f"faults {what}"
            yield judged(answer.statement, claim.statement, "disputes", 0.55, reason)
            return


def _figures(scene: Scene, claim: Claim) -> tuple[Figure, ...]:
    return scene.counted.get(claim.statement.id, ())[:_MOST_FIGURES]


def _is_rival(one: Figure, other: Figure) -> bool:
    """True for two numbers of one kind of thing that are not the same."""
    known = one.value is not None and other.value is not None
    units = {one.unit, other.unit} - {None}
    return known and one.what == other.what and len(units) < _TWO and one.value != other.value


def _forged(
    scene: Scene, answer: Claim, tokens: Sequence[Token], others: Sequence[Claim]
) -> Iterator[Relation]:
    """ "The numbers were forged", after another spoke of his numbers."""
    word = next((t for t in tokens if t.lower in words("false", "forged")), None)
    if word is None or answer.negative or answer.statement.certainty != "plain":
        return
    noun = _said_of(scene, word)
    if noun is None or noun.pos not in _NOUNS or noun not in tokens:
        return
    lead = scene.reading.tokens[noun.index - 1] if noun.index else noun
    one = stem(noun.lemma.lower())
    key = alike().get(one, one)
    for claim in reversed(others):
        if answer.start - claim.start > _NEXT or lead.lower in ("a", "an", "no"):
            return
        if key in claim.keys and not claim.negative:
            reason = f"calls the {noun.lower} {word.lower}, of which the other speaks"
            yield judged(answer.statement, claim.statement, "disputes", 0.5, reason)
            return


def _said_of(scene: Scene, word: Token) -> Token | None:
    """The noun that "forged" or "a fake" is said of."""
    tokens = scene.reading.tokens
    verb = word if word.pos == "VERB" else tokens[word.head]
    below = [tokens[c] for c in scene.reading.children[verb.index]]
    return next((t for t in below if t.dep in ("nsubj", "nsubjpass") and t is not word), None)
