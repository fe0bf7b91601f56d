"""Fits which place of a name is meant: a conditional logit over the options of each name.

Numpy alone. The optimiser (Adam, all examples at once) starts from zero: same data, same weights.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from benchmarks.corpora import Row

from accordingto.facts.gazetteer_form import fold_place
from accordingto.facts.place_known import people_of, spelled_out
from accordingto.facts.place_options import Option, options
from accordingto.facts.place_rank import Features, Name, rank, told_of
from accordingto.facts.place_toponym import Toponym, toponym_of
from accordingto.facts.places import named_behind
from accordingto.records.span import Span
from training.toponyms.corpus import Read
from training.toponyms.distance import kilometres

NEAR_KM = 161.0
_ROUNDS = 3  # what others are taken for depends on the weights, so they are fitted again
_STEPS = 300
_RATE = 0.05
_PENALTY = 1.0
_TOLD = 0.02
# So that the three corpora count about alike.
_CORPUS = {"lgl": 0.5, "geowebnews": 2.0}
_START = {
    "size": 1.0, "level=country": 4.0, "level=area": 3.0, "by=own": 2.0, "country": 1.0,
    "division": 0.5, "beside": 5.0,
}  # fmt: skip
Example = tuple[list[Features], tuple[bool, ...], float]
Gold = list[Row]


def fit(texts: Sequence[Read]) -> dict[str, float]:
    """The weights by feature."""
    named = [(*gold_names(text), _CORPUS.get(text[0]["corpus"], 1.0)) for text in texts]
    weights: dict[str, float] = dict(_START)
    for _ in range(_ROUNDS):
        examples = [
            (told, answers, count * weight)
            for names, gold, weight in named
            for told, answers, count in _examples(names, gold, weights)
        ]
        weights = _fitted(examples)
    return {k: round(v, 3) for k, v in sorted(weights.items()) if abs(v) >= _TOLD}


def gold_names(text: Read) -> tuple[list[Name], list[Gold]]:
    """The gold toponyms of a text, one name for all its mentions, with what each may mean."""
    row, article, reading, _ = text
    groups: dict[tuple[str, str], list[tuple[Row, Toponym]]] = defaultdict(list)
    for gold in row["toponyms"]:
        tokens = reading.tokens_in(Span(gold["s"], gold["e"]))
        made = toponym_of(article.text, reading, tokens) if tokens else None
        if made is not None:
            name = spelled_out(article.text[gold["s"] : gold["e"]])
            groups[fold_place(name), made.kind or ""].append((gold, made))
    names, golds = [], []
    for group in groups.values():
        first = group[0][1]
        words = spelled_out(article.text[group[0][0]["s"] : group[0][0]["e"]])
        people = people_of(words)
        told = options(words, first.kind, first.type_word, people)
        beside = next((b for _, t in group if (b := named_behind(article.text, t))), frozenset())
        if told:
            names.append(Name(tuple(told), first.kind or "", beside))
            golds.append([gold for gold, _ in group])
    return names, golds


def is_right(gold: Row, option: Option) -> bool:
    """Whether an option is the place of the gold: its id, or within 161 km."""
    if gold.get("gid") and gold["gid"] == option.gid:
        return True
    return "lat" in gold and kilometres(gold, option.lat, option.lon) <= NEAR_KM


def _examples(names: list[Name], golds: list[Gold], weights: Mapping[str, float]) -> list[Example]:
    given = rank(names, weights)
    found: list[Example] = []
    for name, told, gold in zip(names, told_of(names, given), golds, strict=True):
        if len(name.options) < 2:
            continue
        answers = Counter(tuple(is_right(g, o) for o in name.options) for g in gold)
        found.extend((told, a, min(n, 3) ** 0.5) for a, n in answers.items() if any(a))
    return found


def _fitted(examples: Sequence[Example]) -> dict[str, float]:
    keys = sorted({key for told, _, _ in examples for row in told for key in row})
    at = {key: i for i, key in enumerate(keys)}
    rows = [
        (e, row, a)
        for e, (told, answers, _) in enumerate(examples)
        for row, a in zip(told, answers, strict=True)
    ]
    table = np.zeros((len(rows), len(keys)))
    for line, (_, row, _) in enumerate(rows):
        for key, value in row.items():
            table[line, at[key]] = value
    group = np.array([e for e, _, _ in rows])
    right = np.array([a for _, _, a in rows], dtype=float)
    weight = np.array([examples[e][2] for e, _, _ in rows])
    found, mean, square = np.zeros(len(keys)), np.zeros(len(keys)), np.zeros(len(keys))
    for step in range(1, _STEPS + 1):
        share = _shares(table @ found, group, len(examples))
        told = share * right
        told /= np.maximum(np.bincount(group, told, len(examples))[group], 1e-12)
        slope = table.T @ ((share - told) * weight) + _PENALTY * found
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope * slope
        found -= _RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return dict(zip(keys, map(float, found), strict=True))


def _shares(scores: np.ndarray, group: np.ndarray, groups: int) -> np.ndarray:
    top = np.full(groups, -np.inf)
    np.maximum.at(top, group, scores)
    raised = np.exp(scores - top[group])
    return raised / np.bincount(group, raised, groups)[group]  # type: ignore[no-any-return]
