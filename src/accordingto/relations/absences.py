"""What a speaker says is not there: "no sign of a depot", "there is no list"."""

from collections.abc import Iterator, Sequence

from accordingto.records.reading import Token
from accordingto.records.statement import Relation, RelationKind
from accordingto.relations.claim import Claim, blames
from accordingto.relations.denials import one_role
from accordingto.relations.judgement import judged
from accordingto.relations.scene import CLAIMS, Scene, holds, same_content
from accordingto.relations.stems import stem
from accordingto.relations.wishes import is_wish
from accordingto.relations.wordlists import alike, words

_BACK = 24
# One word in common must stand this near, in characters.
_NEAR = 1200
_MOST_KEYS = 5
_FIRST_WORDS = 60
_FIRST_NOUN = 8
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})

_OF_THAT = frozenset({"of", "for", "that", "this", "it"})
# What "killed" and "hurt" fold into.
_KILLED, _HURT = "kill", "injur"

# The words that say so, and the keys of what is not there.
_Absence = tuple[str, frozenset[str]]


def absences(scene: Scene) -> Iterator[Relation]:
    """Claims that there is something, beside those before or behind them that there is none."""
    order = scene.in_order
    for at, claim in enumerate(order):
        if claim.statement.act not in CLAIMS | {"deny"}:
            continue
        spans = claim.statement.content_spans
        tokens = [t for span in spans for t in scene.reading.tokens_in(span)][:_FIRST_WORDS]
        kinds: tuple[tuple[RelationKind, _Absence | None], ...] = (
            ("disputes", _no_sign(scene, claim, tokens)),
            ("disputes", _not_consistent(scene, claim, tokens)),
            ("denies", _no_thing(scene, claim, tokens)),
            ("denies", _not_taken_place(scene, claim, tokens, "happens")),
            ("disputes", _not_taken_place(scene, claim, tokens, "finds")),
        )
        for kind, found in kinds:
            if found is None:
                continue
            words_said, keys = found
            before = order[max(0, at - _BACK) : at]
            owned = _of_claim(scene, claim, before, tokens) if kind == "disputes" else None
            if owned is not None:
                target: Claim | None = owned
            elif keys:
                sign = words_said.removeprefix("no ") in words("negation", "signs")
                target = _claimed(scene, claim, before, keys, is_sign=sign)
            else:
                target = _charged(scene, claim, before, any_claim=words_said.endswith(" of that"))
            if target is not None:
                reason = f"'{words_said}', where the other speaks of it"
                yield judged(claim.statement, target.statement, kind, 0.5, reason)
                break


def _no_sign(scene: Scene, claim: Claim, tokens: Sequence[Token]) -> _Absence | None:
    """The keys of what there is no sign of, and the words that say so."""
    for at, token in enumerate(tokens):
        # "Washington was unaware of any guarantee", where another says that it gave one.
        unaware = token.lower == "unaware" or (token.lower == "aware" and _is_not(tokens, at))
        sign = token.lemma.lower() in words("negation", "signs") and _is_denied(tokens, at)
        if not (sign or unaware):
            continue
        below = set(scene.reading.subtree(token.index)) - {token.index}
        keys = _keys(claim, [scene.reading.tokens[i] for i in sorted(below) if i > token.index])
        said = token.lower if unaware else f"no {token.lower}"
        if 0 < len(keys) <= _MOST_KEYS:
            return said, keys
        told = {scene.reading.tokens[i].lower for i in below if i > token.index}
        if not unaware and told <= _OF_THAT:
            return said + (" of that" if told else ""), keys
    return None


def _not_consistent(scene: Scene, claim: Claim, tokens: Sequence[Token]) -> _Absence | None:
    """ "Fractures not consistent with hanging", "wounds inconsistent with a fall": the keys of what
    is thereby excluded."""
    for at, token in enumerate(tokens):
        excludes = token.lower in ("inconsistent", "incompatible")
        if not excludes and not (
            token.lower in ("consistent", "compatible") and _is_not(tokens, at)
        ):
            continue
        reading = scene.reading
        links = [c for c in reading.children[token.index] if reading.tokens[c].lower == "with"]
        below = sorted({i for link in links for i in reading.subtree(link)})
        stems = (stem(reading.tokens[i].lemma.lower()) for i in below if i not in links)
        keys = frozenset(alike().get(one, one) for one in stems) & claim.keys
        if 0 < len(keys) <= _MOST_KEYS:
            return (
                f"not consistent with {' '.join(reading.tokens[i].text for i in below[1:])}",
                keys,
            )
    return None


def _of_claim(
    scene: Scene, claim: Claim, before: Sequence[Claim], tokens: Sequence[Token]
) -> Claim | None:
    """ "No evidence to support his claim": the last claim of whoever's it is."""
    for token in tokens:
        noun = scene.reading.tokens[token.head]
        if token.dep != "poss" or noun.lemma.lower() not in words("pointing", "nouns"):
            continue
        actors = set(scene.mentions.at(token))
        for other in reversed(before):
            said = other.statement
            if not scene.is_claimed(said) or scene.same_side(said, claim.statement):
                continue
            theirs = set(scene.chain(said.source)) if said.source is not None else set()
            pronoun = token.tag == "PRP$" and said.source is not None
            if (pronoun and not actors) or actors & theirs:
                return None if same_content(said, claim.statement) else other
    return None


