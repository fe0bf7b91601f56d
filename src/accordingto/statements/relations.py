"""How the statements of one article stand to each other: denies, disputes, repeats, responds.

Judgements, each with a score and a reason in words. A denial is joined to the claim that it
denies in the order of how plainly the text says so: the claim named inside the denial ("denied
Pentagon claims that …"), a claim pointed back at ("that assertion"), a claim in like words.
"""

from collections.abc import Iterator, Sequence

from accordingto.records.article import Article
from accordingto.records.reading import Reading
from accordingto.records.span import Span
from accordingto.records.statement import Relation, RelationKind, Statement
from accordingto.statements.likeness import Words, compare, same_content, words_of
from accordingto.statements.wordlists import word_list

# Acts that put a claim forward, so that somebody may deny it.
_CLAIMS = frozenset({"assert", "accuse", "confirm", "claim_responsibility", "predict", "threaten"})
# Acts that answer a claim without judging its truth.
_ANSWERS = frozenset({"demand", "condemn", "decline"})

# Shares of content words, set on articles of our own and checked on others: see docs/decisions.md.
_SAME_CLAIM = 0.4
_SAME_CLAIM_WORDS = 3
# A headline or standfirst is made of the body's claims: less in common is enough there.
_SUMMARY_CLAIM = 0.35
_SUMMARY_CLAIM_WORDS = 2
_DENIED_CLAIM = 0.34
_DENIED_CLAIM_WORDS = 2


def relate(
    article: Article, reading: Reading, statements: Sequence[Statement]
) -> tuple[Relation, ...]:
    """Relations between ``statements``, sorted by their ids' order in the article; one a pair."""
    words = {s.id: words_of(reading, s.content_spans) for s in statements}
    order = {s.id: at for at, s in enumerate(statements)}
    best: dict[tuple[str, str], Relation] = {}
    for relation in _all(article, statements, words):
        first, second = sorted((relation.origin, relation.target), key=order.__getitem__)
        held = best.get((first, second))
        if held is None or relation.score > held.score:
            best[first, second] = relation
    return tuple(sorted(best.values(), key=lambda r: (order[r.origin], order[r.target])))


def _all(
    article: Article, statements: Sequence[Statement], words: dict[str, Words]
) -> Iterator[Relation]:
    for at, statement in enumerate(statements):
        before = statements[:at]
        if statement.act == "deny":
            yield from _denials(article, statement, statements, words)
        yield from _repeats(article, statement, before, words)
        yield from _contrasts(article, statement, statements)
        if statement.act in _ANSWERS:
            yield from _answers(statement, statements)


def _denials(
    article: Article, denial: Statement, statements: Sequence[Statement], words: dict[str, Words]
) -> Iterator[Relation]:
    """The claim that a denial denies: the plainest evidence found, and nothing on no evidence."""
    claims = [s for s in statements if s.act in _CLAIMS and s.id != denial.id]
    others = [s for s in claims if not _same_source(s, denial)]
    named = [s for s in others if same_content(s, denial) and not _holds(s, denial)]
    if named:
        for claim in named:
            yield _relation(denial, claim, "denies", 0.9, "the denial names this claim")
        return
    pointed = _pointed_at(article, denial, others)
    if pointed is not None:
        claim, words_there = pointed
        yield _relation(denial, claim, "denies", 0.7, f"'{words_there}' points back at this claim")
        return
    alike = [(compare(words[denial.id], words[s.id]), s) for s in others]
    for overlap, claim in alike:
        if overlap.share >= _DENIED_CLAIM and len(overlap.shared) >= _DENIED_CLAIM_WORDS:
            reason = f"denies what the other claims in like words: {', '.join(overlap.shared)}"
            yield _relation(
                denial, claim, "denies", round(min(0.8, 0.4 + overlap.share / 2), 2), reason
            )


def _pointed_at(
    article: Article, denial: Statement, claims: Sequence[Statement]
) -> tuple[Statement, str] | None:
    """The last claim before a denial whose content is only "that assertion", "the claims"."""
    for span in denial.content_spans:
        phrase = span.of(article.text)
        if not _points_back(phrase):
            continue
        start = _start(denial)
        earlier = [c for c in claims if _start(c) < start and not _holds(c, denial)]
        if earlier:
            return max(earlier, key=_start), phrase
    return None


