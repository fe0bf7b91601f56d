"""Fitting the sides that articles take to claims: postures first, then boosted trees over pairs."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.corpora import Row, rows
from lightgbm import Booster, LGBMClassifier
from numpy.typing import NDArray

from accordingto.stories.posture import Posture, grams
from accordingto.stories.stance import (
    KINDS,
    POSTURES,
    SIDES,
    claim_signs,
    likeness,
    measured,
    runs_of,
    text_signs,
    together,
)
from training.stories.camps import Floats, Numbers, Pairs, camps, on_side, passing
from training.stories.postures import FOLDS, Linear, Texts, crossed, fit

# How much more a pair counts that disagrees: missing one costs a reader more than a false hint.
_DISAGREE = 3.5
_TREES = {
    "n_estimators": 200, "num_leaves": 8, "learning_rate": 0.05, "min_child_samples": 60,
    "subsample": 0.7, "subsample_freq": 1, "colsample_bytree": 0.4, "reg_lambda": 10,
    "random_state": 0, "n_jobs": 1, "verbose": -1, "deterministic": True,
}  # fmt: skip
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The pairs with the likeness of each, and the texts they are made of."""

    given: list[Row]
    pairs: Pairs
    alike: Floats
    claims: Texts
    texts: Texts
    doubt: tuple[Floats, Floats]


def read(folder: Path) -> Corpus:
    """The corpus; an affair is a topic of it, numbered so that ``% FOLDS`` is its fold."""
    given = list(rows(folder / "stance.jsonl.gz"))
    bodies = {r["body"]: r["text"] for r in rows(folder / "stance_bodies.jsonl.gz")}
    prepared = {key: measured(text) for key, text in bodies.items()}
    topics = {row["headline"]: row["topic"] for row in reversed(given)}
    themes = {row["body"]: row["body_topic"] or row["topic"] for row in reversed(given)}
    claims = {claim: at for at, claim in enumerate(sorted(topics))}
    texts = {body: at for at, body in enumerate(sorted(themes))}
    doubt = KINDS.index("doubt")
    signs = np.array([claim_signs(claim) for claim in claims])
    counts = np.array([text_signs(prepared[body]) for body in texts])
    return Corpus(
        given,
        Pairs(
            np.array([claims[row["headline"]] for row in given]),
            np.array([texts[row["body"]] for row in given]),
            np.array([_number(row["topic"]) for row in given]),
            np.array([SIDES.index(row["stance"]) for row in given]),
        ),
        np.array([likeness(row["headline"], prepared[row["body"]]) for row in given]),
        Texts("claim", [grams(c) for c in claims], signs, _numbers(topics[c] for c in claims)),
        Texts(
            "text", [grams(bodies[b]) for b in texts], counts, _numbers(themes[b] for b in texts)
        ),
        (
            signs[:, doubt],
            np.array([prepared[body].counts[:4, doubt].sum() for body in texts]),
        ),
    )


def _numbers(topics: Any) -> Numbers:
    return np.array([_number(topic) for topic in topics])


def _number(topic: str) -> int:
    return int(hashlib.sha256(topic.encode()).hexdigest()[:15], 16)


def chosen(corpus: Corpus, fold: int | None) -> tuple[Mask, Mask, Mask]:
    """Pairs, claims and articles to learn from: all, or those outside one fold of affairs."""
    parts = (corpus.claims.affairs, corpus.texts.affairs)
    claims, texts = (a % FOLDS != fold if fold is not None else a >= 0 for a in parts)
    return claims[corpus.pairs.claims] & texts[corpus.pairs.texts], claims, texts


def targets(corpus: Corpus, pairs: Mask) -> dict[str, tuple[Floats, Floats]]:
    """For each posture what the pairs say of claims and articles."""
    known = Pairs(
        corpus.pairs.claims[pairs], corpus.pairs.texts[pairs],
        corpus.pairs.affairs[pairs], corpus.pairs.sides[pairs],
    )  # fmt: skip
    against = camps(known, *corpus.doubt)
    passed = passing(known, len(against[0]), len(against[1]))
    of = [(camp, about) for camp, about in zip(against, passed, strict=True)]
    return {
        "against": against,
        "passing": passed,
        "debunks": (on_side(-of[0][0], of[0][1]), on_side(-of[1][0], of[1][1])),
        "affirms": (on_side(*of[0]), on_side(*of[1])),
    }


