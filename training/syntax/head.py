"""The syntax head: each token's tag, class, entity, sentence start, head and relation.

Heads are scored by a biaffine product over all tokens of a paragraph (Dozat & Manning 2017); a
root is its own head.
"""

import torch
from torch import Tensor, nn

from training.syntax.silver import Inventory

ARC_SIZE = 128
RELATION_SIZE = 96
# Distances from a token to its head that are told apart, in tokens; further ones count as this.
REACH = 24


class SyntaxHead(nn.Module):
    """Logits of all kinds over the vectors of tokens."""

    def __init__(self, hidden: int, inventory: Inventory) -> None:
        super().__init__()
        self.known = nn.Embedding(len(inventory.words) + 1, hidden)
        self.tag = nn.Linear(hidden, len(inventory.tags))
        self.kind = nn.Linear(hidden, len(inventory.classes))
        self.entity = nn.Linear(hidden, len(inventory.entities))
        self.begin = nn.Linear(hidden, 2)
        self.low = nn.Linear(hidden, ARC_SIZE)
        self.high = nn.Linear(hidden, ARC_SIZE)
        self.arc = nn.Linear(ARC_SIZE + 1, ARC_SIZE, bias=False)
        self.far = nn.Embedding(2 * REACH + 1, 1)
        self.low_relation = nn.Linear(hidden, RELATION_SIZE)
        self.high_relation = nn.Linear(hidden, RELATION_SIZE)
        self.relation = nn.Linear(RELATION_SIZE, len(inventory.relations))
        nn.init.zeros_(self.known.weight)
        nn.init.zeros_(self.far.weight)

    def tokens(self, words: Tensor, place: Tensor, known: Tensor) -> Tensor:
        """Vectors [windows, tokens, hidden]: a token's word, and what is known of the token."""
        index = place[:, :, None].expand(-1, -1, words.shape[-1])
        return words.gather(1, index) + self.known(known)

    def arcs(self, tokens: Tensor, paragraphs: Tensor) -> Tensor:
        """Logits [windows, tokens, tokens] that the second token is the first one's head."""
        low = torch.relu(self.low(tokens))
        high = torch.relu(self.high(tokens))
        one = torch.ones_like(low[:, :, :1])
        scores = self.arc(torch.cat([low, one], -1)) @ high.transpose(1, 2)
        at = torch.arange(tokens.shape[1], device=tokens.device)
        far = (at[None, :] - at[:, None]).clamp(-REACH, REACH) + REACH
        scores = scores.float() + self.far(far)[:, :, 0]
        apart = paragraphs[:, :, None] != paragraphs[:, None, :]
        return scores.masked_fill(apart, -1e4)

    def relations(self, tokens: Tensor, heads: Tensor) -> Tensor:
        """Logits [windows, tokens, relations] towards given heads."""
        index = heads[:, :, None].expand(-1, -1, RELATION_SIZE)
        high = self.high_relation(tokens).gather(1, index)
        return self.relation(torch.relu(self.low_relation(tokens) + high))
