"""What a headline says more than the body has: an attribution, a denial or a hedge left out.

Notes and no verdict: each names the words of the headline and what the body adds to them.
"""

from bisect import bisect_right
from collections.abc import Sequence

from accordingto.records.article import Note, Segment
from accordingto.records.span import Span
from accordingto.records.statement import Relation, Statement
from accordingto.relations.claim import Claim, claim_of
from accordingto.relations.likeness import compare
from accordingto.relations.scene import CLAIMS, Scene
from accordingto.relations.wordlists import words

# How much of what the headline says must be in a claim of the body, and in how many words, for the
# two to be one. What the outlet says in its own voice must not hold as much.
_SAME, _SAME_KEYS = 0.5, 3
_AGAINST = frozenset({"denies", "disputes"})
_MOST_BODY, _MOST_SENTENCES = 400, 600


def audit_headline(looked_at: Scene, relations: Sequence[Relation]) -> tuple[Note, ...]:
    """Notes on the headline and standfirst of an article, in the order of the text."""
    body = [
        c for c in looked_at.claims if c.statement.act in CLAIMS and not _is_above(looked_at, c)
    ]
    found: list[Note] = []
    for segment in looked_at.article.segments_of("headline", "standfirst"):
        found += _audited(looked_at, segment, body[:_MOST_BODY], relations)
    return tuple(found)


def _audited(
    found: Scene, segment: Segment, body: Sequence[Claim], relations: Sequence[Relation]
) -> list[Note]:
    said = [c for c in found.claims if segment.span.contains(_place(c))]
    whole = claim_of(found.reading, found.mentions, _as_statement(segment.span), 0)
    told = max(said, key=lambda c: len(c.keys), default=None)
    headline = whole if told is None else told
    match = _likest(headline, body)
    if match is None:
        return []
    notes = []
    name = _name(found, match.statement)
    if not said and not _is_told(found, headline, body):
        notes.append(
            Note(
                code="headline-drops-attribution",
                message=f"The {segment.role} says in the outlet's own voice what the body has "
                f"only from {name}.",
                span=segment.span,
            )
        )
    against = _contested(found, match, relations)
    if against and not any(c.statement.act == "deny" or c.negative for c in said):
        notes.append(
            Note(
                code="headline-drops-denial",
                message=f"The {segment.role} does not say that the claim by {name} is contested "
                f"by {_name(found, against[0])}.",
                span=segment.span,
            )
        )
    hedge = _hedge(found, match)
    if hedge is not None and _hedge_in(segment.span.of(found.article.text)) is None:
        notes.append(
            Note(
                code="headline-drops-hedge",
                message=f"The body hedges with '{hedge}' what the {segment.role} does not.",
                span=segment.span,
            )
        )
    return notes


def _as_statement(span: Span) -> Statement:
    return Statement(id="headline", content_spans=(span,))


def _place(claim: Claim) -> Span:
    return Span(claim.start, claim.start + 1)


def _is_above(found: Scene, claim: Claim) -> bool:
    return found.in_summary(claim.statement)


def _likest(headline: Claim, body: Sequence[Claim]) -> Claim | None:
    """The claim of the body that the headline makes, if it makes one."""
    best: tuple[float, Claim] | None = None
    for claim in body:
        share, shared = compare(headline.keys, claim.keys, _flat(headline, claim))
        if len(shared) < _SAME_KEYS or share < _SAME or not shared - headline.names:
            continue
        if best is None or share > best[0]:
            best = (share, claim)
    return best[1] if best is not None else None


def _flat(one: Claim, other: Claim) -> dict[str, float]:
    return dict.fromkeys(one.keys | other.keys, 1.0)


def _is_told(found: Scene, headline: Claim, body: Sequence[Claim]) -> bool:
    """True where the outlet itself says in the body, outside all statements, what the headline
    says."""
    said = [span for claim in body for span in claim.statement.content_spans]
    for sentence in _sentences(found)[:_MOST_SENTENCES]:
        if any(span.overlaps(sentence) for span in said):
            continue
        own = claim_of(found.reading, found.mentions, _as_statement(sentence), 0)
        share, shared = compare(headline.keys, own.keys, _flat(headline, own))
        if share >= _SAME and len(shared) >= _SAME_KEYS:
            return True
    return False


def _sentences(found: Scene) -> list[Span]:
    body = [segment.span for segment in found.article.segments_of("body")]
    starts = [span.start for span in body]
    sentences = []
    for sentence in found.reading.sentences:
        at = bisect_right(starts, sentence.span.start) - 1
        if at >= 0 and sentence.span.start < body[at].end:
            sentences.append(sentence.span)
    return sentences


def _contested(found: Scene, claim: Claim, relations: Sequence[Relation]) -> list[Statement]:
    ids = {claim.statement.id}
    ids |= {
        end for r in relations if r.kind == "repeats" and ids & {r.origin, r.target}
        for end in (r.origin, r.target)
    }  # fmt: skip
    against = [r.origin for r in relations if r.kind in _AGAINST and r.target in ids]
    return [found.statements[found.place_of[origin]] for origin in against]


def _hedge(found: Scene, claim: Claim) -> str | None:
    """The word by which a claim of the body is left open."""
    cue = claim.statement.cue_span
    text = " ".join(span.of(found.article.text) for span in claim.statement.content_spans)
    return _hedge_in((cue.of(found.article.text) + " " if cue else "") + text)


def _hedge_in(text: str) -> str | None:
    said = text.lower().split()
    return next((w for w in said if w.strip(".,;:“”\"'") in words("hedge", "words")), None)


def _name(found: Scene, statement: Statement) -> str:
    held = next((a for a in found.actors if a.id == statement.source), None)
    if held is not None:
        return held.name
    return f"“{statement.holder_text}”" if statement.holder_text else "an unnamed source"
