"""The syntax head's weights, and what they say of tokens."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from accordingto.errors import AccordingtoError
from accordingto.records.encoding import Floats

Labels = tuple[str, ...]
Places = NDArray[np.int64]

_HOW = "install the package anew; its language/data holds syntax.npz."


@dataclass(frozen=True)
class Logits:
    """For tokens [n]: logits of tags, classes, entities and sentence starts, and the halves from
    which heads and relations are made."""

    tags: Floats
    classes: Floats
    entities: Floats
    begins: Floats
    low: Floats
    high: Floats
    low_relation: Floats
    high_relation: Floats


class SyntaxHeads:
    """Biaffine heads (Dozat & Manning 2017) and linear ones over the vectors of tokens."""

    def __init__(self, weights: dict[str, np.ndarray]) -> None:
        self._weights = {
            name: w.astype(np.float32) for name, w in weights.items() if w.dtype.kind == "f"
        }
        self.tags, self.classes, self.entities, self.relations = (
            tuple(str(label) for label in weights[name])
            for name in ("tags", "classes", "entities", "relations")
        )
        self.known = {str(word): i + 1 for i, word in enumerate(weights["words"])}
        self._reach = len(self._weights["far"]) // 2
        w = self._weights
        names = ("tag", "kind", "entity", "begin", "low", "high", "low_relation", "high_relation")
        # One product for all that is linear in a token's vector.
        self._all = np.ascontiguousarray(np.concatenate([w[n] for n in names]).T)
        self._all_bias = np.concatenate([w[f"{n}_bias"] for n in names])
        self._bounds = np.cumsum([len(w[n]) for n in names])[:-1]
        # Kept for the longest sentence so far.
        self._distances: Floats = np.zeros((0, 0), dtype=np.float32)

    def logits(self, vectors: Floats, places: Places, known: Places) -> Logits:
        """For tokens whose words' vectors are ``vectors[places]``."""
        tokens = vectors[places] + self._weights["known"][known]
        parts = np.split(tokens @ self._all + self._all_bias, self._bounds, axis=1)
        tags, kinds, entities, begins, low, high, low_relation, high_relation = parts
        return Logits(
            tags,
            kinds,
            entities,
            begins[:, 1] - begins[:, 0],
            np.maximum(low, 0) @ self._weights["arc"][:, :-1].T + self._weights["arc"][:, -1],
            np.maximum(high, 0),
            low_relation,
            high_relation,
        )

    def arcs(self, logits: Logits, first: int, last: int) -> Floats:
        """Log-odds [n, n] that the second of the tokens ``[first, last)`` is the first one's head.

        They add up to one for each token, so that those of different tokens can be compared.
        """
        scores = logits.low[first:last] @ logits.high[first:last].T
        scores += self._far(last - first)
        scores -= scores.max(axis=1, keepdims=True)
        found: Floats = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        return found

    def _far(self, size: int) -> Floats:
        """What the distance from each of ``size`` tokens to each other adds [size, size]."""
        if size > len(self._distances):
            at = np.arange(size)
            far = np.clip(at[None, :] - at[:, None], -self._reach, self._reach) + self._reach
            self._distances = self._weights["far"][far, 0]
        return self._distances[:size, :size]

    def related(self, logits: Logits, heads: Places) -> Floats:
        """Logits [n, relations] of the first ``n`` tokens towards their heads."""
        low = logits.low_relation[: len(heads)]
        mixed = np.maximum(low + logits.high_relation[heads], 0)
        found: Floats = mixed @ self._weights["relation"].T + self._weights["relation_bias"]
        return found


@cache
def syntax_heads() -> SyntaxHeads:
    """The weights that ship. Raises AccordingtoError where the package lacks them."""
    try:
        with (files("accordingto.language") / "data" / "syntax.npz").open("rb") as file:
            return SyntaxHeads(dict(np.load(file)))
    except FileNotFoundError as missing:
        raise AccordingtoError(f"A file of the syntax head is missing: {_HOW}") from missing
