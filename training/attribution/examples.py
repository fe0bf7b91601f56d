"""Windows with their targets, and batches of them.

Targets are probabilities: a person's label is one where it is certain, a teacher's is spread.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from random import Random
from typing import Any

import numpy as np
import torch
from torch import Tensor

from accordingto.encoder.windows import Window
from accordingto.encoder.words import CASES
from training.attribution.gold import Attribution
from training.attribution.model import BEGINS, CONTENT, INSIDE, KINDS, SOURCE, Cues
from training.attribution.texts import Text
from training.syntax.targets import SyntaxBatch, Targets, syntax_batch

CUE, SOURCES, CONTENTS, INNER = range(len(KINDS))

# The fold of a text that nobody labelled.
UNLABELLED = -1


@dataclass
class Asked:
    """A cue within a window, counted in the window's own words, and what is right for it.

    ``roles`` is [size, 3], for the words ``[start, start + size)`` of the cue's paragraph.
    """

    first: int
    last: int
    start: int
    roles: np.ndarray


@dataclass
class Example:
    """A window, its tags [words, kinds, 3] (all zero where nothing is known), its cues, its
    paragraphs in the window's own words, what is right for the syntax head, and which fold the
    text is in if a person labelled it."""

    window: Window
    tags: np.ndarray
    asked: list[Asked] = field(default_factory=list)
    paragraphs: list[tuple[int, int]] = field(default_factory=list)
    syntax: Targets | None = None
    fold: int = UNLABELLED

    @property
    def length(self) -> int:
        """Sub-words."""
        return len(self.window.ids)


def examples_of(
    text: Text,
    windows: Sequence[Window],
    attributions: Sequence[Attribution] | None = None,
    inner: Sequence[Attribution] = (),
    fold: int = UNLABELLED,
) -> list[Example]:
    """Windows of a text with a person's attributions (outermost ones only are known), and with
    ``inner`` ones that another reader found; with no targets where nobody labelled the text."""
    tags = np.zeros((len(text.words), len(KINDS), 3), dtype=np.float32)
    if attributions is not None:
        tags = hard_tags(len(text.words), attributions, inner)
    return [
        _example(text, window, tags, [*(attributions or ()), *inner], fold) for window in windows
    ]


def hard_tags(
    size: int, attributions: Sequence[Attribution], inner: Sequence[Attribution] = ()
) -> np.ndarray:
    """Targets [size, kinds, 3]."""
    tags = np.zeros((size, len(KINDS), 3), dtype=np.float32)
    tags[:, :, 0] = 1
    for one in attributions:
        for kind, words in ((CUE, one.cue), (SOURCES, one.source), (CONTENTS, one.content)):
            _mark(tags, kind, words)
    for one in inner:
        _mark(tags, INNER, one.cue)
    return tags


def _mark(tags: np.ndarray, kind: int, words: Sequence[int]) -> None:
    before = -2
    for word in words:
        begins = word != before + 1
        if not (tags[word, kind, INSIDE] and begins):
            tags[word, kind] = 0
            tags[word, kind, BEGINS if begins else INSIDE] = 1
        before = word


def hard_roles(one: Attribution, paragraph: tuple[int, int]) -> np.ndarray:
    """Targets [words of the paragraph, 3] of a person's labels towards one cue."""
    start, end = paragraph
    roles = np.zeros((end - start, 3), dtype=np.float32)
    roles[:, 0] = 1
    for role, words in ((CONTENT, one.content), (SOURCE, one.source)):
        for word in words:
            if start <= word < end:
                roles[word - start] = 0
                roles[word - start, role] = 1
    return roles


def _example(
    text: Text,
    window: Window,
    tags: np.ndarray,
    attributions: Sequence[Attribution],
    fold: int,
) -> Example:
    own = window.first
    paragraphs = [
        (max(start, own), min(end, window.last))
        for start, end in text.paragraphs
        if start < window.last and end > own
    ]
    example = Example(
        window,
        tags[own : window.last],
        paragraphs=[(start - own, end - own) for start, end in paragraphs],
        fold=fold,
    )
    for one in attributions:
        for start, end in paragraphs:
            if start <= one.cue[0] < end:
                last = min(one.cue[-1], end - 1)
                roles = hard_roles(one, (start, end))
                example.asked.append(Asked(one.cue[0] - own, last - own, start - own, roles))
    return example


