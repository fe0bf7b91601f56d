"""Fitting the sides that articles take to claims: a softmax over the features of a pair."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from benchmarks.corpora import Row, rows
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
from sklearn.preprocessing import StandardScaler  # type: ignore[import-untyped]

from accordingto.stories.stance import SIDES, body_of, features

FOLDS = 3
_STRENGTH = 0.3


def read(folder: Path) -> tuple[list[Row], NDArray[np.float32], NDArray[np.int64]]:
    """The pairs, their features and the numbers of their sides."""
    bodies = {r["body"]: body_of(r["text"]) for r in rows(folder / "stance_bodies.jsonl.gz")}
    pairs = list(rows(folder / "stance.jsonl.gz"))
    found = np.array([features(p["headline"], bodies[p["body"]]) for p in pairs], dtype=np.float32)
    return pairs, found, np.array([SIDES.index(p["stance"]) for p in pairs])


def fold(topic: str) -> int:
    """The fold of a topic, the same in every run."""
    return int(hashlib.sha256(topic.encode()).hexdigest(), 16) % FOLDS


def fit(
    found: NDArray[np.float32], labels: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Weights and biases; a side weighs by the root of its rarity."""
    share = np.bincount(labels, minlength=len(SIDES)) / len(labels)
    scaler = StandardScaler().fit(found)
    model = LogisticRegression(C=_STRENGTH, max_iter=300)
    model.fit(scaler.transform(found), labels, sample_weight=1 / np.sqrt(share[labels]))
    plain = model.coef_ / scaler.scale_
    return plain, model.intercept_ - plain @ scaler.mean_


def guessed(
    pairs: Sequence[Row], found: NDArray[np.float32], labels: NDArray[np.int64]
) -> list[Row]:
    """Sides by weights that saw neither a pair's topic nor that of its body."""
    heads = np.array([fold(p["topic"]) for p in pairs])
    bodies = np.array([fold(p["body_topic"] or p["topic"]) for p in pairs])
    guess = np.zeros(len(pairs), dtype=np.int64)
    for at in range(FOLDS):
        seen, judged = (heads != at) & (bodies != at), heads == at
        weights, bias = fit(found[seen], labels[seen])
        guess[judged] = (found[judged] @ weights.T + bias).argmax(axis=1)
    return [{"id": p["id"], "stance": SIDES[g]} for p, g in zip(pairs, guess, strict=True)]


def to_toml(weights: NDArray[np.float64], bias: NDArray[np.float64]) -> str:
    """The data file that ships."""
    lines = [
        "# Weights of the sides that articles take, made by `python -m training.stories stance`;"
    ]
    lines += ["# pairs.card.md says from what. In the order of `features`."]
    lines.append(f"bias = [{', '.join(f'{value:.4f}' for value in bias)}]")
    lines += [
        f"{side} = [{', '.join(f'{value:.4f}' for value in row)}]"
        for side, row in zip(SIDES, weights, strict=True)
    ]
    return "\n".join(lines) + "\n"
