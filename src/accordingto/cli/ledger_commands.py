"""The commands that keep and look up: ``add``, ``search``, ``show`` and ``claims``.

Exit codes: 0 done; 1 at least one input could not be read or kept (``add``; the rest was);
2 wrong usage, an unusable ledger, or something that the ledger has not; 130 interrupted;
141 the reader of the output went away.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from accordingto.cli.exits import BROKEN_PIPE, FAILED, INTERRUPTED, USAGE, drop_stdout
from accordingto.cli.options import (
    DEFAULT_MAX_SIZE,
    Jobs,
    MaxSize,
    Timeout,
    checked_day,
    checked_words,
    limits,
)
from accordingto.errors import LedgerError
from accordingto.records.statement import Act

if TYPE_CHECKING:
    from accordingto.ledger.base import LedgerStore


class ListFormat(StrEnum):
    """The forms in which lists are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


class ClaimFormat(StrEnum):
    """The forms in which ``claims`` prints."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


class DocumentFormat(StrEnum):
    """The forms in which ``show`` prints a document; the same as those of ``read``."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "md"
    HTML = "html"


Place = Annotated[
    str,
    typer.Option(
        "--ledger",
        "-l",
        metavar="PATH",
        envvar="ACCORDINGTO_LEDGER",
        help="The ledger: a file, or a URL (sqlite:///…).",
    ),
]
Speaker = Annotated[str | None, typer.Option(help="Who says it: words of a name.")]
Outlet = Annotated[str | None, typer.Option(help="Published by: part of the outlet's name.")]
ActName = Annotated[
    str | None, typer.Option("--act", metavar="ACT", help=f"One of {', '.join(get_args(Act))}.")
]
Since = Annotated[
    str | None,
    typer.Option(metavar="DAY", help="Published on this day, month or year, or later."),
]
Until = Annotated[
    str | None,
    typer.Option(metavar="DAY", help="Published on this day, month or year, or earlier."),
]
Listed = Annotated[
    ListFormat,
    typer.Option("--format", "-f", help="table for people; json: one list; jsonl: one a line."),
]

LEDGER = "ledger.db"


def add(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT...", help="What `read` takes: pages, texts, folders, ..."),
    ],
    ledger: Place = LEDGER,
    jobs: Jobs = 1,
    max_size: MaxSize = DEFAULT_MAX_SIZE,
    timeout: Timeout = None,
) -> None:
    """Read news into a ledger. Run it again to go on after a stop: nothing is read twice."""
    with plainly(), opened(ledger, create=True) as store:
        # Loaded here and not above, as this brings in the language engine.
        from accordingto.cli.ledger_add import add_all

        tally = add_all(store, inputs, jobs=jobs, timeout=timeout, limits=limits(max_size))
        typer.echo(f"{tally}: {ledger}")
    if tally.stopped:
        typer.echo("Interrupted. Run the same command again to go on.", err=True)
        raise typer.Exit(INTERRUPTED)
    if tally.failed or not tally.seen:
        raise typer.Exit(FAILED)


def search(
    query: Annotated[
        list[str],
        typer.Argument(
            metavar="QUERY...",
            help="Words that must all be there; '\"in double quotes\"' together; word* for a "
            "beginning.",
        ),
    ],
    ledger: Place = LEDGER,
    speaker: Speaker = None,
    act: ActName = None,
    outlet: Outlet = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="At most so many.")] = 20,
    format: Listed = ListFormat.TABLE,
) -> None:
    """Find words in what was said, then in the rest of the articles."""
    with plainly(), opened(ledger) as store:
        from accordingto.cli.ledger_views import print_hits

        hits = store.search(
            checked_words(query),
            speaker=speaker,
            act=act,
            outlet=outlet,
            since=checked_day(since),
            until=checked_day(until),
            limit=limit,
        )
        print_hits(hits, format.value)


def claims(
    ledger: Place = LEDGER,
    speaker: Speaker = None,
    act: ActName = None,
    outlet: Outlet = None,
    document: Annotated[
        str | None, typer.Option(help="In this document: its id or source, or the beginning.")
    ] = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[
        int | None, typer.Option("--limit", "-n", min=1, help="At most so many; default: all.")
    ] = None,
    offset: Annotated[int, typer.Option(min=0, help="Leave out so many at first.")] = 0,
    format: Annotated[
        ClaimFormat,
        typer.Option(
            "--format",
            "-f",
            help="table for people; json: one list; jsonl: one a line; csv: one a row.",
        ),
    ] = ClaimFormat.TABLE,
) -> None:
    """List who says what, newest first."""
    with plainly(), opened(ledger) as store:
        from accordingto.cli.ledger_views import print_claims

        found = store.claims(
            speaker=speaker,
            act=act,
            outlet=outlet,
            document=document,
            since=checked_day(since),
            until=checked_day(until),
            limit=limit,
            offset=offset,
        )
        print_claims(found, format.value)


def show(
    document: Annotated[
        str, typer.Argument(help="A document's id or source, or the beginning of one.")
    ],
    ledger: Place = LEDGER,
    format: Annotated[
        DocumentFormat, typer.Option("--format", "-f", help="As for `read`.")
    ] = DocumentFormat.TEXT,
) -> None:
    """Print one document of the ledger as `read` printed it."""
    with plainly(), opened(ledger) as store:
        from accordingto.cli.ledger_views import print_document

        print_document(store.document(document), format.value)


def register(app: typer.Typer) -> None:
    """Puts these commands under ``app``."""
    for command in (add, search, show, claims):
        app.command()(command)


@contextmanager
def opened(place: str, *, create: bool = False) -> Iterator["LedgerStore"]:
    from accordingto.ledger.open import open_ledger

    store = open_ledger(place, create=create)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def plainly() -> Iterator[None]:
    """Errors as one line on stderr and an exit code."""
    try:
        yield
    except LedgerError as error:
        from accordingto.exports.visible import visible

        typer.echo(visible(str(error)), err=True)
        raise typer.Exit(USAGE) from None
    except BrokenPipeError:
        drop_stdout()
        raise typer.Exit(BROKEN_PIPE) from None
