"""The command ``accordingto``: its commands, help and version.

Nothing heavy is imported here: reading, the ledger and rich are loaded by the command that
needs them, so that help and version come at once. For exit codes see ``EPILOG``.
"""

import os
import sys

import click

from accordingto.cli import ledger_commands, story_commands
from accordingto.cli.exits import BROKEN_PIPE, INTERRUPTED, drop_stdout
from accordingto.cli.read_command import read
from accordingto.version import __version__

EPILOG = (
    "Exit codes: 0 every input was read; 1 at least one input could not be read (the rest "
    "were, and each failure is on stderr with its reason); 2 wrong usage; 130 interrupted; "
    "141 the reader of the output went away. Data goes to stdout, all else to stderr."
)


class _InOrder(click.Group):
    """Lists its commands in the order in which one meets them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.commands)


@click.group(
    "accordingto",
    cls=_InOrder,
    epilog=EPILOG,
    no_args_is_help=True,
    context_settings={"show_default": True},
)
@click.version_option(__version__, prog_name="accordingto", message="%(prog)s %(version)s")
def app() -> None:
    """Reads contested news as evidence: who says what, with the exact words."""


read.epilog = EPILOG
for command in (read, *ledger_commands.COMMANDS, *story_commands.COMMANDS):
    app.add_command(command)


def main() -> None:
    """Runs the command line and exits."""
    # Before anything numeric is loaded. The sums here are small: more threads only wait for one
    # another, and several pages at a time are several processes (--jobs).
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    try:
        app(prog_name=app.name)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        drop_stdout()
        sys.exit(BROKEN_PIPE)
