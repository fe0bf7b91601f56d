"""Vectors of an article's words, as the shared encoder gives them; no part of the output."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from accordingto.records.span import Span

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Encoding:
    """``vectors[i]`` stands for the word at ``words[i]``; ``paragraphs`` are half-open ranges of
    words. Words are runs of letters and digits, and single marks."""

    words: tuple[Span, ...]
    paragraphs: tuple[tuple[int, int], ...]
    vectors: Floats
