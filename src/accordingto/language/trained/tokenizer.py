"""Words of English text, cut as spaCy's tokenizer cuts them, by the same tables.

The tables come with the parser's package; the steps are those of spaCy's ``Tokenizer``, without
the library around it, which takes longer to load than a page to read.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

import msgspec

from accordingto.language.package import model_folder

# Offset and letters of a word.
Word = tuple[int, str]
Pieces = tuple[str, ...]

_RUN = re.compile(r"\S+|\s+")
# Runs of letters whose pieces are kept in mind: a language repeats its words.
_REMEMBERED = 65536
# A longer run is nobody's words and stays whole: to cut mark after mark off it costs the square of
# its length.
_LONGEST_RUN = 1000
# The key of a word's letters in the tables (spaCy's ``ORTH``).
_LETTERS = 65


class Tables(msgspec.Struct, frozen=True):
    """Patterns of what stands before, behind and between words, and ``exceptions``: strings with
    the pieces that they are cut into whatever the patterns say."""

    prefix_search: str
    suffix_search: str
    infix_finditer: str
    url_match: str
    exceptions: dict[str, list[dict[int, str]]]


class Tokenizer:
    """Cuts texts into words and marks; blanks but one between two words are words, too."""

    def __init__(self, tables: Tables) -> None:
        self._prefix, self._suffix, self._infix, self._url = (
            re.compile(pattern)
            for pattern in (
                tables.prefix_search,
                tables.suffix_search,
                tables.infix_finditer,
                tables.url_match,
            )
        )
        self._exceptions: Mapping[str, Pieces] = {
            text: tuple(piece[_LETTERS] for piece in pieces)
            for text, pieces in tables.exceptions.items()
        }
        # What the patterns would cut an exception into, where it is not found as a whole, by the
        # first two pieces.
        self._broken: dict[tuple[str, str], list[Pieces]] = defaultdict(list)
        for text in self._exceptions:
            if " " in text or any(
                p.search(text) for p in (self._prefix, self._suffix, self._infix)
            ):
                pieces = tuple(self._cut(text, {}))
                if len(pieces) > 1:
                    self._broken[pieces[0], pieces[1]].append(pieces)
        self._pieces = lru_cache(_REMEMBERED)(self._pieces_of)

    def __call__(self, text: str) -> list[Word]:
        """The words of a text with their offsets."""
        words: list[Word] = []
        may_mend, before = False, ""
        for run in _RUN.finditer(text):
            at, letters = run.span()[0], run[0]
            if at and letters[0] == " ":
                at, letters = at + 1, letters[1:]
            for piece in self._pieces(letters) if letters else ():
                words.append((at, piece))
                at += len(piece)
                may_mend = may_mend or (before, piece) in self._broken
                before = piece
        return self._mended(text, words) if may_mend else words

    def _pieces_of(self, run: str) -> Pieces:
        if len(run) > _LONGEST_RUN:
            return (run,)
        return self._exceptions.get(run) or tuple(self._cut(run, self._exceptions))

    def _cut(self, run: str, exceptions: Mapping[str, Pieces]) -> Iterator[str]:
        """The pieces of a run of letters: what stands before and behind first."""
        before: list[str] = []
        behind: list[str] = []
        size = -1
        while run and len(run) != size and run not in exceptions:
            size = len(run)
            first = _length(self._prefix.search(run))
            if first and run[first:] in exceptions:
                before.append(run[:first])
                run = run[first:]
                break
            last = _length(self._suffix.search(run[first:]))
            if last and run[:-last] in exceptions:
                behind.append(run[-last:])
                run = run[:-last]
                break
            if first:
                before.append(run[:first])
            if last and first + last <= size:
                behind.append(run[-last:])
                run = run[first:-last]
            else:
                run = run[first:]
        yield from before
        if run in exceptions:
            yield from exceptions[run]
        elif run and self._url.match(run):
            yield run
        else:
            yield from self._parted(run)
        yield from reversed(behind)

    def _parted(self, run: str) -> Iterator[str]:
        """The pieces between the marks within a run."""
        start = 0
        for match in self._infix.finditer(run):
            if match.start() == 0:
                continue
            if match.start() != start:
                yield run[start : match.start()]
            if match.end() != match.start():
                yield match[0]
            start = match.end()
        if run[start:]:
            yield run[start:]

    def _mended(self, text: str, words: Sequence[Word]) -> list[Word]:
        """The words with exceptions put together again that the patterns have broken up ("(a.m.)");
        of those that overlap the longest, then the first."""
        found = sorted(
            (at - end, at, end) for at in range(len(words) - 1) for end in self._ends(words, at)
        )
        taken: set[int] = set()
        whole: dict[int, tuple[int, Pieces]] = {}
        for _, first, end in found:
            if first not in taken and end - 1 not in taken:
                start, last = words[first][0], words[end - 1]
                pieces = self._exceptions.get(text[start : last[0] + len(last[1])])
                if pieces is not None:
                    whole[first] = (end, pieces)
            taken.update(range(first, end))
        mended: list[Word] = []
        place = 0
        while place < len(words):
            end, pieces = whole.get(place, (place + 1, (words[place][1],)))
            at = words[place][0]
            for piece in pieces:
                mended.append((at, piece))
                at += len(piece)
            place = end
        return mended

    def _ends(self, words: Sequence[Word], at: int) -> Iterator[int]:
        """Behind which words an exception ends, broken up, that begins with the one ``at``."""
        for pieces in self._broken.get((words[at][1], words[at + 1][1]), ()):
            end = at + len(pieces)
            if tuple(word for _, word in words[at:end]) == pieces:
                yield end


def _length(match: re.Match[str] | None) -> int:
    return match.end() - match.start() if match is not None else 0


@cache
def load_tokenizer() -> Tokenizer:
    """The tokenizer with the tables of the parser's package."""
    held = (model_folder() / "tokenizer").read_bytes()
    return Tokenizer(msgspec.msgpack.decode(held, type=Tables))
