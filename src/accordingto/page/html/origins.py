"""From each character of the fixed text back to the HTML that it was read from.

The parser tells no places, so they are found again: the markup is cut into runs of text, in
which references (``&amp;``) are one character each; then the text is laid along them. Both
are in page order but for a few things that a browser moves (text within tables), which are
looked for behind. Blanks are passed over on both sides: the text's are single, the page's are not.
"""

import html
import re
from bisect import bisect_right

from accordingto.records.source_map import SourceMap

# Comments and elements without text in them; then tags, in which quotation marks count behind "=".
# Each runs to the page's end where it is not closed, as in a browser; so nothing is tried twice.
# Possessive groups of several tokens are avoided: Python before 3.11.5 misreads them (gh-106052).
_UNSEEN = re.compile(
    r"<!--[^-]*+(?:-(?!->)[^-]*+)*(?:-->|\Z)"
    r"|<(?:script|style)(?:\s[^>]*+)?>[^<]*+(?:<(?!/(?:script|style))[^<]*+)*"
    r"|<[/!?a-zA-Z](?:[^>\"'=]++|=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|)|[\"'])*(?:>|\Z)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_STEP = 24  # characters that are looked for together
_NEAR = 4000  # characters within which the next words are expected
_SURE = 4  # characters; as many are alike by no chance once the thread is lost
_FAR = 400  # looks at the whole page; so many things are moved on no page that is read by people


def source_map(source: str, text: str) -> SourceMap:
    """The map from ``text`` to ``source``. Time grows with the length of both."""
    letters, starts, ends = _letters(source)
    wanted = [i for i, char in enumerate(text) if not char.isspace()]
    squeezed = "".join([text[i] for i in wanted])
    places, lasts = [-1] * len(text), [-1] * len(text)
    lines = [n for n, i in enumerate(wanted) if i and text[i - 1] == "\n"]
    for at, found, size in _aligned(squeezed, letters, lines):
        for offset in range(size):
            places[wanted[at + offset]] = starts[found + offset]
            lasts[wanted[at + offset]] = ends[found + offset]
    _fill_blanks(text, places, lasts)
    return SourceMap(places, lasts)


def _letters(source: str) -> tuple[str, list[int], list[int]]:
    """All characters of the page's text but blanks, with where each begins and ends."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    last = 0
    for found in _UNSEEN.finditer(source):
        _take(source, last, found.start(), letters, starts, ends)
        last = found.end()
    _take(source, last, len(source), letters, starts, ends)
    return "".join(letters), starts, ends


def _take(
    source: str, start: int, end: int, letters: list[str], starts: list[int], ends: list[int]
) -> None:
    """Adds the characters of ``source[start:end]``, in which no tag stands."""
    at = start
    for found in _REFERENCE.finditer(source, start, end):
        _plain(source, at, found.start(), letters, starts, ends)
        for char in html.unescape(found[0]):
            if not char.isspace():
                letters.append(char)
                starts.append(found.start())
                ends.append(found.end())
        at = found.end()
    _plain(source, at, end, letters, starts, ends)


def _plain(
    source: str, start: int, end: int, letters: list[str], starts: list[int], ends: list[int]
) -> None:
    places = [i for i in range(start, end) if not source[i].isspace()]
    letters += [source[i] for i in places]
    starts += places
    ends += [i + 1 for i in places]


def _aligned(text: str, letters: str, lines: list[int]) -> list[tuple[int, int, int]]:
    """Runs that are alike: where in ``text``, where in ``letters``, how long. ``lines`` are where
    lines of the text begin: what follows a line need not follow it in the page."""
    runs: list[tuple[int, int, int]] = []
    at = place = far = 0
    lost = False
    while at < len(text):
        size = _common(text, at, letters, place)
        if size >= _SURE or (size and not lost):
            runs.append((at, place, size))
            at, place, lost = at + size, place + size, False
            continue
        line = bisect_right(lines, at)
        end = min(at + _STEP, lines[line] if line < len(lines) else len(text))
        if lost and end - at < _SURE:
            at += 1
            continue
        found = letters.find(text[at:end], place, place + _NEAR)
        if found < 0 and far < _FAR:
            far += 1
            found = _anywhere(text[at:end], letters, place)
        lost = found < 0
        if not lost:
            runs.append((at, found, end - at))
            at, place = end, found + end - at
        else:
            at += 1
    return runs


def _common(text: str, at: int, letters: str, place: int) -> int:
    """How long both go on alike."""
    size, step = 0, _STEP
    while step:
        while text[at + size : at + size + step] == letters[place + size : place + size + step]:
            if at + size + step > len(text) or place + size + step > len(letters):
                break
            size += step
        step //= 2
    return size


def _anywhere(words: str, letters: str, place: int) -> int:
    """Where the words stand: behind, else before; -1 where nowhere."""
    found = letters.find(words, place)
    return found if found >= 0 else letters.find(words, 0, place)


def _fill_blanks(text: str, places: list[int], lasts: list[int]) -> None:
    """Blanks lead to the place behind the character before them."""
    for index, char in enumerate(text):
        if char.isspace() and index and lasts[index - 1] >= 0:
            places[index] = lasts[index] = lasts[index - 1]
