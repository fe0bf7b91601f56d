"""Which of the places of one name is meant: a linear score over each, normalised over all.

The weights are in ``data/toponyms.toml``; ``training/toponyms`` makes them. What else the text
names is counted as expected mentions of each country, division and square of the map, so that the
work grows with the text and not with its square.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from accordingto.facts.place_options import Option

# Degrees of a square of the map; places within the nine around one are near.
_SQUARE = 1.0
_LEAST_SHARE = 0.003
# Sizes of cities that stand out: a hundred thousand, half a million, two millions.
_SIZES = (133, 151, 167)
Cell = tuple[int, int]
Features = dict[str, float]


class Name(msgspec.Struct, frozen=True):
    """A name of the text with all that it may mean, once for all its mentions of one sort.

    ``beside`` is what stands right behind it ("X, Y") as (country, division), "" for a whole
    country.
    """

    options: tuple[Option, ...]
    kind: str
    beside: frozenset[tuple[str, str]]


class Expected(msgspec.Struct, frozen=True):
    """Expected number of names in each country, division and square."""

    total: float
    countries: Mapping[str, float]
    divisions: Mapping[tuple[str, str], float]
    cells: Mapping[Cell, float]


def rank(names: Sequence[Name], weights: Mapping[str, float]) -> list[list[float]]:
    """For each name the probability of each of its options. Read twice: the second time what the
    first took the other names for tells more than their size."""
    given = [prior(name, weights) for name in names]
    for _ in range(2):
        given = [_softmax([_score(f, weights) for f in told]) for told in told_of(names, given)]
    return given


def told_of(names: Sequence[Name], given: Sequence[Sequence[float]]) -> list[list[Features]]:
    """The features of each option of each name, where ``given`` is what the names are taken for."""
    whole = expected(names, given)
    return [features(name, own, whole) for name, own in zip(names, given, strict=True)]


def prior(name: Name, weights: Mapping[str, float]) -> list[float]:
    """By the names and sizes alone."""
    return _softmax([_score(_own(name, option), weights) for option in name.options])


def expected(names: Sequence[Name], given: Sequence[Sequence[float]]) -> Expected:
    countries: dict[str, float] = defaultdict(float)
    divisions: dict[tuple[str, str], float] = defaultdict(float)
    cells: dict[Cell, float] = defaultdict(float)
    for name, shares in zip(names, given, strict=True):
        for option, share in zip(name.options, shares, strict=True):
            if share < _LEAST_SHARE:
                continue
            countries[option.country] += share
            if option.level != "country":
                divisions[option.country, option.division] += share
                if option.level != "area":
                    cells[_cell(option)] += share
    return Expected(float(len(names)), countries, divisions, cells)


def features(name: Name, own: Sequence[float], whole: Expected) -> list[Features]:
    """The features of each option, with the name's own share taken out of what is expected."""
    mine = expected([name], [own])
    others = max(1.0, whole.total - 1)
    largest = max((o.size for o in name.options), default=0)
    found = []
    for option in name.options:
        told = _own(name, option)
        land = whole.countries.get(option.country, 0) - mine.countries.get(option.country, 0)
        told["country"] = math.log(0.02 + land / others)
        told["country_any"] = float(land > 0.5)
        if option.level != "country":
            key = (option.country, option.division)
            part = whole.divisions.get(key, 0) - mine.divisions.get(key, 0)
            told["division"] = math.log(0.02 + part / others)
            told["division_any"] = float(part > 0.5)
            if option.level != "area":
                near = _near(whole.cells, option) - _near(mine.cells, option)
                told["near"] = math.log(0.05 + max(0.0, near))
        told["largest"] = float(option.size == largest)
        found.append(told)
    return found


def _own(name: Name, option: Option) -> Features:
    told = {
        "size": option.size / 80,
        f"level={option.level}": 1.0,
        f"by={option.by}": 1.0,
        f"kind={name.kind}|{option.level}": 1.0,
        f"size={option.level}": option.size / 80,
    }
    for size in _SIZES:
        told[f"over={size}|{option.level}"] = float(option.size >= size)
    if name.beside:
        fits = {(option.country, ""), (option.country, option.division)} & name.beside
        told["beside" if fits else "not_beside"] = 1.0
    return told


def _cell(option: Option) -> Cell:
    return math.floor(option.lat / _SQUARE), math.floor(option.lon / _SQUARE)


def _near(cells: Mapping[Cell, float], option: Option) -> float:
    row, column = _cell(option)
    return sum(cells.get((row + i, column + j), 0.0) for i in (-1, 0, 1) for j in (-1, 0, 1))


def _score(told: Features, weights: Mapping[str, float]) -> float:
    return sum(value * weights.get(name, 0.0) for name, value in told.items())


def _softmax(scores: Sequence[float]) -> list[float]:
    if not scores:
        return []
    top = max(scores)
    raised = [math.exp(score - top) for score in scores]
    total = sum(raised)
    return [r / total for r in raised]
