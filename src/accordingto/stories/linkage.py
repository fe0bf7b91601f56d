"""Average linkage: the two groups whose members are most alike on average become one.

Reports of two look-alike events (two fights of one boxer, two quakes on one island) are often alike
enough on average. What tells them apart shows only in the groups: each hangs together in itself far
better than with the other. Reports of one event do not fall apart so, however many there are.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

# A story of many reports is as near as its nearest members: no report is compared with all.
_NEAREST = 10
# Members that a group must have for it to matter how it hangs together in itself.
_FORMED = 3
# No mean of probabilities is surer than this of yes or no.
_SUREST = 0.01
# What a ruling that two are one counts: more than all pairs of any two groups.
_RULED = 1e9


def togetherness(values: list[float], members: int) -> float:
    """How near one report is to a story of ``members`` reports, of which it was found to be like
    some by these ``values``: the mean over its nearest."""
    most = min(members, _NEAREST)
    return sum(sorted(values, reverse=True)[:most]) / most


@dataclass(frozen=True, slots=True)
class Bar:
    """What it takes for two groups to become one: so much mean likeness between their members.

    ``two``: of one member each; ``joins``: one more member for a group; ``groups``: several each.
    Where both have ``_FORMED`` members, the groups must not hang together so much better in
    themselves that they are two: the mean between them is at least ``share`` of that within
    (geometric mean of both), and its odds no less than one in ``odds`` of those within either.
    """

    two: float
    joins: float
    groups: float
    share: float = 0.0
    odds: float = np.inf

    @classmethod
    def flat(cls, least: float) -> "Bar":
        """One mean for all."""
        return cls(least, least, least)

    @property
    def least(self) -> float:
        """Below this nothing is joined."""
        return min(self.two, self.joins, self.groups)

    def passed(self, mean: float, sizes: tuple[float, float], within: tuple[float, float]) -> bool:
        """``within``: the mean likeness of the pairs inside of each, where there are any."""
        few, many = sorted(sizes)
        if mean <= (self.two if many == 1 else self.joins if few == 1 else self.groups):
            return False
        if few < _FORMED:
            return True
        one, other = within
        tied = mean >= self.share * np.sqrt(one * other)
        return bool(tied and min(_odds(one), _odds(other)) <= self.odds * _odds(mean))


def _odds(probability: float) -> float:
    sure = min(max(probability, _SUREST), 1 - _SUREST)
    return sure / (1 - sure)


def link(
    numbers: list[int],
    likeness: dict[tuple[int, int], float],
    bar: Bar,
    ruled: Iterable[tuple[int, int, bool]] = (),
) -> list[list[int]]:
    """Groups of ``numbers`` (which are in order); pairs that are not in ``likeness`` count 0.

    The two groups that are most alike are joined first, if they pass ``bar``. ``ruled``: pairs that
    must be in one group, or must not, whatever their likeness. Gives groups in the order of their
    first member, each in order.
    """
    place = {number: at for at, number in enumerate(numbers)}
    sums = np.zeros((len(numbers), len(numbers)))
    for (one, other), value in likeness.items():
        sums[place[one], place[other]] = sums[place[other], place[one]] = value
    groups = [[number] for number in numbers]
    means = sums.copy()
    np.fill_diagonal(means, -1.0)
    sizes = np.ones(len(numbers))
    # The sum of likeness over the pairs inside of each group.
    inside = np.zeros(len(numbers))
    apart = np.zeros((len(numbers), len(numbers)), dtype=bool)
    for one, other, same in ruled:
        if one in place and other in place:
            a, b = place[one], place[other]
            if same:
                means[a, b] = means[b, a] = 2.0
                sums[a, b] = sums[b, a] = _RULED
            else:
                apart[a, b] = apart[b, a] = True
    means[apart] = -1.0
    while True:
        best = int(means.argmax())
        one, other = sorted(divmod(best, len(numbers)))
        mean = float(means[one, other])
        if mean <= bar.least:
            break
        both = (float(sizes[one]), float(sizes[other]))
        within = (_inner(inside[one], both[0]), _inner(inside[other], both[1]))
        if mean <= 1 and not bar.passed(mean, both, within):
            means[one, other] = means[other, one] = -1.0
            continue
        inside[one] += inside[other] + min(sums[one, other], both[0] * both[1])
        sums[one] += sums[other]
        sums[:, one] += sums[:, other]
        sizes[one] += sizes[other]
        groups[one] += groups[other]
        groups[other] = []
        sizes[other] = np.inf
        means[other] = means[:, other] = -1.0
        row = sums[one] / (sizes[one] * sizes)
        row[~np.isfinite(sizes)] = -1.0
        row[one] = -1.0
        apart[one] |= apart[other]
        apart[:, one] |= apart[:, other]
        row[apart[one]] = -1.0
        means[one] = means[:, one] = row
    return [sorted(group) for group in groups if group]


def _inner(total: float, size: float) -> float:
    """The mean over the pairs inside of a group; 0 where there is none."""
    return float(total) / (size * (size - 1) / 2) if size > 1 else 0.0
