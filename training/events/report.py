"""Sums of the recipe: which code is given, its quad class, and the best threshold."""

import numpy as np

_NONE = "NONE"
QUADS = {
    "verbal cooperation": "AGREE CONSULT SUPPORT CONCEDE",
    "material cooperation": "COOPERATE AID RETREAT INVESTIGATE",
    "verbal conflict": "DEMAND DISAPPROVE REJECT THREATEN SANCTION",
    "material conflict": "PROTEST MOBILIZE COERCE ASSAULT FIGHT",
}


def quad_of(code: str) -> str | None:
    """The quad class of a code, as the corpus's scorer has it."""
    return next((quad for quad, codes in QUADS.items() if code in codes.split()), None)


def chosen(shares: np.ndarray, codes: np.ndarray) -> np.ndarray:
    """The code given to each row, as the package chooses: none where that is likelier than not."""
    nothing = np.flatnonzero(codes == _NONE)
    held = shares.copy()
    held[:, nothing] = np.where(held[:, nothing] > 0.5, 2.0, 0.0)
    result: np.ndarray = codes[held.argmax(axis=1)]
    return result


def f1_at(shares: np.ndarray, truth: np.ndarray) -> tuple[float, float]:
    """The threshold of best F1 on some shares, and that F1."""
    order = np.argsort(-shares, kind="stable")
    hits = np.cumsum(truth[order])
    scores = 2 * hits / (np.arange(1, len(order) + 1) + truth.sum())
    at = int(scores.argmax())
    return float(shares[order[at]]), float(scores[at])
