"""Which claims are worth comparing: those that share keys that are rare in the article.

The cost stays near the number of statements, whatever they say: of the claims that share a key
only the latest and the first are looked at, and of those that share any only the likeliest.
"""

from collections.abc import Iterator

from accordingto.relations.claim import Claim
from accordingto.relations.scene import Scene

_LATEST = 10
_FIRST = 3
_KEYS = 16
_MOST = 24
# Kinds of things counted in a claim that are looked up, and what sharing one says.
_HARMS, _COUNTED = 4, 0.5


def pairs(scene: Scene) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of claims, the earlier one first, in the order of the later one."""
    holders: dict[str, list[Claim]] = {}
    weights = scene.weights
    for claim in scene.in_order:
        rarest = sorted(claim.keys, key=lambda key: (-weights[key], key))[:_KEYS]
        # "Some 2,400 have joined" and "a few hundred" share no word, but what they count.
        harms = sorted({f"#{f.what}" for f in scene.counted.get(claim.statement.id, ())})
        rarest += harms[:_HARMS]
        votes: dict[int, float] = {}
        for key in rarest:
            found = holders.get(key, [])
            near = found if len(found) <= _FIRST + _LATEST else found[:_FIRST] + found[-_LATEST:]
            for other in near:
                votes[other.place] = votes.get(other.place, 0.0) + weights.get(key, _COUNTED)
        best = sorted(votes, key=lambda place: (-votes[place], -place))[:_MOST]
        for place in sorted(best):
            yield scene.claims[place], claim
        for key in rarest:
            holders.setdefault(key, []).append(claim)
