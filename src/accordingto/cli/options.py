"""Options that several commands share."""

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from accordingto.errors import LedgerError

if TYPE_CHECKING:
    from accordingto.intake.limits import Limits

_MEGABYTE = 1_000_000

Jobs = Annotated[
    int, typer.Option("--jobs", "-j", min=1, help="Processes that read at the same time.")
]
MaxSize = Annotated[
    int,
    typer.Option(
        "--max-size", min=1, metavar="MB", help="Refuse a page of more than this many megabytes."
    ),
]
Timeout = Annotated[
    float | None,
    typer.Option(
        "--timeout", min=1, metavar="SECONDS", help="Give up on a page that takes longer."
    ),
]

DEFAULT_MAX_SIZE = 20
_DAYS = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")


def checked_day(value: str | None) -> str | None:
    """A day, month or year of the calendar. Raises ``LedgerError`` for anything else, which would
    fit nothing and look like an answer."""
    if value is None:
        return None
    try:
        if _DAYS.fullmatch(value) is None:
            raise ValueError
        date.fromisoformat(value + "-01-01"[len(value) - len("2021") :])
    except ValueError:
        message = f"'{value}' is no day, month or year. Write it like 2021-02-27, 2021-02 or 2021."
        raise LedgerError(message) from None
    return value


def checked_output(value: str | None) -> str | None:
    """A file that can be written: no folder, and in one that is there."""
    path = Path(value) if value is not None else None
    if path is not None and (path.is_dir() or not path.parent.is_dir()):
        what = "is a folder" if path.is_dir() else "would stand in a folder that does not exist"
        raise typer.BadParameter(f"{path} {what}.", param_hint="--output")
    return value


def checked_words(value: list[str]) -> str:
    """Words to look for. Raises ``LedgerError`` where none has a letter or digit."""
    if not any(c.isalnum() for word in value for c in word):
        raise LedgerError("There is no word to look for. Give one: accordingto search ferry")
    return " ".join(value)


def limits(max_size: int) -> "Limits":
    """The intake's limits, with ``max_size`` in megabytes."""
    from accordingto.intake.limits import Limits

    # Escapes can make a line of JSON several times longer than the page in it.
    return Limits(max_size=max_size * _MEGABYTE, max_line=4 * max_size * _MEGABYTE)
