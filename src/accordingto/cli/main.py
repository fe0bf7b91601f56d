"""The command ``accordingto``: its commands, help and version.

Nothing heavy is imported here: reading, the ledger and rich are loaded by the command that
needs them, so that help and version come at once. For exit codes see ``EPILOG``.
"""

import os
import sys
from typing import Annotated

import typer

from accordingto.cli.exits import BROKEN_PIPE, INTERRUPTED, drop_stdout
from accordingto.cli.ledger_commands import register
from accordingto.cli.read_command import read
from accordingto.cli.story_commands import register_stories
from accordingto.version import __version__

EPILOG = (
    "Exit codes: 0 every input was read; 1 at least one input could not be read (the rest "
    "were, and each failure is on stderr with its reason); 2 wrong usage; 130 interrupted; "
    "141 the reader of the output went away. Data goes to stdout, all else to stderr."
)

app = typer.Typer(
    name="accordingto",
    help="Reads contested news as evidence: who says what, with the exact words.",
    epilog=EPILOG,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"accordingto {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Options that every command has."""


app.command(epilog=EPILOG)(read)
register(app)
register_stories(app)


def main() -> None:
    """Runs the command line and exits."""
    # Before anything numeric is loaded. The sums here are small: more threads only wait for one
    # another, and several pages at a time are several processes (--jobs).
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        drop_stdout()
        sys.exit(BROKEN_PIPE)
