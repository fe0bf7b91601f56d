"""What the scoring of blocks needs beyond the blocks themselves."""

from dataclasses import dataclass


@dataclass(slots=True)
class Page:
    """What is known of a page. ``agreed`` has the shares of each block's words that stand in a
    stated article body (empty where none is stated), ``authors`` the stated names of persons."""

    headline: int
    description: str
    agreed: list[float]
    authors: tuple[str, ...] = ()


def word_count(text: str) -> int:
    """Words, with a guess for scripts that write none apart."""
    blanks = text.count(" ") + 1
    return len(text) // 3 if len(text) > 15 * blanks else blanks
