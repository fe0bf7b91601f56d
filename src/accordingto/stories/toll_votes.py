"""What the articles of a story tell together for and against each number of killed and injured.

A mean of what they say would be wrong in a way: the later reports of a shooting tell of the dead
and of the trial, and not of those who were hurt; who was hurt at first may have died. So each
number is weighed by where it stands: in most, in any, in the newest.
"""

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

Side = int
Features = dict[str, float]
KILLED, INJURED = 0, 1
# How sure it is that a text that tells of nobody rightly does so, and that it does not.
_NOBODY, _SOMEBODY = 0.65, 0.05
# More numbers than this, of one kind, are not weighed.
_CANDIDATES = 8
_SLIGHT = 0.02


class Vote(NamedTuple):
    """The numbers that one article may come to, each with its probability, likeliest first: of
    killed and of injured; empty where it tells of nobody."""

    killed: tuple[tuple[int, float], ...] = ()
    injured: tuple[tuple[int, float], ...] = ()

    def best(self, side: Side) -> int:
        """The likeliest number, 0 where none is told of."""
        return self[side][0][0] if self[side] else 0

    def pair(self) -> tuple[int, int]:
        """The likeliest of both."""
        return self.best(KILLED), self.best(INJURED)

    def share(self, side: Side, value: int) -> float:
        """How much speaks for a number."""
        if not self[side]:
            return _SOMEBODY if value else _NOBODY
        return next((share for number, share in self[side] if number == value), 0.0)

    def beyond(self, side: Side, value: int) -> float:
        """How much speaks for greater numbers."""
        return sum(share for number, share in self[side] if number > value)


def candidates(votes: Sequence[Vote], side: Side) -> list[int]:
    """The numbers worth weighing: nobody, and those for which most speaks."""
    spoken: Counter[int] = Counter()
    for vote in votes:
        for value, share in vote[side]:
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
    both = [vote.share(KILLED, killed) * vote.share(INJURED, injured) for vote in votes]
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
        "died later": float(died_later and killed == max(dead) == dead[-1]),
        "died later, of the same": float(
            died_later and killed == max(dead) and total == max(totals)
        ),
        "died later, nobody else": float(died_later and killed == max(dead) and injured == 0),
    }
    return {name: number for name, number in found.items() if number}