def _is_not(tokens: Sequence[Token], at: int) -> bool:
    before = {t.lower for t in tokens[max(0, at - 3) : at]}
    return not before.isdisjoint(words("negation", "adverbs"))


def _is_denied(tokens: Sequence[Token], at: int) -> bool:
    lead = [t.lower for t in tokens[max(0, at - 3) : at]]
    if "no" in lead:
        return True
    before = {t.lower for t in tokens[:at]}
    return "any" in lead and not before.isdisjoint(words("negation", "adverbs"))


def _no_thing(scene: Scene, claim: Claim, tokens: Sequence[Token]) -> _Absence | None:
    """ "There is no list": the keys of what there is not, and the words that say so."""
    for at, token in enumerate(tokens[:-3]):
        if token.lower != "there" or token.dep != "expl":
            continue
        verb = scene.reading.tokens[token.head]
        nouns = [
            scene.reading.tokens[c] for c in scene.reading.children[verb.index] if c > verb.index
        ]
        if any(scene.reading.tokens[c].tag == "MD" for c in scene.reading.children[verb.index]):
            # "There would be no inquiry": it is refused and not denied.
            continue
        noun = next((t for t in nouns if t.pos == "NOUN" and t.dep in ("attr", "nsubj")), None)
        if noun is None or at > _BACK:
            continue
        below = [scene.reading.tokens[c] for c in scene.reading.children[noun.index]]
        if not any(t.lower in words("negation", "determiners") for t in below):
            continue
        if noun.lemma.lower() in words("negation", "signs") | words("light", "lemmas"):
            continue
        keys = _keys(claim, [scene.reading.tokens[i] for i in scene.reading.subtree(noun.index)])
        if 0 < len(keys) <= _MOST_KEYS:
            return f"no {noun.lower}", keys
    return None


def _not_taken_place(
    scene: Scene, claim: Claim, tokens: Sequence[Token], verbs: str
) -> _Absence | None:
    """ "No inspection had taken place", "no gun was found": the keys of what has not happened."""
    for noun in tokens[:_FIRST_NOUN]:
        if noun.pos != "NOUN" or noun.dep not in ("nsubj", "nsubjpass"):
            continue
        below = [scene.reading.tokens[c] for c in scene.reading.children[noun.index]]
        if not any(t.lower in words("negation", "determiners") for t in below):
            continue
        verb = scene.reading.tokens[noun.head]
        objects = {scene.reading.tokens[c].lower for c in scene.reading.children[verb.index]}
        happens = verb.lemma.lower() in words("negation", verbs)
        if happens or (verb.lemma.lower() == "take" and "place" in objects):
            keys = _keys(
                claim, [scene.reading.tokens[i] for i in scene.reading.subtree(noun.index)]
            )
            if 0 < len(keys) <= _MOST_KEYS:
                return f"no {noun.lower}", keys
    return None


def _keys(claim: Claim, tokens: Sequence[Token]) -> frozenset[str]:
    stems = (stem(t.lemma.lower()) for t in tokens if t.pos in _CONTENT)
    return frozenset(alike().get(one, one) for one in stems) & claim.keys


def _implied(claim: Claim) -> frozenset[str]:
    """Who was killed was hurt: "no indication that civilians had been hurt"."""
    return frozenset({_HURT}) if _KILLED in claim.keys else frozenset()


def _charged(
    scene: Scene, absence: Claim, before: Sequence[Claim], *, any_claim: bool
) -> Claim | None:
    """ "No proof, only adjectives": the last charge of another side, near before it; "no evidence
    of that": its last claim."""
    for claim in reversed(before):
        said = claim.statement
        if absence.start - claim.start > _NEAR:
            return None
        charges = any_claim or said.act == "accuse" or blames(claim)
        if not charges or claim.negative or (any_claim and not claim.clausal):
            continue
        if not scene.is_claimed(said) or scene.same_side(said, absence.statement):
            continue
        if not (holds(said, absence.statement) or same_content(said, absence.statement)):
            return claim
    return None


def _claimed(
    scene: Scene,
    absence: Claim,
    before: Sequence[Claim],
    keys: frozenset[str],
    *,
    is_sign: bool,
) -> Claim | None:
    """The last claim of another side before it that speaks of all of this as there."""
    for claim in reversed(before):
        said = claim.statement
        if (
            not scene.is_claimed(said)
            or claim.negative
            or is_wish(scene, claim)
            or not keys <= (claim.keys | _implied(claim) if is_sign else claim.keys)
        ):
            continue
        if one_role(scene, said, absence.statement):
            continue
        if scene.same_side(said, absence.statement) or same_content(said, absence.statement):
            continue
        if holds(said, absence.statement) or holds(absence.statement, said):
            continue
        if keys & claim.denied:
            continue
        if len(keys) > 1 or absence.start - claim.start <= _NEAR:
            return claim
    return None
