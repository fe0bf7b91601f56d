"""Windows with their targets, and batches of them.

Targets are probabilities: a person's label is one where it is certain, a teacher's is spread.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

import numpy as np
import torch
from torch import Tensor

from accordingto.encoder.windows import Window
from training.attribution.gold import Attribution
from training.attribution.model import BEGINS, CONTENT, INSIDE, KINDS, SOURCE, Cues
from training.attribution.texts import Text
from training.syntax.targets import SyntaxBatch, Targets, syntax_batch

CUE, SOURCES, CONTENTS, INNER = range(len(KINDS))


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
    """A window, its tags [words, kinds, 3] (all zero where nothing is known), its cues, and what
    is right for the syntax head."""

    window: Window
    tags: np.ndarray
    asked: list[Asked] = field(default_factory=list)
    syntax: Targets | None = None

    @property
    def length(self) -> int:
        """Sub-words."""
        return len(self.window.ids)


def gold_examples(
    text: Text, windows: Sequence[Window], attributions: Sequence[Attribution]
) -> list[Example]:
    """Windows of an article with a person's attributions; only outermost ones are known."""
    tags = hard_tags(len(text.words), attributions)
    return [_example(text, window, tags, attributions) for window in windows]


def hard_tags(size: int, attributions: Sequence[Attribution]) -> np.ndarray:
    """Targets [size, kinds, 3] of a person's labels; nothing is known of inner cues."""
    tags = np.zeros((size, len(KINDS), 3), dtype=np.float32)
    tags[:, :INNER, 0] = 1
    for one in attributions:
        for kind, words in ((CUE, one.cue), (SOURCES, one.source), (CONTENTS, one.content)):
            before = -2
            for word in words:
                begins = word != before + 1
                if not (tags[word, kind, INSIDE] and begins):
                    tags[word, kind] = 0
                    tags[word, kind, BEGINS if begins else INSIDE] = 1
                before = word
    return tags


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
    text: Text, window: Window, tags: np.ndarray, attributions: Sequence[Attribution]
) -> Example:
    example = Example(window, tags[window.first : window.last])
    for one in attributions:
        bounds = paragraph_in(text, window, one.cue[0])
        if bounds is None:
            continue
        start, end = bounds
        roles = hard_roles(one, bounds)
        first, last = one.cue[0] - window.first, min(one.cue[-1], end - 1) - window.first
        example.asked.append(Asked(first, last, start - window.first, roles))
    return example


def paragraph_in(text: Text, window: Window, word: int) -> tuple[int, int] | None:
    """The part of a word's paragraph that is the window's own; None where the word is not."""
    if not window.first <= word < window.last:
        return None
    for start, end in text.paragraphs:
        if start <= word < end:
            return max(start, window.first), min(end, window.last)
    return None


@dataclass
class Batch:
    """Padded arrays of a group of windows."""

    ids: Tensor
    mask: Tensor
    features: Tensor
    firsts: Tensor
    tags: Tensor
    cues: Cues | None
    roles: Tensor | None
    syntax: SyntaxBatch | None


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
    tags = np.zeros((len(group), words, len(KINDS), 3), dtype=np.float32)
    for row, example in enumerate(group):
        window = example.window
        ids[row, : example.length] = window.ids
        mask[row, : example.length] = 1
        features[row, : example.length] = window.features
        firsts[row, : len(example.tags)] = window.first_pieces
        tags[row, : len(example.tags)] = example.tags
    cues, roles = _cues(group)
    arrays = (torch.from_numpy(a) for a in (ids, mask, features, firsts, tags))
    known = [example.syntax for example in group if example.syntax is not None]
    syntax = syntax_batch(known) if len(known) == len(group) else None
    return Batch(*arrays, cues, roles, syntax)


def _even(size: int) -> int:
    """The next multiple of 32: kernels are compiled for each new shape, so let there be few."""
    return -(-size // 32) * 32


def _cues(group: Sequence[Example]) -> tuple[Cues | None, Tensor | None]:
    asked = [(row, one) for row, example in enumerate(group) for one in example.asked]
    if not asked:
        return None, None
    size = _even(max(len(one.roles) for _, one in asked))
    roles = np.zeros((len(asked), size, 3), dtype=np.float32)
    for i, (_, one) in enumerate(asked):
        roles[i, : len(one.roles)] = one.roles
    columns = torch.tensor(
        [[row, one.first, one.last, one.start, len(one.roles)] for row, one in asked]
    ).T
    return Cues(*columns, size), torch.from_numpy(roles)
