"""Where the gold place names of the geoparsing corpora are put, given that they are place names.

Beside the measures over the output of `read` this is of the resolution alone.
"""

from collections import Counter
from collections.abc import Sequence

from training.toponyms.corpus import Read, read_all
from training.toponyms.distance import kilometres
from training.toponyms.ranks import NEAR_KM

from accordingto.facts.place_candidates import Candidate
from accordingto.facts.place_known import is_land, people_of
from accordingto.facts.place_points import Point
from accordingto.facts.place_toponym import toponym_of
from accordingto.facts.place_weights import PlaceWeights
from accordingto.facts.places import points_of
from accordingto.records.span import Span
from benchmarks.corpora import Row


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
    golds, candidates = [], []
    for gold in row["toponyms"]:
        counts[part, "all"] += "lat" in gold
        tokens = reading.tokens_in(Span(gold["s"], gold["e"]))
        made = toponym_of(article.text, reading, tokens) if tokens else None
        if made is not None:
            people = people_of(made.name)
            is_name = people is not None and is_land(made.name)
            first, last = tokens[0].index, tokens[-1].index
            candidates.append(Candidate(made, first, last, None, people, True, is_name))
            golds.append(gold)
    points = points_of(article.text, reading, candidates, weights)
    for gold, point in zip(golds, points, strict=True):
        if "lat" in gold and point is not None:
            counts[part, "placed"] += 1
            counts[part, "right"] += _is_right(gold, point)
    return counts


def _is_right(gold: Row, point: Point) -> bool:
    if gold.get("gid") and gold["gid"] == point.gid:
        return True
    return (
        point.lat is not None
        and point.lon is not None
        and (kilometres(gold, point.lat, point.lon) <= NEAR_KM)
    )
