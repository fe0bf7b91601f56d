"""Claims in all their wordings: statements joined by ``repeats`` are one."""


class Classes:
    """Ids joined step by step; one that was never joined stands for itself."""

    def __init__(self) -> None:
        self._up: dict[str, str] = {}

    def of(self, one: str) -> str:
        """The id that stands for all that ``one`` was joined with."""
        top = one
        while self._up.get(top, top) != top:
            top = self._up[top]
        while self._up.get(one, one) != top:
            self._up[one], one = top, self._up[one]
        return top

    def join(self, one: str, other: str) -> bool:
        """Makes one of two; false where they were one already."""
        first, second = sorted((self.of(one), self.of(other)))
        if first == second:
            return False
        self._up[second] = first
        return True

    def same(self, one: str, other: str) -> bool:
        """True where the two are one claim."""
        return self.of(one) == self.of(other)
