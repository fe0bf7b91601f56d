"""Entities from the labels of their beginnings and insides."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from accordingto.language.trained.heads import Labels, Places

_BEGIN, _INSIDE = "B-", "I-"


def entity_runs(best: Places, labels: Labels) -> list[tuple[int, int, str]]:
    """First token, the one behind the last, and label of each entity, from the number of each
    token's likeliest label. What goes on without a beginning begins.
    """
    runs: list[tuple[int, int, str]] = []
    kinds, inside, named = _kinds(labels)
    for place in np.flatnonzero(named[best]).tolist():
        label = kinds[best[place]]
        goes_on = runs and runs[-1][1] == place and inside[best[place]]
        if goes_on and runs[-1][2] == label:
            runs[-1] = (runs[-1][0], place + 1, label)
        elif not goes_on:
            runs.append((place, place + 1, label))
        else:
            # The inside of another kind: what began is believed.
            runs[-1] = (runs[-1][0], place + 1, runs[-1][2])
    return runs


@cache
def _kinds(labels: Labels) -> tuple[tuple[str, ...], tuple[bool, ...], NDArray[np.bool_]]:
    """For each label its kind, "" outside, whether it goes on, and whether it has a kind."""
    kinds = tuple(label[2:] if label[:2] in (_BEGIN, _INSIDE) else "" for label in labels)
    inside = tuple(label.startswith(_INSIDE) for label in labels)
    return kinds, inside, np.array([kind != "" for kind in kinds])


def labels_of(runs: Sequence[tuple[int, int, str]], size: int) -> list[str]:
    """An entity label for each token, "" outside."""
    found = [""] * size
    for first, last, label in runs:
        found[first:last] = [label] * (last - first)
    return found
