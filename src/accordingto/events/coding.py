"""Codes of event data: how a sentence would be coded in the schemes that event data sets use.

Two schemes. ``plover``: one code a sentence for the political act it reports, speech included
(a demand, a threat), in the 18 codes of PLOVER's gold records. ``police``: what police and other
forces do or fail to do, none to five codes a sentence. Both are linear models over words and
grammar, made by ``training/events``; the encoder is not needed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from accordingto.errors import AccordingtoError
from accordingto.events.features import Features, conduct_features, features, senses_of
from accordingto.records.facts import Code, Scheme
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span

_FILE = "coder.npz"
NONE = "NONE"
# A sentence in which more than this speaks for no act gets no code.
_MOST_NONE = 0.5
_REASONS = 3


@dataclass(frozen=True)
class Model:
    """A linear model: a row of weights for each feature name, a column for each code."""

    codes: tuple[str, ...]
    rows: dict[str, int]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]
    least: NDArray[np.float32]

    def logits(self, found: Features) -> NDArray[np.float32]:
        """One number a code; features that the model does not know count nothing."""
        asked = ((self.rows.get(name), value) for name, value in found.items())
        known = [(row, value) for row, value in asked if row is not None]
        if not known:
            return self.bias.copy()
        at = [row for row, _ in known]
        values = np.array([value for _, value in known], dtype=np.float32)
        result: NDArray[np.float32] = values @ self.weights[at] + self.bias
        return result

    def logits_of(self, seen: Sequence[Features]) -> NDArray[np.float32]:
        """The same for each of several passages: [passages, codes]."""
        rows = [self.logits(found) for found in seen]
        return np.array(rows, dtype=np.float32).reshape(len(rows), len(self.codes))

    def reasons(self, found: Features, column: int) -> tuple[str, ...]:
        """The features that speak loudest for a code."""
        known = [
            (self.weights[self.rows[n], column] * v, n) for n, v in found.items() if n in self.rows
        ]
        best = sorted((one for one in known if one[0] > 0), key=lambda one: (-one[0], one[1]))
        return tuple(f"{name!r} speaks for it" for _, name in best[:_REASONS])


@cache
def model(scheme: Scheme) -> Model:
    """The model of a scheme. Raises AccordingtoError where the package lacks its weights."""
    data = files("accordingto.events") / "data" / _FILE
    try:
        with as_file(data) as path, np.load(path, allow_pickle=False) as held:
            names = str(held[f"{scheme} names"]).split("\n")
            return Model(
                codes=tuple(str(held[f"{scheme} codes"]).split("\n")),
                rows={name: at for at, name in enumerate(names)},
                weights=held[f"{scheme} weights"].astype(np.float32),
                bias=held[f"{scheme} bias"].astype(np.float32),
                least=held[f"{scheme} least"].astype(np.float32),
            )
    except FileNotFoundError as missing:
        how = f"install the package anew; its events/data holds {_FILE}."
        raise AccordingtoError(f"The weights of the event coder are missing: {how}") from missing


def find_codes(reading: Reading) -> tuple[Code, ...]:
    """The codes of every sentence of the spoken segments, in text order."""
    sentences: list[list[Token]] = []
    acts: list[Features] = []
    conduct: list[Features] = []
    after_forces = False
    for sentence in reading.sentences:
        tokens = [t for t in reading.tokens[sentence.first : sentence.last] if t.pos != "SPACE"]
        if tokens:
            senses = senses_of(reading, tokens)
            sentences.append(tokens)
            acts.append(features(reading, tokens, senses))
            seen = conduct_features(reading, tokens, senses, after_forces=after_forces)
            conduct.append(seen)
            after_forces = "forces" in seen
    coded = zip(_plover(sentences, acts), _police(sentences, conduct), strict=True)
    return tuple(code for both in coded for codes in both for code in codes)


def _plover(sentences: Sequence[Sequence[Token]], seen: Sequence[Features]) -> Iterator[list[Code]]:
    """The code of each sentence, if it has one."""
    coder = model("plover")
    raised = np.exp(coder.logits_of(seen))
    shares = raised / raised.sum(axis=1, keepdims=True)
    nothing = coder.codes.index(NONE)
    speaks = shares[:, nothing] <= _MOST_NONE
    shares[:, nothing] = 0.0
    best = shares.argmax(axis=1)
    share = shares.max(axis=1, initial=0.0)
    speaks &= share >= coder.least[best]
    rows = zip(sentences, seen, best.tolist(), share.tolist(), speaks.tolist(), strict=True)
    for tokens, told, at, likely, is_sure in rows:
        yield [_code("plover", coder, told, tokens, at, likely)] if is_sure else []


def _police(sentences: Sequence[Sequence[Token]], seen: Sequence[Features]) -> Iterator[list[Code]]:
    """The codes of each sentence."""
    coder = model("police")
    shares = 1.0 / (1.0 + np.exp(-coder.logits_of(seen)))
    for tokens, told, row in zip(sentences, seen, shares, strict=True):
        sure = np.flatnonzero(row >= coder.least).tolist()
        yield [_code("police", coder, told, tokens, at, float(row[at])) for at in sure]


def _code(
    scheme: Scheme, coder: Model, seen: Features, tokens: Sequence[Token], at: int, share: float
) -> Code:
    return Code(
        span=span_of(tokens),
        scheme=scheme,
        code=coder.codes[at],
        score=round(share, 3),
        reasons=coder.reasons(seen, at),
    )


def span_of(tokens: Sequence[Token]) -> Span:
    """From the first to the last character of some tokens."""
    return Span(tokens[0].start, tokens[-1].end)
