"""How alike one report is to others, in numbers: one row of features a pair.

Several views of the words are compared apart, because they fail apart: shootings share their
words and differ in names, places and days; two comments on one vote share hardly a phrase. A flash
of two lines is held against what it could have in common with a long report, not against all of it.
"""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from accordingto.stories.background import Background
from accordingto.stories.profile import VIEWS, Profile, View
from accordingto.stories.stacked import Met, Stacked, meet
from accordingto.stories.words import TERMS

Rows = NDArray[np.float32]

_PLAIN = (
    "text", "title", "lead", "names", "numbers",
    "rare_text", "rare_names", "rare_numbers",
    "days_apart", "days_shared", "days_clash", "years_clash",
    "size", "longer", "title_in_lead", "title_in_text", "of_the_best", "second_best",
    "text_within", "names_within", "lead_within",
    "terms_shared", "names_shared", "rarest_shared", "rare_shared",
)  # fmt: skip
# What the heads name and count: how much of the names in one's headline the other has (the lesser
# and the greater share), the weightiest name that each leads with and the other lacks, things that
# both count, alike or otherwise.
_HEADS = (
    "title_names_least",
    "title_names_most",
    "lead_name_missing",
    "counts_same",
    "counts_other",
)
# Where the day of one is unknown, the words have to tell more: these features count anew there,
# and the years count that the words name.
# The latest year that each names: the same, another, more than one apart.
_YEARS = ("undated_year_same", "undated_year_other", "undated_year_far")
# The days of the week that each names: the same first, another first, none in common.
_WEEKDAYS = ("undated_weekday_same", "undated_weekday_other", "undated_weekdays_clash")
FEATURES = (
    *_PLAIN, "no_day", *(f"undated_{name}" for name in _PLAIN), *_HEADS, *_YEARS, *_WEEKDAYS,
)  # fmt: skip

# Views of the words themselves; the others are of names in the head.
_WORDS = 5
_RARE = (0, 3, 4)
# What rare things in common are worth is counted in hundreds, to be of the size of a cosine.
_HUNDRED = 100.0
_MOST_SHARED, _MOST_NAMES = 3, 10
_NAMED = (0, 5, 6)
# The share of names in a headline that names nobody.
_NO_NAMES = 0.5
_TEN = 10.0
# A term is rare that fewer than one report in four hundred holds.
_RARITY = 6.0


class Comparer:
    """Compares one report with several at a time. Keeps scratch space, so use one a thread."""

    def __init__(self) -> None:
        self._scratch = np.zeros(TERMS, dtype=np.float32)

    def features(self, report: Profile, others: Sequence[Profile], background: Background) -> Rows:
        """A row of ``FEATURES`` for each of ``others``."""
        stacks = [Stacked([other.views[at] for other in others]) for at in range(len(VIEWS))]
        text, title, lead, names, numbers = range(_WORDS)
        met = {
            (mine, theirs): self._met(report.views[mine], stacks[theirs])
            for mine, theirs in (
                (text, text), (title, title), (lead, lead), (names, names), (numbers, numbers),
                (lead, title), (title, lead), (title, text), (text, title),
            )
        }  # fmt: skip
        same = [met[at, at] for at in range(_WORDS)]
        rarity = background.rarity(report.views[text].terms)
        rare = self._spread(report.views[text].terms, rarity, stacks[text])
        best = np.sort(same[text].cosine)[::-1]
        sizes = np.array([other.size for other in others])
        days, unknown = _days(report, others)
        plain = np.stack(
            [
                *(one.cosine for one in same),
                *(same[at].cosine * _worth(report, others, at) for at in _RARE),
                *days,
                np.log1p(np.minimum(sizes, report.size)),
                np.log1p(np.maximum(sizes, report.size)),
                np.maximum(met[lead, title].cosine, met[title, lead].cosine),
                np.maximum(met[title, text].mine, met[text, title].theirs),
                same[text].cosine / max(float(best[0]), 1e-6),
                np.full(len(others), best[1] if len(best) > 1 else 0.0),
                *(same[at].within for at in (text, names, lead)),
                np.log1p(same[text].terms),
                np.minimum(same[names].terms, _MOST_NAMES),
                stacks[text].most(rare),
                np.log1p(stacks[text].sums((rare > _RARITY).astype(np.float32))),
            ],
            axis=1,
        )
        heads = np.stack([*self._named(report, stacks), *_counts(report, others)], axis=1)
        undated = unknown[:, None]
        named = np.concatenate((_years_named(report, others), _weekdays(report, others)), axis=1)
        found = np.concatenate((plain, undated, plain * undated, heads, named * undated), axis=1)
        return found.astype(np.float32)

    def _named(self, report: Profile, stacks: Sequence[Stacked]) -> list[NDArray[np.float32]]:
        """How much of the names of a head the other report has, in each direction."""
        text, title, lead = (report.views[at] for at in _NAMED)
        texts, titles, leads = (stacks[at] for at in _NAMED)
        ones = np.ones_like(text.weights)
        theirs = titles.sums(self._spread(text.terms, ones, titles) * titles.weights**2)
        lacking = (1 - self._spread(text.terms, ones, leads)) * leads.weights * leads.lengths()
        terms = np.union1d(title.terms, lead.terms)
        has = self._has(terms, texts)
        mine = has @ _at(terms, title) ** 2
        missing = ((1 - has) * (_at(terms, lead) * lead.rare)).max(axis=1, initial=0.0)
        shares = np.stack(
            [
                np.where(titles.filled, theirs, _NO_NAMES),
                mine if len(title.terms) else np.full(len(texts), _NO_NAMES),
            ]
        )
        least = np.minimum(leads.most(lacking), missing) / _TEN
        return [shares.min(axis=0), shares.max(axis=0), least]

    def _has(self, terms: NDArray[np.int32], others: Stacked) -> NDArray[np.float32]:
        """For each of the others and each term 1 where it has it."""
        numbers = np.arange(1, len(terms) + 1, dtype=np.float32)
        at = self._spread(terms, numbers, others)
        here = np.flatnonzero(at)
        found = np.zeros((len(others), len(terms)), dtype=np.float32)
        found[others.owners(here), at[here].astype(np.intp) - 1] = 1.0
        return found

    def _met(self, view: View, others: Stacked) -> Met:
        return meet(self._spread(view.terms, view.weights, others), others)

    def _spread(
        self, terms: NDArray[np.int32], values: NDArray[np.float32], others: Stacked
    ) -> NDArray[np.float32]:
        """The values of a report's terms at the terms of others, 0 where it lacks them."""
        self._scratch[terms] = values
        found: NDArray[np.float32] = self._scratch[others.terms]
        self._scratch[terms] = 0.0
        return found


