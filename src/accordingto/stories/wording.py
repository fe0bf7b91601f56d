"""How a text is worded: words of general kinds (fake, untrue, turned out, no evidence …), which
are the same whatever the affair."""

import re
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from accordingto.tables import table

Floats = NDArray[np.float64]

_ENDS = 3
# A claim with three such words says no more than one with two.
_ENOUGH = 2


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    kinds = table("accordingto.stories", "posture_words.toml")
    return tuple(re.compile(rf"\b(?:{'|'.join(kinds[k])})\b", re.IGNORECASE) for k in kinds)


def claim_wording(claim: str) -> Floats:
    """How many words of each kind a claim has."""
    found: Floats = np.minimum(_ENOUGH, _counts([claim])[0])
    return found


def text_wording(sentences: Sequence[str]) -> Floats:
    """Words of each kind in an article: all, in a hundred words, and at both ends."""
    if not sentences:
        return np.zeros(len(_patterns()) * 5)
    counts = _counts(sentences)
    words = max(1, sum(len(sentence.split()) for sentence in sentences))
    total = counts.sum(axis=0)
    return np.concatenate(
        (
            np.log1p(total),
            np.sqrt(100 * total / words),
            np.minimum(_ENOUGH, counts[0]),
            np.log1p(counts[:_ENDS].sum(axis=0)),
            np.log1p(counts[-_ENDS:].sum(axis=0)),
        )
    )


def _counts(texts: Sequence[str]) -> Floats:
    return np.array([[len(p.findall(text)) for p in _patterns()] for text in texts], dtype=float)
