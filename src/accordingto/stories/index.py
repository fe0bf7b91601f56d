"""Which reports to compare at all: those that share rare terms, the newest of each first."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

import numpy as np

from accordingto.stories.background import Background, fresh_background
from accordingto.stories.profile import Profile
from accordingto.stories.words import TERMS

# Terms by which a report is found again; reports looked up for each; reports compared in full.
KEYS = 32
NEWEST = 100
COMPARED = 28


class Shelf(Protocol):
    """Where the grouper keeps what it knows: in memory for a batch, in tables for a ledger.

    Reports are numbered in the order in which they come. Stories are numbered by the report that
    founded them.
    """

    background: Background

    def put(self, profile: Profile, keys: Sequence[int]) -> int:
        """Keeps a report under its keys and gives its number."""
        ...

    def under(self, keys: Sequence[int]) -> Sequence[Sequence[int]]:
        """For each key the numbers of the newest reports under it, at most ``NEWEST``."""
        ...

    def profiles(self, numbers: Sequence[int]) -> list[Profile]:
        """The reports with these numbers, in order."""
        ...

    def put_likeness(self, number: int, likeness: dict[int, float]) -> None:
        """Keeps how probably a report tells of the same event as each of some earlier ones."""
        ...

    def likeness(self, numbers: Iterable[int]) -> dict[tuple[int, int], float]:
        """What was kept for pairs of these reports, the lower number first."""
        ...

    def story(self, number: int) -> int:
        """The story that a report is in."""
        ...

    def members(self, story: int) -> list[int]:
        """The reports of a story, in the order in which they came."""
        ...

    def place(self, number: int, story: int) -> None:
        """Puts a report into a story, out of the one that it was in."""
        ...

    def rulings(self, numbers: Iterable[int]) -> list[tuple[int, int, bool]]:
        """Pairs of these reports of which a person has said that they are one story, or not."""
        ...


def keys_of(profile: Profile) -> list[int]:
    """The terms of a report by which others are most likely to be of the same event."""
    text, _, _, names = profile.views[:4]
    weights: dict[int, float] = dict(zip(text.terms.tolist(), text.weights.tolist(), strict=True))
    for key, weight in zip(names.terms.tolist(), names.weights.tolist(), strict=True):
        weights[key] = max(weights.get(key, 0.0), 0.7 * weight)
    ranked = sorted(weights, key=lambda key: (-weights[key], key))
    return ranked[:KEYS] + list(profile.passages)


def candidates(shelf: Shelf, keys: Sequence[int]) -> list[int]:
    """Numbers of the reports to compare with, the most alike by their keys first."""
    found = shelf.under(keys)
    sizes = [len(numbers) for numbers in found]
    if not any(sizes):
        return []
    # A key that many share says little; a shared passage says most.
    worth = 1.0 / np.log(2.0 + np.array(sizes))
    worth[np.array(keys) >= TERMS] *= 3.0
    every = np.concatenate([np.asarray(numbers, dtype=np.int64) for numbers in found])
    weights = np.repeat(worth, sizes)
    numbers, places = np.unique(every, return_inverse=True)
    sums = np.bincount(places, weights=weights)
    if len(sums) > COMPARED:
        chosen = sums >= np.partition(sums, -COMPARED)[-COMPARED]
        numbers, sums = numbers[chosen], sums[chosen]
    order = np.lexsort((-numbers, -sums))[:COMPARED]
    return numbers[order].tolist()  # type: ignore[no-any-return]


class MemoryShelf:
    """A shelf in memory, for batches and tests."""

    def __init__(self) -> None:
        self.background = fresh_background()
        self._profiles: list[Profile] = []
        self._under: dict[int, array[int]] = defaultdict(lambda: array("q"))
        self._likeness: list[dict[int, float]] = []
        self._story: list[int] = []
        self._members: dict[int, list[int]] = {}
        self.ruled: list[tuple[int, int, bool]] = []

    def put(self, profile: Profile, keys: Sequence[int]) -> int:
        number = len(self._profiles)
        self._profiles.append(profile)
        self._likeness.append({})
        self._story.append(number)
        self._members[number] = [number]
        for key in keys:
            self._under[key].append(number)
        return number

    def under(self, keys: Sequence[int]) -> Sequence[Sequence[int]]:
        none = array("q")
        return [self._under.get(key, none)[-NEWEST:] for key in keys]

    def profiles(self, numbers: Sequence[int]) -> list[Profile]:
        return [self._profiles[number] for number in numbers]

    def put_likeness(self, number: int, likeness: dict[int, float]) -> None:
        self._likeness[number] = likeness

    def likeness(self, numbers: Iterable[int]) -> dict[tuple[int, int], float]:
        wanted = set(numbers)
        return {
            (earlier, later): value
            for later in sorted(wanted)
            for earlier, value in self._likeness[later].items()
            if earlier in wanted
        }

    def story(self, number: int) -> int:
        return self._story[number]

    def members(self, story: int) -> list[int]:
        return self._members[story]

    def place(self, number: int, story: int) -> None:
        before = self._members[self._story[number]]
        before.remove(number)
        if not before:
            del self._members[self._story[number]]
        self._story[number] = story
        members = self._members.setdefault(story, [])
        members.append(number)
        members.sort()

    def rulings(self, numbers: Iterable[int]) -> list[tuple[int, int, bool]]:
        known = set(numbers)
        return [ruled for ruled in self.ruled if {ruled[0], ruled[1]} <= known]
