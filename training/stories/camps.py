"""Who is in which camp: from pairs that agree or disagree to a sign for each claim and article.

What agrees with a claim that debunks debunks; so the pairs of one affair fall apart into two camps
(of the pairs of FNC-1 all but two in a thousand do). Which of the two speaks against is told by
words of doubt, a little from each text, so that affairs without disagreement have a sign too.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]
_ROUNDS = 20
_PULL = 0.5
# From here on a text is taken to be in a camp.
SURE = 0.3


@dataclass(frozen=True, slots=True)
class Pairs:
    """Numbers of claim, article and affair of each pair, and its side (0 agree, 1 disagree,
    2 discuss, 3 unrelated)."""

    claims: Numbers
    texts: Numbers
    affairs: Numbers
    sides: Numbers


def camps(pairs: Pairs, claim_doubt: Floats, text_doubt: Floats) -> tuple[Floats, Floats]:
    """For each claim and each article -1 (against) to 1, and 0 where no pair tells.

    ``claim_doubt`` and ``text_doubt`` count words of doubt in each.
    """
    found = np.zeros(len(claim_doubt)), np.zeros(len(text_doubt))
    of_affair: dict[int, list[int]] = defaultdict(list)
    for at in np.flatnonzero(pairs.sides < 2).tolist():
        of_affair[int(pairs.affairs[at])].append(at)
    for members in of_affair.values():
        claims, rows = np.unique(pairs.claims[members], return_inverse=True)
        texts, columns = np.unique(pairs.texts[members], return_inverse=True)
        same = np.zeros((len(claims), len(texts)))
        same[rows, columns] = 1.0 - 2.0 * pairs.sides[members]
        doubted = np.where(claim_doubt[claims] > 0, -0.4, 0.2)
        prior = 0.2 - 0.1 * np.minimum(4, text_doubt[texts])
        right = prior
        for _ in range(_ROUNDS):
            left = np.tanh(_PULL * same @ right + doubted)
            right = np.tanh(_PULL * same.T @ left + prior)
        found[0][claims], found[1][texts] = left, right
    return found


def passing(pairs: Pairs, claims: int, texts: int) -> tuple[Floats, Floats]:
    """For each claim and each article the share of its pairs that only discuss; NaN for none."""
    about = pairs.sides < 3
    discuss = (pairs.sides == 2).astype(np.float64)
    return (
        _share(pairs.claims[about], discuss[about], claims),
        _share(pairs.texts[about], discuss[about], texts),
    )


def on_side(camp: Floats, about: Floats) -> Floats:
    """1 where a text is in a camp, 0 where it is in the other or in none; NaN where ``about``
    (see ``passing``) is, for texts without pairs."""
    found: Floats = np.where(np.isnan(about), np.nan, (camp > SURE).astype(np.float64))
    return found


def _share(numbers: Numbers, values: Floats, count: int) -> Floats:
    every = np.bincount(numbers, minlength=count).astype(np.float64)
    every[every == 0] = np.nan
    shares: Floats = np.bincount(numbers, weights=values, minlength=count) / every
    return shares


def even(affairs: Sequence[int] | Numbers) -> Floats:
    """Weights by which an affair of many texts counts as the root of their number."""
    _, which, counts = np.unique(affairs, return_inverse=True, return_counts=True)
    weights: Floats = 1.0 / np.sqrt(counts[which])
    return weights
