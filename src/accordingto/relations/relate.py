"""How the statements of one article stand to each other: denies, disputes, supports, repeats,
responds.

Judgements, each with a score and a reason in words; where the text gives no evidence there is no
relation. Two claims are compared by what they are about (actors, content words folded by meaning
and weighted by rarity in the article, figures) and by whether each is negated; only those that
share something rare are compared at all, so that the cost grows with the number of statements.
"""

from collections.abc import Iterable, Iterator

from accordingto.records.statement import Relation
from accordingto.relations.absences import absences
from accordingto.relations.accounts import accounts
from accordingto.relations.answers import answers
from accordingto.relations.beside import beside
from accordingto.relations.classes import Classes
from accordingto.relations.contained import contained
from accordingto.relations.contrasts import contrasted
from accordingto.relations.denials import like_denials, meant, plain_denials
from accordingto.relations.doubts import doubts
from accordingto.relations.echoes import echoes
from accordingto.relations.faults import faults
from accordingto.relations.near import Near
from accordingto.relations.once_more import denied_once_more, repeated
from accordingto.relations.pairs import pairs
from accordingto.relations.partings import partings
from accordingto.relations.retorts import retorts
from accordingto.relations.scene import Scene
from accordingto.relations.trained.judge import learned

# A denial may be of several claims, but not of many.
_MOST_OF_A_KIND = 3
# From this score on a denial says itself what it denies; like words elsewhere add nothing.
_PLAIN = 0.6


def relate(looked_at: Scene) -> tuple[Relation, ...]:
    """Relations between the statements of an article, one a pair, in its order."""
    near = Near(looked_at.statements)
    found = [*plain_denials(looked_at, near), *answers(looked_at, near)]
    found += [*contrasted(looked_at, near), *doubts(looked_at)]
    found += [*retorts(looked_at), *absences(looked_at), *faults(looked_at)]
    found += contained(looked_at)
    answered = {r.origin for r in found if r.kind == "denies" and r.score >= _PLAIN}
    found += [*denied_once_more(looked_at, found), *repeated(looked_at), *echoes(looked_at)]
    alike: list[Relation] = []
    for earlier, later in pairs(looked_at):
        found += accounts(looked_at, earlier, later)
        alike += (r for r in like_denials(looked_at, earlier, later) if r.origin not in answered)
    found += [*beside(looked_at, near), *partings(looked_at)]
    found += _likest(meant(looked_at, alike), looked_at.place_of)
    by_rules = _chosen(found, looked_at)
    return _chosen([*found, *learned(looked_at, by_rules)], looked_at)


def _likest(found: Iterable[Relation], order: dict[str, int]) -> Iterator[Relation]:
    """Of the claims that a denial is like, the likest: it denies one, in whatever wordings."""
    best: dict[str, Relation] = {}
    for relation in found:
        known = best.setdefault(relation.origin, relation)
        if (-relation.score, order[relation.target]) < (-known.score, order[known.target]):
            best[relation.origin] = relation
    yield from best.values()


def _chosen(found: Iterable[Relation], looked_at: Scene) -> tuple[Relation, ...]:
    """One relation a pair, one of a kind from each statement to each claim however often worded,
    and the surest of them; two accounts that dispute each other do so once."""
    order = looked_at.place_of
    ranked = sorted(
        found,
        key=lambda r: (-r.score, _is_short(looked_at, r), order[r.origin], order[r.target], r.kind),
    )
    classes = Classes()
    kept: dict[tuple[str, str], Relation] = {}
    for relation in ranked:
        if relation.kind == "repeats" and classes.join(relation.origin, relation.target):
            kept[_pair(relation)] = relation
    told: dict[tuple[str, str], set[str]] = {}
    disputed: set[tuple[str, str]] = set()
    for relation in ranked:
        if relation.kind == "repeats" or classes.same(relation.origin, relation.target):
            continue
        claims = told.setdefault((relation.origin, relation.kind), set())
        claim = classes.of(relation.target)
        if _pair(relation) in kept or claim in claims or len(claims) >= _MOST_OF_A_KIND:
            continue
        own = classes.of(relation.origin)
        if relation.kind == "disputes":
            if (claim, own) in disputed:
                continue
            disputed.add((own, claim))
        claims.add(claim)
        kept[_pair(relation)] = relation
    return tuple(sorted(kept.values(), key=lambda r: (order[r.origin], order[r.target])))


def _is_short(looked_at: Scene, relation: Relation) -> bool:
    """True where the body answers the headline: its claim stands in full further down."""
    ends = (relation.origin, relation.target)
    one, other = (looked_at.statements[looked_at.place_of[end]] for end in ends)
    return looked_at.in_summary(other) and not looked_at.in_summary(one)


def _pair(relation: Relation) -> tuple[str, str]:
    first, second = sorted((relation.origin, relation.target))
    return first, second
