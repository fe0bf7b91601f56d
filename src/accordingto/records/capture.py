"""What came in: one page or text as it was found, decoded, and what could not be read."""

from typing import Literal

import msgspec

Media = Literal["html", "text"]


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What the user told us about an input. It is believed over what the page says."""

    id: str | None = None
    url: str | None = None
    published: str | None = None
    outlet: str | None = None
    language: str | None = None


class Capture(msgspec.Struct, frozen=True, kw_only=True):
    """One input, decoded to text and otherwise untouched.

    ``sha256`` is of the bytes of the page (after gunzip, before decoding); ``content`` keeps
    line ends as they were. ``charset`` is the encoding used and ``charset_reason`` why.
    ``notes`` says what went wrong on the way without stopping it.
    """

    source: str
    media: Media
    content: str
    sha256: str
    charset: str
    charset_reason: str
    given: Given = Given()
    notes: tuple[str, ...] = ()


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """An input that could not be read: which one, what is wrong with it, what to do."""

    source: str
    problem: str
    advice: str

    def __str__(self) -> str:
        return f"{self.source}: {self.problem}. {self.advice}"
