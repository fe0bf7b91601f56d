"""Claims told once more and claims opposed, where neither words nor grammar point at the other.

Rules go first, as they can say what shows it. The trained judge adds what it is sure enough of;
its score is a probability, and its reason says what the two have in common.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import as_file, files

import numpy as np

from accordingto.forest import Forest
from accordingto.records.statement import Relation, RelationKind, Statement
from accordingto.relations.claim import Claim
from accordingto.relations.classes import Classes
from accordingto.relations.denials import negates, refuses
from accordingto.relations.judgement import in_words, judged
from accordingto.relations.pairs import pairs
from accordingto.relations.scene import CLAIMS, Scene, holds, same_content
from accordingto.relations.tolls import rival_figures
from accordingto.relations.trained.features import matrix
from accordingto.relations.trained.traits import Traits, traits_of
from accordingto.relations.wishes import is_wish
from accordingto.relations.wordlists import deeds

# Chosen on folds of the training articles: how sure the judge must be of one claim, what the mean
# over all wordings of two claims must reach before they are made one, and how sure it must be of
# a denial, where the words show one, and of another conflict.
_SAME, _SAME_ALL, _DENIED, _AGAINST = 0.56, 0.3, 0.7, 0.75
_MOST_AGAINST = 2
# Of the wordings of one claim this many are asked whether another claim is the same.
_WORDINGS = 20
# Who is not charged himself must speak of the deed in this many words to deny the charge.
_DEED_KEYS = 2
# Beside those that share rare keys, every claim is held against this many before it and against the
# first ones, which are the headline's.
_BEFORE, _FIRST = 6, 4
_OPPOSED = CLAIMS | {"deny"}
# What nobody asserts is neither told once more nor opposed.
_SILENT = frozenset({"decline"})

Pair = tuple[int, int]


@cache
def forests() -> tuple[Forest, Forest]:
    """Whether two statements are one claim, and whether one opposes the other."""
    with (
        as_file(files("accordingto.relations") / "data" / "pairs.npz") as path,
        np.load(path) as held,
    ):
        arrays = dict(held)
    return Forest(arrays, "same"), Forest(arrays, "against")


def learned(scene: Scene, known: Sequence[Relation]) -> Iterator[Relation]:
    """What the judge adds to the relations that rules have found."""
    traits = traits_of(scene)
    looked_at = sorted(_candidates(scene))
    if not looked_at:
        return
    same, against = forests()
    forward = [(traits[later], traits[earlier]) for earlier, later in looked_at]
    backward = [(y, x) for x, y in forward]
    rows = matrix(scene, [*forward, *backward])
    alike = same.probability(rows[: len(forward)])
    opposed = against.probability(rows)
    one_claim = {
        pair: float(chance)
        for pair, chance in zip(looked_at, alike, strict=True)
        if _may_repeat(scene, traits[pair[0]], traits[pair[1]])
    }
    related = {_pair(scene, relation) for relation in known}
    yield from _repeats(scene, traits, one_claim, related, known)
    chances = [
        (float(chance), x, y)
        for chance, (x, y) in zip(opposed, [*forward, *backward], strict=True)
        if chance >= _DENIED
    ]
    yield from _against(scene, chances, related)


def _candidates(scene: Scene) -> set[Pair]:
    """Pairs of places, the earlier in the text first; near the number of statements, not its
    square."""
    order = [claim.place for claim in scene.in_order]
    found = {(one.place, other.place) for one, other in pairs(scene)}
    for at, later in enumerate(order):
        near = {*order[max(0, at - _BEFORE) : at], *order[: min(_FIRST, at)]}
        found |= {(earlier, later) for earlier in near}
    return {pair for pair in found if worth(scene, *pair)}


def worth(scene: Scene, earlier: int, later: int) -> bool:
    """False for statements that stand in each other or are the same words, and for silence."""
    one, other = scene.statements[earlier], scene.statements[later]
    if holds(one, other) or holds(other, one) or same_content(one, other):
        return False
    return one.act not in _SILENT and other.act not in _SILENT


def _may_repeat(scene: Scene, one: Traits, other: Traits) -> bool:
    """False for two people of two names, each of whom speaks for himself, for a claim and a
    denial, and for what has neither words nor names in common."""
    said, said_too = one.claim.statement, other.claim.statement
    kinds = {scene.mentions.kinds.get(s.source or "") for s in (said, said_too)}
    if kinds == {"person"} and not scene.same_side(said, said_too):
        return False
    shares = bool(one.claim.keys & other.claim.keys) or one.points or other.points
    again = said.act == said_too.act != "assert" and scene.same_side(said, said_too)
    return one.denies == other.denies and (shares or again)


def _pair(scene: Scene, relation: Relation) -> frozenset[int]:
    return frozenset((scene.place_of[relation.origin], scene.place_of[relation.target]))


def _repeats(
    scene: Scene,
    traits: Sequence[Traits],
    chances: dict[Pair, float],
    related: set[frozenset[int]],
    known: Sequence[Relation],
) -> Iterator[Relation]:
    classes = Classes()
    members: dict[str, list[int]] = {s.id: [at] for at, s in enumerate(scene.statements)}
    for relation in known:
        if relation.kind == "repeats":
            _join(classes, members, relation.origin, relation.target)
    ranked = sorted(chances.items(), key=lambda item: (-item[1], item[0]))
    for (earlier, later), chance in ranked:
        if chance < _SAME:
            break
        one, other = scene.statements[earlier], scene.statements[later]
        if frozenset((earlier, later)) in related or classes.same(one.id, other.id):
            continue
        groups = members[classes.of(one.id)], members[classes.of(other.id)]
        if _mean(groups, chances, traits) < _SAME_ALL:
            continue
        _join(classes, members, one.id, other.id)
        yield judged(other, one, "repeats", chance, _reason(scene, earlier, later, "one claim"))


def _join(classes: Classes, members: dict[str, list[int]], one: str, other: str) -> None:
    held = members[classes.of(one)], members[classes.of(other)]
    if classes.join(one, other):
        members[classes.of(one)] = (held[0] + held[1])[:_WORDINGS]


def _mean(
    groups: tuple[list[int], list[int]], chances: dict[Pair, float], traits: Sequence[Traits]
) -> float:
    """How likely two claims are one, over all pairs of their wordings."""
    told = [
        chances.get((a, b) if traits[a].order < traits[b].order else (b, a), 0.0)
        for a in groups[0]
        for b in groups[1]
    ]
    return sum(told) / len(told)


def _against(
    scene: Scene, chances: list[tuple[float, Traits, Traits]], related: set[frozenset[int]]
) -> Iterator[Relation]:
    told: dict[int, int] = {}
    taken = set(related)
    for chance, x, y in sorted(chances, key=lambda c: (-c[0], c[1].order, c[2].order)):
        one, other = x.claim.place, y.claim.place
        origin, target = x.claim.statement, y.claim.statement
        if frozenset((one, other)) in taken or told.get(one, 0) >= _MOST_AGAINST:
            continue
        if scene.same_side(origin, target) or target.act not in _OPPOSED:
            continue
        if _both_hold(scene, x, y) or _is_charge_of_another(x, y) or is_wish(scene, y.claim):
            continue
        if origin.act == "deny" and refuses(scene, x.claim):
            continue
        denies = x.denies != y.denies and (x.denies or origin.act == "deny")
        if not (_says_so(x, y) if denies else chance >= _AGAINST):
            continue
        taken.add(frozenset((one, other)))
        told[one] = told.get(one, 0) + 1
        kind: RelationKind = "denies" if denies else "disputes"
        what = "says that it is not so" if denies else "gives another account"
        yield judged(origin, target, kind, chance, _reason(scene, other, one, what))


def _says_so(x: Traits, y: Traits) -> bool:
    """True for what denies by what it does, and for a negation of what the other says."""
    shared = x.claim.keys & y.claim.keys
    if x.claim.statement.act == "deny":
        return True
    if x.false:
        return x.points or bool(shared)
    # One word in common is no matter in common, unless it is the deed ("there is no list" against
    # "the list is complete": what it is done to), or names who negates.
    deed = (x.claim.denied & (y.claim.predicates | y.claim.subjects)) - deeds()
    enough = len(shared) > 1 or bool(deed) or bool(x.side & y.claim.keys)
    return enough and negates(x.claim, y.claim)


def _both_hold(scene: Scene, x: Traits, y: Traits) -> bool:
    """True for two counts of the same harm that do not exclude each other: "at least 40" and 45,
    or those of two places."""
    harms = {what for what, _ in x.figures} & {what for what, _ in y.figures}
    return bool(harms) and rival_figures(scene, x.claim, y.claim) is None


def _is_charge_of_another(x: Traits, y: Traits) -> bool:
    """A charge is denied by the one who is charged, or by whoever speaks of the same deed."""
    if y.claim.statement.act != "accuse" or x.side & y.claim.keys:
        return False
    shared = (x.claim.keys & y.claim.keys) - x.claim.names - y.claim.names
    return len(shared) < _DEED_KEYS


def _reason(scene: Scene, one: int, other: int, what: str) -> str:
    """A sentence on what the judge saw: what the two share, and how they stand in the text."""
    earlier, later = scene.claims[one], scene.claims[other]
    like = scene.likeness(earlier, later)
    seen = []
    if like.shared:
        seen.append(f"shares {in_words(later, like.shared)}")
    if scene.same_side(earlier.statement, later.statement):
        seen.append("the same side")
    elif _named(scene, earlier.statement, later) or _named(scene, later.statement, earlier):
        seen.append("one speaks of the other")
    if any(scene.in_summary(c.statement) for c in (earlier, later)):
        seen.append("one is the headline's")
    return f"trained judge: {what}" + (f" ({'; '.join(seen)})" if seen else "")


def _named(scene: Scene, said: Statement, claim: Claim) -> bool:
    return bool(scene.keys_of_side(said) & claim.keys)
