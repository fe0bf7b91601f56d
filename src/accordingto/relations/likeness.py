"""How alike two claims are: the keys that they share, weighted by how rare these are here."""

from collections.abc import Iterable, Mapping

import msgspec

from accordingto.relations.claim import Claim

# Of what the shorter claim says, and of what both say: how much counts for which.
_SHORTER, _BOTH = 0.65, 0.35


class Likeness(msgspec.Struct, frozen=True):
    """``share`` is 0 to 1, ``shared`` the keys in common that are no names (sorted), ``names`` how
    many names they have in common. ``predicate`` is true where the head of one is said in the
    other, ``blamed`` where both name an actor who is neither speaker."""

    share: float
    shared: tuple[str, ...]
    names: int
    predicate: bool
    blamed: bool


def weight_of(keys: Iterable[str], weights: Mapping[str, float]) -> float:
    """What keys weigh together."""
    # In a fixed order: a sum of fractions depends on it in its last digits.
    return sum(sorted(weights[key] for key in keys))


def compare(
    one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]
) -> tuple[float, frozenset[str]]:
    """How much of two sets of keys is common to them, and what."""
    shared = one & other
    if not shared:
        return 0.0, shared
    whole = weight_of(one, weights), weight_of(other, weights)
    return _share(weight_of(shared, weights), *whole), shared


def _share(common: float, first: float, second: float) -> float:
    """How much of two claims is common to them, by the weights of what is and of each."""
    both = first + second - common
    return _SHORTER * common / min(first, second) + _BOTH * common / both


def likeness(
    one: Claim, other: Claim, weights: Mapping[str, float], whole: tuple[float, float]
) -> Likeness:
    """How alike the contents of two claims are; ``whole`` is what all keys of each weigh."""
    shared = one.keys & other.keys
    share = _share(weight_of(shared, weights), *whole) if shared else 0.0
    names = shared & (one.names | other.names)
    return Likeness(
        share=share,
        shared=tuple(sorted(shared - names)),
        names=len(names),
        predicate=bool(one.predicates & other.keys or other.predicates & one.keys),
        blamed=any(
            name[0] == "@" and name[1:] not in (one.statement.source, other.statement.source)
            for name in names
        ),
    )


def rival(one: Claim, other: Claim) -> tuple[str, str] | None:
    """Two words that exclude each other, one said in each: "a boy", "her daughter"."""
    mine, theirs = one.sides, other.sides
    if not mine or not theirs:
        return None
    for word, (pair, side) in sorted(mine.items()):
        for opposed, (pair_too, other_side) in sorted(theirs.items()):
            if pair != pair_too or side == other_side:
                continue
            if (pair, other_side) not in mine.values() and (pair, side) not in theirs.values():
                return word, opposed
    return None
