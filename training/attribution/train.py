"""Training: fixed seeds, soft targets, a linear schedule, on whatever device the network is on."""

import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import torch
from torch import Tensor, nn

from training.attribution.examples import Batch, Example, batches, collate, varied
from training.attribution.model import Reader
from training.syntax.targets import syntax_losses


@dataclass(frozen=True)
class Recipe:
    """How a network is trained. Rates are for the encoder and for the new layers; ``pieces`` are
    the sub-words of a batch."""

    epochs: float
    rate: float
    head_rate: float
    pieces: int = 2048
    warm: float = 0.08
    seed: int = 1
    vary: bool = False


# Windows are grouped into batches in this many ways, which take turns.
_GROUPINGS = 2


def train(reader: Reader, examples: Sequence[Example], recipe: Recipe, pad: int) -> None:
    """Trains in place."""
    device = next(reader.parameters()).device
    torch.manual_seed(recipe.seed)
    random = Random(recipe.seed)
    ways = min(_GROUPINGS, max(1, round(recipe.epochs)))
    held = [
        [collate(group, pad).to(device) for group in batches(examples, recipe.pieces, random)]
        for _ in range(ways)
    ]
    steps = int(len(held[0]) * recipe.epochs)
    optimizer, schedule = _optimizer(reader, recipe, steps)
    reader.train()
    done, epoch, started = 0, 0, time.monotonic()
    seen = 0
    running: defaultdict[str, Tensor] = defaultdict(lambda: torch.zeros((), device=device))
    while done < steps:
        order = held[epoch % ways]
        random.shuffle(order)
        for batch in order[: steps - done]:
            losses = _step(reader, varied(batch) if recipe.vary else batch, device)
            optimizer.zero_grad(set_to_none=True)
            torch.stack(list(losses.values())).sum().backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            done += 1
            seen += batch.ids.numel()
            for name, loss in losses.items():
                running[name] += (loss.detach() - running[name]) * (0.02 if done > 50 else 0.2)
            if done % 100 == 0:
                speed = seen / (time.monotonic() - started)
                shown = " ".join(f"{name} {float(value):.4f}" for name, value in running.items())
                print(f"{done}/{steps} {shown} {speed:.0f} pieces/s", file=sys.stderr, flush=True)
        epoch += 1
    reader.eval()


def _step(reader: Reader, batch: Batch, device: torch.device) -> dict[str, Tensor]:
    """The losses of a batch."""
    with torch.autocast(device.type, dtype=torch.bfloat16):
        words, tags = reader(batch.ids, batch.mask, batch.features, batch.firsts, batch.blocks)
        roles = reader.pair(words, tags, batch.cues) if batch.cues else None
        syntax = (
            syntax_losses(reader.syntax, words, batch.syntax)
            if reader.syntax is not None and batch.syntax is not None
            else {}
        )
    logits = tags.float().view(batch.tags.shape)
    losses = {"tags": 3 * cross_entropy(logits, batch.tags)}
    if roles is not None and batch.roles is not None:
        losses["roles"] = cross_entropy(roles.float(), batch.roles)
    return losses | syntax


def cross_entropy(logits: Tensor, targets: Tensor) -> Tensor:
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
        fused=True,
    )
    warm = max(1, int(steps * recipe.warm))

    def factor(step: int) -> float:
        return min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, factor)
