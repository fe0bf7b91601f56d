"""Where the gold place names of the geoparsing corpora are put, given that they are place names.

Beside the measures over the output of `read` this is of the resolution alone.
"""

from collections import Counter
from collections.abc import Sequence

from training.toponyms.corpus import read_all
from training.toponyms.ranks import gold_names, is_right

from accordingto.facts.place_rank import rank
from accordingto.facts.place_weights import place_weights


def within_reach(parts: Sequence[str]) -> dict[str, float]:
    """By corpus the share of gold place names put within 161 km, or at the same id."""
    every: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for text in read_all():
        part = text[0]["corpus"]
        every[part] += sum("lat" in toponym for toponym in text[0]["toponyms"])
        names, golds = gold_names(text)
        for name, shares, gold in zip(names, rank(names, place_weights().rank), golds, strict=True):
            best = name.options[max(range(len(shares)), key=lambda i: (shares[i], -i))]
            right[part] += sum("lat" in toponym and is_right(toponym, best) for toponym in gold)
    return {part: right[part] / every[part] for part in parts}
