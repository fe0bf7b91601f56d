"""The judged links between statements of different articles."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from accordingto.records.document import Document
from accordingto.records.instant import instant
from accordingto.records.story import Ref, StatementLink
from accordingto.stories.compare import Likeness, judge
from accordingto.stories.said import Said

# A headline's statement that is so like one of the body is that one.
_ECHO = 0.45
# Links that others may follow from.
_FOLLOWS = 0.7


def find_links(
    said: Sequence[Said], pairs: Mapping[tuple[int, int], Likeness]
) -> list[StatementLink]:
    """The judged links between statements of different articles, the surest first."""
    found = []
    echoes = _echoes(said, pairs)
    for (one, other), like in pairs.items():
        a, b = said[one], said[other]
        if a.document.id == b.document.id or one in echoes or other in echoes:
            continue
        verdict = judge(a, b, like)
        if verdict is not None:
            if _later(a.document, b.document):
                a, b = b, a
            found.append(
                StatementLink(
                    a=a.ref,
                    b=b.ref,
                    kind=verdict.kind,
                    score=verdict.score,
                    same_source=verdict.same_source,
                    same_words=verdict.same_words,
                    reasons=verdict.reasons,
                )
            )
    return sorted([*found, *_through(found)], key=lambda x: (-x.score, x.a, x.b))


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


def _echoes(said: Sequence[Said], pairs: Mapping[tuple[int, int], Likeness]) -> set[int]:
    """Statements of headlines that the article's body makes again, in like words or as its reading
    judges: the body's is linked."""
    again = {
        (document.id, end)
        for document in {one.document.id: one.document for one in said}.values()
        for relation in document.relations
        if relation.kind == "repeats"
        for end in (relation.origin, relation.target)
    }
    repeated = {
        at
        for at, one in enumerate(said)
        if one.headline and (one.document.id, one.ref.statement) in again
    }
    return repeated | {
        head
        for pair, like in pairs.items()
        for head, body in (pair, pair[::-1])
        if said[head].headline
        and not said[body].headline
        and said[head].document.id == said[body].document.id
        and like.alike > _ECHO
        and said[head].holds == said[body].holds
    }


def _later(a: Document, b: Document) -> bool:
    return instant(a.published) > instant(b.published)
