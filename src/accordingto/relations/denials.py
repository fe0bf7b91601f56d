"""Which claim a denial denies: in the order of how plainly the text says so."""

from bisect import bisect_left
from collections.abc import Iterator

from accordingto.records.span import Span
from accordingto.records.statement import Relation, Statement
from accordingto.relations.answered import accused, answered, in_one_sentence
from accordingto.relations.claim import Claim, blames
from accordingto.relations.judgement import in_words, judged
from accordingto.relations.likeness import compare
from accordingto.relations.near import Near
from accordingto.relations.pointing import pointing_phrase
from accordingto.relations.scene import CLAIMS, Scene, holds, outermost, same_content
from accordingto.relations.wordlists import words

# A share of keys from which a denial denies a claim, where the claim is about the one who denies,
# and where it is not.
_ACCUSED, _OTHERS = 0.3, 0.4
# The same for "Ores has no dams", which denies without saying so, and how many keys must be shared
# that are no names.
_NEGATIVE_ACCUSED, _NEGATIVE_OTHERS = (0.4, 2), (0.42, 3)
_COMMON_KEYS = 2
_WHOLE = 0.55
# Of the claims in front of a denial that points back, this many are looked at, and those about the
# one who denies are taken up to this many characters back.
_CLAIMS_BACK = 12
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
_FIRST_WORDS = 9
_QUOTES = frozenset("“”\"‘'«„")
# What hangs on a noun and says which claim it means: "the report of a raid", "that …".
_SAYS_WHICH = frozenset({"acl", "relcl", "prep", "ccomp", "appos"})
_SOME = ("a ", "an ", "any ")
_UNREAL = frozenset({"could", "would", "might", "may", "can"})
_OUGHT = frozenset({"must", "should", "ought", "shall"})
_BACK = 1500


def plain_denials(scene: Scene, near: Near) -> Iterator[Relation]:
    """Denials whose claim the text itself points out: it stands in them, they point back, or they
    answer it then and there."""
    # "He was accused of theft" names nobody who says so, and is what he denies.
    claims = [
        c for c in scene.in_order
        if scene.is_claimed(c.statement) or c.statement.act == "accuse"
    ]  # fmt: skip
    starts = [c.start for c in claims]
    for claim in scene.claims:
        end = bisect_left(starts, claim.start)
        before = claims[max(0, end - _CLAIMS_BACK) : end]
        if refuses(scene, claim):
            continue
        if claim.statement.act == "deny" or _calls_false(scene, claim):
            yield from _denial(scene, claim, before, near)
        elif claim.statement.act in CLAIMS and claim.negative:
            yield from answered(scene, claim, before)


def _denial(scene: Scene, claim: Claim, before: list[Claim], near: Near) -> Iterator[Relation]:
    denial = claim.statement
    named = [s for s in near.of(claim.place) if _is_named(scene, denial, s)]
    for other in named:
        # "The charge that …" may be anybody's: somebody else's claim in like words goes before.
        score = 0.9 if scene.is_claimed(other) else 0.5
        yield judged(denial, other, "denies", score, "the denial names this claim")
    named = [s for s in named if scene.is_claimed(s)]
    phrase = pointing_phrase(scene.article.text, denial)
    if not named and phrase is not None:
        yield from _pointed_at(scene, claim, before, phrase)
    elif not named:
        yield from in_one_sentence(scene, claim, before)
        yield from accused(scene, claim, before)


def refuses(scene: Scene, denial: Claim) -> bool:
    """ "Denied his request to stay": what is refused is no claim. "Could be denied" denies none."""
    cue = denial.statement.cue_span
    said = [token.lower for token in scene.reading.tokens_in(cue)] if cue is not None else []
    if _UNREAL.intersection(said[:-1]) and "later" not in said:
        return True
    spans = denial.statement.content_spans
    head = scene.reading.head_of(spans[0]) if spans else None
    if head is None:
        return False
    if head.lemma.lower() in words("pointing", "requests"):
        return True
    verb = scene.reading.head_of(cue) if cue is not None else None
    turned_down = verb is not None and verb.lemma.lower() in words("pointing", "refusing")
    return turned_down and head.pos == "NOUN" and not _is_claim(scene, spans[0])


def _is_claim(scene: Scene, content: Span) -> bool:
    """True for words that name a claim, or begin as one ("that", a quotation)."""
    first = scene.reading.tokens_in(content)[:_FIRST_WORDS]
    known = words("pointing", "nouns") | words("negation", "shares")
    return any(t.lower == "that" or t.text in _QUOTES or t.lemma.lower() in known for t in first)


