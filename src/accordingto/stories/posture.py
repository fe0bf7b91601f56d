"""How a text stands to its story by its wording alone: does it speak against what others tell, and
does it only pass on what is said?

Claims and articles on one affair fall into two camps, and who is in which shows mostly in general
words ("turned out", "so far no"), whatever the affair. So each side of a pair is judged by itself,
by runs of one and two words that many affairs share; what the two judgements make together is for
the model of pairs.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# How much of an article is read for its wording, in characters.
_READ = 3000
# The different words and pairs of neighbours that a short article has.
_TYPICAL = 200
_TOKEN = re.compile(r"[a-z]+(?:['’][a-z]+)?|\d+|[?!:\"“”‘]")


@dataclass(frozen=True, slots=True)
class Posture:
    """Logits: ``against`` what others of the story tell, if it takes a side at all; only
    ``passing`` it on; and of all texts, those that take none included, whether it ``debunks`` and
    whether it ``affirms``."""

    against: float
    passing: float
    debunks: float
    affirms: float


class Scorer:
    """A linear model over hashed runs of words and a few counts of signs. Of ``long`` texts runs
    count by their share, so that a longer one is not the surer for it."""

    def __init__(
        self,
        keys: NDArray[np.uint32],
        weights: Floats,
        signs: Floats,
        bias: float,
        *,
        long: bool = False,
    ) -> None:
        self._long = long
        self._weights = dict(zip(keys.tolist(), weights.tolist(), strict=True))
        self._signs = signs
        self._bias = bias

    def logit(self, grams: Sequence[int], signs: Floats) -> float:
        """Above zero where the texts that it was taught by would say yes."""
        found = sum(self._weights.get(gram, 0.0) for gram in grams)
        if self._long:
            found *= evened(len(grams))
        return float(found + self._signs @ signs + self._bias)


def evened(count: int) -> float:
    """By how much each of so many runs of words counts in a long text."""
    return _TYPICAL / max(1, count)


def grams(text: str) -> list[int]:
    """The different words and pairs of neighbours of a text as checksums, sorted; numbers count
    as one word, and so does its beginning."""
    words = ["<s>"]
    for word in _TOKEN.findall(text[:_READ].lower()):
        words.append("<n>" if word.isdigit() else word.replace("’", "'"))
    found = {*words[1:], *(f"{a} {b}" for a, b in pairwise(words))}
    return sorted(crc32(gram.encode("utf-8", "surrogatepass")) for gram in found)
