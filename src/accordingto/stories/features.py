"""How alike one report is to others, in numbers: one row of features a pair.

Several views of the words are compared apart, because they fail apart: shootings share their
words and differ in names, places and days; two comments on one vote share hardly a phrase.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from accordingto.stories.profile import VIEWS, Profile, View
from accordingto.stories.words import TERMS

Rows = NDArray[np.float32]

FEATURES = (
    "text", "title", "lead", "names", "numbers",
    "rare_text", "rare_names", "rare_numbers",
    "days_apart", "no_day", "days_shared", "days_clash",
    "size", "title_in_lead", "of_the_best", "second_best",
)  # fmt: skip

_TITLE, _LEAD = VIEWS.index("title"), VIEWS.index("lead")
_RARE = (0, 3, 4)
# What rare things in common are worth is counted in hundreds, to be of the size of a cosine.
_HUNDRED = 100.0
_MOST_SHARED = 3


class Comparer:
    """Compares one report with several at a time. Keeps scratch space, so use one a thread."""

    def __init__(self) -> None:
        self._scratch = np.zeros(TERMS, dtype=np.float32)

    def features(self, report: Profile, others: Sequence[Profile]) -> Rows:
        """A row of ``FEATURES`` for each of ``others``."""
        same = [self._cosines(report, others, at, at) for at in range(len(VIEWS))]
        crossed = np.maximum(
            self._cosines(report, others, _LEAD, _TITLE),
            self._cosines(report, others, _TITLE, _LEAD),
        )
        rare = [
            same[at]
            * report.views[at].rare
            * np.array([other.views[at].rare for other in others])
            / _HUNDRED
            for at in _RARE
        ]
        text = same[0]
        best = max(float(text.max()), 1e-6)
        second = float(np.partition(text, -2)[-2]) if len(text) > 1 else 0.0
        columns = [
            *same,
            *rare,
            *_days(report, others),
            np.log1p(np.minimum([other.size for other in others], report.size)),
            crossed,
            text / best,
            np.full(len(others), second),
        ]
        return np.stack(columns, axis=1).astype(np.float32)

    def _cosines(
        self, report: Profile, others: Sequence[Profile], mine: int, theirs: int
    ) -> NDArray[np.float32]:
        view = report.views[mine]
        self._scratch[view.terms] = view.weights
        found = _dots(self._scratch, [other.views[theirs] for other in others])
        self._scratch[view.terms] = 0.0
        return found


def _dots(dense: NDArray[np.float32], views: Sequence[View]) -> NDArray[np.float32]:
    """The product of a dense vector with each of several sparse ones."""
    sizes = np.array([len(view.terms) for view in views])
    found = np.zeros(len(views), dtype=np.float32)
    some = sizes > 0
    if not some.any():
        return found
    products = dense[np.concatenate([view.terms for view in views])]
    products *= np.concatenate([view.weights for view in views])
    starts = np.concatenate(([0], np.cumsum(sizes[some])[:-1]))
    found[some] = np.add.reduceat(products, starts)
    return found


def _days(report: Profile, others: Sequence[Profile]) -> list[NDArray[np.float64]]:
    """Days between publication, whether one is unknown, days named by both, none in common."""
    apart = np.zeros(len(others))
    unknown = np.zeros(len(others))
    shared = np.zeros(len(others))
    clash = np.zeros(len(others))
    mine = set(report.days)
    for at, other in enumerate(others):
        if report.day is None or other.day is None:
            unknown[at] = 1.0
        else:
            apart[at] = abs(report.day - other.day)
        both = len(mine.intersection(other.days))
        shared[at] = min(both, _MOST_SHARED)
        clash[at] = float(bool(mine and other.days and not both))
    return [np.log1p(apart), unknown, shared, clash]
