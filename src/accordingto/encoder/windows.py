"""Windows: the stretches of an article that go through the encoder at one time.

A window holds whole paragraphs, as many as fit, and a little of the paragraphs before and after
them, so that what opens in one and is taken up in the next is seen together.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

# Sub-words of a window's own paragraphs, and of the context on each side. Attention grows with
# the square of the length; beyond this, longer windows cost more than their context earns.
MOST_PIECES = 160
CONTEXT_PIECES = 8

Pieces = Callable[[int], Sequence[int]]
# Whether a sentence seems to begin with a word.
Begins = Callable[[int], bool]


@dataclass
class Window:
    """Sub-word ids with the word each begins, and the words that are the window's own.

    ``first_pieces[i]`` is the position in ``ids`` of the first sub-word of word ``first + i``,
    for the words ``[first, last)``. ``features`` has one number a sub-word.
    """

    first: int
    last: int
    ids: list[int] = field(default_factory=list)
    features: list[int] = field(default_factory=list)
    first_pieces: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Signs:
    """Ids of the vocabulary's begin and separator signs."""

    begin: int
    end: int


def make_windows(
    paragraphs: Sequence[tuple[int, int]],
    pieces: Pieces,
    features: Sequence[int],
    signs: Signs,
    begins: Begins = lambda _: False,
    most: int = MOST_PIECES,
    context: int = CONTEXT_PIECES,
) -> list[Window]:
    """Windows over ``paragraphs`` (half-open ranges of words), each word in exactly one.

    ``pieces`` gives the sub-word ids of a word. A paragraph that is longer than a window is cut,
    where possible before a word with which a sentence ``begins``.
    """
    parts = [part for paragraph in paragraphs for part in _cut(paragraph, pieces, begins, most)]
    windows = []
    for group in _packed(parts, pieces, most):
        before = _tail(group[0][0], paragraphs, pieces, context)
        after = _head(group[-1][1], paragraphs, pieces, context)
        windows.append(_window(before, group, after, pieces, features, signs))
    return windows


def _cut(
    paragraph: tuple[int, int], pieces: Pieces, begins: Begins, most: int
) -> list[tuple[int, int]]:
    """A paragraph in parts of at most ``most`` sub-words, cut between sentences or else words."""
    bounds, size = [paragraph[0]], 0
    # The last place where a sentence seemed to begin, and the sub-words since.
    good, since = paragraph[0], 0
    for word in range(*paragraph):
        length = len(pieces(word))
        if size and size + length > most and good > bounds[-1] and size - since >= most // 3:
            bounds.append(good)
            size = since
        if size and size + length > most:
            bounds.append(word)
            size = 0
        if begins(word):
            good, since = word, 0
        size += length
        since += length
    bounds.append(paragraph[1])
    return [(first, last) for first, last in pairwise(bounds) if last > first]


def _packed(
    parts: Sequence[tuple[int, int]], pieces: Pieces, most: int
) -> list[list[tuple[int, int]]]:
    groups: list[list[tuple[int, int]]] = []
    size = 0
    for part in parts:
        length = sum(len(pieces(word)) for word in range(*part)) + 1
        if groups and size + length <= most:
            groups[-1].append(part)
            size += length
        else:
            groups.append([part])
            size = length
    return groups


def _tail(first: int, paragraphs: Sequence[tuple[int, int]], pieces: Pieces, most: int) -> range:
    """The last words before ``first``, within one paragraph."""
    floor = max((p[0] for p in paragraphs if p[0] < first), default=first)
    at, size = first, 0
    while at > floor and size + len(pieces(at - 1)) <= most:
        at -= 1
        size += len(pieces(at))
    return range(at, first)


def _head(last: int, paragraphs: Sequence[tuple[int, int]], pieces: Pieces, most: int) -> range:
    """The first words from ``last`` on, within one paragraph."""
    roof = min((p[1] for p in paragraphs if p[1] > last), default=last)
    at, size = last, 0
    while at < roof and size + len(pieces(at)) <= most:
        size += len(pieces(at))
        at += 1
    return range(last, at)


def _window(
    before: range,
    group: Sequence[tuple[int, int]],
    after: range,
    pieces: Pieces,
    features: Sequence[int],
    signs: Signs,
) -> Window:
    window = Window(first=group[0][0], last=group[-1][1])

    def sign(id: int) -> None:
        window.ids.append(id)
        window.features.append(0)

    def put(words: range, begins: list[int]) -> None:
        for word in words:
            own = pieces(word)
            begins.append(len(window.ids))
            window.ids.extend(own)
            window.features.extend([features[word]] * len(own))

    sign(signs.begin)
    if before:
        put(before, [])
        sign(signs.end)
    for part in group:
        put(range(*part), window.first_pieces)
        sign(signs.end)
    if after:
        put(after, [])
        sign(signs.end)
    return window
