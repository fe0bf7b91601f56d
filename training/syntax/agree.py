"""How far the syntax head reads as the parser does."""

from collections.abc import Sequence

import torch

from training.attribution.examples import Example, batches, collate
from training.attribution.model import Reader
from training.attribution.texts import Text, Windows
from training.syntax.silver import Inventory, Silver
from training.syntax.targets import UNKNOWN, Numbers, targets_of


@torch.inference_mode()
def agreement(
    reader: Reader,
    inventory: Inventory,
    cut: Windows,
    texts: Sequence[Text],
    labels: Sequence[Sequence[Silver]],
) -> str:
    """Shares of tokens read alike, before trees are made: tag, class, entity, sentence start, head,
    head and relation."""
    assert reader.syntax is not None
    reader.eval()
    head, numbers = reader.syntax, Numbers(inventory)
    examples = []
    for text, paragraphs in zip(texts, labels, strict=True):
        windows = cut.of(text)
        for window, targets in zip(
            windows, targets_of(text, windows, paragraphs, numbers), strict=True
        ):
            tags = torch.zeros(window.last - window.first, 4, 3).numpy()
            examples.append(Example(window, tags, syntax=targets))
    right = dict.fromkeys(("tag", "class", "entity", "begin", "head", "relation"), 0)
    total = 0
    for group in batches(examples, 4096):
        batch = collate(group, 0)
        found = batch.syntax
        assert found is not None
        words = reader.vectors(batch.ids, batch.mask, batch.features, batch.firsts)
        tokens = head.tokens(words, found.place, found.known)
        heads = head.arcs(tokens, found.paragraphs).argmax(-1)
        relations = head.relations(tokens, heads).argmax(-1)
        known = found.heads != UNKNOWN
        total += int(known.sum())
        same = (heads == found.heads) & known
        right["head"] += int(same.sum())
        right["relation"] += int((same & (relations == found.relations)).sum())
        for name, layer, targets in (
            ("tag", head.tag, found.tags),
            ("class", head.kind, found.kinds),
            ("entity", head.entity, found.entities),
            ("begin", head.begin, found.begins),
        ):
            right[name] += int(((layer(tokens).argmax(-1) == targets) & known).sum())
    return "; ".join(f"{name} {count / total:.4f}" for name, count in right.items())
