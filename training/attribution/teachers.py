"""Large networks as teachers: each is trained without one fold of the labelled texts, and what they
say together of all texts, each of no text that it has seen labelled, is what the small one learns.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import Tensor

from accordingto.statements.trained.decode import cues_in
from training.attribution.examples import (
    INNER,
    UNLABELLED,
    Asked,
    Example,
    batches,
    collate,
    cues_of,
)
from training.attribution.model import Reader

FOLDS = 4
# A teacher's cues that the small network is asked about, by the teachers' own score.
LEAST_CUE = 0.3
# How far a person's label is believed against what the teachers say who have not seen it; people
# agree with one another on three in four.
BELIEVED = 0.6

_PIECES = 16384


def without(examples: Sequence[Example], fold: int) -> list[Example]:
    """What a teacher learns from: labelled texts outside its fold."""
    return [one for one in examples if one.fold not in (fold, UNLABELLED)]


@torch.inference_mode()
def label(readers: Sequence[Reader], examples: Sequence[Example], pad: int) -> Iterator[Example]:
    """The examples with what teachers say of them. ``readers[i]`` has not seen fold ``i``."""
    for fold in (UNLABELLED, *range(len(readers))):
        asked = readers if fold == UNLABELLED else [readers[fold]]
        chosen = [one for one in examples if one.fold == fold]
        for group in batches(chosen, _PIECES):
            yield from _labelled(asked, group, pad)


def _labelled(readers: Sequence[Reader], group: list[Example], pad: int) -> Iterator[Example]:
    device = next(readers[0].parameters()).device
    batch = collate(group, pad).to(device)
    with torch.autocast(device.type, dtype=torch.bfloat16):
        seen = [
            one(batch.ids, batch.mask, batch.features, batch.firsts, batch.blocks)
            for one in readers
        ]
    shares = torch.stack([tags.float().view(batch.tags.shape).softmax(-1) for _, tags in seen])
    tags = shares.mean(0).cpu().numpy()
    asked = [_asked(one, tags[row]) for row, one in enumerate(group)]
    roles = _roles(readers, seen, asked, device)
    for row, one in enumerate(group):
        said, old = tags[row, : len(one.tags)], len(one.asked) if one.fold != UNLABELLED else 0
        for place, cue in enumerate(asked[row]):
            cue.roles = _mixed(cue.roles, roles[row][place], place < old)
        known = one.tags
        if one.fold != UNLABELLED:
            said = said.copy()
            said[:, :INNER] = BELIEVED * known[:, :INNER] + (1 - BELIEVED) * said[:, :INNER]
        yield Example(
            one.window,
            said.astype(np.float16),
            asked[row],
            one.paragraphs,
            one.syntax,
            one.fold,
        )


def _mixed(known: np.ndarray, said: np.ndarray, labelled: bool) -> np.ndarray:
    said = said[: len(known)]
    mixed = BELIEVED * known + (1 - BELIEVED) * said if labelled else said
    return mixed.astype(np.float16)


def _asked(one: Example, tags: np.ndarray) -> list[Asked]:
    """The cues that a window is asked about: a person's, and those that the teachers find. Of a
    labelled text these are the inner ones only: which others there are, the person said."""
    asked = list(one.asked) if one.fold != UNLABELLED else []
    taken = {cue.first for cue in asked}
    for start, end in one.paragraphs:
        for first, last, score, inner in cues_in(np.log(tags[start:end] + 1e-9), start):
            if score < LEAST_CUE or first in taken or (one.fold != UNLABELLED and not inner):
                continue
            asked.append(Asked(first, last, start, np.zeros((end - start, 3), np.float32)))
    return asked


def _roles(
    readers: Sequence[Reader],
    seen: Sequence[tuple[Tensor, Tensor]],
    asked: Sequence[Sequence[Asked]],
    device: torch.device,
) -> list[list[np.ndarray]]:
    """What the teachers say of the words' roles, a row a cue, in the order of ``asked``."""
    cues, _ = cues_of(asked, device)
    if cues is None:
        return [[] for _ in asked]
    with torch.autocast(device.type, dtype=torch.bfloat16):
        found = [
            reader.pair(words, tags, cues).float().softmax(-1)
            for reader, (words, tags) in zip(readers, seen, strict=True)
        ]
    rows = iter(torch.stack(found).mean(0).cpu().numpy())
    return [[next(rows) for _ in window] for window in asked]
