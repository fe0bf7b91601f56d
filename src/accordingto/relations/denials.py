"""Which claim a denial denies: in the order of how plainly the text says so."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from accordingto.records.reading import Token
from accordingto.records.span import Span
from accordingto.records.statement import Relation, Statement
from accordingto.relations.answered import (
    accused,
    answered,
    charge_before,
    in_one_sentence,
    right_behind,
)
from accordingto.relations.claim import Claim, blames
from accordingto.relations.judgement import in_words, judged
from accordingto.relations.likeness import compare
from accordingto.relations.near import Near
from accordingto.relations.pointed import named_ahead, noun_said, owned_claim, pointed_at
from accordingto.relations.pointing import pointer_of_something, pointing_phrase
from accordingto.relations.scene import CLAIMS, Scene, holds, same_content
from accordingto.relations.verb import verb_of
from accordingto.relations.wishes import is_wish
from accordingto.relations.wordlists import stems, words

# A share of keys from which a denial denies a claim, where the claim is about the one who denies,
# and where it is not.
_ACCUSED, _OTHERS = 0.3, 0.4
# The same for "Ores has no dams", which denies without saying so, and how many keys must be shared
# that are no names.
_NEGATIVE_ACCUSED, _NEGATIVE_OTHERS = (0.4, 2), (0.42, 3)
_COMMON_KEYS = 2
_WHOLE = 0.55
# How near a claim stands of which a denial denies the bare deed, in characters.
_WHOLE_NEAR, _WHOLE_NEXT = 1500, 700
# Of the claims in front of a denial that points back, this many are looked at.
_CLAIMS_BACK = 12
_FIRST_WORDS = 9
# How many statements behind a claim its charge stands, and how sure it is that this is denied.
_CHARGES, _CHARGED = 3, 0.55
_HIM = frozenset({"him", "her"})
_QUOTES = frozenset("“”\"‘'«„")
# What hangs on a noun and says which claim it means: "the report of a raid", "that …".
_SAYS_WHICH = frozenset({"acl", "relcl", "prep", "ccomp", "appos"})
_UNREAL = frozenset({"could", "would", "might", "may", "can"})


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
        if not before and scene.in_summary(claim.statement):
            before = named_ahead(scene, claim, claims[end : end + _CLAIMS_BACK])
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
        if other.source is None and other.source_span is None:
            yield from _hinted(scene, denial, scene.claims[scene.place_of[other.id]], before)
    named = [s for s in named if scene.is_claimed(s)]
    text = scene.article.text
    phrase = pointing_phrase(text, denial) or pointer_of_something(text, denial)
    phrase = phrase or noun_said(scene, claim)
    if phrase in _HIM and verb_of(scene, denial) not in words("pointing", "believing"):
        phrase = None  # "Voters are rejecting him".
    owned = list(owned_claim(scene, claim, before)) if not named else []
    if owned:
        yield from owned
    elif not named and phrase is not None:
        yield from pointed_at(scene, claim, before, phrase)
    elif not named:
        found = list(in_one_sentence(scene, claim, before))
        found = found or list(charge_before(scene, claim)) or list(accused(scene, claim, before))
        yield from found or right_behind(scene, claim)


def _hinted(
    scene: Scene, denial: Statement, named: Claim, before: list[Claim]
) -> Iterator[Relation]:
    """ "Rejected the suggestion that the certificate was forged", after somebody said "my signature
    on the certificate is a copy": the last claim of the same thing, near before it."""
    plain = named.subjects - named.names
    for claim in reversed(before):
        if named.start - claim.start > _WHOLE_NEXT:
            return
        if not plain & claim.keys or claim.negative or not scene.is_claimed(claim.statement):
            continue
        if not scene.same_side(claim.statement, denial):
            words_shared = in_words(named, tuple(sorted(plain & claim.keys)))
            reason = f"what it denies is of what the other speaks of: {words_shared}"
            yield judged(denial, claim.statement, "denies", 0.45, reason)
            return


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
    if _is_withheld(scene, denial, head):
        return True
    if head.lemma.lower() in words("pointing", "requests"):
        return True
    verb = scene.reading.head_of(cue) if cue is not None else None
    turned_down = verb is not None and verb.lemma.lower() in words("pointing", "refusing")
    return turned_down and head.pos == "NOUN" and not _is_claim(scene, spans[0])


def _is_withheld(scene: Scene, denial: Claim, head: Token) -> bool:
    """ "Deny licences to couples", "denied him a hearing": something is kept from somebody."""
    cue = denial.statement.cue_span
    verb = scene.reading.head_of(cue) if cue is not None else None
    if verb is None or verb.lemma.lower() != "deny" or head.pos != "NOUN" or head.dep == "ccomp":
        return False
    if head.lemma.lower() in words("pointing", "nouns") or head.tag == "VBG":
        return False
    tokens, children = scene.reading.tokens, scene.reading.children
    given = any(tokens[c].dep == "dative" for c in children[verb.index])
    below = [*children[verb.index], *children[head.index]]
    to_somebody = [
        tokens[g]
        for c in below
        if tokens[c].lower == "to" and c > head.index
        for g in children[c]
        if tokens[g].dep == "pobj"
    ]
    return given or any(t.tag in ("NNS", "NNPS") for t in to_somebody)


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