def features(corpus: Corpus, fold: int | None) -> Floats:
    """Features of all pairs. Postures are told by models that never saw the text's affair."""
    pairs, *held_in = chosen(corpus, fold)
    wanted = targets(corpus, pairs)
    logits = [
        np.stack([crossed(who, what, wanted[what][at], held) for what in POSTURES], axis=1)
        for at, (who, held) in enumerate(zip((corpus.claims, corpus.texts), held_in, strict=True))
    ]
    claims, texts = ([Posture(*row) for row in found] for found in logits)
    given = zip(corpus.alike, corpus.pairs.claims, corpus.pairs.texts, strict=True)
    signs = corpus.claims.signs
    return np.array([together(x, claims[c], texts[t], signs[c]) for x, c, t in given])


def fit_trees(found: Floats, sides: Numbers) -> Booster:
    """A side weighs by the root of its rarity."""
    share = np.bincount(sides, minlength=len(SIDES)) / len(sides)
    weights = 1 / np.sqrt(share[sides])
    weights[sides == SIDES.index("disagree")] *= _DISAGREE
    return LGBMClassifier(**_TREES).fit(found, sides, sample_weight=weights).booster_


def guessed(corpus: Corpus) -> list[Row]:
    """Sides by weights that saw neither a pair's affair nor that of its article."""
    guess = np.zeros(len(corpus.given), dtype=np.int64)
    for fold in range(FOLDS):
        found = features(corpus, fold)
        seen = chosen(corpus, fold)[0]
        judged = corpus.pairs.affairs % FOLDS == fold
        trees = fit_trees(found[seen], corpus.pairs.sides[seen])
        guess[judged] = np.asarray(trees.predict(found[judged])).argmax(axis=1)
    return [
        {"id": row["id"], "stance": SIDES[at]} for row, at in zip(corpus.given, guess, strict=True)
    ]


def shipped(corpus: Corpus) -> dict[str, NDArray[Any]]:
    """All that ships, fitted on the whole corpus."""
    pairs, claims, texts = chosen(corpus, None)
    wanted = targets(corpus, pairs)
    kept: dict[str, NDArray[Any]] = {}
    for what in POSTURES:
        for at, (who, held) in enumerate(((corpus.claims, claims), (corpus.texts, texts))):
            linear = fit(who, what, wanted[what][at], held)
            kept |= _named(who.whose, what, linear)
            if not np.array_equal(kept[f"{who.whose}_{runs_of(what)}_keys"], linear.keys):
                raise ValueError(f"{what} has runs of its own")
    return kept | as_arrays(fit_trees(features(corpus, None), corpus.pairs.sides))


def _named(whose: str, what: str, linear: Linear) -> dict[str, NDArray[Any]]:
    name = f"{whose}_{what}"
    runs = {f"{name}_keys": linear.keys} if runs_of(what) == what else {}
    return runs | {f"{name}_weights": linear.weights, f"{name}_signs": linear.signs}


def as_arrays(trees: Booster) -> dict[str, NDArray[Any]]:
    """Trees as tables of nodes, in which a leaf leads to itself."""
    nodes: list[tuple[int, float, int, int, float]] = []

    def put(node: dict[str, Any]) -> int:
        at = len(nodes)
        nodes.append((0, np.inf, at, at, float(node.get("leaf_value", 0.0))))
        if "split_feature" in node:
            left, right = put(node["left_child"]), put(node["right_child"])
            nodes[at] = (node["split_feature"], float(node["threshold"]), left, right, 0.0)
        return at

    roots = [put(tree["tree_structure"]) for tree in trees.dump_model()["tree_info"]]
    feature, threshold, left, right, value = zip(*nodes, strict=True)
    return {
        "feature": np.array(feature, dtype=np.int16),
        "threshold": np.array(threshold),
        "left": np.array(left, dtype=np.int32),
        "right": np.array(right, dtype=np.int32),
        "value": np.array(value),
        "roots": np.array(roots, dtype=np.int32),
    }
