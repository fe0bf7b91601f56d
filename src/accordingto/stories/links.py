"""The judged links between statements of different articles."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from accordingto.records.document import Document
from accordingto.records.instant import instant
from accordingto.records.story import Ref, StatementLink
from accordingto.stories.compare import Likeness, Verdict, judge
from accordingto.stories.said import Said

# A headline's statement that is so like one of the body is that one.
_ECHO = 0.45
# What a link loses where it holds for the headline's words.
_BY_HEADLINE = 0.9
# Links that others may follow from.
_FOLLOWS = 0.7


def find_links(
    said: Sequence[Said], pairs: Mapping[tuple[int, int], Likeness]
) -> list[StatementLink]:
    """The judged links between statements of different articles, the surest first."""
    found = []
    echoes = _echoes(said, pairs)
    heads = []
    for (one, other), like in pairs.items():
        a, b = said[one], said[other]
        if a.document.id == b.document.id:
            continue
        verdict = judge(a, b, like)
        if verdict is None:
            continue
        if one in echoes or other in echoes:
            heads.append((one, other, verdict))
        else:
            found.append(_link(a, b, verdict))
    found += _of_bodies(said, echoes, heads, found)
    return sorted([*found, *_through(found)], key=lambda x: (-x.score, x.a, x.b))


def _link(a: Said, b: Said, verdict: Verdict, headline: bool = False) -> StatementLink:
    """``headline``: whether it holds for the words of one in the headline."""
    if _later(a.document, b.document):
        a, b = b, a
    sure = verdict.score * (_BY_HEADLINE if headline else 1.0)
    return StatementLink(
        a=a.ref,
        b=b.ref,
        kind=verdict.kind,
        score=round(sure, 2),
        same_source=verdict.same_source,
        same_words=verdict.same_words and not headline,
        reasons=(*verdict.reasons, "in the words of its headline") if headline else verdict.reasons,
    )


def _of_bodies(
    said: Sequence[Said],
    echoes: Mapping[int, int | None],
    heads: Sequence[tuple[int, int, Verdict]],
    found: Sequence[StatementLink],
) -> list[StatementLink]:
    """Conflicts of headlines, of the statement of the body that each has in short: "denies causing
    floods by opening dams" above, "rejected allegations that it was responsible" below."""
    known = {frozenset((link.a, link.b)) for link in found}
    more = []
    for one, other, verdict in heads:
        ends = [echoes.get(at, at) for at in (one, other)]
        if verdict.kind != "conflicts" or verdict.same_source or None in ends:
            continue
        a, b = (said[at] for at in ends if at is not None)
        if frozenset((a.ref, b.ref)) not in known:
            known.add(frozenset((a.ref, b.ref)))
            more.append(_link(a, b, verdict, headline=True))
    return more


def _through(found: Sequence[StatementLink]) -> list[StatementLink]:
    """Conflicts that follow: who denies what a speaker says in one article denies it in another
    that has it from the same speaker."""
    same: dict[Ref, list[tuple[Ref, float]]] = defaultdict(list)
    for link in found:
        if link.kind == "agrees" and link.same_source and link.score >= _FOLLOWS:
            same[link.a].append((link.b, link.score))
            same[link.b].append((link.a, link.score))
    known = {frozenset((link.a, link.b)) for link in found}
    more = []
    for link in found:
        if link.kind != "conflicts" or link.same_source:
            continue
        for said, other in ((link.a, link.b), (link.b, link.a)):
            for twin, sure in same[said]:
                pair = frozenset((twin, other))
                if twin.document == other.document or pair in known:
                    continue
                known.add(pair)
                a, b = sorted((twin, other))
                score = round(link.score * sure, 2)
                reasons = (*link.reasons, "the same speaker says it in another article")
                more.append(StatementLink(a=a, b=b, kind="conflicts", score=score, reasons=reasons))
    return more


def _echoes(
    said: Sequence[Said], pairs: Mapping[tuple[int, int], Likeness]
) -> dict[int, int | None]:
    """Statements of headlines that the article's body makes again, in like words or as its reading
    judges: the body's is linked. Each with it, where that is said."""
    place = {(one.document.id, one.ref.statement): at for at, one in enumerate(said)}
    repeated: dict[int, int | None] = {}
    for document in {one.document.id: one.document for one in said}.values():
        for relation in document.relations:
            if relation.kind != "repeats":
                continue
            for mine, theirs in (
                (relation.target, relation.origin),
                (relation.origin, relation.target),
            ):
                at, body = place.get((document.id, mine)), place.get((document.id, theirs))
                if at is not None and said[at].headline:
                    known = repeated.setdefault(at, None)
                    # Of several the first: what stands next to the headline.
                    if body is None or (known is not None and known < body):
                        continue
                    if _is_in_short(said[at], said[body]):
                        repeated[at] = body
    return repeated | {
        head: body
        for pair, like in pairs.items()
        for head, body in (pair, pair[::-1])
        if said[head].headline
        and not said[body].headline
        and said[head].document.id == said[body].document.id
        and like.alike > _ECHO
        and said[head].holds == said[body].holds
    }


def _is_in_short(head: Said, body: Said) -> bool:
    return not body.headline and head.holds == body.holds


def _later(a: Document, b: Document) -> bool:
    return instant(a.published) > instant(b.published)
