"""The encoder that comes with the package, run by ONNX Runtime on one thread."""

import gzip
from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import numpy as np

from accordingto.encoder.vocabulary import Vocabulary
from accordingto.encoder.windows import Window, make_windows
from accordingto.encoder.words import as_read, begins_sentence, split_words, word_features
from accordingto.errors import AccordingtoError
from accordingto.records.encoding import Encoding, Floats
from accordingto.records.reading import Quotation
from accordingto.records.span import Span

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

_HOW = "install the package anew; its encoder/data holds encoder.onnx and vocabulary.txt.gz."
_SERVED = frozenset({"en", None})


class Encoder:
    """Encodes articles. Windows go through one at a time, each unpadded, so that what a window
    reads as never depends on what stands beside it."""

    def __init__(self, session: "InferenceSession", vocabulary: Vocabulary) -> None:
        self._session = session
        self._vocabulary = vocabulary
        self.size = int(session.get_outputs()[0].shape[1])

    def encode(
        self, text: str, blocks: Sequence[Span], quotations: Sequence[Quotation]
    ) -> Encoding:
        """Vectors for the words of the ``blocks`` (paragraphs) of a text."""
        words: list[Span] = []
        paragraphs: list[tuple[int, int]] = []
        for block in blocks:
            found = split_words(text, block)
            if found:
                paragraphs.append((len(words), len(words) + len(found)))
                words.extend(found)
        pieces = [self._vocabulary.pieces(word) for word in as_read(text, words, paragraphs)]
        features = word_features(text, words, quotations)
        vectors = np.zeros((len(words), self.size), dtype=np.float32)
        for window in make_windows(
            paragraphs,
            pieces.__getitem__,
            features,
            self._vocabulary.signs,
            lambda at: begins_sentence(text, words, at),
        ):
            vectors[window.first : window.last] = self._run(window)
        return Encoding(tuple(words), tuple(paragraphs), vectors)

    def _run(self, window: Window) -> Floats:
        feed = {
            "ids": np.array(window.ids, dtype=np.int64),
            "features": np.array(window.features, dtype=np.int64),
            "firsts": np.array(window.first_pieces, dtype=np.int64),
        }
        found: Floats = self._session.run(["vectors"], feed)[0]
        return found


def encoder_for(language: str | None) -> Encoder | None:
    """The encoder for an ISO 639-1 code, or ``None`` where none serves it; an unknown language
    is taken for English. Raises AccordingtoError where the package lacks the model."""
    return _english() if language in _SERVED else None


@cache
def _english() -> Encoder:
    # Loaded here, so that whoever reads page structure alone does not wait for it.
    import onnxruntime

    data = files("accordingto.encoder") / "data"
    options = onnxruntime.SessionOptions()
    # A worker keeps to one core; several articles at a time are several workers.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        words = gzip.decompress((data / "vocabulary.txt.gz").read_bytes()).decode("utf-8")
        with as_file(data / "encoder.onnx") as path:
            session = onnxruntime.InferenceSession(
                str(path), options, providers=["CPUExecutionProvider"]
            )
    except FileNotFoundError as missing:
        raise AccordingtoError(f"A file of the encoder is missing: {_HOW}") from missing
    return Encoder(session, Vocabulary(words.splitlines()))
