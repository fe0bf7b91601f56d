"""Groups made by joining pairs, with joins that are forbidden."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Unions(Generic[T]):
    """Disjoint groups. ``apart``: pairs that must never end in one group."""

    def __init__(self, items: Iterable[T], apart: Iterable[tuple[T, T]] = ()) -> None:
        self._group: dict[T, list[T]] = {item: [item] for item in items}
        self._apart = {frozenset(pair) for pair in apart}

    def join(self, one: T, other: T) -> bool:
        """Joins the groups of both; false where that is forbidden."""
        a, b = self._group[one], self._group[other]
        if a is b:
            return True
        if self._apart and any(frozenset((x, y)) in self._apart for x in a for y in b):
            return False
        a += b
        for item in b:
            self._group[item] = a
        return True

    def of(self, item: T) -> list[T]:
        """All that are in one group with an item."""
        return self._group[item]

    def together(self, one: T, other: T) -> bool:
        """True where both are in one group."""
        return self._group[one] is self._group[other]

    def groups(self) -> list[list[T]]:
        """The groups, in the order of their first items; items in the order of joining."""
        seen: set[int] = set()
        found = []
        for group in self._group.values():
            if id(group) not in seen:
                seen.add(id(group))
                found.append(group)
        return found
