"""A report as grouping sees it: weighted terms in several views, days, a sketch of its passages."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from accordingto.records.story import Report
from accordingto.stories.background import Background
from accordingto.stories.days import days_in, first_full_date, latest_year, weekdays_in
from accordingto.stories.heads import Counted, counted, head_names
from accordingto.stories.shingles import passage_keys
from accordingto.stories.words import names_and_numbers, pieces, stem_term, term, written_small

Terms = NDArray[np.int32]
Weights = NDArray[np.float32]

# How much of a report is looked at, in characters: what comes later seldom tells events apart.
_READ = 6000
_LEAD = 600
VIEWS = ("text", "title", "lead", "names", "numbers", "title_names", "lead_names")


@dataclass(frozen=True, slots=True)
class View:
    """Terms with weights of length one together; ``rare`` is the length they had before."""

    terms: Terms
    weights: Weights
    rare: float


@dataclass(frozen=True, slots=True)
class Profile:
    """What is kept of a report to compare it with others. ``day`` and ``days`` are ordinals;
    ``counted`` is what headline and lead count, ``year`` the latest that the words name,
    ``weekdays`` (Monday is 0) those that they name, first the one named first."""

    id: str
    day: int | None
    days: tuple[int, ...]
    views: tuple[View, ...]
    counted: tuple[Counted, ...]
    passages: tuple[int, ...]
    size: int
    outlet: str | None
    year: int | None = None
    weekdays: tuple[int, ...] = ()


def profile_of(report: Report, background: Background) -> Profile:
    """Counts a report's words. ``background`` says how common each term is."""
    published = _date(report.day)
    title, text = report.title or "", report.text[:_READ]
    if title and text.startswith(title):
        text = text[len(title) :]
    parts = pieces(text)
    titled, leading = pieces(title), pieces(text[:_LEAD])
    body, head = _terms(parts), _terms(titled)
    small = written_small(parts)
    names, numbers = names_and_numbers(parts, small)
    of_title, of_lead = head_names(titled, leading, names, small)
    if published is None:
        published = first_full_date(report.text)
    days = days_in(f"{title}\n{text}", published)
    return Profile(
        id=report.id,
        day=published.toordinal() if published else None,
        days=days,
        views=(
            _view(np.concatenate((body, head, head)), background),
            _view(head, background),
            _view(np.concatenate((_terms(leading), head)), background),
            _view(_hashed(names), background),
            _view(_hashed(numbers), background),
            _view(of_title, background),
            _view(of_lead, background),
        ),
        counted=counted(titled, leading),
        passages=tuple(passage_keys(report.text)),
        size=len(body),
        outlet=report.outlet,
        year=latest_year(f"{title} {text}"),
        weekdays=weekdays_in(f"{title}\n{text}"),
    )


def _date(day: str | None) -> date | None:
    try:
        return date.fromisoformat(day[:10]) if day else None
    except ValueError:
        return None


def _terms(parts: list[str]) -> Terms:
    found = np.fromiter(map(stem_term, parts), dtype=np.int32, count=len(parts))
    return found[found >= 0]


def _hashed(words: list[str]) -> Terms:
    return np.fromiter(map(term, words), dtype=np.int32, count=len(words))


def _view(found: Terms, background: Background) -> View:
    """``found`` has a term as often as it stands in the report."""
    terms, often = np.unique(found, return_counts=True)
    weights = (1 + np.log(often)) * background.rarity(terms)
    length = float(np.sqrt((weights * weights).sum()))
    return View(terms, (weights / length if length else weights).astype(np.float32), length)
