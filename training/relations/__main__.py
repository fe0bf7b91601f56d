"""Fits the trained judge of pairs of statements, or measures it on articles kept from it."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.corpora import MissingCorpusError
from sklearn.ensemble import HistGradientBoostingClassifier

from accordingto.forest import Forest
from accordingto.records.statement import Relation
from accordingto.relations import relate as stage
from accordingto.relations.classes import Classes
from accordingto.relations.trained import judge
from accordingto.relations.trained.features import matrix
from accordingto.relations.trained.traits import traits_of
from training.relations.gold import AGAINST, Text, ledger_texts, own_texts

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "src/accordingto/relations/data/pairs.npz"
KEPT = ROOT / "tests/gold/ledger"
FOLDS = 8
# The corpus's articles are real ones: a row of theirs weighs more than one of ours.
_REAL = 1.5


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m training.relations", description=__doc__)
    parser.add_argument("command", choices=("fit", "evaluate"))
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    try:
        texts = [(t, "own") for t in own_texts()] + [(t, "ledger") for t in ledger_texts()]
    except MissingCorpusError as missing:
        print(missing, file=sys.stderr)
        return 2
    if given.command == "fit":
        np.savez_compressed(given.out, **fitted(texts))  # type: ignore[arg-type]
    else:
        evaluate(texts)
    return 0


def rows_of(text: Text) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Features of all pairs of a text in both directions, whether they are one claim, whether the
    first opposes the second, and which rows have the later statement first."""
    traits = traits_of(text.scene)
    pairs = [
        (x, y)
        for x in traits
        for y in traits
        if x is not y and judge.worth(text.scene, x.claim.place, y.claim.place)
    ]
    claims = [(text.claim[x.claim.place], text.claim[y.claim.place]) for x, y in pairs]
    return (
        matrix(text.scene, pairs),
        np.array([one == other for one, other in claims], dtype=bool),
        np.array([pair in text.against for pair in claims], dtype=bool),
        np.array([x.order > y.order for x, y in pairs], dtype=bool),
    )


def fitted(texts: Sequence[tuple[Text, str]]) -> dict[str, np.ndarray]:
    """The arrays of both forests."""
    held = [(rows_of(text), kind) for text, kind in texts]
    features = np.concatenate([rows[0] for rows, _ in held])
    same, against, later = (np.concatenate([rows[i] for rows, _ in held]) for i in (1, 2, 3))
    weights = np.concatenate(
        [np.full(len(rows[0]), _REAL if kind == "ledger" else 1.0) for rows, kind in held]
    )
    return {
        **_arrays("same", _trees(features[later], same[later], weights[later])),
        **_arrays("against", _trees(features, against, weights)),
    }


def _trees(features: np.ndarray, right: np.ndarray, weights: np.ndarray) -> Any:
    trees = HistGradientBoostingClassifier(
        max_depth=4, max_iter=100, learning_rate=0.08, min_samples_leaf=20, l2_regularization=3,
        max_bins=64, early_stopping=False, random_state=1,
    )  # fmt: skip
    return trees.fit(features, right, sample_weight=weights)


def _arrays(name: str, trees: Any) -> dict[str, np.ndarray]:
    """The nodes of all trees in one row; a leaf leads to itself."""
    found: dict[str, list[Any]] = {
        k: [] for k in ("feature", "threshold", "left", "right", "value")
    }
    roots = []
    for (tree,) in trees._predictors:
        start = len(found["feature"])
        roots.append(start)
        for at, node in enumerate(tree.nodes):
            leaf = bool(node["is_leaf"])
            found["feature"].append(0 if leaf else node["feature_idx"])
            found["threshold"].append(0.0 if leaf else node["num_threshold"])
            found["left"].append(start + (at if leaf else node["left"]))
            found["right"].append(start + (at if leaf else node["right"]))
            found["value"].append(node["value"] if leaf else 0.0)
    kinds = {"feature": "u1", "threshold": "f4", "left": "u2", "right": "u2", "value": "f4"}
    return {
        **{f"{name}_{key}": np.array(found[key], dtype=kind) for key, kind in kinds.items()},
        f"{name}_roots": np.array(roots, dtype="u2"),
        f"{name}_base": np.array(float(trees._baseline_prediction[0, 0])),
    }


def evaluate(texts: Sequence[tuple[Text, str]]) -> None:
    """Prints F1 by rules alone and with the judge, each article read by trees that were fitted
    without it; our hard ledgers are never fitted on."""
    order = np.random.RandomState(0).permutation(len(texts))
    scores: dict[tuple[str, str, str], np.ndarray] = {}

    def count(text: Text, kind: str, how: str, relations: Sequence[Relation]) -> None:
        for measure, counts in (
            ("repeats", repeats(text, relations)),
            ("conflicts", conflicts(text, relations)),
        ):
            scores[kind, measure, how] = scores.get((kind, measure, how), np.zeros(3)) + counts

    for fold in range(FOLDS + 1):
        left_out = (
            [texts[i] for i in order[fold::FOLDS]]
            if fold < FOLDS
            else [(text, "kept aside") for text in ledger_texts(KEPT)]
        )
        names = {(text.name, kind) for text, kind in left_out}
        arrays = fitted([one for one in texts if (one[0].name, one[1]) not in names])
        trees = tuple(Forest(arrays, name) for name in ("same", "against"))
        for text, kind in left_out:
            count(text, kind, "rules", related(text, lambda *_: iter(())))
            count(text, kind, "both", related(text, judge.learned, trees))
    for (kind, measure, how), (right, wrong, missed) in sorted(scores.items()):
        f1 = 2 * right / max(1.0, 2 * right + wrong + missed)
        counts = f"right {right:.0f} wrong {wrong:.0f} missed {missed:.0f}"
        print(f"{kind:10} {measure:9} {how:5} F1 {f1:.3f}  {counts}")


def related(text: Text, learned: Callable[..., Any], trees: Any = None) -> Sequence[Relation]:
    """The stage's relations, with another judge in place of the shipped one."""
    kept = stage.learned, judge.forests
    stage.learned = learned
    judge.forests = (lambda: trees) if trees is not None else kept[1]
    try:
        return stage.relate(text.scene)
    finally:
        stage.learned, judge.forests = kept


def repeats(text: Text, relations: Sequence[Relation]) -> np.ndarray:
    """Right, wrong and missed pairs of statements of one claim, among those the gold is about."""
    classes, place = Classes(), text.scene.place_of
    for one in relations:
        if one.kind == "repeats" and {place[one.origin], place[one.target]} <= text.known:
            classes.join(one.origin, one.target)
    ids = [s.id for s in text.scene.statements]
    pairs = [(a, b) for a in range(len(ids)) for b in range(a)]
    found = {(a, b) for a, b in pairs if classes.same(ids[a], ids[b])}
    gold = {(a, b) for a, b in pairs if text.claim[a] == text.claim[b]}
    return np.array([len(found & gold), len(found - gold), len(gold - found)], dtype=float)


def conflicts(text: Text, relations: Sequence[Relation]) -> np.ndarray:
    """The same for claims that oppose others."""
    place = text.scene.place_of
    found = {
        (text.claim[place[one.origin]], text.claim[place[one.target]])
        for one in relations
        if one.kind in AGAINST and {place[one.origin], place[one.target]} <= text.known
    }
    gold = set(text.against)
    return np.array([len(found & gold), len(found - gold), len(gold - found)], dtype=float)


if __name__ == "__main__":
    sys.exit(main())