@dataclass
class Batch:
    """Padded arrays of a group of windows."""

    ids: Tensor
    mask: Tensor
    features: Tensor
    firsts: Tensor
    blocks: Tensor
    tags: Tensor
    cues: Cues | None
    roles: Tensor | None
    syntax: SyntaxBatch | None

    def to(self, device: torch.device) -> "Batch":
        """The same on a device."""
        return Batch(*(_moved(getattr(self, one.name), device) for one in fields(self)))


def _moved(held: Any, device: torch.device) -> Any:
    if isinstance(held, Tensor):
        return held.to(device)
    if isinstance(held, Cues | SyntaxBatch):
        return type(held)(*(_moved(getattr(held, one.name), device) for one in fields(held)))
    return held


def batches(
    examples: Sequence[Example], pieces: int, random: Random | None = None
) -> Iterator[list[Example]]:
    """Groups of about equal length with at most ``pieces`` sub-words, padding counted."""
    noise = random.random if random else (lambda: 0.0)
    ordered = sorted(examples, key=lambda e: e.length + 24 * noise())
    groups: list[list[Example]] = []
    size = 0
    for example in ordered:
        size = max(size, _even(example.length))
        if groups and size * (len(groups[-1]) + 1) <= pieces:
            groups[-1].append(example)
        else:
            groups.append([example])
            size = _even(example.length)
    if random:
        random.shuffle(groups)
    yield from groups


def collate(group: Sequence[Example], pad: int) -> Batch:
    """Arrays of a group; padding has mask 0 and targets of zeros."""
    length = _even(max(e.length for e in group))
    words = _even(max(len(e.tags) for e in group))
    ids = np.full((len(group), length), pad)
    mask = np.zeros((len(group), length), dtype=np.int64)
    features = np.zeros((len(group), length), dtype=np.int64)
    firsts = np.zeros((len(group), words), dtype=np.int64)
    blocks = np.zeros((len(group), words), dtype=np.int64)
    tags = np.zeros((len(group), words, len(KINDS), 3), dtype=np.float32)
    for row, example in enumerate(group):
        window = example.window
        for number, (start, end) in enumerate(example.paragraphs, 1):
            blocks[row, start:end] = number
        ids[row, : example.length] = window.ids
        mask[row, : example.length] = 1
        features[row, : example.length] = window.features
        firsts[row, : len(example.tags)] = window.first_pieces
        tags[row, : len(example.tags)] = example.tags
    cues, roles = cues_of([example.asked for example in group])
    arrays = (torch.from_numpy(a) for a in (ids, mask, features, firsts, blocks, tags))
    known = [example.syntax for example in group if example.syntax is not None]
    syntax = syntax_batch(known) if len(known) == len(group) else None
    return Batch(*arrays, cues, roles, syntax)


def _even(size: int) -> int:
    """The next multiple of 32: kernels are compiled for each new shape, so let there be few."""
    return -(-size // 32) * 32


def cues_of(
    rows: Sequence[Sequence[Asked]], device: torch.device | None = None
) -> tuple[Cues | None, Tensor | None]:
    """The cues of each window as arrays, and what is right for them [cues, size, 3]."""
    asked = [(row, one) for row, found in enumerate(rows) for one in found]
    if not asked:
        return None, None
    size = _even(max(len(one.roles) for _, one in asked))
    roles = np.zeros((len(asked), size, 3), dtype=np.float32)
    for i, (_, one) in enumerate(asked):
        roles[i, : len(one.roles)] = one.roles
    columns = torch.tensor(
        [[row, one.first, one.last, one.start, len(one.roles)] for row, one in asked]
    ).T
    cues = Cues(*columns, size)
    return (_moved(cues, device) if device else cues), torch.from_numpy(roles)


def varied(batch: Batch) -> Batch:
    """A batch, some of its windows without capitals, all in capitals, or without what is known of
    quotation marks, as scrapers and headlines have them."""
    features = batch.features
    draw = torch.rand(len(features), 1, device=features.device)
    lower = features // CASES * CASES
    changed = torch.where(draw < 0.08, lower + CASES - 1, features % CASES)
    changed = torch.where(draw < 0.05, lower, changed)
    features = torch.where(draw < 0.15, changed, features)
    return replace(batch, features=features)
