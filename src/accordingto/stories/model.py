"""From features of a pair to the probability that both tell of one event."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from accordingto.stories.features import FEATURES, Rows
from accordingto.stories.linkage import Bar
from accordingto.tables import table


class PairModel:
    """A logistic model; ``weights`` are for features as they come, without scaling. ``bar``: what
    its probabilities must come to for groups of reports to be joined."""

    def __init__(self, weights: dict[str, float], bias: float, bar: Bar) -> None:
        self._weights = np.array([weights[name] for name in FEATURES], dtype=np.float64)
        self.bias = bias
        self.bar = bar

    def told(self) -> dict[str, float]:
        """The weights by the names of their features."""
        return dict(zip(FEATURES, self._weights.tolist(), strict=True))

    def probabilities(self, rows: Rows) -> NDArray[np.float64]:
        """One for each row, 0 to 1."""
        found: NDArray[np.float64] = 1 / (1 + np.exp(-(rows @ self._weights + self.bias)))
        return found


@cache
def pair_model() -> PairModel:
    """The model that ships; its card is beside its weights."""
    kept = table("accordingto.stories", "pairs.toml")
    return PairModel(kept["weights"], kept["bias"], Bar(**kept["bar"]))
