"""What the articles of a story tell together for and against each number of killed and injured.

A mean of what they say would be wrong in a way: the later reports of a shooting tell of the dead
and of the trial, and not of those who were hurt; who was hurt at first may have died. So each
number is weighed by where it stands: in most, in any, in the newest.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

Side = int
Features = dict[str, float]
KILLED, INJURED = 0, 1
# How sure it is that a text that tells of nobody rightly does so, and that it does not.
_NOBODY, _SOMEBODY = 0.65, 0.05
# More numbers than this, of one kind, are not weighed.
_CANDIDATES = 8
_SLIGHT = 0.02


class Vote:
    """The numbers that one article may come to: pairs of killed and injured, each with its
    probability, likeliest first; none where it tells of nobody."""

    def __init__(self, pairs: Sequence[tuple[tuple[int, int], float]] = ()) -> None:
        self._pairs = dict(pairs)
        self._best = next(iter(self._pairs), (0, 0))
        self._sides: tuple[dict[int, float], dict[int, float]] = ({}, {})
        self._totals: dict[int, float] = {}
        for pair, share in pairs:
            for side, value in enumerate(pair):
                self._sides[side][value] = self._sides[side].get(value, 0.0) + share
            self._totals[sum(pair)] = self._totals.get(sum(pair), 0.0) + share

    def __bool__(self) -> bool:
        return bool(self._pairs)

    def __getitem__(self, side: Side) -> Mapping[int, float]:
        """The numbers of one kind with their probabilities."""
        return self._sides[side]

    def best(self, side: Side) -> int:
        """The likeliest pair's number, 0 where nobody is told of."""
        return self._best[side]

    def pair(self) -> tuple[int, int]:
        """The likeliest of both."""
        return self._best

    def share(self, side: Side, value: int) -> float:
        """How much speaks for a number."""
        if not self._pairs:
            return _SOMEBODY if value else _NOBODY
        return self._sides[side].get(value, 0.0)

    def together(self, killed: int, injured: int) -> float:
        """How much speaks for two numbers together."""
        if not self._pairs:
            return self.share(KILLED, killed) * self.share(INJURED, injured)
        return self._pairs.get((killed, injured), 0.0)

    def total(self, value: int) -> float:
        """How much speaks for so many killed and injured in all."""
        if not self._pairs:
            return _SOMEBODY if value else _NOBODY
        return self._totals.get(value, 0.0)

    def beyond(self, side: Side, value: int) -> float:
        """How much speaks for greater numbers."""
        return sum(share for number, share in self._sides[side].items() if number > value)


def candidates(votes: Sequence[Vote], side: Side) -> list[int]:
    """The numbers worth weighing: nobody, and those for which most speaks."""
    spoken: Counter[int] = Counter()
    for vote in votes:
        for value, share in vote[side].items():
            spoken[value] += round(100 * share)
    return sorted({0, *(value for value, _ in spoken.most_common(_CANDIDATES))})


def features_of(votes: Sequence[Vote], side: Side, value: int) -> Features:
    """Of one number of one kind; ``votes`` in the order of publication."""
    count, some = len(votes), "some" if value else "none"
    shares = [vote.share(side, value) for vote in votes]
    best = [vote.best(side) for vote in votes]
    beyond = [vote.beyond(side, value) for vote in votes]
    telling = [share for share, number in zip(shares, best, strict=True) if number]
    last_told = next((number for number in reversed(best) if number), 0)
    found: Features = {
        f"k={min(value, 3)}": 1.0,
        f"k={min(value, 2)}|articles={min(count, 3)}": 1.0,
        f"mean|{some}": sum(shares) / count,
        f"log mean|{some}": math.log(sum(shares) / count + _SLIGHT),
        f"logs|{some}": sum(math.log(share + _SLIGHT) for share in shares) / count,
        f"all logs|{some}": sum(math.log(share + 0.1) for share in shares),
        f"most|{some}": max(shares),
        f"first|{some}": shares[0],
        f"newest|{some}": shares[-1],
        f"those that tell|{some}": sum(telling) / len(telling) if telling else 0.0,
        f"beyond|{some}": sum(beyond) / count,
        f"most beyond|{some}": max(beyond),
        f"newest beyond|{some}": beyond[-1],
        f"votes|{some}": best.count(value) / count,
        f"any vote|{some}": float(value in best),
        f"greatest vote|{some}": float(value == max(best)),
        f"above all votes|{some}": float(value > max(best)),
        f"newest told|{some}": float(value == last_told),
    }
    return {name: number for name, number in found.items() if number}


def features_of_both(votes: Sequence[Vote], killed: int, injured: int) -> Features:
    """Of a number of killed and one of injured taken together."""
    count, total = len(votes), killed + injured
    pairs = [vote.pair() for vote in votes]
    totals = [sum(pair) for pair in pairs]
    both = [vote.together(killed, injured) for vote in votes]
    in_all = [vote.total(total) for vote in votes]
    dead = [pair[KILLED] for pair in pairs]
    died_later = max(dead) > min(dead)
    found: Features = {
        f"k={min(killed, 2)} i={min(injured, 3)}": 1.0,
        f"k={min(killed, 1)} i={min(injured, 1)}|articles={min(count, 3)}": 1.0,
        "pair": pairs.count((killed, injured)) / count,
        "any pair": float((killed, injured) in pairs),
        "newest pair": float(pairs[-1] == (killed, injured)),
        "total": totals.count(total) / count,
        "any total": float(total in totals),
        "greatest total": float(total == max(totals)),
        "below greatest total": float(total < max(totals)),
        "above all totals": float(total > max(totals)),
        "nobody": float(total == 0),
        "mean of both": sum(both) / count,
        "most of both": max(both),
        "log mean of both": math.log(sum(both) / count + _SLIGHT),
        "logs of both": sum(math.log(share + _SLIGHT) for share in both) / count,
        "mean in all": sum(in_all) / count,
        "most in all": max(in_all),
        "log mean in all": math.log(sum(in_all) / count + _SLIGHT),
        "logs in all": sum(math.log(share + _SLIGHT) for share in in_all) / count,
        "died later": float(died_later and killed == max(dead) == dead[-1]),
        "died later, of the same": float(
            died_later and killed == max(dead) and total == max(totals)
        ),
        "died later, nobody else": float(died_later and killed == max(dead) and injured == 0),
    }
    return {name: number for name, number in found.items() if number}
