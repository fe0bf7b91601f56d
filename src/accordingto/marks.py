"""Where the tags of a page are, all found at once: a loop over tags costs more than what most of
them have to tell."""

import re
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

_FOLDED = 32  # the bit by which small letters differ from capitals
_BEHIND = " \t\n\f\r/>"  # what ends a name
Places = NDArray[np.int64]


class Marks:
    """``codes`` are the bytes of a page with some blanks behind them, ``places`` those of all that
    begins like a tag, ``starts`` and ``ends`` those of what begins like a start or an end tag."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.codes: NDArray[np.uint8] = np.frombuffer(data + b"    ", np.uint8)
        self.places: Places = (self.codes == ord("<")).nonzero()[0]
        after = self.codes[self.places + 1]
        letters = after | _FOLDED
        self.starts: Places = self.places[(letters >= ord("a")) & (letters <= ord("z"))]
        self.ends: Places = self.places[after == ord("/")]


class _Kept:
    """The marks of the last page, until the page stage asks for them right after intake did."""

    last: tuple[str, Marks] | None = None


def keep_marks(content: str, marks: Marks) -> None:
    """Keep the marks of a page for its next reader; those of no more than one page are kept."""
    _Kept.last = content, marks


def marks_of(content: str) -> Marks:
    """The marks of a page in UTF-8: those that were kept of this very string, which are kept no
    longer, or new ones."""
    kept, _Kept.last = _Kept.last, None
    if kept is not None and kept[0] is content:
        return kept[1]
    return Marks(content.encode("utf-8", "replace"))


class Names:
    """Names of elements to be found among tags."""

    def __init__(self, names: Iterable[str]) -> None:
        listed = sorted(names)
        self._may = np.zeros((256, 256), np.bool_)  # by the first two characters
        for name in listed:
            for second in name[1:2] or _BEHIND:
                self._may[ord(name[0]), ord(second) | _FOLDED] = True
        self._whole = re.compile(rf"</?(?i:{'|'.join(listed)})[{_BEHIND}]".encode())

    def of(self, marks: Marks, places: Places, step: int = 1) -> list[int]:
        """Those of ``places`` where a tag of one of the names begins; ``step`` is how far behind
        a place the name stands."""
        first, second = marks.codes[places + step], marks.codes[places + step + 1]
        likely = places[self._may[first | _FOLDED, second | _FOLDED]].tolist()
        return [at for at in likely if self._whole.match(marks.data, at)]
