"""The two heads over the encoder's vectors: tags of words, and roles of words towards a cue.

The same sums as ``PairHead`` of the training recipe, which made the weights, written out in numpy:
some hundred thousand weights need no runtime of their own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import as_file, files

import numpy as np
from numpy.lib.stride_tricks import as_strided

from accordingto.errors import AccordingtoError
from accordingto.records.encoding import Floats

# Rows of the tag head: for each kind the logits of outside, begins and goes on.
KINDS = ("cue", "source", "content", "inner")
OUTSIDE, BEGINS, INSIDE = range(3)

# Columns of the role head.
NONE, SOURCE, CONTENT = range(3)

_TAPS = 5
_MARGIN = _TAPS // 2
# The role head's convolutions, and how far apart the words are that each looks at.
_MIXES = {"mix": 1, "mix_wide": 2}
# Factors of Abramowitz & Stegun's formula 7.1.26, the highest power's first.
_ERF = (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592)

_FILE = "heads.npz"


@dataclass(frozen=True)
class Heads:
    """Weights by name; ``reach`` is the distance from a cue beyond which words count as far."""

    weights: Mapping[str, Floats]

    @property
    def reach(self) -> int:
        return (len(self.weights["place"]) - 2) // 2

    @cached_property
    def _taps(self) -> dict[str, Floats]:
        """The convolutions' weights [out, size, taps] as one matrix [taps * size, out] each."""
        mixes = {name: self.weights[name] for name in ("tag_mix", *_MIXES)}
        return {
            name: np.ascontiguousarray(mix.transpose(2, 1, 0).reshape(-1, len(mix)))
            for name, mix in mixes.items()
        }

    def tags(self, vectors: Floats, paragraphs: Sequence[tuple[int, int]]) -> Floats:
        """Logits [words, kinds, 3]. A word is seen with its neighbours in its paragraph; the
        ``paragraphs`` are ranges of words."""
        w = self.weights
        seen = _gelu(vectors @ w["tag_word"].T + w["tag_word_bias"])
        # Zeros between paragraphs, so that one convolution serves them all.
        at = [np.arange(a, b) + _MARGIN * i for i, (a, b) in enumerate(paragraphs, 1)]
        places = np.concatenate(at)
        size = places[-1] + 1 + _MARGIN
        apart = np.zeros((1, size, seen.shape[1]), dtype=np.float32)
        apart[0, places] = seen
        near = _gelu(_convolved(apart, self._taps["tag_mix"], w["tag_mix_bias"])[0, places])
        logits = vectors @ w["tag"].T + w["tag_bias"]
        logits += (seen + near) @ w["tag_out"].T
        return logits.reshape(len(vectors), len(KINDS), 3)

    def project(self, vectors: Floats) -> Floats:
        """What the role head sees of each word [words, size]; the same for all cues."""
        return vectors @ self.weights["word"].T + self.weights["word_bias"]

    def roles(
        self,
        vectors: Floats,
        projected: Floats,
        tags: Floats,
        paragraph: tuple[int, int],
        cues: list[tuple[int, int]],
    ) -> Floats:
        """Logits [cues, words of the paragraph, 3] for cues (first and last word) of it."""
        w = self.weights
        start, end = paragraph
        first = np.array([cue[0] for cue in cues])
        last = np.array([cue[1] for cue in cues])
        heads = np.concatenate([vectors[first], vectors[last]], axis=1)
        asked = heads @ w["cue"].T + w["cue_bias"]
        places = w["place"][self._places(np.arange(start, end), first[:, None], last[:, None])]
        mixed = _gelu(projected[None, start:end] + asked[:, None] + places)
        for name, step in _MIXES.items():
            beside = _convolved(mixed, self._taps[name], w[f"{name}_bias"], step)
            mixed = mixed + _gelu(beside)
        flat = tags[start:end].reshape(end - start, -1)
        logits: Floats = mixed @ w["out"].T + w["out_bias"] + (flat @ w["tags"].T)[None]
        return logits

    def _places(self, at: np.ndarray, first: np.ndarray, last: np.ndarray) -> np.ndarray:
        """Signed distance to the cue, counted from 0; one more number for the cue's own words."""
        reach = self.reach
        before = np.clip(at - first, -reach, 0)
        after = np.clip(at - last, 0, reach)
        place = np.where(at < first, before, after) + reach
        return np.where((at >= first) & (at <= last), 2 * reach + 1, place)


@cache
def heads() -> Heads:
    """The heads that come with the package. Raises AccordingtoError where they are missing."""
    with as_file(files("accordingto.statements") / "data" / _FILE) as path:
        try:
            with np.load(path) as stored:
                return Heads({name: stored[name].astype(np.float32) for name in stored.files})
        except FileNotFoundError:
            problem = f"The reader's weights {_FILE} are missing: install the package anew."
            raise AccordingtoError(problem) from None


def _convolved(values: Floats, taps: Floats, bias: Floats, step: int = 1) -> Floats:
    """A convolution over words that are ``step`` apart: values [cues, words, size], taps
    [taps * size, out]; zeros beyond.

    All that a word's window holds is laid side by side, so that it is one product.
    """
    cues, words, size = values.shape
    margin = _MARGIN * step
    padded = np.zeros((cues, words + 2 * margin, size), dtype=np.float32)
    padded[:, margin : margin + words] = values
    over_cues, over_words, over_size = padded.strides
    shape = (cues, words, _TAPS, size)
    strides = (over_cues, over_words, step * over_words, over_size)
    beside = as_strided(padded, shape, strides, writeable=False)
    found: Floats = (beside.reshape(cues * words, -1) @ taps + bias).reshape(cues, words, -1)
    return found


def _gelu(values: Floats) -> Floats:
    """The Gaussian error linear unit (Hendrycks & Gimpel 2016), by Abramowitz & Stegun's formula
    7.1.26 for the error function (error below 2e-7)."""
    # In place, as most of the time would else go into new arrays.
    scaled = np.abs(values)
    scaled *= np.float32(0.7071067811865476)
    t = scaled * np.float32(0.3275911)
    t += 1
    np.divide(1, t, out=t)
    erf = t * np.float32(_ERF[0])
    for factor in _ERF[1:]:
        erf += np.float32(factor)
        erf *= t
    np.multiply(scaled, -scaled, out=scaled)
    erf *= np.exp(scaled, out=scaled)
    np.subtract(1, erf, out=erf)
    erf *= np.sign(values, out=t)
    erf += 1
    erf *= values
    erf /= 2
    return erf
