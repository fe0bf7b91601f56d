"""The commands on stories: ``stories``, ``story`` and ``rule``."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

import typer

from accordingto.cli.ledger_commands import (
    LEDGER,
    DocumentFormat,
    Listed,
    ListFormat,
    Place,
    Since,
    Until,
    opened,
    plainly,
)
from accordingto.cli.options import checked_day, checked_output
from accordingto.errors import LedgerError


class Verdict(StrEnum):
    """What a person rules."""

    SAME = "same"
    APART = "apart"
    FORGET = "forget"


_SAME = {Verdict.SAME: True, Verdict.APART: False, Verdict.FORGET: None}


def stories(
    ledger: Place = LEDGER,
    since: Since = None,
    until: Until = None,
    least: Annotated[int, typer.Option("--least", min=1, help="Of at least so many articles.")] = 1,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="At most so many.")] = 50,
    format: Listed = ListFormat.TABLE,
) -> None:
    """List stories: articles that tell of one event, the newest first."""
    with plainly(), opened(ledger) as store:
        from accordingto.cli.story_views import print_stories

        found = store.stories(
            since=checked_day(since), until=checked_day(until), least=least, limit=limit
        )
        print_stories(found, format.value)


def story(
    story: Annotated[
        str, typer.Argument(help="A story's id, or a document's id or source; or the beginning.")
    ],
    ledger: Place = LEDGER,
    format: Annotated[
        DocumentFormat, typer.Option("--format", "-f", help="text for people; html: one page.")
    ] = DocumentFormat.TEXT,
    claim: Annotated[
        str | None, typer.Option(help="Print only how each article stands to this claim.")
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to this file.",
            callback=checked_output,
        ),
    ] = None,
) -> None:
    """Tell one story: origins, who says and denies what, figures, names, times."""
    with plainly(), opened(ledger) as store:
        from accordingto.cli.story_views import print_sides, print_story

        if claim is not None and not claim.strip():
            raise LedgerError('There is no claim. Give one, such as: --claim "The bridge is safe."')
        if claim is not None:
            print_sides(claim, store.story_documents(story), format.value)
            return
        print_story(store.story(story), store.story_documents(story), format.value, output)


def rule(
    verdict: Annotated[Verdict, typer.Argument(help="same, apart, or forget (take it back).")],
    one: Annotated[str, typer.Argument(help="A document, or an actor as DOCUMENT:ACTOR.")],
    other: Annotated[str, typer.Argument(help="Another.")],
    ledger: Place = LEDGER,
    note: Annotated[str | None, typer.Option(help="Why, kept with the ruling.")] = None,
) -> None:
    """Overrule the software: two documents are one story, or two actors one party, or not."""
    with plainly(), opened(ledger) as store:
        day = datetime.now(UTC).date().isoformat()
        typer.echo(store.rule(one, other, _SAME[verdict], day=day, note=note))


def register_stories(app: typer.Typer) -> None:
    """Puts these commands under ``app``."""
    for command in (stories, story, rule):
        app.command()(command)
