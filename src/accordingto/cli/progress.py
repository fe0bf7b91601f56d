"""Progress on stderr while many inputs are read, where stderr is a terminal."""

import sys
from types import TracebackType
from typing import Self

from accordingto.exports.visible import visible


class Progress:
    """One live line on stderr: how many were read, how many failed, which was the last.

    Silent unless ``wanted`` and stderr is a terminal; ``say`` always writes its line.
    """

    def __init__(self, wanted: bool) -> None:
        self._live = wanted and sys.stderr.isatty()
        if self._live:
            from rich.console import Console
            from rich.status import Status

            console = Console(stderr=True, markup=False, highlight=False)
            self._status = Status("reading", console=console)

    def __enter__(self) -> Self:
        if self._live:
            self._status.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._live:
            self._status.stop()

    def say(self, line: str) -> None:
        """Writes one line to stderr."""
        if self._live:
            self._status.console.print(line, soft_wrap=True)
        else:
            print(line, file=sys.stderr)

    def count(self, done: int, failed: int, name: str) -> None:
        """Shows how far it is."""
        if self._live:
            from rich.text import Text

            failures = f", {failed:,} failed" if failed else ""
            self._status.update(Text(f"read {done:,}{failures} · {visible(name)[-60:]}"))
