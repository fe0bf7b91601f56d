"""The commands that keep and look up: ``add``, ``search``, ``show`` and ``claims``.

Exit codes: 0 done; 1 at least one input could not be read or kept (``add``; the rest was);
2 wrong usage, an unusable ledger, or something that the ledger has not; 130 interrupted;
141 the reader of the output went away.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from accordingto.cli import options
from accordingto.cli.exits import BROKEN_PIPE, FAILED, INTERRUPTED, USAGE, drop_stdout
from accordingto.cli.options import checked_day, checked_words, limits
from accordingto.cli.startup import begin
from accordingto.errors import LedgerError

if TYPE_CHECKING:
    from accordingto.ledger.base import LedgerStore


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@options.ledger
@options.jobs
@options.max_size
@options.timeout
def add(
    inputs: tuple[str, ...], ledger: str, jobs: int, max_size: int, timeout: float | None
) -> None:
    """Read news into a ledger.

    Run it again to go on after a stop: nothing is read twice. INPUT is what `read` takes: pages,
    texts, folders, …
    """
    with plainly(), opened(ledger, create=True) as store:
        begin()
        # Loaded here and not above, as this brings in the language engine.
        from accordingto.cli.ledger_add import add_all

        tally = add_all(store, inputs, jobs=jobs, timeout=timeout, limits=limits(max_size))
        click.echo(f"{tally}: {ledger}")
    if tally.stopped:
        click.echo("Interrupted. Run the same command again to go on.", err=True)
        raise click.exceptions.Exit(INTERRUPTED)
    if tally.failed or not tally.seen:
        raise click.exceptions.Exit(FAILED)


@click.command()
@click.argument("query", nargs=-1, required=True, metavar="QUERY...")
@options.ledger
@options.speaker
@options.act
@options.outlet
@options.since
@options.until
@options.most(20)
@options.listed
def search(
    query: tuple[str, ...],
    ledger: str,
    speaker: str | None,
    act: str | None,
    outlet: str | None,
    since: str | None,
    until: str | None,
    limit: int,
    format: str,
) -> None:
    """Find words in what was said, then in the rest of the articles.

    QUERY are words that must all be there; '"in double quotes"' together; word* is any word that
    begins so.
    """
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
        print_hits(hits, format)


@click.command()
@options.ledger
@options.speaker
@options.act
@options.outlet
@click.option(
    "--document",
    metavar="DOCUMENT",
    help="In this document: its id or source, or the beginning of one.",
)
@options.since
@options.until
@options.most(None, "At most so many; default: all.")
@click.option(
    "--offset",
    type=click.IntRange(min=0),
    metavar="N",
    default=0,
    help="Leave out so many at first.",
)
@click.option(
    "--format",
    "-f",
    type=click.Choice(options.CLAIM_FORMATS),
    default="table",
    help="table for people; json: one list; jsonl: one a line; csv: one a row.",
)
def claims(
    ledger: str,
    speaker: str | None,
    act: str | None,
    outlet: str | None,
    document: str | None,
    since: str | None,
    until: str | None,
    limit: int | None,
    offset: int,
    format: str,
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
        print_claims(found, format)


@click.command()
@click.argument("document")
@options.ledger
@click.option(
    "--format",
    "-f",
    type=click.Choice(options.DOCUMENT_FORMATS),
    default="text",
    help="As for `read`.",
)
def show(document: str, ledger: str, format: str) -> None:
    """Print one document of the ledger as `read` printed it.

    DOCUMENT is its id or its source, or the beginning of one.
    """
    with plainly(), opened(ledger) as store:
        from accordingto.cli.ledger_views import print_document

        print_document(store.document(document), format)


COMMANDS = (add, search, claims, show)


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

        click.echo(visible(str(error)), err=True)
        raise click.exceptions.Exit(USAGE) from None
    except BrokenPipeError:
        drop_stdout()
        raise click.exceptions.Exit(BROKEN_PIPE) from None
