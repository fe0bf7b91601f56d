"""Two accounts beside each other: repeated by one side, borne out or disputed by another."""

from collections.abc import Iterator

from accordingto.records.statement import Relation, Statement
from accordingto.relations.claim import Claim, blames
from accordingto.relations.judgement import in_words, judged
from accordingto.relations.likeness import Likeness, rival
from accordingto.relations.scene import CLAIMS, Scene, holds, same_content
from accordingto.relations.tolls import faulted_figure, other_figures, rival_figures
from accordingto.relations.wordlists import alike, words

_ASSERTIONS = frozenset({"assert", "accuse", "condemn", "confirm", "predict", "deny", "praise"})
# What somebody does once in an article is told in the headline and again in the body.
_TELLING = frozenset({"deny", "demand", "accuse", "condemn", "praise", "threaten", "promise"})
# A share of keys that makes one claim of two by the same side, and how many must be no names.
_SAME, _SAME_KEYS = 0.42, 3
# Less than this in common, the head of one must be said in the other: not a place or a time alone.
_SAME_THING = 0.5
# A headline or standfirst is made of the body's claims: less in common is enough there.
_SUMMARY, _SUMMARY_KEYS = 0.33, 2
# Two claims that the same actor is to blame: less will do, as what for goes without saying.
_BLAME = 0.2
# Another source must say the same more plainly to bear a claim out.
_SUPPORT, _SUPPORT_KEYS = 0.55, 3
_CONFIRMED = 0.25
_VERBATIM = 0.95
# What two accounts must have in common for a difference to be a dispute.
_RIVAL, _DOUBT = 0.4, 0.4
_SHORT = 2
_ASKS = frozenset({"why", "when", "who", "what", "where", "which"})


def accounts(scene: Scene, earlier: Claim, later: Claim) -> Iterator[Relation]:
    """What the two are to each other besides a denial."""
    one, other = earlier.statement, later.statement
    if holds(one, other) or holds(other, one) or same_content(one, other):
        return
    like = scene.likeness(earlier, later)
    if scene.same_side(one, other):
        yield from _repeats(scene, earlier, later, like)
        return
    denies = one.act == other.act == "deny" and earlier.negative == later.negative
    if denies and scene.same_state(one, other) and _all_said(earlier, later, like):
        reason = f"two of one state deny the same: {in_words(later, like.shared)}"
        yield judged(other, one, "repeats", 0.5, reason)
        return
    disputed = list(_disputes(scene, earlier, later, like))
    yield from disputed or _supports(scene, earlier, later, like)


def _repeats(scene: Scene, earlier: Claim, later: Claim, like: Likeness) -> Iterator[Relation]:
    """The same side saying the same again, as headline, standfirst and body do."""
    one, other = earlier.statement, later.statement
    if not (one.act == other.act or {one.act, other.act} <= _ASSERTIONS):
        return
    if _denies(earlier) != _denies(later) or other_figures(scene, earlier, later):
        return
    summary = scene.in_summary(one) or scene.in_summary(other)
    least, keys = (_SUMMARY, _SUMMARY_KEYS) if summary else (_SAME, _SAME_KEYS)
    # That both name their speaker ("we will win") tells nothing.
    named = (earlier.names & later.names) - scene.keys_of_side(one)
    enough = len(like.shared) >= keys or (summary and like.shared and named)
    if like.share >= least and enough and (like.predicate or like.share >= _SAME_THING):
        reason = f"the same side in like words: {in_words(later, like.shared)}"
        yield judged(other, one, "repeats", min(0.9, 0.3 + like.share / 2), reason)
    elif summary and one.act == other.act and one.act in _TELLING and like.shared:
        reason = f"the {one.act} of the headline again: {in_words(later, like.shared)}"
        yield judged(other, one, "repeats", min(0.6, 0.4 + like.share / 2), reason)
    elif one.act == other.act == "deny" and _all_said(earlier, later, like):
        reason = f"the same side denies the same: {in_words(later, like.shared)}"
        yield judged(other, one, "repeats", 0.55, reason)
    elif blames(earlier) and blames(later) and like.blamed and like.share >= _BLAME:
        reason = "the same side blames the same once more"
        yield judged(other, one, "repeats", min(0.8, 0.4 + like.share / 2), reason)


