"""Words as the encoder counts them, and what it is told about each besides its letters."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from accordingto.records.reading import Quotation
from accordingto.records.span import Span

# A word or a single mark: the token of the attribution literature's scorers.
_WORD = re.compile(r"\w+|[^\w\s]")

# The encoder was trained on typewriter marks; the page's own are told apart by their features.
_MARKS = str.maketrans(
    dict.fromkeys("“”„‟«»＂〝〞", '"') | dict.fromkeys("‘’‚‛‹›", "'") | {"…": "..."}
)

CASES = 3
FEATURES = 2 * CASES

_STOPS = frozenset(".!?…")
_CLOSERS = frozenset("\"”’'»)]")

_SAID, _SAID_AS_NAME = "Said", "Saeed"
# Words of at most this many letters are small in most headlines.
_SHORT, _CAPITALISED = 3, 0.7

_LOWER, _CAPITAL, _CAPITALS = range(CASES)


def split_words(text: str, within: Span) -> list[Span]:
    """The words of a stretch of text, in order."""
    found = _WORD.finditer(text, within.start, within.end)
    return [Span(match.start(), match.end()) for match in found]


def spelling(word: str) -> str:
    """A word as the encoder's vocabulary is asked for it."""
    return word.translate(_MARKS)


def as_read(text: str, words: Sequence[Span], paragraphs: Sequence[tuple[int, int]]) -> list[str]:
    """The words as the encoder is given them. Without capitals the given name "Said" is the verb of
    every second sentence: within a sentence, before another capital, it is spelled another way."""
    read = [text[word.start : word.end] for word in words]
    for first, last in paragraphs:
        for at in range(first + 1, last - 1):
            if read[at] != _SAID or not _joins_capitals(read, at):
                continue
            if not _is_capitalised(read[first:last]):
                read[at] = _SAID_AS_NAME
    return read


def _joins_capitals(read: Sequence[str], at: int) -> bool:
    return read[at + 1][0].isupper() and (read[at - 1][0].isalnum() or read[at - 1] in ",.:-")


def _is_capitalised(words: Sequence[str]) -> bool:
    """True for headlines that begin every word so."""
    long = [word for word in words if len(word) > _SHORT and word.isalpha()]
    return sum(word[0].isupper() for word in long) > _CAPITALISED * len(long)


def word_features(text: str, words: Sequence[Span], quotations: Sequence[Quotation]) -> list[int]:
    """One number a word, below ``FEATURES``: its case, and whether it stands in a quotation.

    The vocabulary has no capitals, and a window may begin within a quotation; this keeps both.
    Quotation marks count as inside.
    """
    quoted = _outermost(quotations)
    starts = [span.start for span in quoted]
    features = []
    for word in words:
        at = bisect_right(starts, word.start) - 1
        inside = at >= 0 and word.start < quoted[at].end
        features.append(_case(text[word.start : word.end]) + CASES * inside)
    return features


def begins_sentence(text: str, words: Sequence[Span], at: int) -> bool:
    """Whether a sentence seems to begin with a word: behind a stop, with a capital or a mark."""
    if at == 0 or text[words[at].start].islower() or text[words[at].start] in _CLOSERS:
        return False
    before = at - 1
    while before > 0 and text[words[before].start] in _CLOSERS:
        before -= 1
    return text[words[before].start] in _STOPS and words[at].start > words[at - 1].end


def _case(word: str) -> int:
    if not word[0].isupper():
        return _LOWER
    return _CAPITALS if len(word) > 1 and word.isupper() else _CAPITAL


def _outermost(quotations: Sequence[Quotation]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted((q.span for q in quotations), key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
