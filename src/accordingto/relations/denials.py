"""Which claim a denial denies: in the order of how plainly the text says so."""

from bisect import bisect_left
from collections.abc import Iterator

from accordingto.records.statement import Relation, Statement
from accordingto.relations.claim import Claim
from accordingto.relations.judgement import in_words, judged
from accordingto.relations.likeness import compare, likeness
from accordingto.relations.near import Near
from accordingto.relations.pointing import pointing_phrase
from accordingto.relations.scene import CLAIMS, Scene, holds, outermost, same_content
from accordingto.relations.wordlists import words

# A share of keys from which a denial denies a claim, where the claim is about the one who denies,
# and where it is not.
_ACCUSED, _OTHERS = 0.3, 0.4
# The same for "Ores has no dams", which denies without saying so, and how many keys must be shared
# that are no names.
_NEGATIVE_ACCUSED, _NEGATIVE_OTHERS = (0.4, 1), (0.42, 3)
_COMMON_KEYS = 2
# Of the claims in front of a denial that points back, this many are looked at, and those about the
# one who denies are taken up to this many characters back.
_CLAIMS_BACK = 12
_BACK = 1500


def plain_denials(scene: Scene, near: Near) -> Iterator[Relation]:
    """Denials whose claim the text itself points out: it stands in them, or they point back."""
    claims = [c for c in scene.in_order if c.statement.act in CLAIMS]
    starts = [c.start for c in claims]
    for claim in scene.claims:
        denial = claim.statement
        if denial.act == "deny" or _calls_false(scene, denial):
            named = [
                other for other in near.of(claim.place)
                if other.act in CLAIMS and same_content(other, denial)
                and not holds(other, denial) and not scene.same_side(other, denial)
            ]  # fmt: skip
            for other in named:
                yield judged(denial, other, "denies", 0.9, "the denial names this claim")
            phrase = pointing_phrase(scene.article.text, denial)
            if not named and phrase is not None:
                before = claims[: bisect_left(starts, claim.start)][-_CLAIMS_BACK:]
                yield from _pointed_at(scene, claim, before, phrase)


def _calls_false(scene: Scene, statement: Statement) -> bool:
    """ "The claim is entirely false", said and not denied."""
    if statement.act not in CLAIMS or pointing_phrase(scene.article.text, statement) is None:
        return False
    claim = scene.claims[scene.place_of[statement.id]]
    return bool(claim.raw & words("false", "words"))


def _pointed_at(
    scene: Scene, denial: Claim, before: list[Claim], phrase: str
) -> Iterator[Relation]:
    """The last claim of another side; a claim about the one who denies goes before the others."""
    said = denial.statement
    others = [
        c for c in before
        if not scene.same_side(c.statement, said) and not holds(c.statement, said)
    ]  # fmt: skip
    if not others:
        return
    side = scene.keys_of_side(said)
    about = [c for c in others if c.keys & side and denial.start - c.start <= _BACK]
    last = outermost(scene, (about or others)[-1])
    reason = f"'{phrase}' points back at this claim"
    if about:
        reason += " about the one who denies"
    yield judged(said, last.statement, "denies", 0.75 if about else 0.65, reason)


def like_denials(scene: Scene, one: Claim, other: Claim) -> Iterator[Relation]:
    """A denial of what the other claims in like words, whichever of the two stands first."""
    if scene.same_side(one.statement, other.statement):
        return
    for denial, claim in ((one, other), (other, one)):
        if claim.statement.act not in CLAIMS or holds(claim.statement, denial.statement):
            continue
        if denial.statement.act == "deny":
            yield from _denied(scene, denial, claim)
        elif denial.negated and not claim.negated and _is_said_so(denial, claim):
            yield from _contradicted(scene, denial, claim)


def _is_said_so(denial: Claim, claim: Claim) -> bool:
    """True where both speak of what is: that it will not happen contradicts no fear that it may."""
    return denial.statement.act in CLAIMS and claim.statement.act not in ("predict", "threaten")


def _denied(scene: Scene, denial: Claim, claim: Claim) -> Iterator[Relation]:
    if denial.negative == claim.negative or denial.statement.quote != "indirect":
        like = likeness(denial, claim, scene.weights)
        accused = bool(claim.keys & scene.keys_of_side(denial.statement))
        least = _ACCUSED if accused else _OTHERS
        if like.share >= least and len(like.shared) >= _COMMON_KEYS:
            reason = f"denies what the other claims in like words: {in_words(denial, like.shared)}"
            score = min(0.85, 0.35 + like.share / 2 + (0.1 if accused else 0))
            yield judged(denial.statement, claim.statement, "denies", score, reason)


def _contradicted(scene: Scene, denial: Claim, claim: Claim) -> Iterator[Relation]:
    share, shared = compare(denial.negated, claim.keys, scene.weights)
    plain = tuple(sorted(shared - denial.names - claim.names))
    accused = bool(claim.keys & scene.keys_of_side(denial.statement))
    least, keys = _NEGATIVE_ACCUSED if accused else _NEGATIVE_OTHERS
    if share >= least and len(plain) >= keys:
        reason = f"says that it is not so, in like words: {in_words(denial, plain)}"
        yield judged(
            denial.statement, claim.statement, "denies", min(0.75, 0.3 + share / 2), reason
        )
