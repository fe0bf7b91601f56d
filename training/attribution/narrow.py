"""Which inner neurons of an encoder's layers earn their cost."""

from collections.abc import Sequence

import torch
from torch import Tensor

from training.attribution.examples import Batch
from training.attribution.model import Reader


@torch.no_grad()
def busiest(reader: Reader, batches: Sequence[Batch], width: int) -> list[Tensor]:
    """For each layer its ``width`` inner neurons that add most to what the layer passes on: by the
    mean size of their answers times the length of their outgoing weights."""
    layers = reader.encoder.encoder.layer
    sums = [torch.zeros(layer.intermediate.dense.out_features) for layer in layers]
    hooks = [
        layer.intermediate.register_forward_hook(_adds_to(total))
        for layer, total in zip(layers, sums, strict=True)
    ]
    for batch in batches:
        reader(batch.ids, batch.mask, batch.features, batch.firsts)
    for hook in hooks:
        hook.remove()
    found = []
    for layer, total in zip(layers, sums, strict=True):
        weight = total * layer.output.dense.weight.norm(dim=0).cpu()
        found.append(weight.topk(width).indices.sort().values.to(layer.output.dense.weight.device))
    return found


def _adds_to(total: Tensor) -> object:
    def hook(_: object, __: object, answer: Tensor) -> None:
        total.add_(answer.float().abs().mean((0, 1)).cpu())

    return hook
