"""The student's encoder written out: one window, no padding, no mask; the form that is exported."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.attribution.model import Reader


class PlainEncoder(nn.Module):
    """A BERT encoder's layers over one window of sub-words, then each word's first vector.

    Windows go through one at a time. So nothing is padded, and what a window reads as does not
    depend on what stands beside it in a batch; dynamic quantisation would make it so.
    """

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.bert = reader.encoder
        self.features = reader.features
        config = reader.encoder.config
        self.heads = config.num_attention_heads
        self.size = config.hidden_size // self.heads

    def forward(self, ids: Tensor, features: Tensor, firsts: Tensor) -> Tensor:
        """Vectors [words, hidden] for ids and features [pieces] and first pieces [words]."""
        embeddings = self.bert.embeddings
        places = torch.arange(ids.shape[0])
        hidden = embeddings.word_embeddings(ids) + self.features(features)
        hidden = hidden + embeddings.position_embeddings(places)
        hidden = embeddings.LayerNorm(hidden + embeddings.token_type_embeddings.weight[0])
        *layers, last = self.bert.encoder.layer
        for layer in layers:
            hidden = self._layer(layer, hidden, hidden)
        # Of the last layer nobody reads more than the first sub-words.
        return self._layer(last, hidden[firsts], hidden)

    def _layer(self, layer: nn.Module, asked: Tensor, hidden: Tensor) -> Tensor:
        own = layer.attention.self
        query = self._split(own.query(asked))
        key, value = self._split(own.key(hidden)), self._split(own.value(hidden))
        weights = (query @ key.transpose(1, 2) * self.size**-0.5).softmax(-1)
        mixed = (weights @ value).transpose(0, 1).flatten(1)
        attended = layer.attention.output
        hidden = attended.LayerNorm(attended.dense(mixed) + asked)
        widened = functional.gelu(layer.intermediate.dense(hidden))
        return layer.output.LayerNorm(layer.output.dense(widened) + hidden)

    def _split(self, hidden: Tensor) -> Tensor:
        return hidden.unflatten(1, (self.heads, self.size)).transpose(0, 1)
