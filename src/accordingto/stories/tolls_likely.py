"""What the articles of a story come to, taken together: a judgement that stands beside the
claimants' figures.

An article that tells of its victims one by one gives no figure, and one that gives figures may
give several. What each comes to as a whole, with the probabilities of the numbers it may mean, is
in its tolls. Here they are weighed together by a linear score over the pairs of numbers that they
allow, each origin as one voice, however often it is printed. The weights are in
``data/likely_tolls.toml``; ``training/tolls`` makes them.
"""

import math
from collections.abc import Mapping, Sequence

import msgspec

from accordingto.records.document import Document
from accordingto.records.facts import Toll, What
from accordingto.records.instant import instant
from accordingto.records.story import Origin
from accordingto.stories.texts import outlet_of
from accordingto.stories.toll_votes import (
    INJURED,
    KILLED,
    Features,
    Side,
    Vote,
    candidates,
    features_of,
    features_of_both,
)
from accordingto.tables import table

_KINDS: tuple[What, ...] = ("killed", "injured")
_NAMED = 4
# A number that is less likely than this is not named.
_SURE = 0.35
Weights = Mapping[str, Mapping[str, float]]


class Likely(msgspec.Struct, frozen=True):
    """A number of people, its probability over all origins, and whose articles come to it."""

    value: int
    score: float
    reasons: tuple[str, ...]


def likely_tolls(documents: Sequence[Document], origins: Sequence[Origin]) -> dict[What, Likely]:
    """For killed and injured the likeliest number. There is none where nobody is told of, or where
    no number is likely enough."""
    by_id = {document.id: document for document in documents}
    # The newest article of an origin is what it says now.
    newest = sorted(
        (_newest(origin, by_id) for origin in origins),
        key=lambda d: (instant(by_id[d].published), d),
    )
    votes = {d: vote_of(by_id[d].tolls) for d in newest}
    if not any(votes.values()):
        return {}
    weights = table("accordingto.stories", "likely_tolls.toml")
    best, shares = weighed(tuple(votes.values()), weights)
    found: dict[What, Likely] = {}
    for side, what in enumerate(_KINDS):
        value, share = best[side], shares[side]
        if value and share >= _SURE:
            alike = [by_id[d] for d in newest if votes[d].best(side) == value]
            found[what] = Likely(value, round(share, 2), (_reason(value, alike, len(newest)),))
    return found


def vote_of(tolls: Sequence[Toll]) -> Vote:
    """What an article comes to."""
    pairs = next((toll.pairs for toll in tolls if toll.pairs), ())
    if pairs:
        return Vote([((pair.killed, pair.injured), pair.score) for pair in pairs])
    # Read by an older version: its numbers of either kind were told apart.
    killed, injured = (_numbers(tolls, what) for what in _KINDS)
    found = [((k, i), one * other) for k, one in killed for i, other in injured]
    return Vote(sorted(found, key=lambda pair: (-pair[1], pair[0])) if tolls else ())


def _numbers(tolls: Sequence[Toll], what: What) -> list[tuple[int, float]]:
    toll = next((t for t in tolls if t.what == what), None)
    if toll is None:
        return [(0, 1.0)]
    return [(toll.value, toll.score), *((o.value, o.score) for o in toll.others)]


def weighed(votes: Sequence[Vote], weights: Weights) -> tuple[tuple[int, int], tuple[float, float]]:
    """The likeliest numbers of killed and injured, and how likely each is; ``votes`` in the order
    of publication."""
    killed, injured = (
        {v: _score(features_of(votes, side, v), weights[name]) for v in candidates(votes, side)}
        for side, name in ((KILLED, "killed"), (INJURED, "injured"))
    )
    scores = {
        (k, i): one + other + _score(features_of_both(votes, k, i), weights["both"])
        for k, one in killed.items()
        for i, other in injured.items()
    }
    best = min(scores, key=lambda pair: (-scores[pair], pair))
    shares = {pair: math.exp(score - scores[best]) for pair, score in scores.items()}
    return best, (_share(shares, best, KILLED), _share(shares, best, INJURED))


def _share(shares: Mapping[tuple[int, int], float], best: tuple[int, int], side: Side) -> float:
    alike = sum(share for pair, share in shares.items() if pair[side] == best[side])
    return alike / sum(shares.values())


def _score(row: Features, weights: Mapping[str, float]) -> float:
    return sum(value * weights.get(name, 0.0) for name, value in row.items())


def _newest(origin: Origin, by_id: Mapping[str, Document]) -> str:
    return max(origin.documents, key=lambda d: (instant(by_id[d].published), d))


def _reason(value: int, alike: Sequence[Document], count: int) -> str:
    names = list(dict.fromkeys(outlet_of(document) for document in alike))
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    who = f": {', '.join(names[:_NAMED])}{more}" if names else ""
    origins = "origin" if count == 1 else "origins"
    comes = "comes" if len(alike) == 1 else "come"
    return f"{len(alike)} of {count} {origins} {comes} to {value}{who}"
