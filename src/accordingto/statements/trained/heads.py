"""The two heads over the encoder's vectors: tags of words, and roles of words towards a cue.

The same sums as ``PairHead`` of the training recipe, which made the weights, written out in numpy:
some hundred thousand weights need no runtime of their own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import as_file, files

import numpy as np

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

# Rows of numbers that are looked at together.
_ROWS = 128

_FILE = "heads.npz"

# A range of words [first, last) with a cue in it, as the numbers of its first and last word.
Asked = tuple[tuple[int, int], tuple[int, int]]


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
        near = _gelu(self._convolved("tag_mix", seen, [b - a for a, b in paragraphs]))
        logits = vectors @ w["tag"].T + w["tag_bias"]
        logits += (seen + near) @ w["tag_out"].T
        return logits.reshape(len(vectors), len(KINDS), 3)

    def project(self, vectors: Floats) -> Floats:
        """What the role head sees of each word [words, size]; the same for all cues."""
        return vectors @ self.weights["word"].T + self.weights["word_bias"]

    def roles(
        self, vectors: Floats, projected: Floats, tags: Floats, asked: Sequence[Asked]
    ) -> Floats:
        """Logits [words, 3]: the words of the first range towards its cue, then the second's.

        All are worked out at once: most ranges are short, and an array costs more to set up than
        to fill.
        """
        w = self.weights
        ranges = [words for words, _ in asked]
        sizes = [last - first for first, last in ranges]
        cues = np.array([cue for _, cue in asked])
        words = np.concatenate([np.arange(*one) for one in ranges])
        heads = np.concatenate([vectors[cues[:, 0]], vectors[cues[:, 1]]], axis=1)
        towards = heads @ w["cue"].T + w["cue_bias"]
        whose = np.repeat(np.arange(len(asked)), sizes)
        places = self._places(words, cues[whose, 0], cues[whose, 1])
        mixed = _gelu(projected[words] + towards[whose] + w["place"][places])
        for name, step in _MIXES.items():
            mixed = mixed + _gelu(self._convolved(name, mixed, sizes, step))
        flat = tags[words].reshape(len(words), -1)
        logits: Floats = mixed @ w["out"].T + w["out_bias"] + flat @ w["tags"].T
        return logits

    def _places(self, at: np.ndarray, first: np.ndarray, last: np.ndarray) -> np.ndarray:
        """Signed distance to the cue, counted from 0; one more number for the cue's own words."""
        reach = self.reach
        before = np.clip(at - first, -reach, 0)
        after = np.clip(at - last, 0, reach)
        place = np.where(at < first, before, after) + reach
        return np.where((at >= first) & (at <= last), 2 * reach + 1, place)

    def _convolved(self, name: str, values: Floats, sizes: Sequence[int], step: int = 1) -> Floats:
        """A convolution over words that are ``step`` apart, of runs of so many words each that
        stand one behind the other in ``values``; zeros beyond each run's ends.

        All that a word's window holds is laid side by side, so that it is one product.
        """
        margin = _MARGIN * step
        within = np.arange(len(values)) + margin * np.repeat(np.arange(1, len(sizes) + 1), sizes)
        apart = np.zeros((len(values) + margin * (len(sizes) + 1), values.shape[1]), np.float32)
        apart[within] = values
        beside = apart[within[:, None] + np.arange(-margin, margin + 1, step)]
        found: Floats = beside.reshape(len(values), -1) @ self._taps[name]
        found += self.weights[f"{name}_bias"]
        return found


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


def _gelu(values: Floats) -> Floats:
    """The Gaussian error linear unit (Hendrycks & Gimpel 2016) of rows, a few rows at a time: more
    do not fit into a processor's own memory."""
    found = np.empty_like(values)
    for at in range(0, len(values), _ROWS):
        found[at : at + _ROWS] = _gelu_of(values[at : at + _ROWS])
    return found


def _gelu_of(values: Floats) -> Floats:
    """By Abramowitz & Stegun's formula 7.1.26 for the error function (error below 2e-7)."""
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
