"""Texts as the encoder sees them: words, features, windows. The same for training and reading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from accordingto.encoder.vocabulary import SignNames, Vocabulary
from accordingto.encoder.windows import Window, make_windows
from accordingto.encoder.words import begins_sentence, split_words, word_features
from accordingto.language.quotations import find_quotations
from accordingto.records.span import Span

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


@dataclass
class Text:
    """A text's words, its paragraphs as ranges of words, and the words' features."""

    text: str
    words: list[Span]
    paragraphs: list[tuple[int, int]]
    features: list[int]


def blocks_of(text: str) -> list[Span]:
    """The paragraphs of a text: its lines."""
    return [Span(m.start(), m.end()) for m in _PARAGRAPH.finditer(text)]


def text_of(text: str, blocks: Sequence[Span] | None = None) -> Text:
    """A text whose paragraphs are ``blocks``, or else its lines."""
    if blocks is None:
        blocks = blocks_of(text)
    words: list[Span] = []
    paragraphs = []
    for block in blocks:
        found = split_words(text, block)
        if found:
            paragraphs.append((len(words), len(words) + len(found)))
            words.extend(found)
    features = word_features(text, words, find_quotations(text, blocks))
    return Text(text, words, paragraphs, features)


class Windows:
    """Cuts texts into windows, with the vocabulary of a base model's folder."""

    def __init__(self, base: Path) -> None:
        lines = (base / "vocab.txt").read_text(encoding="utf-8").splitlines()
        names = SignNames() if "<s>" not in lines else SignNames("[UNK]", "<s>", "</s>")
        self._vocabulary = Vocabulary(lines, names)

    def of(self, text: Text) -> list[Window]:
        """The windows of a text."""
        pieces = [self._vocabulary.pieces(text.text[w.start : w.end]) for w in text.words]
        return make_windows(
            text.paragraphs,
            pieces.__getitem__,
            text.features,
            self._vocabulary.signs,
            lambda at: begins_sentence(text.text, text.words, at),
        )
