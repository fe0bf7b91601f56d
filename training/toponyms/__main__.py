"""Fits the weights, or measures them on texts that they were not fitted on."""

import argparse
import json
import sys
import tempfile
from collections import Counter
from pathlib import Path

import msgspec
from benchmarks.corpora import MissingCorpusError, Row, corpus, scorer, write_rows
from benchmarks.gold_places import gold_placed

from accordingto.facts.place_weights import PlaceWeights, place_weights
from accordingto.facts.places import find_places
from training.toponyms import names, nears, ranks
from training.toponyms.corpus import FOLDS, Read, fold_of, read_all

OUT = Path(__file__).resolve().parents[2] / "src/accordingto/facts/data/toponyms.toml"
# Where the words around a name say that a place is meant, less is asked of it.
LEAST, LEAST_MEANT = 0.42, 0.06


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m training.toponyms", description=__doc__)
    parser.add_argument("command", choices=("fit", "evaluate"))
    parser.add_argument("--keep", type=Path, help="a folder in which what was read is kept")
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    try:
        texts = read_all(given.keep)
    except MissingCorpusError as missing:
        print(missing, file=sys.stderr)
        return 2
    if given.command == "fit":
        given.out.write_text(_toml(_fit(texts)), encoding="utf-8")
    else:
        _evaluate(texts)
    return 0


def _fit(texts: list[Read]) -> PlaceWeights:
    judging = PlaceWeights(names.fit(texts), {}, LEAST, LEAST_MEANT)
    ranking = msgspec.structs.replace(judging, rank=ranks.fit(texts, judging))
    return msgspec.structs.replace(ranking, near=nears.fit(texts, ranking))


def _toml(weights: PlaceWeights) -> str:
    def lines(table: dict[str, float]) -> str:
        return "".join(f"{json.dumps(k, ensure_ascii=False)} = {v}\n" for k, v in table.items())

    return (
        "# Made by training/toponyms; see toponyms.card.md beside this file.\n"
        f"least = {weights.least}\nleast_meant = {weights.least_meant}\n\n"
        f"[rank]\n{lines(weights.rank)}\n[near]\n{lines(weights.near)}\n[name]\n{lines(weights.name)}"
    )


def _evaluate(texts: list[Read]) -> None:
    """Each fold by weights of the others; then the weights that ship, for the difference."""
    predictions: list[Row] = []
    placed: Counter[tuple[str, str]] = Counter()
    for fold in range(FOLDS):
        weights = _fit([text for text in texts if fold_of(text[0]) != fold])
        held = [text for text in texts if fold_of(text[0]) == fold]
        predictions.extend(_predicted(text, weights) for text in held)
        for text in held:
            placed.update(gold_placed(text, weights))
    _print("held out", predictions)
    for name in ("lgl", "geovirus", "geowebnews"):
        share = placed[name, "right"] / placed[name, "all"]
        known = placed[name, "right"] / placed[name, "placed"]
        print(f"  {name} gold spans: within 161 km {share:.3f} of all, {known:.3f} of those placed")
    _print("as shipped", [_predicted(text, place_weights()) for text in texts])


def _predicted(text: Read, weights: PlaceWeights) -> Row:
    row, article, reading, actors = text
    found = find_places(article, reading, actors, weights)
    return {
        "id": row["id"],
        "toponyms": [
            {"s": m.start, "e": m.end, "lat": p.lat, "lon": p.lon, "gid": p.gid}
            for p in (*found.places, *found.demonyms)
            for m in p.mentions
        ],
    }


def _print(title: str, predictions: list[Row]) -> None:
    print(title)
    folder = corpus("facts")
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "predictions.jsonl"
        write_rows(path, predictions)
        for name in ("lgl", "geovirus", "geowebnews"):
            out = json.loads(
                scorer(folder, "geo", folder / "geo.jsonl", path, "--json", "--corpus", name)
            )
            print(
                f"  {name} spans F1 {out['relaxed']['f1']:.3f} (strict {out['strict']['f1']:.3f}), "
                f"within 161 km: {out['accuracy_161km_of_resolved']:.3f} of resolved, "
                f"{out['recall_161km_of_all']:.3f} of all"
            )


if __name__ == "__main__":
    sys.exit(main())
