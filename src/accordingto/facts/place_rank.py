"""Which of the places of one name is meant: a linear score over each, normalised over all.

The weights are in ``data/toponyms.toml``; ``training/toponyms`` makes them. What else the text
names is counted as expected mentions of each country, division and square of the map, so that the
work grows with the text and not with its square.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

import msgspec

from accordingto.facts.place_options import Option

# Degrees of a square of the map, and of a small one; places within the nine around one are near,
# so each place counts in all nine around its own.
_SQUARE = 1.0
_SMALL = 0.25
_STEPS = tuple((i, j) for i in (-1, 0, 1) for j in (-1, 0, 1))
_LEAST_SHARE = 0.003
# Sizes of cities that stand out: a hundred thousand, half a million, two millions.
_SIZES = (133, 151, 167)
# Read again until no share changes more, so often at most.
_ROUNDS = 8
_SETTLED = 0.02
Cell = tuple[int, int]
Features = dict[str, float]
K = TypeVar("K")


class Name(msgspec.Struct, frozen=True):
    """A name of the text with all that it may mean, once for all its mentions of one sort.

    ``beside`` is what stands right behind it ("X, Y") as (country, division), "" for a whole
    country; ``weight`` how likely it is a place name at all; ``times`` how often it is named;
    ``local`` the share of mentions with what belongs to a town nearby behind them ("X police");
    ``dateline`` the share that opens a report; ``behind`` by country the share with one of its
    institutions behind the name ("X City Manager");
    ``peers`` the names that it stands in a row with, ``around`` those next to it in the text, by
    their numbers.
    """

    options: tuple[Option, ...]
    kind: str
    beside: frozenset[tuple[str, str]]
    weight: float = 1.0
    times: int = 1
    local: float = 0.0
    dateline: float = 0.0
    behind: tuple[tuple[str, float], ...] = ()
    peers: tuple[int, ...] = ()
    around: tuple[int, ...] = ()


class Expected(msgspec.Struct, frozen=True):
    """Expected number of names in each country and division, and in and around each square."""

    total: float
    countries: dict[str, float]
    divisions: dict[tuple[str, str], float]
    cells: dict[Cell, float]
    small: dict[Cell, float]
    levels: dict[str, float]
    sure: dict[tuple[str, str], float]
    named: dict[tuple[str, str], float]


def rank(
    names: Sequence[Name], setting: Mapping[str, float], weights: Mapping[str, float]
) -> list[list[float]]:
    """For each name the probability of each of its options. Read several times: what the others
    were taken for the time before tells more than their size."""
    # A name that can mean one thing only means it.
    unsure = [at for at, name in enumerate(names) if len(name.options) > 1]
    own = {at: [_score(f, weights) for f in _own(names[at], setting)] for at in unsure}
    given = [_softmax(own.get(at, [0.0] * len(name.options))) for at, name in enumerate(names)]
    each = [expected(name, shares) for name, shares in zip(names, given, strict=True)]
    for _ in range(_ROUNDS if unsure else 0):
        whole = _sum(each)
        before = [given[at] for at in unsure]
        for at in unsure:
            told = features(names[at], each[at], whole, each)
            scores = zip(own[at], told, strict=True)
            given[at] = _softmax([score + _score(f, weights) for score, f in scores])
        if _is_settled(before, [given[at] for at in unsure]):
            break
        for at in unsure:
            each[at] = expected(names[at], given[at])
    return given


def _is_settled(before: Sequence[Sequence[float]], now: Sequence[Sequence[float]]) -> bool:
    return all(
        abs(a - b) < _SETTLED
        for one, other in zip(before, now, strict=True)
        for a, b in zip(one, other, strict=True)
    )


def told_of(
    names: Sequence[Name], setting: Mapping[str, float], given: Sequence[Sequence[float]]
) -> list[list[Features]]:
    """The features of each option of each name, where ``given`` is what the names are taken for."""
    return [
        [one | told for one, told in zip(_own(name, setting), each, strict=True)]
        for name, each in zip(names, _of_others(names, given), strict=True)
    ]


def _of_others(names: Sequence[Name], given: Sequence[Sequence[float]]) -> list[list[Features]]:
    """The features that hang on what the other names are taken for."""
    each = [expected(name, own) for name, own in zip(names, given, strict=True)]
    whole = _sum(each)
    return [features(name, mine, whole, each) for name, mine in zip(names, each, strict=True)]


def expected(name: Name, shares: Sequence[float]) -> Expected:
    """What one name adds, where its options are taken to have these shares."""
    told = Expected(name.weight, {}, {}, {}, {}, {}, {}, {})
    for option, share in zip(name.options, shares, strict=True):
        if share < _LEAST_SHARE:
            continue
        amount = share * name.weight
        _add(told.countries, option.country, amount)
        _add(told.levels, option.level, amount)
        if option.level == "country":
            continue
        key = (option.country, option.division)
        _add(told.divisions, key, amount)
        _add(told.sure, key, amount**3)
        if option.level == "division":
            _add(told.named, key, amount)
        if option.level != "area":
            (row, column), (line, place) = _squares(option.lat, option.lon)
            for i, j in _STEPS:
                _add(told.cells, (row + i, column + j), amount)
                _add(told.small, (line + i, place + j), amount)
    return told


def _add(table: dict[K, float], key: K, amount: float) -> None:
    table[key] = table.get(key, 0.0) + amount


def _sum(each: Sequence[Expected]) -> Expected:
    return Expected(
        sum(e.total for e in each),
        _added(e.countries for e in each),
        _added(e.divisions for e in each),
        _added(e.cells for e in each),
        _added(e.small for e in each),
        {},
        _added(e.sure for e in each),
        _added(e.named for e in each),
    )


def _added(each: Iterable[Mapping[K, float]]) -> dict[K, float]:
    total: dict[K, float] = defaultdict(float)
    for one in each:
        for key, value in one.items():
            total[key] += value
    return total


def features(
    name: Name, mine: Expected, whole: Expected, each: Sequence[Expected]
) -> list[Features]:
    """Of each option what the other names say, with the name's own share taken out."""
    others = max(1.0, whole.total - mine.total)
    peers = [each[at] for at in name.peers]
    around = [each[at] for at in name.around]
    found = []
    for option in name.options:
        told: Features = {}
        land = whole.countries.get(option.country, 0) - mine.countries.get(option.country, 0)
        told["country"] = math.log(0.02 + max(0.0, land) / others)
        told["country_any"] = float(land > 0.5)
        if peers:
            told["peer_level"] = sum([p.levels.get(option.level, 0) for p in peers]) / len(peers)
        _beside(told, "peer", option, peers)
        _beside(told, "around", option, around)
        if option.level != "country":
            key = (option.country, option.division)
            part = whole.divisions.get(key, 0) - mine.divisions.get(key, 0)
            told["division"] = math.log(0.02 + max(0.0, part) / others)
            told["division_any"] = float(part > 0.5)
            certain = whole.sure.get(key, 0) - mine.sure.get(key, 0)
            told["sure"] = math.log(0.1 + max(0.0, certain))
            called = whole.named.get(key, 0) - mine.named.get(key, 0)
            told["named"] = min(1.0, max(0.0, called))
            if option.level != "area":
                large, little = _squares(option.lat, option.lon)
                near = whole.cells.get(large, 0) - mine.cells.get(large, 0)
                told["near"] = math.log(0.05 + max(0.0, near))
                close = whole.small.get(little, 0) - mine.small.get(little, 0)
                told["close"] = math.log(0.05 + max(0.0, close))
        found.append(told)
    return found


