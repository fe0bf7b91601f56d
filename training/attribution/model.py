"""The network: an encoder, tags of words, and for each cue the roles of its paragraph's words.

Cues are found first; then every word of the paragraph is asked about once for each cue. So two
cues may share a source, contents may overlap, and one attribution may stand in another, which a
tagger with one label a word cannot say.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from transformers import AutoModel

from accordingto.encoder.words import FEATURES
from training.syntax.head import SyntaxHead
from training.syntax.silver import Inventory

# Tags of a word: outside, begins, goes on; for each of these kinds.
KINDS = ("cue", "source", "content", "inner")
OUTSIDE, BEGINS, INSIDE = range(3)

# Roles of a word towards a cue.
NONE, SOURCE, CONTENT = range(3)

# Distances from word to cue that are told apart, in words; further ones count as this.
REACH = 40
PAIR_SIZE = 128
# Words that a convolution looks at together.
TAPS = 5


@dataclass
class Cues:
    """Cues of a batch, one row each: which window, first and last word, where its paragraph
    starts and how many words that has; ``size`` is the most of these."""

    row: Tensor
    first: Tensor
    last: Tensor
    start: Tensor
    length: Tensor
    size: int


class TagHead(nn.Module):
    """Tags of words, each seen with two neighbours on each side in its paragraph."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.plain = nn.Linear(hidden, 3 * len(KINDS))
        self.word = nn.Linear(hidden, PAIR_SIZE)
        self.mix = nn.Conv1d(PAIR_SIZE, PAIR_SIZE, TAPS)
        self.out = nn.Linear(PAIR_SIZE, 3 * len(KINDS), bias=False)
        nn.init.zeros_(self.out.weight)

    def forward(self, words: Tensor, blocks: Tensor) -> Tensor:
        """Logits [windows, words, 3 * kinds]; ``blocks`` [windows, words] are the numbers of the
        words' paragraphs, 0 where there is no word."""
        functional = nn.functional
        seen = functional.gelu(self.word(words)) * (blocks > 0)[:, :, None]
        margin, size = TAPS // 2, words.shape[1]
        wide = functional.pad(seen, (0, 0, margin, margin))
        near = functional.pad(blocks, (margin, margin))
        mixed = self.mix.bias
        for tap in range(TAPS):
            same = near[:, tap : tap + size] == blocks
            mixed = mixed + (wide[:, tap : tap + size] * same[:, :, None]) @ (
                self.mix.weight[:, :, tap].T
            )
        tags: Tensor = self.plain(words) + self.out(seen + functional.gelu(mixed))
        return tags


class PairHead(nn.Module):
    """Roles of words towards cues."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.word = nn.Linear(hidden, PAIR_SIZE)
        self.cue = nn.Linear(2 * hidden, PAIR_SIZE)
        self.place = nn.Embedding(2 * REACH + 2, PAIR_SIZE)
        self.tags = nn.Linear(3 * len(KINDS), 3, bias=False)
        self.mix = nn.Conv1d(PAIR_SIZE, PAIR_SIZE, TAPS, padding=2)
        self.mix_wide = nn.Conv1d(PAIR_SIZE, PAIR_SIZE, TAPS, padding=4, dilation=2)
        self.out = nn.Linear(PAIR_SIZE, 3)
        nn.init.normal_(self.place.weight, std=0.02)
        nn.init.zeros_(self.tags.weight)

    def forward(self, words: Tensor, tags: Tensor, cues: Cues) -> Tensor:
        """Logits [cues, size, 3] for the words of each cue's paragraph."""
        at = cues.start[:, None] + torch.arange(cues.size, device=words.device)
        held = at.clamp(max=words.shape[1] - 1)
        rows = cues.row[:, None]
        heads = torch.cat([words[cues.row, cues.first], words[cues.row, cues.last]], dim=-1)
        mixed = self.word(words)[rows, held] + self.cue(heads)[:, None]
        mixed = mixed + self.place(_places(at, cues.first[:, None], cues.last[:, None]))
        # Beyond the paragraph is nothing, as there is for a paragraph read by itself.
        within = (at < (cues.start + cues.length)[:, None])[:, :, None]
        mixed = nn.functional.gelu(mixed) * within
        for mix in (self.mix, self.mix_wide):
            beside = nn.functional.gelu(mix(mixed.transpose(1, 2))).transpose(1, 2)
            mixed = (mixed + beside) * within
        return self.out(mixed) + self.tags(tags)[rows, held]


