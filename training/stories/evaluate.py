"""Scores of grouping on topics that the weights have not seen."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

from benchmarks.corpora import scorer, write_rows

from accordingto.stories.grouping import Grouper
from accordingto.stories.index import MemoryShelf
from accordingto.stories.linkage import Bar
from accordingto.stories.model import PairModel
from training.stories.pairs import fit, met_pairs
from training.stories.streams import CUTS, SETS, Told, stream


def evaluate(folder: Path, bar: Bar) -> Iterator[tuple[str, dict[str, float]]]:
    """For each set the mean scores of both halves of three cuts, each half grouped with the
    weights of the other."""
    found: dict[str, list[dict[str, float]]] = {name: [] for name in SETS}
    for cut in CUTS:
        sets = {name: stream(folder, name, cut) for name in SETS}
        models = {
            half: fit([met_pairs(t for t in told if t.half != half) for told in sets.values()], bar)
            for half in (0, 1)
        }
        for name, told in sets.items():
            found[name] += [
                score(folder, [t for t in told if t.half == h], models[h]) for h in (0, 1)
            ]
    for name, scores in found.items():
        yield name, {key: round(mean(one[key] for one in scores), 4) for key in scores[0]}


def score(folder: Path, told: list[Told], model: PairModel | None = None) -> dict[str, float]:
    """B³ F1 and F1 over pairs of one stream, by the corpus's scorer."""
    shelf, grouper = MemoryShelf(), Grouper(model)
    numbers = {t.report.id: grouper.add(t.report, shelf) for t in told}
    with tempfile.TemporaryDirectory() as temporary:
        gold, guess = Path(temporary) / "gold.jsonl", Path(temporary) / "guess.jsonl"
        write_rows(gold, ({"id": t.report.id, "cluster": t.story} for t in told))
        write_rows(guess, ({"id": i, "cluster": shelf.story(n)} for i, n in numbers.items()))
        found = json.loads(scorer(folder, "clustering", gold, guess))
    return {"b3": found["b3"]["f1"], "pairs": found["pairs"]["f1"]}
