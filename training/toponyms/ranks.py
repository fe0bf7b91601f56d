"""Fits which place of a name is meant: a conditional logit over the options of each name.

Numpy alone. The optimiser (Adam, all examples at once) starts from zero: same data, same weights.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec
import numpy as np
from benchmarks.corpora import Row

from accordingto.facts.place_candidates import Candidate
from accordingto.facts.place_grouped import grouped
from accordingto.facts.place_known import is_land, people_of, spelled_out
from accordingto.facts.place_options import Option
from accordingto.facts.place_rank import Features, Name, rank, told_of
from accordingto.facts.place_setting import setting_of
from accordingto.facts.place_toponym import toponym_of
from accordingto.facts.place_weights import PlaceWeights
from accordingto.facts.places import context_of
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
Text = tuple[list[Name], list[Gold], Mapping[str, float], float]


def fit(texts: Sequence[Read], judging: PlaceWeights) -> dict[str, float]:
    """The weights by feature. ``judging`` says how likely the names around are ones of places."""
    named = [gold_names(text, judging) for text in texts]
    weights: dict[str, float] = dict(_START)
    for _ in range(_ROUNDS):
        weights = _fitted([example for text in named for example in _examples(text, weights)])
    return {k: round(v, 3) for k, v in sorted(weights.items()) if abs(v) >= _TOLD}


def gold_names(text: Read, judging: PlaceWeights) -> Text:
    """The gold toponyms of a text as the program groups them, with what each may mean, and the
    text's setting and weight."""
    row, article, reading, _ = text
    golds, candidates = gold_candidates(text)
    context = context_of(article, reading, candidates, judging)
    groups, names = grouped(article.text, candidates, context)
    of_names = [[golds[at] for at in group] for group in groups]
    weight = _CORPUS.get(row["corpus"], 1.0)
    return names, of_names, setting_of(article, reading), weight


def gold_candidates(text: Read) -> tuple[list[Row], list[Candidate]]:
    """The gold toponyms that hold a word, as candidates known to be names of places."""
    row, article, reading, _ = text
    golds, candidates = [], []
    for gold in row["toponyms"]:
        tokens = reading.tokens_in(Span(gold["s"], gold["e"]))
        made = toponym_of(article.text, reading, tokens) if tokens else None
        if made is not None and tokens[-1].end > gold["e"]:
            # "the U.S.-led force" is one word.
            name = spelled_out(article.text[gold["s"] : gold["e"]])
            made = msgspec.structs.replace(made, name=name)
        if made is not None:
            people = people_of(made.name)
            is_name = people is not None and is_land(made.name)
            first, last = tokens[0].index, tokens[-1].index
            candidates.append(Candidate(made, first, last, None, people, True, is_name))
            golds.append(gold)
    return golds, candidates


def is_right(gold: Row, option: Option) -> bool:
    """Whether an option is the place of the gold: its id, or within 161 km."""
    if gold.get("gid") and gold["gid"] == option.gid:
        return True
    return "lat" in gold and kilometres(gold, option.lat, option.lon) <= NEAR_KM


def _examples(text: Text, weights: Mapping[str, float]) -> list[Example]:
    names, golds, setting, corpus = text
    given = rank(names, setting, weights)
    found: list[Example] = []
    for name, told, gold in zip(names, told_of(names, setting, given), golds, strict=False):
        if len(name.options) < 2:
            continue
        answers = Counter(tuple(is_right(g, o) for o in name.options) for g in gold)
        found.extend((told, a, corpus * min(n, 3) ** 0.5) for a, n in answers.items() if any(a))
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
