"""Scores as probabilities: what a draft's raw score has meant on articles that people annotated.

A logistic curve for each way of being found (Platt 1999), fitted by ``training/attribution``. The
rules' own strengths are a person's guesses, and a network is surer of itself than it is right.
"""

from functools import cache
from math import exp, log

from accordingto.records.statement import PartScores
from accordingto.statements.draft import Draft
from accordingto.tables import table

_EDGE = 1e-4


def probability(draft: Draft, *, alone: bool) -> float:
    """How likely a draft is right as a whole; ``alone`` where the rules read without the
    trained reader."""
    return _curved(way_of(draft, alone=alone), draft.score)


def way_of(draft: Draft, *, alone: bool) -> str:
    """The curve of a draft. What layout and quotation marks show beside the trained reader
    (``added``), headings and inner statements have curves of their own: the corpus that the others
    were fitted on has few of the one and none of the others."""
    if alone:
        return "rules"
    if draft.kind == "headline":
        return "heading"
    return "added" if draft.found == "rules" else draft.found


def part_scores(cue: float, source: float, content: float) -> PartScores:
    """The trained reader's mean certainty of each part as probabilities."""
    return PartScores(
        cue=round(_curved("cue", cue), 3),
        source=round(_curved("source", source), 3),
        content=round(_curved("content", content), 3),
    )


def _curved(way: str, raw: float) -> float:
    slope, offset = _curves()[way]
    held = min(1 - _EDGE, max(_EDGE, raw))
    return 1 / (1 + exp(-(slope * log(held / (1 - held)) + offset)))


@cache
def _curves() -> dict[str, tuple[float, float]]:
    found = table("accordingto.statements", "scores.toml")["curves"]
    return {way: (float(curve["slope"]), float(curve["offset"])) for way, curve in found.items()}
