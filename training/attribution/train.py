"""Training: fixed seeds, soft targets, a linear schedule."""

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

import torch
from torch import Tensor, nn

from training.attribution.examples import Batch, Example, batches, collate
from training.attribution.model import Reader
from training.syntax.targets import syntax_losses


@dataclass(frozen=True)
class Recipe:
    """How a network is trained. Rates are for the encoder and for the new layers."""

    epochs: float
    rate: float
    head_rate: float
    pieces: int = 2048
    warm: float = 0.08
    seed: int = 1


def train(
    reader: Reader,
    draw: Callable[[int], Sequence[Example]],
    recipe: Recipe,
    pad: int,
    after: Callable[[int], None] = lambda _: None,
) -> None:
    """Trains in place. ``draw`` gives the examples of an epoch, ``after`` is called behind it."""
    torch.manual_seed(recipe.seed)
    random = Random(recipe.seed)
    first = list(batches(draw(0), recipe.pieces, random))
    steps = int(len(first) * recipe.epochs)
    optimizer, schedule = _optimizer(reader, recipe, steps)
    reader.train()
    done, started, seen = 0, time.monotonic(), 0
    running: defaultdict[str, float] = defaultdict(float)
    epoch = 0
    while done < steps:
        groups = first if epoch == 0 else list(batches(draw(epoch), recipe.pieces, random))
        for group in groups[: steps - done]:
            batch = collate(group, pad)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                words, tags = reader(batch.ids, batch.mask, batch.features, batch.firsts)
                roles = reader.pair(words, tags, batch.cues) if batch.cues else None
                syntax = (
                    syntax_losses(reader.syntax, words, batch.syntax)
                    if reader.syntax is not None and batch.syntax is not None
                    else {}
                )
            losses = _losses(tags, roles, batch) | syntax
            optimizer.zero_grad(set_to_none=True)
            sum(losses.values(), torch.zeros(())).backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            done += 1
            seen += int(batch.mask.sum())
            for name, loss in losses.items():
                running[name] += (loss.item() - running[name]) * (0.02 if done > 50 else 0.2)
            if done % 50 == 0:
                speed = seen / (time.monotonic() - started)
                shown = " ".join(f"{name} {value:.4f}" for name, value in running.items())
                print(f"{done}/{steps} {shown} {speed:.0f} pieces/s", file=sys.stderr, flush=True)
        epoch += 1
        after(epoch)
    reader.eval()


def _losses(tags: Tensor, roles: Tensor | None, batch: Batch) -> dict[str, Tensor]:
    logits = tags.float().view(batch.tags.shape)
    losses = {"tags": 3 * _cross_entropy(logits, batch.tags)}
    if roles is not None and batch.roles is not None:
        losses["roles"] = _cross_entropy(roles.float(), batch.roles)
    return losses


def _cross_entropy(logits: Tensor, targets: Tensor) -> Tensor:
    """Mean over the rows that have a target."""
    loss = -(targets * logits.log_softmax(-1)).sum(-1)
    return loss.sum() / targets.sum().clamp(min=1)


def _optimizer(
    reader: Reader, recipe: Recipe, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LambdaLR]:
    encoder = [p for p in reader.encoder.parameters() if p.requires_grad]
    old = {id(p) for p in reader.encoder.parameters()}
    heads = [p for p in reader.parameters() if id(p) not in old]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": recipe.rate}, {"params": heads, "lr": recipe.head_rate}],
        weight_decay=0.01,
    )
    warm = max(1, int(steps * recipe.warm))

    def factor(step: int) -> float:
        return min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, factor)
