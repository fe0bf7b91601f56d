"""A pair of statements in numbers: what the trained judge goes by."""

from collections.abc import Sequence
from itertools import chain
from math import log1p

import numpy as np
from numpy.typing import NDArray

from accordingto.relations.likeness import rival
from accordingto.relations.scene import Scene, holds, same_content
from accordingto.relations.tolls import faulted_figure, rival_figures
from accordingto.relations.trained.traits import OWN, Traits

Floats = NDArray[np.float32]

# Of the pair, whichever comes first.
_BOTH = (
    "same side", "known", "share", "shared", "names", "predicate", "blamed", "one predicate",
    "same act", "distance", "characters", "holds", "same content", "rival words", "rival figures",
    "faulted figure", "same figure", "other figure", "one denies", "both blame", "adjacent",
    "one sentence", "paragraphs",
)  # fmt: skip
# Of the one that opposes or repeats (``x``) towards the other (``y``).
_TOWARDS = (
    "x later", "x's side in y", "y's side in x", "x's side negated", "x negates", "y negates",
)  # fmt: skip
NAMES = (*_BOTH, *_TOWARDS, *(f"x {name}" for name in OWN), *(f"y {name}" for name in OWN))

_MOST_NAMES, _MOST_PARAGRAPHS = 4, 6


def matrix(scene: Scene, pairs: Sequence[tuple[Traits, Traits]]) -> Floats:
    """One row for each pair (x, y), one column for each of :data:`NAMES`."""
    of_pair: dict[tuple[int, int], int] = {}
    both: list[tuple[float, ...]] = []
    which: list[int] = []
    for x, y in pairs:
        earlier, later = (y, x) if x.order > y.order else (x, y)
        key = earlier.order, later.order
        if key not in of_pair:
            of_pair[key] = len(both)
            both.append(_both(scene, earlier, later))
        which.append(of_pair[key])
    traits = list({t.order: t for pair in pairs for t in pair}.values())
    own = _table([t.own for t in traits])
    row_of = {t.order: at for at, t in enumerate(traits)}
    columns = (
        _table(both)[which],
        _table([_towards(x, y) for x, y in pairs]),
        own[[row_of[x.order] for x, _ in pairs]],
        own[[row_of[y.order] for _, y in pairs]],
    )
    return np.concatenate(columns, axis=1)


def _table(rows: Sequence[tuple[float, ...]]) -> Floats:
    """Rows of equally many numbers; numpy takes much longer to see that they are."""
    size = len(rows[0]) if rows else 0
    flat = np.fromiter(chain.from_iterable(rows), dtype=np.float32, count=len(rows) * size)
    return flat.reshape(len(rows), size)


def _both(scene: Scene, earlier: Traits, later: Traits) -> tuple[float, ...]:
    one, other = earlier.claim, later.claim
    said, said_too = one.statement, other.statement
    like = scene.likeness(one, other)
    counted = bool(earlier.figures and later.figures)
    harms = {what for what, _ in earlier.figures} & {what for what, _ in later.figures}
    same = bool(earlier.figures & later.figures)
    return (
        scene.same_side(said, said_too),
        (said.source is not None) + (said_too.source is not None),
        like.share,
        log1p(len(like.shared)),
        min(like.names, _MOST_NAMES),
        like.predicate,
        like.blamed,
        bool(one.predicates & other.predicates),
        said.act == said_too.act,
        log1p(later.order - earlier.order),
        log1p(max(0, other.start - one.start)) / 10,
        holds(said, said_too) - holds(said_too, said),
        same_content(said, said_too),
        rival(one, other) is not None,
        counted and rival_figures(scene, one, other) is not None,
        counted and faulted_figure(scene, one, other) is not None,
        same,
        bool(harms) and not same,
        earlier.denies != later.denies,
        earlier.blames and later.blames,
        later.order - earlier.order == 1,
        earlier.sentence == later.sentence,
        min(_MOST_PARAGRAPHS, later.paragraph - earlier.paragraph),
    )


def _towards(x: Traits, y: Traits) -> tuple[float, ...]:
    one, other = x.claim, y.claim
    return (
        x.order > y.order,
        bool(x.side & other.keys),
        bool(y.side & one.keys),
        bool(x.side & one.negated),
        len((one.negated & other.keys) - other.names),
        len((other.negated & one.keys) - one.names),
    )
