"""Where the gold place names of the geoparsing corpora are put, given that they are place names.

Beside the measures over the output of `read` this is of the resolution alone.
"""

from collections import Counter
from collections.abc import Sequence

from training.toponyms.corpus import Read, read_all
from training.toponyms.nears import is_right
from training.toponyms.ranks import gold_candidates

from accordingto.facts.place_weights import PlaceWeights
from accordingto.facts.places import points_of


def within_reach(parts: Sequence[str]) -> dict[str, float]:
    """By corpus the share of gold place names put within 161 km, or at the same id."""
    counts: Counter[tuple[str, str]] = Counter()
    for text in read_all():
        counts.update(gold_placed(text))
    return {part: counts[part, "right"] / counts[part, "all"] for part in parts}


def gold_placed(text: Read, weights: PlaceWeights | None = None) -> Counter[tuple[str, str]]:
    """How many gold place names of a text have a point, are put anywhere, and are put right."""
    row, article, reading, _ = text
    part = row["corpus"]
    counts: Counter[tuple[str, str]] = Counter()
    counts[part, "all"] += sum("lat" in gold for gold in row["toponyms"])
    golds, candidates = gold_candidates(text)
    points = points_of(article, reading, candidates, weights)
    for gold, point in zip(golds, points, strict=True):
        if "lat" in gold and point is not None:
            counts[part, "placed"] += 1
            counts[part, "right"] += is_right(gold, point)
    return counts
