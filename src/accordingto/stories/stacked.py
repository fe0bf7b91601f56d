"""One sparse vector held against several at a time, without a loop over them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from accordingto.stories.profile import View

Floats = NDArray[np.float32]


class Stacked:
    """The same view of several reports, laid end to end."""

    def __init__(self, views: Sequence[View]) -> None:
        self._sizes = sizes = np.array([len(view.terms) for view in views])
        self.filled = sizes > 0
        self._starts = np.cumsum(sizes[self.filled]) - sizes[self.filled]
        self._views = views
        none = np.zeros(0, dtype=np.int32)
        self.terms = np.concatenate([none, *(view.terms for view in views)])
        self.weights = np.concatenate([none.astype(np.float32), *(view.weights for view in views)])

    def __len__(self) -> int:
        return len(self._sizes)

    def owners(self, places: NDArray[np.intp]) -> NDArray[np.intp]:
        """For each place among the terms the number of the report that it is of."""
        return np.searchsorted(np.cumsum(self._sizes), places, side="right")

    def lengths(self) -> Floats:
        """For each term the length that its report's weights had before they were made one."""
        rare = np.array([view.rare for view in self._views], dtype=np.float32)
        return np.repeat(rare, self._sizes)

    def sums(self, values: Floats) -> Floats:
        """For each report the sum over its terms of ``values``, one a term."""
        return self._reduced(np.add, values)

    def most(self, values: Floats) -> Floats:
        """For each report the greatest of its terms' values; 0 for one without terms."""
        return self._reduced(np.maximum, values)

    def _reduced(self, how: np.ufunc, values: Floats) -> Floats:
        found = np.zeros(len(self.filled), dtype=np.float32)
        if len(self._starts):
            found[self.filled] = how.reduceat(values, self._starts)
        return found


@dataclass(frozen=True, slots=True)
class Met:
    """What a report's view has in common with each of several others.

    ``mine``: the share of its own squared weight that the other has too; ``theirs``: the other way
    about; ``terms``: how many terms both have.
    """

    cosine: Floats
    mine: Floats
    theirs: Floats
    terms: Floats

    @property
    def within(self) -> Floats:
        """How much of one stands in the other, whichever of the two it is."""
        found: Floats = np.maximum(self.mine, self.theirs)
        return found


def meet(weights: Floats, others: Stacked) -> Met:
    """``weights`` has for each term of ``others`` what it weighs in one report's view."""
    shared = (weights > 0).astype(np.float32)
    return Met(
        cosine=others.sums(weights * others.weights),
        mine=others.sums(weights * weights),
        theirs=others.sums(shared * others.weights * others.weights),
        terms=others.sums(shared),
    )
