"""Options that several commands share, and what their values are checked for.

Nothing of ours is loaded for ``--help`` but these tables of words; tests hold them to the records.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from accordingto.errors import LedgerError

_F = TypeVar("_F", bound=Callable[..., Any])

if TYPE_CHECKING:
    from accordingto.intake.limits import Limits

_MEGABYTE = 1_000_000

# What ``--act`` takes: the acts of the records.
ACTS = (
    "assert", "deny", "accuse", "condemn", "praise", "demand", "promise", "threaten", "predict",
    "question", "confirm", "claim_responsibility", "decline", "other",
)  # fmt: skip
# Of a document or story; of a list.
DOCUMENT_FORMATS = ("text", "json", "jsonl", "csv", "md", "html")
STORY_FORMATS = ("text", "json", "jsonl", "md", "html")
LIST_FORMATS = ("table", "json", "jsonl")
CLAIM_FORMATS = (*LIST_FORMATS, "csv")

jobs = click.option(
    "--jobs",
    "-j",
    type=click.IntRange(min=1),
    metavar="N",
    default=1,
    help="Processes that read at the same time.",
)
max_size = click.option(
    "--max-size",
    type=click.IntRange(min=1),
    metavar="MB",
    default=20,
    help="Refuse a page of more than this many megabytes.",
)
timeout = click.option(
    "--timeout",
    type=click.FloatRange(min=1),
    metavar="SECONDS",
    help="Give up on a page that takes longer.",
)
ledger = click.option(
    "--ledger",
    "-l",
    metavar="PATH",
    envvar="ACCORDINGTO_LEDGER",
    show_envvar=True,
    default="ledger.db",
    help="The ledger: a file, or a URL (sqlite:///…).",
)
speaker = click.option("--speaker", metavar="NAME", help="Who says it: words of a name.")
outlet = click.option("--outlet", metavar="NAME", help="Published by: part of the outlet's name.")
act = click.option("--act", metavar="ACT", help=f"One of {', '.join(ACTS)}.")
since = click.option(
    "--since", metavar="DAY", help="Published on this day, month or year, or later."
)
until = click.option(
    "--until", metavar="DAY", help="Published on this day, month or year, or earlier."
)
listed = click.option(
    "--format",
    "-f",
    type=click.Choice(LIST_FORMATS),
    default="table",
    help="table for people; json: one list; jsonl: one a line.",
)


def most(default: int | None, told: str = "At most so many.") -> Callable[[_F], _F]:
    """The option ``--limit``."""
    return click.option(
        "--limit", "-n", type=click.IntRange(min=1), metavar="N", default=default, help=told
    )


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


def checked_output(value: str | None) -> Path | None:
    """A file that can be written: no folder, and in one that is there."""
    path = Path(value) if value is not None else None
    if path is not None and (path.is_dir() or not path.parent.is_dir()):
        what = "is a folder" if path.is_dir() else "would stand in a folder that does not exist"
        raise click.BadParameter(f"{path} {what}.", param_hint="--output")
    return path


def by_ending(path: Path | None, formats: Sequence[str]) -> str:
    """The one of ``formats`` that a file's name ends in; text where it ends in none."""
    ending = path.suffix.lower().removeprefix(".") if path is not None else ""
    form = {"ndjson": "jsonl", "htm": "html"}.get(ending, ending)
    return form if form in formats else "text"


def checked_words(value: Sequence[str]) -> str:
    """Words to look for. Raises ``LedgerError`` where none has a letter or digit."""
    if not any(c.isalnum() for word in value for c in word):
        raise LedgerError("There is no word to look for. Give one: accordingto search ferry")
    return " ".join(value)


def limits(max_size: int) -> "Limits":
    """The intake's limits, with ``max_size`` in megabytes."""
    from accordingto.intake.limits import Limits

    # Escapes can make a line of JSON several times longer than the page in it.
    return Limits(max_size=max_size * _MEGABYTE, max_line=4 * max_size * _MEGABYTE)