def _points_back(phrase: str) -> bool:
    found = phrase.lower().split()
    if not found or len(found) > 5:
        return False
    pointers = word_list("sources.toml", "claims", "pointers")
    return found in (["it"], ["this"], ["that"], ["them"]) or any(
        found[-1].rstrip(".,") in (noun, noun + "s") for noun in pointers
    )


def _repeats(
    article: Article, statement: Statement, before: Sequence[Statement], words: dict[str, Words]
) -> Iterator[Relation]:
    """The same side saying the same again, as headline, standfirst and body do."""
    for other in before:
        if not _same_source(other, statement) or not _may_repeat(other, statement):
            continue
        if same_content(other, statement) or _holds(other, statement) or _holds(statement, other):
            continue
        if statement.act == "deny" and _either_points_back(article, statement, other):
            yield _relation(statement, other, "repeats", 0.6, "the same speaker denies once more")
            continue
        summary = _in_summary(article, statement) or _in_summary(article, other)
        least = _SUMMARY_CLAIM if summary else _SAME_CLAIM
        least_words = _SUMMARY_CLAIM_WORDS if summary else _SAME_CLAIM_WORDS
        overlap = compare(words[statement.id], words[other.id])
        if overlap.share >= least and len(overlap.shared) >= least_words:
            reason = f"the same speaker in like words: {', '.join(overlap.shared)}"
            score = round(min(0.9, 0.3 + overlap.share / 2), 2)
            yield _relation(statement, other, "repeats", score, reason)


def _either_points_back(article: Article, one: Statement, other: Statement) -> bool:
    return any(
        _points_back(span.of(article.text)) for s in (one, other) for span in s.content_spans
    )


def _in_summary(article: Article, statement: Statement) -> bool:
    start = _start(statement)
    return any(
        s.span.start <= start < s.span.end for s in article.segments_of("headline", "standfirst")
    )


def _contrasts(
    article: Article, statement: Statement, statements: Sequence[Statement]
) -> Iterator[Relation]:
    """ "Contrary to Washington's claims, …": a speaker against the claim named in his own words."""
    markers = word_list("sources.toml", "claims", "contrast")
    for inner in statements:
        if inner.parent != statement.id or _same_source(inner, statement):
            continue
        start = min(_start(inner), inner.source_span.start if inner.source_span else _start(inner))
        lead = article.text[max(0, start - 24) : start].lower()
        marker = next((m for m in markers if m in lead), None)
        if marker is not None:
            yield _relation(
                statement, inner, "denies", 0.6, f"'{marker}' sets it against this claim"
            )


def _answers(answer: Statement, statements: Sequence[Statement]) -> Iterator[Relation]:
    """A demand or reproach whose content holds somebody else's claim."""
    for inner in statements:
        if inner.parent == answer.id and inner.act in _CLAIMS and not _same_source(inner, answer):
            yield _relation(answer, inner, "responds", 0.6, "it reacts to the claim it holds")


def _may_repeat(one: Statement, other: Statement) -> bool:
    return one.act == other.act or {one.act, other.act} <= {
        "assert",
        "accuse",
        "condemn",
        "confirm",
    }


def _same_source(one: Statement, other: Statement) -> bool:
    if one.source is not None and other.source is not None:
        return one.source == other.source
    return one.source == other.source and one.holder_text == other.holder_text


def _holds(outer: Statement, inner: Statement) -> bool:
    """True where ``inner`` stands inside ``outer``: what one relays, one does not say."""
    return inner.parent == outer.id


def _start(statement: Statement) -> int:
    spans: list[Span] = [*statement.content_spans]
    if statement.cue_span is not None:
        spans.append(statement.cue_span)
    return min((span.start for span in spans), default=0)


def _relation(
    origin: Statement, target: Statement, kind: RelationKind, score: float, reason: str
) -> Relation:
    return Relation(
        origin=origin.id,
        target=target.id,
        kind=kind,
        score=score,
        reasons=(reason,),
    )