def _beside(told: Features, title: str, option: Option, names: Sequence[Expected]) -> None:
    """What the names next to this one are taken for."""
    if not names:
        return
    told[f"{title}_country"] = sum([n.countries.get(option.country, 0) for n in names]) / len(names)
    if option.level != "country":
        key = (option.country, option.division)
        told[f"{title}_division"] = sum([n.divisions.get(key, 0) for n in names]) / len(names)
        if option.level != "area":
            large, _ = _squares(option.lat, option.lon)
            told[f"{title}_near"] = sum([n.cells.get(large, 0) for n in names]) / len(names)


def _own(name: Name, setting: Mapping[str, float]) -> list[Features]:
    """Of each option what its size, kind and surroundings say, and the text's setting."""
    largest = max((o.size for o in name.options), default=0)
    return [_of_option(name, option, setting, largest) for option in name.options]


def _of_option(name: Name, option: Option, setting: Mapping[str, float], largest: int) -> Features:
    style = setting.get(option.country, 0.0)
    size = option.size / 80
    often = math.log(name.times)
    told = {
        "size": size,
        f"level={option.level}": 1.0,
        f"by={option.by}": 1.0,
        f"kind={name.kind}|{option.level}": 1.0,
        f"size={option.level}": size,
        "largest": float(option.size == largest),
        "style": style,
        f"style|{option.level}": style,
        "often|size": often * size,
        f"often|{option.level}": often,
    }
    foreign = max((n for land, n in setting.items() if land != option.country), default=0.0)
    if foreign:
        told["foreign"] = foreign
        told["foreign|size"] = foreign * size
        told[f"foreign|{option.level}"] = foreign
        told["foreign|capital"] = foreign * option.capital
        told["foreign|local"] = foreign * name.local
    if option.capital:
        told["capital"] = 1.0
    if name.behind:
        told["behind"] = sum(share for land, share in name.behind if land == option.country)
    if name.dateline:
        told[f"dateline|{option.level}"] = name.dateline
        told["dateline|capital"] = name.dateline * option.capital
    if name.local:
        told["local|size"] = name.local * size
        told[f"local|{option.level}"] = name.local
        told["local|style"] = name.local * style
    for least in _SIZES:
        told[f"over={least}|{option.level}"] = float(option.size >= least)
    if name.beside:
        fits = {(option.country, ""), (option.country, option.division)} & name.beside
        told["beside" if fits else "not_beside"] = 1.0
    return told


@lru_cache(maxsize=65536)
def _squares(lat: float, lon: float) -> tuple[Cell, Cell]:
    """The squares of a point, the large and the small one."""
    large = math.floor(lat / _SQUARE), math.floor(lon / _SQUARE)
    return large, (math.floor(lat / _SMALL), math.floor(lon / _SMALL))


def _score(told: Features, weights: Mapping[str, float]) -> float:
    return sum([value * weights.get(name, 0.0) for name, value in told.items()])


def _softmax(scores: Sequence[float]) -> list[float]:
    if not scores:
        return []
    top = max(scores)
    raised = [math.exp(score - top) for score in scores]
    total = sum(raised)
    return [r / total for r in raised]