def _places(at: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """Signed distance to the cue, one more number for a word within it."""
    before = (at - first).clamp(min=-REACH, max=0)
    after = (at - last).clamp(min=0, max=REACH)
    place = torch.where(at < first, before, after) + REACH
    return torch.where((at >= first) & (at <= last), torch.full_like(place, 2 * REACH + 1), place)


class Reader(nn.Module):
    """Encoder and heads over one of the two base models.

    ``vocabulary`` is that of the sub-word numbers that come in, where the base counts by another.
    """

    table: Tensor | None

    def __init__(
        self,
        base: Path,
        inventory: Inventory | None = None,
        vocabulary: Path | None = None,
        dropout: float = 0.0,
    ) -> None:
        super().__init__()
        # Drawing dropout masks costs a CPU as much as the layers do; few epochs do not need them.
        self.encoder: Any = AutoModel.from_pretrained(
            base,
            add_pooling_layer=False,
            hidden_dropout_prob=dropout,
            attention_probs_dropout_prob=dropout,
        )
        hidden = self.encoder.config.hidden_size
        self.features = nn.Embedding(FEATURES, hidden)
        self.drop = nn.Dropout(0.1)
        self.tag = TagHead(hidden)
        self.pair = PairHead(hidden)
        self.syntax = SyntaxHead(hidden, inventory) if inventory is not None else None
        nn.init.zeros_(self.features.weight)
        table = _table(vocabulary, base / "vocab.txt") if vocabulary is not None else None
        self.register_buffer("table", table, persistent=False)
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)

    def vectors(self, ids: Tensor, mask: Tensor, features: Tensor, firsts: Tensor) -> Tensor:
        """Vectors [windows, words, hidden]: each word's first sub-word."""
        own = ids if self.table is None else self.table[ids]
        embedded = self.encoder.embeddings.word_embeddings(own) + self.features(features)
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        index = firsts[:, :, None].expand(-1, -1, hidden.shape[-1])
        return self.drop(hidden.gather(1, index))

    def forward(
        self, ids: Tensor, mask: Tensor, features: Tensor, firsts: Tensor, blocks: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Vectors, and tag logits [windows, words, 3 * kinds]."""
        words = self.vectors(ids, mask, features, firsts)
        return words, self.tag(words, blocks)

    def keep_layers(self, kept: Sequence[int]) -> None:
        """Leaves out all other layers of a small encoder."""
        layers = self.encoder.encoder.layer
        self.encoder.encoder.layer = nn.ModuleList([layers[i] for i in kept])
        self.encoder.config.num_hidden_layers = len(kept)

    def keep_width(self, kept: Sequence[Tensor]) -> None:
        """Leaves out all other inner neurons of each layer of a small encoder."""
        for layer, places in zip(self.encoder.encoder.layer, kept, strict=True):
            wide, narrow = layer.intermediate.dense, layer.output.dense
            wide.weight = nn.Parameter(wide.weight[places].clone())
            wide.bias = nn.Parameter(wide.bias[places].clone())
            narrow.weight = nn.Parameter(narrow.weight[:, places].clone())
            wide.out_features = narrow.in_features = len(places)

    def fit(self, state: dict[str, Tensor]) -> None:
        """Takes the weights of a network, cut as that one was."""
        name = "encoder.encoder.layer.{}.intermediate.dense.bias"
        if name.format(0) in state:
            count = sum(name.format(i) in state for i in range(99))
            if count < len(self.encoder.encoder.layer):
                self.keep_layers(range(count))
            width = len(state[name.format(0)])
            if width < self.encoder.encoder.layer[0].intermediate.dense.out_features:
                self.keep_width([torch.arange(width)] * count)
        self.load_state_dict(state)


def _table(here: Path, there: Path) -> Tensor:
    """For the sub-word numbers of one vocabulary those of another with the same sub-words."""
    signs = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>"}
    own = there.read_text(encoding="utf-8").splitlines()
    places = {piece: number for number, piece in reversed(list(enumerate(own)))}
    pieces = here.read_text(encoding="utf-8").splitlines()
    return torch.tensor([places[signs.get(piece, piece)] for piece in pieces])
