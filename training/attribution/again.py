"""Training on from the files that ship, with the syntax head beside the others.

The parser labels all texts for the syntax head. For attributions a person's labels stand where
there are any, and elsewhere the shipped reader teaches itself: weights of seven bits lose next to
nothing (see the model card), so what ships is as good a start as what it was made from, and its
own labels keep what its teacher had taught it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from accordingto.encoder.model import Encoder
from accordingto.language.quotations import find_quotations
from accordingto.records.encoding import Encoding
from accordingto.statements.trained.heads import Heads
from training.attribution.distil import teach
from training.attribution.examples import Example
from training.attribution.gold import Attribution, labelled
from training.attribution.model import Reader
from training.attribution.texts import Text, Windows, blocks_of, text_of
from training.attribution.unlabelled import unlabelled
from training.syntax.silver import Inventory, Silver, all_paragraphs, parsed
from training.syntax.targets import Numbers, targets_of

_TOKEN_TYPE = "bert.embeddings.token_type_embeddings.weight"


def restore(reader: Reader, encoder: Path, heads: Path) -> None:
    """Puts the weights of the shipped files into a network."""
    held = {one.name: numpy_helper.to_array(one) for one in onnx.load(encoder).graph.initializer}
    state = reader.state_dict()
    for name in state:
        found = _found(held, name)
        if found is not None:
            state[name] = torch.from_numpy(found.astype(np.float32))
    state["encoder.embeddings.token_type_embeddings.weight"][0] = torch.from_numpy(
        next(a for n, a in held.items() if n.startswith("onnx::Add")).copy()
    )
    own = np.load(heads)
    for name, place in _PLACES.items():
        state[place] = torch.from_numpy(own[name].astype(np.float32))
    reader.load_state_dict(state)


_PLACES = {
    "tag": "tag.weight",
    "tag_bias": "tag.bias",
    "word": "pair.word.weight",
    "word_bias": "pair.word.bias",
    "cue": "pair.cue.weight",
    "cue_bias": "pair.cue.bias",
    "place": "pair.place.weight",
    "tags": "pair.tags.weight",
    "mix": "pair.mix.weight",
    "mix_bias": "pair.mix.bias",
    "out": "pair.out.weight",
    "out_bias": "pair.out.bias",
}


def _found(held: dict[str, np.ndarray], name: str) -> np.ndarray | None:
    """An encoder's weight by its name in the network, whole numbers turned back."""
    plain = name.replace("encoder.", "bert.", 1) if name.startswith("encoder.") else name
    if plain in held:
        return held[plain]
    for form, turned in ((plain, False), (f"{plain}_Transposed", True)):
        if f"{form}_quantized" in held:
            numbers, zero, scale = (
                held[f"{form}_{part}"].astype(np.float32)
                for part in ("quantized", "zero_point", "scale")
            )
            whole: np.ndarray = (numbers - zero) * scale
            return whole.T if turned else whole
    return None


def encoded(encoder: Encoder, text: Text) -> Encoding:
    """A text through the shipped encoder."""
    blocks = blocks_of(text.text)
    return encoder.encode(text.text, blocks, find_quotations(text.text, blocks))


def all_texts() -> Iterator[tuple[Text, list[Attribution] | None]]:
    """Labelled texts with their attributions, then unlabelled ones."""
    for one in labelled("train"):
        yield one.text, one.attributions
    for text in unlabelled():
        yield text_of(text), None


def silver(pipeline: Any) -> list[list[Silver]]:
    """The parser's reading of all texts, in their order."""
    return [parsed(pipeline, text.text, blocks_of(text.text)) for text, _ in all_texts()]


def again_examples(
    cut: Windows, encoder: Encoder, heads: Heads, labels: list[list[Silver]]
) -> tuple[list[Example], Inventory]:
    """Windows of all texts with the targets of all heads, and the labels these count by."""
    inventory = Inventory.of(all_paragraphs(labels))
    numbers = Numbers(inventory)
    examples: list[Example] = []
    for (text, gold), paragraphs in zip(all_texts(), labels, strict=True):
        found = teach(text, cut, encoded(encoder, text), heads, gold, inner=True)
        windows = [example.window for example in found]
        for example, targets in zip(
            found, targets_of(text, windows, paragraphs, numbers), strict=True
        ):
            example.syntax = targets
        examples += found
    return examples, inventory