def _at(terms: NDArray[np.int32], view: View) -> NDArray[np.float32]:
    """The weights of a view at sorted ``terms``, among which all of its own are."""
    found = np.zeros(len(terms), dtype=np.float32)
    found[np.searchsorted(terms, view.terms)] = view.weights
    return found


def _counts(report: Profile, others: Sequence[Profile]) -> list[NDArray[np.float64]]:
    """How many things both heads count with the same number, and only with other numbers."""
    unit_of = {number: unit for unit, number in report.counted}
    units = set(unit_of.values())
    same, otherwise = np.zeros(len(others)), np.zeros(len(others))
    for at, other in enumerate(others if units else ()):
        both = {unit for unit, _ in other.counted if unit in units}
        if both:
            # Terms are checksums: two of them may be one number.
            alike = {unit_of.get(number) for _, number in other.counted} & both
            same[at], otherwise[at] = len(alike), len(both) - len(alike)
    return [np.log1p(same), np.log1p(otherwise)]


def _worth(report: Profile, others: Sequence[Profile], at: int) -> NDArray[np.float64]:
    """How much the words of a view would be worth if all were shared."""
    return report.views[at].rare * np.array([other.views[at].rare for other in others]) / _HUNDRED


def _days(
    report: Profile, others: Sequence[Profile]
) -> tuple[list[NDArray[np.float64]], NDArray[np.float64]]:
    """Days between publication, days named by both, none in common, no year in common; and
    whether a day of publication is unknown."""
    unknown = np.array([report.day is None or other.day is None for other in others], dtype=float)
    apart = np.zeros(len(others))
    shared = np.zeros(len(others))
    clash = np.zeros((2, len(others)))
    mine = set(report.days)
    for at, other in enumerate(others):
        if report.day is not None and other.day is not None:
            apart[at] = abs(report.day - other.day)
        if mine and other.days:
            both = len(mine.intersection(other.days))
            shared[at] = min(both, _MOST_SHARED)
            clash[:, at] = not both, not both and _years(report).isdisjoint(_years(other))
    return [np.log1p(apart), shared, *clash], unknown


def _years_named(report: Profile, others: Sequence[Profile]) -> NDArray[np.float64]:
    """Whether the latest years that two reports name are one, differ, and by more than one; all 0
    where one names none."""
    found = np.zeros((len(others), len(_YEARS)))
    for at, other in enumerate(others if report.year is not None else ()):
        if other.year is not None and report.year is not None:
            apart = abs(report.year - other.year)
            found[at] = apart == 0, apart > 0, apart > 1
    return found


def _weekdays(report: Profile, others: Sequence[Profile]) -> NDArray[np.float64]:
    """Whether the first days of the week that two reports name are one or differ, and whether they
    name none in common; all 0 where one names none."""
    found = np.zeros((len(others), len(_WEEKDAYS)))
    mine = report.weekdays
    for at, other in enumerate(others if mine else ()):
        if other.weekdays:
            same = mine[0] == other.weekdays[0]
            found[at] = same, not same, set(mine).isdisjoint(other.weekdays)
    return found


def _years(report: Profile) -> set[int]:
    return {date.fromordinal(day).year for day in report.days}
