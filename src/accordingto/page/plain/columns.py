"""What is seen of the pieces of a text: a table of numbers, with a place for each piece in every
column. Time is linear in the number of pieces."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np

from accordingto.page.forest import Numbers
from accordingto.page.plain.echoes import Echo
from accordingto.page.plain.layout import Layout, is_made, title_points
from accordingto.page.plain.pieces import Piece
from accordingto.page.plain.traits import Traits

_SIGNS = (
    "stop", "ends", "prose", "sentence", "clipped", "furniture", "notice", "opener", "advert",
    "prompt", "pointer", "pointed", "list_head", "ending", "counter", "address", "date_only",
    "stamp", "foreign", "lettered", "rights", "credit", "name", "pose", "past", "colon", "speech",
    "date_tail", "dateline", "embed", "quoted", "amid", "dated", "signed", "person",
    "dated_byline", "title",
)  # fmt: skip
_HINTS = ("credit", "captioned", "labelled", "alt", "residue", "site")
_BESIDE = ("size", "ends", "title", "speech", "title share", "capitals")
_STEPS = (-3, -2, -1, 1, 2, 3)
_REACHES = (4, 12)
_MOST_WORDS = 100
_START = 60  # characters by whose capitals and digits a piece is known
_FAR = 99
_MADE = 5  # pieces below a headline among which its byline or date stands


@cache
def column_names() -> tuple[str, ...]:
    """What each column tells, in their order."""
    found = [
        "size", "characters", "title share", "byline", "cue", "capitals", "digits", "commas",
        *_SIGNS, *_HINTS, "note mark", "apart", "line of many", "equal lines", "shared runs",
        "place", "pieces", "from top", "from end", "from headline", "from first text",
        "from last text", "flows", "told elsewhere", "words told elsewhere",
    ]  # fmt: skip
    found += [f"{what} at {step:+d}" for step in _STEPS for what in _BESIDE]
    for reach in _REACHES:
        for side in ("before", "behind"):
            found += [f"{what} of {reach} {side}" for what in ("size", "ends", "title", "speech")]
    return tuple(found)


def table_of(
    pieces: Sequence[Piece], traits: Sequence[Traits], echo: Sequence[Echo], layout: Layout
) -> Numbers:
    """The columns, a line for each, with a number a piece. ``layout`` is the one that the rules
    alone would give."""
    columns = list(_columns(pieces, traits, echo, layout))
    found = np.empty((len(columns), len(pieces)), np.float32)
    for place, column in enumerate(columns):
        found[place] = column
    return found


@cache
def title_names() -> tuple[str, ...]:
    """What the columns of ``title_table`` tell, which stand behind those of ``table_of``."""
    return (
        "chance", "points", "made next", "made soon", "from start", "text above", "text below",
        "chance before", "chance behind", "equal below",
    )  # fmt: skip


def title_table(
    traits: Sequence[Traits], echo: Sequence[Echo], layout: Layout, chances: Sequence[float]
) -> Numbers:
    """What more is asked of each piece, once the running text is known, to tell the headline."""
    count = len(traits)
    chance = np.array(chances)
    flows = np.array(layout.flows, np.float64)
    sums = np.concatenate(([0.0], flows.cumsum()))
    index = np.arange(count)
    made = np.array([is_made(t) for t in traits], np.float64)
    soon = np.concatenate((made, np.zeros(_MADE + 1)))
    beside = np.concatenate(([-1.0], chance, [-1.0]))
    last: dict[tuple[str, ...], int] = {t.words: at for at, t in enumerate(traits)}
    columns = (
        chance,
        np.array(title_points(traits, echo, layout)),
        soon[1 : count + 1],
        np.stack([soon[step : count + step] for step in range(2, _MADE + 1)]).max(axis=0),
        np.clip(index - layout.start, -_FAR, _FAR),
        sums[:-1],
        sums[-1] - sums[1:],
        beside[:-2],
        beside[2:],
        np.array([last[t.words] > at for at, t in enumerate(traits)]),
    )
    return np.stack([np.asarray(column, np.float32) for column in columns])


def _columns(
    pieces: Sequence[Piece], traits: Sequence[Traits], echo: Sequence[Echo], layout: Layout
) -> Iterator[Numbers]:
    count = len(pieces)
    size = np.minimum(np.array([t.size for t in traits]), _MOST_WORDS)
    starts = [t.text[:_START] for t in traits]
    capitals = np.array([sum(map(str.isupper, start)) / len(start) for start in starts])
    share = np.array([t.title_share for t in traits])
    signs = {name: np.array([getattr(t, name) for t in traits], np.float64) for name in _SIGNS}
    yield size
    yield np.array([min(len(t.text), 2000) for t in traits])
    yield share
    yield np.array([t.byline for t in traits])
    yield np.array([t.cue for t in traits])
    yield capitals
    yield np.array([sum(map(str.isdigit, start)) / len(start) for start in starts])
    yield np.array([t.text.count(",") for t in traits])
    yield from signs.values()
    for hint in _HINTS:
        yield np.array([p.hint == hint for p in pieces])
    yield np.array([bool(t.note_mark) for t in traits])
    yield np.array([p.apart for p in pieces])
    lines = Counter(p.line for p in pieces)
    yield np.array([lines[p.line] for p in pieces])
    yield np.array([e.equal for e in echo])
    yield np.array([e.share for e in echo])
    index = np.arange(count)
    yield index / count
    yield np.full(count, count)
    yield index
    yield count - index
    head = layout.headline
    yield np.clip(index - head, -_FAR, _FAR) if head is not None else np.full(count, -2 * _FAR)
    yield np.clip(index - layout.start, -_FAR, _FAR)
    yield np.clip(index - layout.end, -_FAR, _FAR)
    yield np.array(layout.flows)
    yield from _told(traits, layout)
    beside = np.stack([size, signs["ends"], signs["title"], signs["speech"], share, capitals])
    for step in _STEPS:
        yield from _shifted(beside, step)
    for reach in _REACHES:
        yield from _windows(beside[:4], reach)


def _told(traits: Sequence[Traits], layout: Layout) -> Iterator[Numbers]:
    """The share and the number of the content words of each piece that stand in other pieces of
    the running text."""
    flowing = [i for i in range(layout.start, layout.end) if layout.flows[i]]
    words = [t.content for t in traits]
    body = Counter(word for i in flowing for word in words[i])
    own = set(flowing)
    told = np.array(
        [sum(body[word] > (index in own) for word in found) for index, found in enumerate(words)]
    )
    yield told / np.maximum(1, np.array([len(found) for found in words]))
    yield told


def _shifted(values: Numbers, step: int) -> Numbers:
    """The values of the piece so many on, -1 where there is none."""
    found = np.full(values.shape, -1.0)
    if step > 0:
        found[:, :-step] = values[:, step:]
    else:
        found[:, -step:] = values[:, :step]
    return found


def _windows(values: Numbers, reach: int) -> Iterator[Numbers]:
    """The means over so many pieces before each, then over as many behind it."""
    count = values.shape[1]
    sums = np.concatenate([np.zeros((len(values), 1)), values.cumsum(axis=1)], axis=1)
    index = np.arange(count)
    for first, past in (
        (np.maximum(0, index - reach), index),
        (index + 1, np.minimum(count, index + 1 + reach)),
    ):
        yield from (sums[:, past] - sums[:, first]) / np.maximum(1, past - first)