def _all_said(one: Claim, other: Claim, like: Likeness) -> bool:
    """True where all that the shorter says, a deed, is in the other."""
    few, more = sorted((one, other), key=lambda claim: len(claim.keys))
    plain = few.keys - few.names
    return bool(plain & few.predicates & more.predicates) and plain <= set(like.shared)


def _denies(claim: Claim) -> bool:
    """True for what says that something is not so, as a denial or in the negative."""
    return (claim.statement.act == "deny") != claim.negative


def _disputes(scene: Scene, earlier: Claim, later: Claim, like: Likeness) -> Iterator[Relation]:
    one, other = earlier.statement, later.statement
    if one.act in CLAIMS and other.act in CLAIMS:
        found = rival_figures(scene, earlier, later) or faulted_figure(scene, earlier, later)
        if found is not None:
            yield judged(other, one, "disputes", 0.6, found)
            return
        rivals = rival(earlier, later)
        if (
            rivals is not None
            and _is_somebody(one)
            and _is_somebody(other)
            and (like.share >= _RIVAL or _is_short(earlier, later))
            and _of_one_thing(earlier, later, like, rivals)
        ):
            reason = (
                f"another account of the same: '{later.wordings[rivals[1]]}' against "
                f"'{earlier.wordings[rivals[0]]}'"
            )
            yield judged(other, one, "disputes", 0.5, reason)
    elif "question" in (one.act, other.act):
        doubt, claim = (other, one) if other.act == "question" else (one, other)
        if not _is_doubt(scene, doubt):
            return
        if claim.act in CLAIMS and like.share >= _DOUBT and len(like.shared) >= _SUPPORT_KEYS:
            reason = f"doubts what the other says: {in_words(later, like.shared)}"
            yield judged(doubt, claim, "disputes", 0.5, reason)


def _of_one_thing(one: Claim, other: Claim, like: Likeness, rivals: tuple[str, str]) -> bool:
    """True where both share more than what the rival words fold into: "the child as a boy" and
    "her daughter" do, a "sad girl" and somebody's son do not."""
    folded = {alike().get(word, word) for word in rivals}
    named = {alike().get(word, word) for word in (one.raw | other.raw) - set(rivals)}
    return bool(set(like.shared) - (folded - named))


def _is_doubt(scene: Scene, asked: Statement) -> bool:
    """True for "questioned whether" and "doubts"; who asks for advice doubts nothing."""
    first = scene.reading.tokens_in(asked.content_spans[0])[0].lower
    if first == "whether":
        return True
    if first in _ASKS:
        # "Questioned why it had not come sooner": that it came is taken for granted.
        return False
    cue = scene.reading.head_of(asked.cue_span) if asked.cue_span is not None else None
    return cue is not None and cue.lemma.lower() in words("false", "doubts")


def _supports(scene: Scene, earlier: Claim, later: Claim, like: Likeness) -> Iterator[Relation]:
    """Another source that says the same of its own accord."""
    one, other = earlier.statement, later.statement
    if not {one.act, other.act} <= CLAIMS or _denies(earlier) != _denies(later):
        return
    if not (_is_somebody(one) and _is_somebody(other)) or other_figures(scene, earlier, later):
        return
    if not (earlier.clausal and later.clausal) or like.share >= _VERBATIM:
        # "High-dosage tutoring" says nothing that could be borne out, and the same sentence under
        # another name is the same sentence.
        return
    confirmed = other.act == "confirm" and like.share >= _CONFIRMED and len(like.shared) > 1
    plain = like.share >= _SUPPORT and len(like.shared) >= _SUPPORT_KEYS and like.predicate
    if confirmed or plain:
        reason = f"another source in like words: {in_words(later, like.shared)}"
        yield judged(other, one, "supports", min(0.8, 0.25 + like.share / 2), reason)


def _is_somebody(statement: Statement) -> bool:
    return statement.source is not None or statement.source_span is not None


def _is_short(one: Claim, other: Claim) -> bool:
    """ "Identified the child as a boy": one of the two says nothing else."""
    return min(len(one.raw), len(other.raw)) <= _SHORT