def _is_named(scene: Scene, denial: Statement, other: Statement) -> bool:
    """True for somebody else's claim of the very words that are denied."""
    return (
        other.act in CLAIMS
        and same_content(other, denial)
        and not holds(other, denial)
        and not scene.same_side(other, denial)
        and not _is_within(scene, denial, other)
        and not _tells_of(other, denial)
    )


def _is_within(scene: Scene, denial: Statement, other: Statement) -> bool:
    """ "Denied that anybody had warned him": told by a verb, or by "reportedly", within what is
    denied, and no claim."""
    if other.cue_span is None or not any(c.contains(other.cue_span) for c in denial.content_spans):
        return False
    cue = scene.reading.head_of(other.cue_span)
    return cue is not None and cue.pos in ("VERB", "AUX", "ADV")


def _tells_of(other: Statement, denial: Statement) -> bool:
    """ "He pointed to the minister, who disputed the figures": who tells of a denial does not make
    the claim that is denied."""
    cue = denial.cue_span
    return cue is not None and any(span.contains(cue) for span in other.content_spans)


def _is_blamed(scene: Scene, claim: Claim) -> bool:
    """ "Called it wrong and shameful", "a bogus charity": a deed may be wrong and a thing no good,
    and no claim be meant."""
    tokens = [t for s in claim.statement.content_spans for t in scene.reading.tokens_in(s)]
    if len(tokens) < 2 or tokens[1].lower == "as":
        return False
    false = words("false", "words") - {"wrong"}
    return not any(
        {token.lower, token.lemma.lower()} & false and (after is None or after.pos not in _NOUNS)
        for token, after in zip(tokens, [*tokens[1:], None], strict=True)
    )


def _calls_false(scene: Scene, claim: Claim) -> bool:
    """ "The claim is entirely false", said and not denied."""
    statement = claim.statement
    if statement.act not in CLAIMS or pointing_phrase(scene.article.text, statement) is None:
        return False
    return bool(claim.raw & words("false", "words"))


def _pointed_at(
    scene: Scene, denial: Claim, before: list[Claim], phrase: str
) -> Iterator[Relation]:
    """The last claim of another side; a claim about the one who denies goes before the others."""
    said = denial.statement
    if phrase.lower() in words("pointing", "pronouns") and _is_blamed(scene, denial):
        return
    others = [c for c in before if not _is_own(scene, c.statement, said) and not is_wish(scene, c)]
    if not others:
        return
    if phrase.lower().startswith(_SOME):
        # "…, a charge that the mill denies": it is made in this sentence.
        sentence = scene.sentence_at(denial.start)
        others = [c for c in others if any(sentence.overlaps(s) for s in c.statement.content_spans)]
    others = [c for c in others if not _is_aside(scene, c.statement)] or others
    if not others:
        return
    side = scene.keys_of_side(said)
    about = [c for c in others if c.keys & side and denial.start - c.start <= _BACK]
    if _is_of_guilt(phrase):
        # Charges are made against somebody: what is no charge and not about him is not meant.
        charges = [c for c in about or others if c.statement.act == "accuse" or blames(c)]
        others = charges or about or [c for c in others if _tells_of_somebody(scene, c)]
        about = [c for c in about if c in others]
    if not others:
        return
    last = outermost(scene, (about or others)[-1])
    reason = f"'{phrase}' points back at this claim"
    if about:
        reason += " about the one who denies"
    yield judged(said, last.statement, "denies", 0.75 if about else 0.65, reason)


def is_wish(scene: Scene, claim: Claim) -> bool:
    """ "(Voted) to ban the agency", "there must be an inquiry": what begins with an infinitive, or
    says what ought to be, says nothing that is so."""
    spans = claim.statement.content_spans
    if not spans:
        return False
    if spans[0].of(scene.article.text)[:3].lower() == "to ":
        return True
    head = scene.reading.head_of(spans[0])
    below = scene.reading.children[head.index] if head is not None else ()
    return any(scene.reading.tokens[child].lower in _OUGHT for child in below)


def _tells_of_somebody(scene: Scene, claim: Claim) -> bool:
    """True for a plain claim of what a person other than its speaker did."""
    doers = {actor for actor in claim.doers if actor != claim.statement.source}
    persons = any(scene.mentions.kinds.get(actor) == "person" for actor in doers)
    return persons and claim.statement.certainty == "plain"


def _is_of_guilt(phrase: str) -> bool:
    """True for "the charges", "both allegations"."""
    noun = phrase.lower().split()[-1]
    return noun in words("pointing", "guilt") or noun.removesuffix("s") in words(
        "pointing", "guilt"
    )


