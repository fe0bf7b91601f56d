"""Words to sub-words, by the vocabulary that the encoder was trained with."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from accordingto.encoder.windows import Signs
from accordingto.encoder.words import spelling

# A run of letters longer than this is no word of any language; it is one unknown sign.
_LONGEST_WORD = 64
_REMEMBERED = 100_000


@dataclass(frozen=True)
class SignNames:
    """How a vocabulary writes its signs for unknown words, the begin and the end of a text."""

    unknown: str = "[UNK]"
    begin: str = "[CLS]"
    end: str = "[SEP]"


class Vocabulary:
    """Sub-words of words: greedy longest match from the left (WordPiece: Wu et al. 2016), on words
    in lower case and without accents. ``subwords`` stand in the order of their ids, those that
    continue a word with "##" in front."""

    def __init__(self, subwords: Sequence[str], names: SignNames | None = None) -> None:
        names = names or SignNames()
        self._ids = {subword: place for place, subword in enumerate(subwords)}
        self._unknown = self._ids[names.unknown]
        self.signs = Signs(self._ids[names.begin], self._ids[names.end])
        # News repeats its words: few are cut more than once.
        self.pieces: Callable[[str], tuple[int, ...]] = lru_cache(_REMEMBERED)(self._pieces)

    def _pieces(self, word: str) -> tuple[int, ...]:
        """The ids of a word's sub-words, at least one."""
        if len(word) > _LONGEST_WORD:
            return (self._unknown,)
        plain = _plain(spelling(word))
        found: list[int] = []
        start = 0
        while start < len(plain):
            end = len(plain)
            while (id_ := self._ids.get(_key(plain, start, end))) is None:
                end -= 1
                if end == start:
                    return (self._unknown,)
            found.append(id_)
            start = end
        return tuple(found) or (self._unknown,)


def _key(word: str, start: int, end: int) -> str:
    return f"##{word[start:end]}" if start else word[:end]


def _plain(word: str) -> str:
    split = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in split if unicodedata.category(c) != "Mn")
