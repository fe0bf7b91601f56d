"""All windows with what is known of them, made once and kept: the texts that a person labelled,
with inner attributions as the shipped reader finds them, and those that nobody did."""

import pickle
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from accordingto.encoder.model import Encoder
from accordingto.language.quotations import find_quotations
from accordingto.statements.trained.decode import find_attributions
from accordingto.statements.trained.heads import Heads
from training.attribution.examples import Example, examples_of
from training.attribution.gold import Attribution, labelled
from training.attribution.teachers import FOLDS
from training.attribution.texts import Text, Windows, blocks_of, text_of
from training.attribution.unlabelled import unlabelled
from training.syntax.silver import Inventory, Silver, all_paragraphs, parsed
from training.syntax.targets import Numbers, targets_of

# An inner cue of the shipped reader is taken for one from this score on.
_LEAST_INNER = 0.5


def all_texts() -> Iterator[tuple[Text, list[Attribution] | None]]:
    """Labelled texts with their attributions, then unlabelled ones."""
    for one in labelled("train"):
        yield one.text, one.attributions
    for text in unlabelled():
        yield text_of(text), None


def silver(pipeline: Any) -> list[list[Silver]]:
    """The parser's reading of all texts, in their order."""
    return [parsed(pipeline, text.text, blocks_of(text.text)) for text, _ in all_texts()]


def pack(
    cut: Windows, encoder: Encoder, heads: Heads, labels: Sequence[Sequence[Silver]]
) -> tuple[list[Example], Inventory]:
    """Windows of all texts with the targets known so far, and the labels that those of the syntax
    head count by. Labelled texts take turns in the folds."""
    inventory = Inventory.of(all_paragraphs(labels))
    numbers = Numbers(inventory)
    examples: list[Example] = []
    for number, ((text, gold), paragraphs) in enumerate(zip(all_texts(), labels, strict=True)):
        windows = cut.of(text)
        if gold is None:
            found = examples_of(text, windows)
        else:
            inner = _inner(encoder, heads, text)
            found = examples_of(text, windows, gold, inner, number % FOLDS)
        targets = targets_of(text, windows, paragraphs, numbers)
        for example, known in zip(found, targets, strict=True):
            example.syntax = known
        examples += found
    return examples, inventory


def _inner(encoder: Encoder, heads: Heads, text: Text) -> list[Attribution]:
    blocks = blocks_of(text.text)
    encoding = encoder.encode(text.text, blocks, find_quotations(text.text, blocks))
    return [
        Attribution(tuple(range(one.cue[0], one.cue[1] + 1)), one.source, one.content)
        for one in find_attributions(encoding, heads)
        if one.inner and one.cue_score >= _LEAST_INNER and one.content
    ]


def save(examples: Sequence[Example], inventory: Inventory, path: Path) -> None:
    """Keeps windows for the commands that follow, which alone read them."""
    path.write_bytes(pickle.dumps((examples, vars(inventory)), protocol=5))


def load(path: Path) -> tuple[list[Example], Inventory]:
    """The windows that ``save`` wrote."""
    examples, labels = pickle.loads(path.read_bytes())
    return examples, Inventory(**labels)
