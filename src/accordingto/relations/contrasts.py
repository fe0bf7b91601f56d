"""Claims that a speaker sets his own account against: "contrary to Washington's claims, …"."""

from bisect import bisect_left
from collections.abc import Iterator

from accordingto.records.span import Span
from accordingto.records.statement import Relation
from accordingto.relations.claim import Claim
from accordingto.relations.judgement import judged
from accordingto.relations.near import Near
from accordingto.relations.scene import CLAIMS, Scene
from accordingto.relations.wordlists import words

# How far before the claim named in a speaker's own words the marker of contrast may stand, and how
# far behind the marker the words for those who claim it.
_MARKER_REACH, _CLAIMANT_REACH = 24, 60
_CLAIMS_BACK = 40


def contrasted(scene: Scene, near: Near) -> Iterator[Relation]:
    """A speaker against a claim that he names: one that stands in his words, else the likest of
    those whom he names."""
    claims = [c for c in scene.in_order if c.statement.act in CLAIMS]
    starts = [c.start for c in claims]
    for claim in scene.claims:
        inside = [
            s for s in near.inside(claim.statement) if not scene.same_side(s, claim.statement)
        ]
        for inner in inside:
            at = scene.claims[scene.place_of[inner.id]].start
            start = min(at, inner.source_span.start if inner.source_span else at)
            lead = scene.article.text[max(0, start - _MARKER_REACH) : start]
            # "Despite a fall in prices, they …": what follows is set against no claim.
            marker = _marker(lead[lead.rfind(",") + 1 :])
            # "Despite what they say, …": what follows is the speaker's own again.
            own = marker is not None and lead.rstrip().lower().endswith(" what")
            if marker is not None and not own and scene.is_claimed(inner):
                reason = f"'{marker}' sets it against this claim"
                yield judged(claim.statement, inner, "denies", 0.6, reason)
        if claim.statement.parent is None:
            end = bisect_left(starts, claim.start)
            before = claims[max(0, end - _CLAIMS_BACK) : end]
            yield from _against(scene, claim, before)


def _against(scene: Scene, claim: Claim, before: list[Claim]) -> Iterator[Relation]:
    text = scene.article.text
    for span in claim.statement.content_spans:
        marker = _marker(span.of(text))
        if marker is None:
            continue
        end = span.start + span.of(text).lower().index(marker) + len(marker)
        place = Span(end, min(span.end, end + _CLAIMANT_REACH))
        named = next((t for t in scene.reading.tokens_in(place) if scene.mentions.at(t)), None)
        noun = next((t for t in scene.reading.tokens_in(place) if _is_claim(t.lemma)), None)
        if named is None or noun is None:
            continue
        side = set(scene.mentions.at(named))
        theirs = [
            c for c in before
            if c.statement.source is not None and side & set(scene.chain(c.statement.source))
        ]  # fmt: skip
        theirs = [c for c in theirs if scene.likeness(claim, c).shared]
        if theirs:
            ranked = sorted(theirs, key=lambda c: _rank(scene, claim, c))
            reason = f"'{marker}' sets it against a claim of this side"
            yield judged(claim.statement, ranked[0].statement, "disputes", 0.5, reason)


def _marker(words_before: str) -> str | None:
    lower = words_before.lower()
    return next((m for m in sorted(words("contrast", "markers")) if m in lower), None)


def _is_claim(lemma: str) -> bool:
    return lemma in words("pointing", "nouns")


def _rank(scene: Scene, claim: Claim, other: Claim) -> tuple[bool, float, int]:
    """What stands by itself goes before what is told within another's words; then the likest."""
    inner = other.statement.parent is not None
    return inner, -scene.likeness(claim, other).share, -other.start