def _calls_false(scene: Scene, claim: Claim) -> bool:
    """ "The claim is entirely false", said and not denied."""
    statement = claim.statement
    if statement.act not in CLAIMS or pointing_phrase(scene.article.text, statement) is None:
        return False
    return bool(claim.raw & stems("false", "words"))


def like_denials(scene: Scene, one: Claim, other: Claim) -> Iterator[Relation]:
    """A denial of what the other claims in like words, whichever of the two stands first."""
    if scene.same_side(one.statement, other.statement):
        return
    for denial, claim in ((one, other), (other, one)):
        if not scene.is_claimed(claim.statement) or holds(claim.statement, denial.statement):
            continue
        if is_wish(scene, claim) or is_wish(scene, denial):
            continue
        if denial.statement.act == "deny" and not refuses(scene, denial):
            yield from _denied(scene, denial, claim)
        elif negates(denial, claim) and not claim.negated and _is_said_so(denial, claim):
            yield from _contradicted(scene, denial, claim)


def meant(scene: Scene, alike: Iterable[Relation]) -> Iterator[Relation]:
    """Denials in like words, each of the charge where its side is charged: "three soldiers were
    shot dead", "it blames Ores", "Ores denies that its troops fired"."""
    for relation in alike:
        denial, claim = (
            scene.claims[scene.place_of[end]] for end in (relation.origin, relation.target)
        )
        side = scene.keys_of_side(denial.statement)
        charge = None if scene.is_about(claim, side) else _charge(scene, denial, claim, side)
        if charge is None:
            yield relation
        else:
            reason = "denies this charge, in words like those of the claim beside it"
            score = min(relation.score, _CHARGED)
            yield judged(denial.statement, charge.statement, "denies", score, reason)


def _charge(scene: Scene, denial: Claim, claim: Claim, side: frozenset[str]) -> Claim | None:
    """The charge against a side by whoever makes a claim, right behind that claim."""
    if denial.statement.act != "deny" or denial.start < claim.start:
        return None
    at = scene.order_of[claim.place]
    for other in scene.in_order[at + 1 : at + 1 + _CHARGES]:
        charges = other.statement.act == "accuse" or blames(other)
        if not charges or not scene.is_about(other, side):
            continue
        if scene.same_side(other.statement, claim.statement):
            return other
    return None


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
    if claim.denied & set(like.shared) and not denial.denied & set(like.shared):
        # "Denied having met him" beside "never met him": both say the same.
        return
    accused = bool(claim.keys & scene.keys_of_side(denial.statement))
    least = _ACCUSED if accused else _OTHERS
    # That both speak of an allegation, or of a lie, does not make it one allegation.
    empty = words("pointing", "nouns") | words("false", "words")
    matter = [key for key in like.shared if denial.wordings[key].lower() not in empty]
    if like.share >= least and len(matter) >= _COMMON_KEYS:
        reason = f"denies what the other claims in like words: {in_words(denial, like.shared)}"
        score = min(0.85, 0.35 + like.share / 2 + (0.1 if accused else 0))
        yield judged(denial.statement, claim.statement, "denies", score, reason)
    elif matter and _is_whole(denial, claim, matter, accused=accused):
        reason = f"all that it denies is in the other: {in_words(denial, tuple(matter))}"
        yield judged(denial.statement, claim.statement, "denies", 0.5, reason)


def _is_whole(denial: Claim, claim: Claim, matter: Sequence[str], *, accused: bool) -> bool:
    """ "Denied that he was captured": the deed is all that is denied, and the other claims it;
    further off where both name somebody or the claim is about the one who denies (``accused``)."""
    if not denial.clausal or denial.keys - denial.names - set(matter):
        return False
    if abs(denial.start - claim.start) > _WHOLE_NEAR:
        return False
    near = abs(denial.start - claim.start) <= _WHOLE_NEXT
    named = bool(denial.names & claim.names)
    return bool(set(matter) & denial.predicates & claim.predicates) and (near or named or accused)


def one_role(scene: Scene, one: Statement, other: Statement) -> bool:
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
    if one_role(scene, denial.statement, claim.statement):
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
    # "No clinic was hit" beside "planes bombed the clinic": what is negated, and of what.
    negated = denial.denied - denial.names
    told = (
        len(negated) >= _COMMON_KEYS
        and negated <= claim.keys
        and bool(negated & (claim.predicates | denial.predicates))
        and abs(denial.start - claim.start) <= _WHOLE_NEAR
    )
    # "Help was never offered" beside "it offered help".
    whole = denial.negated - denial.names
    told = told or (
        len(whole) >= _COMMON_KEYS
        and whole <= claim.keys
        and bool(whole & denial.subjects)
        and bool(denial.denied & claim.predicates & denial.predicates)
        and abs(denial.start - claim.start) <= _WHOLE_NEAR
    )
    if enough or told or (share >= _WHOLE and plain and named):
        reason = f"says that it is not so, in like words: {in_words(denial, plain)}"
        score = min(0.75, 0.3 + share / 2)
        yield judged(denial.statement, claim.statement, "denies", score, reason)
