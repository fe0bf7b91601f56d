"""Scores of grouping on topics that the weights have not seen."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpora import scorer, write_rows

from accordingto.stories.grouping import Grouper
from accordingto.stories.index import MemoryShelf
from accordingto.stories.model import PairModel
from training.stories.pairs import fit, met_pairs
from training.stories.streams import SETS, Told, stream


def evaluate(folder: Path, threshold: float) -> Iterator[tuple[str, dict[str, float]]]:
    """For each set the mean scores of both halves, each grouped with the other's weights."""
    sets = {name: stream(folder, name) for name in SETS}
    models = {
        half: fit(
            [met_pairs(t for t in told if t.half != half) for told in sets.values()], threshold
        )
        for half in (0, 1)
    }
    for name, told in sets.items():
        found = [score(folder, [t for t in told if t.half == h], models[h]) for h in (0, 1)]
        yield name, {key: round((found[0][key] + found[1][key]) / 2, 4) for key in found[0]}


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
