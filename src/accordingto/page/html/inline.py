"""Inline text on its way to becoming a block: what is gathered between two block elements."""

from accordingto.page.html.vocabulary import bits

CREDIT = bits("credit")
BYLINE = bits("byline")
BREAK = "\n"  # what a line break leaves in the text
_ENOUGH = 200  # characters


class Run:
    """Inline text that is being gathered for the next block."""

    __slots__ = (
        "after_link",
        "after_span",
        "breaks",
        "hrefs",
        "linked",
        "marks",
        "parts",
        "stamp",
        "strong",
    )

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begin anew."""
        self.parts: list[str] = []
        self.marks: list[tuple[int, int, int]] = []
        self.linked = 0
        self.strong = 0
        self.hrefs: list[str] = []
        self.breaks = 0
        self.after_link = False
        self.after_span = False
        self.stamp = ""

    def add(self, text: str, inline: int, link: bool, strong: bool) -> None:
        if not text.isspace():
            size = len(text)
            self.breaks = 0
            self.after_link = self.after_span = False
            self.marks.append((size, inline, len(self.parts)))
            if link:
                self.linked += size
            if strong:
                self.strong += size
        self.parts.append(text)

    def text(self) -> str:
        """All that has been gathered, on one line."""
        return " ".join("".join(self.parts).split())

    def holds_text(self) -> bool:
        """True where more than blanks has been gathered."""
        return bool(self.marks)

    def last_line(self) -> str:
        """The end of the text so far, back to its last line break; of a long line the last part."""
        found: list[str] = []
        size = 0
        for part in reversed(self.parts):
            if part == BREAK or size > _ENOUGH:
                break
            found.append(part)
            size += len(part)
        return "".join(reversed(found))

    def inline_bits(self) -> tuple[int, int]:
        """Names of inline elements: those with three fifths of the characters, and all."""
        if len(self.marks) == 1:
            mark = self.marks[0][1]
            return mark, mark
        total, union, found = 0, 0, 0
        for size, mark, _ in self.marks:
            total += size
            union |= mark
        left = union
        while left:
            low = left & -left
            left ^= low
            if sum([size for size, mark, _ in self.marks if mark & low]) >= 0.6 * total:
                found |= low
        return found, union

    def signed(self) -> str:
        """What is marked as a byline or leads to an author's page, with commas between."""
        runs: list[list[int]] = []
        before = -2
        for number, (_, mark, part) in enumerate(self.marks):
            if mark & BYLINE:
                if number != before + 1:
                    runs.append([part, part])
                runs[-1][1] = part
                before = number
        lines = ["".join(self.parts[first : last + 1]) for first, last in runs]
        return ", ".join([" ".join(line.split()) for line in lines])

    def credited(self) -> tuple[int, int]:
        """From the first to the last character marked as a credit, in the squeezed text."""
        marked = [part for _, mark, part in self.marks if mark & CREDIT]
        start = len(" ".join("".join(self.parts[: marked[0]]).split()))
        end = len(" ".join("".join(self.parts[: marked[-1] + 1]).split()))
        return start, end
