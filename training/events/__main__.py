"""``python -m training.events``: fits the event coder anew and reports it on folds.

Writes ``src/accordingto/events/data/coder.npz``. Ends with status 2 where a corpus is absent.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.corpora import MissingCorpusError
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from training.events.examples import FOLDS, Example, plover_examples, police_examples
from training.events.report import chosen, f1_at, quad_of

OUT = Path(__file__).parents[2] / "src" / "accordingto" / "events" / "data" / "coder.npz"
POLICE = ("ANY_ACTION", "ARREST", "FAIL", "FORCE", "KILL")
# Strength of regularisation (its inverse), watched on the folds only.
_PLOVER_C, _POLICE_C = 5.0, 0.5
# A police code's sentences are few; each counts as much as this many others.
_RARE = 5.0
# Features seen less often are left out: they are names and slips.
_SEEN = 2
_LEAST_PLOVER = 0.15

Arrays = dict[str, np.ndarray]


def main() -> int:
    try:
        plover = plover_examples()
        police = list(police_examples())
    except MissingCorpusError as missing:
        print(missing, file=sys.stderr)
        return 2
    held = {**fit_plover(plover), **fit_police(police)}
    np.savez_compressed(OUT, **held)
    print(f"{OUT.name}: {OUT.stat().st_size // 1024} KB")
    return 0


def fit_plover(examples: Sequence[Example]) -> Arrays:
    """Weights of the act coder; prints shares right on folds of the gold records."""
    folds = np.array([e.fold for e in examples])
    gold = np.array([not e.own for e in examples])
    codes = np.array([e.codes[0] for e in examples])
    for name, usable in (("gold records and own sentences", gold | True), ("gold alone", gold)):
        right, quads = [], []
        for fold in range(FOLDS):
            train, test = usable & (folds != fold), gold & (folds == fold)
            vectors, matrix = _matrix([examples[i] for i in np.flatnonzero(train)])
            fitted = _logistic(_PLOVER_C).fit(matrix, codes[train])
            shares = fitted.predict_proba(vectors.transform(e.seen for e in _at(examples, test)))
            guessed = chosen(shares, fitted.classes_)
            right += list(guessed == codes[test])
            quads += [quad_of(g) == quad_of(c) for g, c in zip(guessed, codes[test], strict=True)]
        print(f"plover, {name}: type {np.mean(right):.3f}, quad class {np.mean(quads):.3f}")
    vectors, matrix = _matrix(examples)
    fitted = _logistic(_PLOVER_C).fit(matrix, codes)
    least = np.full(len(fitted.classes_), _LEAST_PLOVER)
    return _arrays("plover", vectors, fitted.coef_.T, fitted.intercept_, fitted.classes_, least)


def fit_police(examples: Sequence[Example]) -> Arrays:
    """Weights of the conduct coder, and the share from which each code is given; prints F1."""
    folds = np.array([e.fold for e in examples])
    truth = np.array([[code in e.codes for code in POLICE] for e in examples])
    shares = np.zeros(truth.shape)
    for fold in range(FOLDS):
        train, test = folds != fold, folds == fold
        vectors, matrix = _matrix(_at(examples, train))
        seen = vectors.transform(e.seen for e in _at(examples, test))
        for at in range(len(POLICE)):
            fitted = _police(matrix, truth[train, at])
            shares[test, at] = fitted.predict_proba(seen)[:, 1]
    found = []
    least = np.zeros(len(POLICE))
    for at, code in enumerate(POLICE):
        # The threshold that a fold is judged by is chosen on the others.
        hits = np.zeros(len(examples), dtype=bool)
        for fold in range(FOLDS):
            limit, _ = f1_at(shares[folds != fold, at], truth[folds != fold, at])
            hits[folds == fold] = shares[folds == fold, at] >= limit
        least[at], _ = f1_at(shares[:, at], truth[:, at])
        right = np.sum(hits & truth[:, at])
        found.append(2 * right / (hits.sum() + truth[:, at].sum()))
        print(f"police {code}: F1 {found[-1]:.3f} (from a share of {least[at]:.2f})")
    print(f"police, macro F1 on folds by report: {np.mean(found):.3f}")
    vectors, matrix = _matrix(examples)
    fits = [_police(matrix, truth[:, at]) for at in range(len(POLICE))]
    weights = np.hstack([fit.coef_.T for fit in fits])
    bias = np.array([fit.intercept_[0] for fit in fits])
    return _arrays("police", vectors, weights, bias, POLICE, least)


def _at(examples: Sequence[Example], mask: np.ndarray) -> list[Example]:
    return [examples[i] for i in np.flatnonzero(mask)]


def _matrix(examples: Sequence[Example]) -> tuple[DictVectorizer, Any]:
    counts: dict[str, int] = {}
    for example in examples:
        for name in example.seen:
            counts[name] = counts.get(name, 0) + 1
    kept = [{n: v for n, v in e.seen.items() if counts[n] >= _SEEN} for e in examples]
    vectors = DictVectorizer(dtype=np.float32)
    return vectors, _small(vectors.fit_transform(kept))


def _small(matrix: Any) -> Any:
    """The same with the short indices that the solver wants."""
    matrix.indices = matrix.indices.astype(np.int32)
    matrix.indptr = matrix.indptr.astype(np.int32)
    return matrix


def _logistic(strength: float) -> LogisticRegression:
    return LogisticRegression(C=strength, max_iter=300)


def _police(matrix: Any, truth: np.ndarray) -> LogisticRegression:
    fitted = LogisticRegression(
        C=_POLICE_C, solver="liblinear", class_weight={True: _RARE, False: 1.0}
    )
    return fitted.fit(matrix, truth)


def _arrays(
    scheme: str,
    vectors: DictVectorizer,
    weights: np.ndarray,
    bias: np.ndarray,
    codes: Sequence[str],
    least: np.ndarray,
) -> Arrays:
    """The arrays of one model; features that say next to nothing are left out."""
    least_weight = 0.04
    every = np.array(vectors.feature_names_)
    plain = np.array(["\n" not in name for name in every])
    said = plain & (np.abs(weights).max(axis=1) > least_weight)
    names = every[said]
    return {
        f"{scheme} names": np.array("\n".join(names)),
        f"{scheme} codes": np.array("\n".join(str(code) for code in codes)),
        f"{scheme} weights": weights[said].astype(np.float16),
        f"{scheme} bias": np.asarray(bias).astype(np.float32),
        f"{scheme} least": np.asarray(least).astype(np.float32),
    }


if __name__ == "__main__":
    sys.exit(main())
