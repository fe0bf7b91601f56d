"""Inline text on its way to becoming a block: what is gathered between two block elements."""

from dataclasses import dataclass

from accordingto.page.html.vocabulary import bits

CREDIT = bits("credit")


@dataclass(slots=True)
class Frame:
    """What holds inside one open element."""

    tag: str
    element: int
    flags: int
    inline: int
    link: bool
    strong: bool
    block_level: bool


class Run:
    """Inline text that is being gathered for the next block."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.marks: list[tuple[int, int, int]] = []
        self.linked = 0
        self.strong = 0
        self.hrefs: list[str] = []
        self.breaks = 0
        self.after_link = False

    def add(self, text: str, frame: Frame) -> None:
        size = len(text) if not text.isspace() else 0
        if size:
            self.breaks = 0
            self.after_link = False
            self.marks.append((size, frame.inline, len(self.parts)))
            if frame.link:
                self.linked += size
            if frame.strong:
                self.strong += size
        self.parts.append(text)

    def inline_bits(self) -> tuple[int, int]:
        """Names of inline elements: those with three fifths of the characters, and all."""
        total = sum(size for size, _, _ in self.marks)
        union, found = 0, 0
        for _, mark, _ in self.marks:
            union |= mark
        left = union
        while left:
            low = left & -left
            left ^= low
            if sum(size for size, mark, _ in self.marks if mark & low) >= 0.6 * total:
                found |= low
        return found, union

    def credited(self) -> tuple[int, int]:
        """From the first to the last character marked as a credit, in the squeezed text."""
        marked = [part for _, mark, part in self.marks if mark & CREDIT]
        start = len(" ".join("".join(self.parts[: marked[0]]).split()))
        end = len(" ".join("".join(self.parts[: marked[-1] + 1]).split()))
        return start, end
