"""Options that several commands share."""

from typing import TYPE_CHECKING, Annotated

import typer

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


def limits(max_size: int) -> "Limits":
    """The intake's limits, with ``max_size`` in megabytes."""
    from accordingto.intake.limits import Limits

    # Escapes can make a line of JSON several times longer than the page in it.
    return Limits(max_size=max_size * _MEGABYTE, max_line=4 * max_size * _MEGABYTE)