def _is_aside(scene: Scene, said: Statement) -> bool:
    """ "The Front, which he blames for an earlier raid": said in passing, not what is answered."""
    cue = scene.reading.head_of(said.cue_span) if said.cue_span is not None else None
    while cue is not None and cue.dep == "conj" and cue.head < cue.index:
        cue = scene.reading.tokens[cue.head]
    return cue is not None and cue.dep == "relcl"


def _is_own(scene: Scene, claim: Statement, denial: Statement) -> bool:
    return scene.same_side(claim, denial) or holds(claim, denial)


def like_denials(scene: Scene, one: Claim, other: Claim) -> Iterator[Relation]:
    """A denial of what the other claims in like words, whichever of the two stands first."""
    if scene.same_side(one.statement, other.statement):
        return
    for denial, claim in ((one, other), (other, one)):
        if not scene.is_claimed(claim.statement) or holds(claim.statement, denial.statement):
            continue
        if is_wish(scene, claim):
            continue
        if denial.statement.act == "deny" and not refuses(scene, denial):
            yield from _denied(scene, denial, claim)
        elif negates(denial, claim) and not claim.negated and _is_said_so(denial, claim):
            yield from _contradicted(scene, denial, claim)


def negates(denial: Claim, claim: Claim) -> bool:
    """True where what one negates is what the other says, and does not negate itself: "nothing can
    harm us where there is light" does not deny that attacks are few there."""
    against = denial.denied & claim.keys
    return bool(against) and not against & claim.denied


def _is_said_so(denial: Claim, claim: Claim) -> bool:
    """True where both speak of what is: that it will not happen contradicts no fear that it may."""
    return denial.statement.act in CLAIMS and claim.statement.act not in ("predict", "threaten")


def _denied(scene: Scene, denial: Claim, claim: Claim) -> Iterator[Relation]:
    if denial.negative != claim.negative and denial.statement.quote == "indirect":
        return
    if _only_points(scene, denial.statement):
        return
    like = scene.likeness(denial, claim)
    accused = bool(claim.keys & scene.keys_of_side(denial.statement))
    least = _ACCUSED if accused else _OTHERS
    # That both speak of an allegation, or of a lie, does not make it one allegation.
    empty = words("pointing", "nouns") | words("false", "words")
    matter = [key for key in like.shared if denial.wordings[key].lower() not in empty]
    if like.share >= least and len(matter) >= _COMMON_KEYS:
        reason = f"denies what the other claims in like words: {in_words(denial, like.shared)}"
        score = min(0.85, 0.35 + like.share / 2 + (0.1 if accused else 0))
        yield judged(denial.statement, claim.statement, "denies", score, reason)


def _one_role(scene: Scene, one: Statement, other: Statement) -> bool:
    """True for "prosecutors" and "federal prosecutors": nobody would take them for two sides."""
    spans = (one.source_span, other.source_span)
    first, second = (s.of(scene.article.text).lower().split() if s else [] for s in spans)
    if not first or not second or first[-1] != second[-1] or not first[-1].endswith("s"):
        return False
    return set(first) <= set(second) or set(second) <= set(first)


def _only_points(scene: Scene, denial: Statement) -> bool:
    """ "Your past and present assertions": whatever words these are, they are no claim's."""
    spans = denial.content_spans
    head = scene.reading.head_of(spans[0]) if spans else None
    if head is None or head.lemma.lower() not in words("pointing", "nouns"):
        return False
    below = {scene.reading.tokens[child].dep for child in scene.reading.children[head.index]}
    return below.isdisjoint(_SAYS_WHICH)


def _contradicted(scene: Scene, denial: Claim, claim: Claim) -> Iterator[Relation]:
    share, shared = compare(denial.negated, claim.keys, scene.weights)
    plain = tuple(sorted(shared - denial.names - claim.names))
    accused = bool(claim.keys & scene.keys_of_side(denial.statement))
    if _one_role(scene, denial.statement, claim.statement):
        return
    if denial.of_self and not accused:
        # "They would never vote for him": what a group says of itself is no answer to another's.
        return
    least, keys = _NEGATIVE_ACCUSED if accused else _NEGATIVE_OTHERS
    of_deed = denial.denied & (claim.predicates | claim.subjects | claim.names)
    enough = share >= least and len(plain) >= (keys if of_deed else _NEGATIVE_OTHERS[1])
    # "There was no Delta Front in that building": few words, all of them those of the claim, a name
    # among them. "Nobody wins" has the words of many a claim and denies none.
    named = len(shared) > len(plain)
    if enough or (share >= _WHOLE and plain and named):
        reason = f"says that it is not so, in like words: {in_words(denial, plain)}"
        score = min(0.75, 0.3 + share / 2)
        yield judged(denial.statement, claim.statement, "denies", score, reason)
