"""What the scoring of blocks needs beyond the blocks themselves."""

from dataclasses import dataclass

from accordingto.page.html.elements import Elements


@dataclass(slots=True)
class Page:
    """What is known of a page. ``agreed`` has the shares of each block's words that stand in a
    stated article body (empty where none is stated), ``authors`` the stated names of persons."""

    elements: Elements
    headline: int
    description: str
    agreed: list[float]
    authors: tuple[str, ...] = ()
