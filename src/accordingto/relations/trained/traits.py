"""What is looked at in each statement of an article before pairs of them are judged."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from math import log1p
from typing import get_args

import msgspec

from accordingto.records.span import Span
from accordingto.records.statement import Act
from accordingto.relations.claim import Claim, blames
from accordingto.relations.pointing import pointing_phrase
from accordingto.relations.scene import Scene
from accordingto.relations.wordlists import stems, words

ACTS: tuple[str, ...] = get_args(Act)
# How far in front of a claim a word of contrast may stand ("but", "however").
_LEAD, _INTO = 60, 12


class Traits(msgspec.Struct, frozen=True):
    """``place`` is the claim's among the article's statements, ``order`` its place in the text;
    ``own`` are numbers for :data:`OWN`, in that order. ``denies`` is true for what says that
    something is not so, ``false`` for what calls something so, ``points`` for what points back at a
    claim; ``side`` are the keys by which others name its source or its body."""

    claim: Claim
    order: int
    paragraph: int
    sentence: Span
    side: frozenset[str]
    denies: bool
    false: bool
    points: bool
    blames: bool
    figures: frozenset[tuple[str, float | int | None]]
    own: tuple[float, ...]


OWN = (
    *ACTS, "summary", "inside", "hedged", "quoted", "negative", "length", "points", "false", "open",
    "contrast",
)  # fmt: skip


def traits_of(scene: Scene) -> tuple[Traits, ...]:
    """The traits of all statements, by their place."""
    text = scene.article.text
    breaks = [match.start() for match in re.finditer("\n", text)]
    return tuple(
        _traits(scene, claim, scene.order_of[claim.place], breaks) for claim in scene.claims
    )


def _traits(scene: Scene, claim: Claim, order: int, breaks: Sequence[int]) -> Traits:
    said, text = claim.statement, scene.article.text
    false = bool(claim.raw & stems("false", "words"))
    points = pointing_phrase(text, said) is not None
    cue = said.cue_span
    own = (
        *(float(said.act == act) for act in ACTS),
        float(scene.in_summary(said)),
        float(said.parent is not None),
        float(said.certainty != "plain"),
        float(said.quote != "indirect"),
        float(claim.negative),
        log1p(len(claim.keys)),
        float(points),
        float(false),
        float(bool(claim.raw & stems("false", "open"))),
        float(_is_contrasted(text, claim.start)),
    )
    return Traits(
        claim=claim,
        order=order,
        paragraph=bisect_left(breaks, claim.start),
        sentence=scene.sentence_at(cue.start if cue else claim.start),
        side=scene.keys_of_side(said),
        denies=(said.act == "deny" or false) != claim.negative,
        false=false,
        points=points,
        blames=blames(claim),
        figures=frozenset(
            (f.what, f.value if f.value is not None else f.low)
            for f in scene.counted.get(said.id, ())
        ),
        own=own,
    )


def _is_contrasted(text: str, start: int) -> bool:
    lead = text[max(0, start - _LEAD) : start].lower()
    lead = lead[lead.rfind(". ") + 1 :] + text[start : start + _INTO].lower()
    return any(word in lead for word in words("contrast", "leads"))
