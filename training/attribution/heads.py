"""The heads alone, taught anew over the encoder that ships: its vectors stay as they are, and with
them everything else that reads vectors. A person's labels are learned together with what the heads
said before, and unlabelled news keeps them from learning one country's politics only."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import torch
from torch import Tensor, nn

from accordingto.encoder.model import Encoder
from accordingto.language.quotations import find_quotations
from accordingto.records.encoding import Encoding, Floats
from accordingto.statements.trained.decode import cues_in
from accordingto.statements.trained.heads import Heads
from training.attribution.evaluate import heads_of
from training.attribution.examples import INNER, Asked, cues_of, hard_roles, hard_tags
from training.attribution.gold import Attribution
from training.attribution.model import PairHead, TagHead
from training.attribution.texts import Text, blocks_of
from training.attribution.train import cross_entropy

EPOCHS = 2
RATE = 1e-3
# How far a person's label is believed against what the heads said before.
BELIEVED = 0.7
# Cues of unlabelled texts that are asked about, by their score.
LEAST_CUE = 0.35
# Words of a batch, padding counted, and of the longest paragraph that is learned from.
_WORDS, _LONGEST = 1500, 400
_WARM = 50
_DROPPED = 0.1
_SEED = 1


@dataclass
class Paragraph:
    """Vectors [words, size], targets of the tags [words, kinds, 3], and the cues with theirs."""

    vectors: np.ndarray
    tags: np.ndarray
    asked: list[Asked]


def encoded(encoder: Encoder, text: Text) -> Encoding:
    """The vectors of a text as the package reads it."""
    blocks = blocks_of(text.text)
    return encoder.encode(text.text, blocks, find_quotations(text.text, blocks))


def paragraphs_of(
    encoding: Encoding, before: Heads, gold: Sequence[Attribution] | None
) -> Iterator[Paragraph]:
    """The paragraphs of a text with what is right for them: what the heads ``before`` say of a
    text that nobody labelled, else a person's word and theirs mixed."""
    logits = before.tags(encoding.vectors, encoding.paragraphs)
    said = _shares(logits)
    if gold is not None:
        known = hard_tags(len(encoding.words), gold)
        known[:, INNER] = said[:, INNER]
        said = BELIEVED * known + (1 - BELIEVED) * said
    projected = before.project(encoding.vectors)
    for start, end in encoding.paragraphs:
        if end - start > _LONGEST:
            continue
        asked = [_labelled(one, (start, end)) for one in gold or () if start <= one.cue[0] < end]
        if gold is None:
            asked = _found(logits[start:end])
        if asked:
            cues = [((start, end), (start + one.first, start + one.last)) for one in asked]
            roles = before.roles(encoding.vectors, projected, logits, cues)
            shares = _shares(roles).reshape(len(asked), end - start, -1)
            for one, share in zip(asked, shares, strict=True):
                labelled = gold is not None
                one.roles = BELIEVED * one.roles + (1 - BELIEVED) * share if labelled else share
        vectors = encoding.vectors[start:end].astype(np.float16)
        yield Paragraph(vectors, said[start:end].astype(np.float16), asked)


def _labelled(one: Attribution, paragraph: tuple[int, int]) -> Asked:
    start, end = paragraph
    last = min(one.cue[-1], end - 1)
    return Asked(one.cue[0] - start, last - start, 0, hard_roles(one, paragraph))


def _found(logits: Floats) -> list[Asked]:
    nothing = np.zeros((len(logits), 3), dtype=np.float32)
    cues = cues_in(logits, 0)
    return [Asked(first, last, 0, nothing) for first, last, score, _ in cues if score > LEAST_CUE]


def _shares(logits: Floats) -> Floats:
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return shares


