"""Average linkage: the two groups whose members are most alike on average become one."""

from collections.abc import Iterable

import numpy as np

# A story of many reports is as near as its nearest members: no report is compared with all.
_NEAREST = 10
# What a ruling that two are one counts: more than all pairs of any two groups.
_RULED = 1e9


def togetherness(values: list[float], members: int) -> float:
    """How near one report is to a story of ``members`` reports, of which it was found to be like
    some by these ``values``: the mean over its nearest."""
    most = min(members, _NEAREST)
    return sum(sorted(values, reverse=True)[:most]) / most


def link(
    numbers: list[int],
    likeness: dict[tuple[int, int], float],
    threshold: float,
    ruled: Iterable[tuple[int, int, bool]] = (),
) -> list[list[int]]:
    """Groups of ``numbers`` (which are in order); pairs that are not in ``likeness`` count 0.

    ``ruled``: pairs that must be in one group, or must not, whatever their likeness. Gives groups
    in the order of their first member, each in order.
    """
    place = {number: at for at, number in enumerate(numbers)}
    sums = np.zeros((len(numbers), len(numbers)))
    for (one, other), value in likeness.items():
        sums[place[one], place[other]] = sums[place[other], place[one]] = value
    groups = [[number] for number in numbers]
    means = sums.copy()
    np.fill_diagonal(means, -1.0)
    sizes = np.ones(len(numbers))
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
        if means[one, other] <= threshold:
            break
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
