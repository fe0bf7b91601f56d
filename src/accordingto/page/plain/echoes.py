"""Repetition inside a text: equal lines, and lines that share runs of words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.page.plain.wording import Words

_RUN = 4  # words in a row that two lines must share to count
_LONGEST = 300  # words of a line that are looked at
_KEEP = 3  # lines remembered for a run of words


@dataclass(frozen=True, slots=True)
class Echo:
    """How a line comes back: ``equal`` other lines of the same words, the ``other`` line that
    shares most with it, and the ``share`` of its runs of words that stand there too."""

    equal: int = 0
    other: int | None = None
    share: float = 0.0


def echoes(lines: Sequence[Words]) -> tuple[Echo, ...]:
    """One record a line, in order."""
    same = Counter(words for words in lines if words)
    seen: dict[Words, list[int]] = {}
    for index, words in enumerate(lines):
        for run in _runs(words):
            holders = seen.setdefault(run, [])
            if len(holders) < _KEEP and (not holders or holders[-1] != index):
                holders.append(index)
    return tuple(_echo(index, words, same, seen) for index, words in enumerate(lines))


def _runs(words: Words) -> list[Words]:
    cut = words[:_LONGEST]
    return [cut[start : start + _RUN] for start in range(len(cut) - _RUN + 1)]


def _echo(index: int, words: Words, same: Counter[Words], seen: dict[Words, list[int]]) -> Echo:
    equal = max(0, same[words] - 1) if words else 0
    runs = _runs(words)
    shared: Counter[int] = Counter()
    for run in runs:
        for holder in seen[run]:
            if holder != index:
                shared[holder] += 1
    if not shared:
        return Echo(equal)
    other = min(shared, key=lambda holder: (-shared[holder], holder))
    return Echo(equal, other, shared[other] / len(runs))