class Both(nn.Module):
    """The two heads, beginning with weights that the package has."""

    def __init__(self, before: Heads) -> None:
        super().__init__()
        hidden = before.weights["tag"].shape[1]
        self.tag, self.pair = TagHead(hidden), PairHead(hidden)
        held = heads_of(self.tag, self.pair).weights
        named = dict(zip(held, self._in_order(), strict=True))
        with torch.no_grad():
            for name, weight in named.items():
                weight.copy_(torch.tensor(np.array(before.weights[name])))

    def _in_order(self) -> list[Tensor]:
        """The weights in the order in which ``heads_of`` names them."""
        tag, pair = self.tag, self.pair
        layers: list[nn.Module] = [tag.plain, tag.word, tag.mix, tag.out, pair.word, pair.cue]
        layers += [pair.place, pair.tags, pair.mix, pair.mix_wide, pair.out]
        return [weight for layer in layers for weight in layer.parameters()]

    def losses(self, group: Sequence[Paragraph], drop: nn.Module) -> list[Tensor]:
        """The losses of a batch: four times that of the tags, which are mostly nothing."""
        words, blocks, tags = _padded(group)
        cues, roles = cues_of([one.asked for one in group])
        words = drop(words)
        logits = self.tag(words, blocks)
        found = [4 * cross_entropy(logits.view(tags.shape), tags)]
        if cues is not None and roles is not None:
            found.append(cross_entropy(self.pair(words, logits, cues), roles))
        return found


def _padded(group: Sequence[Paragraph]) -> tuple[Tensor, Tensor, Tensor]:
    size = max(len(one.vectors) for one in group)
    size = -(-size // 32) * 32
    words = np.zeros((len(group), size, group[0].vectors.shape[1]), dtype=np.float32)
    blocks = np.zeros((len(group), size), dtype=np.int64)
    tags = np.zeros((len(group), size, *group[0].tags.shape[1:]), dtype=np.float32)
    for row, one in enumerate(group):
        words[row, : len(one.vectors)] = one.vectors
        blocks[row, : len(one.vectors)] = 1
        tags[row, : len(one.vectors)] = one.tags
    return torch.from_numpy(words), torch.from_numpy(blocks), torch.from_numpy(tags)


def learn(before: Heads, labelled: Sequence[Paragraph], unlabelled: Sequence[Paragraph]) -> Heads:
    """The heads after ``EPOCHS`` over the labelled paragraphs; every second step has a batch of
    unlabelled ones beside."""
    torch.manual_seed(_SEED)
    random = Random(_SEED)
    both, drop = Both(before).train(), nn.Dropout(_DROPPED)
    steps = EPOCHS * len(list(_batches(labelled, Random(_SEED))))
    optimizer = torch.optim.AdamW(both.parameters(), lr=RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / _WARM, max(0.0, (steps - step) / steps))
    )
    own, others = _endless(labelled, random), _endless(unlabelled, random)
    for step in range(steps):
        losses = both.losses(next(own), drop)
        if unlabelled and step % 2 == 0:
            losses += both.losses(next(others), drop)
        loss = torch.stack(losses).sum()
        optimizer.zero_grad(set_to_none=True)
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(both.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        if step % 200 == 0:
            print(f"{step}/{steps} {float(loss.detach()):.4f}", file=sys.stderr, flush=True)
    return heads_of(both.tag, both.pair)


def _endless(items: Sequence[Paragraph], random: Random) -> Iterator[list[Paragraph]]:
    while items:
        yield from _batches(items, random)


def _batches(items: Sequence[Paragraph], random: Random) -> Iterator[list[Paragraph]]:
    """Paragraphs of about equal length together, in an order of chance."""
    ordered = sorted(items, key=lambda one: len(one.vectors) + 8 * random.random())
    groups: list[list[Paragraph]] = []
    for one in ordered:
        if groups and (len(groups[-1]) + 1) * len(one.vectors) <= _WORDS:
            groups[-1].append(one)
        else:
            groups.append([one])
    random.shuffle(groups)
    yield from groups
