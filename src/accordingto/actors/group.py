"""Mentions put together into actors: a union-find that remembers why."""

from collections.abc import Sequence

from accordingto.actors.mention import Link, Mention
from accordingto.records.facts import ActorKind


class Grouping:
    """Which mentions (by index into ``mentions``, in text order) are of one actor."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = mentions
        self._parent = list(range(len(mentions)))
        self._members: dict[int, list[int]] = {i: [i] for i in range(len(mentions))}
        self._links: dict[int, list[Link]] = {}
        self._identities = {i: {m.identity} - {None} for i, m in enumerate(mentions)}
        # What the vote on a group's kind said, until the group grows.
        self.kinds: dict[int, ActorKind | None] = {}

    def root(self, index: int) -> int:
        """The number under which this mention's group is kept."""
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def join(self, left: int, right: int, score: float, reason: str) -> None:
        """Puts two mentions' groups together; the earlier one's number stays. Nothing happens where
        our tables have the two as different actors."""
        a, b = self.root(left), self.root(right)
        if a == b or self._two(a, b):
            return
        a, b = min(a, b), max(a, b)
        self.kinds.pop(a, None)
        self.kinds.pop(b, None)
        self._parent[b] = a
        self._take_in(self._members[a], self._members.pop(b))
        self._identities[a] |= self._identities.pop(b)
        links = self._links.setdefault(a, [])
        links += [*self._links.pop(b, []), Link(left, right, score, reason)]

    def _take_in(self, members: list[int], more: list[int]) -> None:
        """Adds mentions to a group in place, in text order: a long text comes back to one actor
        thousands of times."""
        ordered = members[-1] < more[0]
        members += more
        if not ordered:
            members.sort()

    def _two(self, left: int, right: int) -> bool:
        """True where tables know the two groups as different actors."""
        one, other = self._identities[left], self._identities[right]
        return bool(one) and bool(other) and not one & other

    def members(self, index: int) -> list[int]:
        """The mentions of this mention's group, in text order."""
        return self._members[self.root(index)]

    def roots(self) -> list[int]:
        """All groups, by their first mention."""
        return sorted(self._members, key=lambda r: self._members[r][0])

    def links(self, root: int) -> list[Link]:
        """Why the group's mentions were put together, in the order it was done."""
        return self._links.get(root, [])

    def same(self, left: int, right: int) -> bool:
        return self.root(left) == self.root(right)
