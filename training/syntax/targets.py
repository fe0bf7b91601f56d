"""The tokens of a window with what is right for them, as arrays."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
import torch
from torch import Tensor, nn

from accordingto.encoder.windows import Window
from training.attribution.texts import Text
from training.syntax.head import SyntaxHead
from training.syntax.silver import Inventory, Silver

# Marks a target that is not known.
UNKNOWN = -100


@dataclass
class Targets:
    """Arrays [tokens] of one window; ``place`` is a word of the window, ``heads`` a token of it."""

    place: np.ndarray
    known: np.ndarray
    paragraphs: np.ndarray
    tags: np.ndarray
    kinds: np.ndarray
    entities: np.ndarray
    begins: np.ndarray
    heads: np.ndarray
    relations: np.ndarray


class Numbers:
    """Labels to numbers."""

    def __init__(self, inventory: Inventory) -> None:
        self.tags = {label: i for i, label in enumerate(inventory.tags)}
        self.kinds = {label: i for i, label in enumerate(inventory.classes)}
        self.entities = {label: i for i, label in enumerate(inventory.entities)}
        self.relations = {label: i for i, label in enumerate(inventory.relations)}
        self.words = {word: i + 1 for i, word in enumerate(inventory.words)}


def place_of(starts: Sequence[int], start: int, end: int) -> int:
    """The first word that begins within a token, else the one that holds its beginning."""
    at = bisect_left(starts, start)
    return at if at < len(starts) and starts[at] < end else bisect_right(starts, start) - 1


def targets_of(
    text: Text, windows: Sequence[Window], paragraphs: Sequence[Silver], numbers: Numbers
) -> list[Targets]:
    """What is right for each window of a text."""
    starts = [word.start for word in text.words]
    rows: list[list[tuple[int, ...]]] = [[] for _ in windows]
    lasts = [window.last for window in windows]
    for number, one in enumerate(paragraphs):
        places = [
            max(0, place_of(starts, int(s), int(e)))
            for s, e in zip(one.starts, one.ends, strict=True)
        ]
        owners = [min(bisect_right(lasts, place), len(windows) - 1) for place in places]
        firsts: dict[int, int] = {}
        for token, owner in enumerate(owners):
            firsts.setdefault(owner, len(rows[owner]) - token)
        for token, (place, owner) in enumerate(zip(places, owners, strict=True)):
            head = int(one.heads[token])
            held = owners[head] == owner
            rows[owner].append(
                (
                    max(0, place - windows[owner].first),
                    numbers.words.get(one.words[token], 0),
                    number,
                    numbers.tags.get(one.tags[token], UNKNOWN),
                    numbers.kinds.get(one.classes[token], UNKNOWN),
                    numbers.entities.get(one.entities[token], UNKNOWN),
                    int(one.begins[token]),
                    head + firsts[owner] if held else UNKNOWN,
                    numbers.relations.get(one.relations[token], UNKNOWN) if held else UNKNOWN,
                )
            )
    return [
        Targets(*np.array(row, dtype=np.int64).reshape(-1, len(fields(Targets))).T) for row in rows
    ]


@dataclass
class SyntaxBatch:
    """The same arrays [windows, tokens], padded."""

    place: Tensor
    known: Tensor
    paragraphs: Tensor
    tags: Tensor
    kinds: Tensor
    entities: Tensor
    begins: Tensor
    heads: Tensor
    relations: Tensor


def syntax_batch(group: Sequence[Targets]) -> SyntaxBatch:
    """Padding has no place of its own and no known target."""
    size = -(-max(len(one.place) for one in group) // 32) * 32
    arrays = []
    for field in fields(Targets):
        empty = 0 if field.name in ("place", "known") else UNKNOWN
        rows = np.full((len(group), size), empty, dtype=np.int64)
        for row, one in zip(rows, group, strict=True):
            found = getattr(one, field.name)
            row[: len(found)] = found
        arrays.append(torch.from_numpy(rows))
    return SyntaxBatch(*arrays)


def syntax_losses(head: SyntaxHead, words: Tensor, batch: SyntaxBatch) -> dict[str, Tensor]:
    """Cross entropies of all kinds."""
    tokens = head.tokens(words, batch.place, batch.known)
    arcs = head.arcs(tokens, batch.paragraphs)
    heads = batch.heads.clamp(min=0)
    return {
        "tag": 0.5 * _loss(head.tag(tokens), batch.tags),
        "kind": 0.25 * _loss(head.kind(tokens), batch.kinds),
        "entity": _loss(head.entity(tokens), batch.entities),
        "begin": 0.5 * _loss(head.begin(tokens), batch.begins),
        "arc": 0.5 * _loss(arcs, batch.heads),
        "relation": 0.5 * _loss(head.relations(tokens, heads), batch.relations),
    }


def _loss(logits: Tensor, targets: Tensor) -> Tensor:
    return nn.functional.cross_entropy(
        logits.float().flatten(0, 1), targets.flatten(), ignore_index=UNKNOWN
    )
