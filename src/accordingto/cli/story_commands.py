"""The commands on stories: ``stories``, ``story`` and ``rule``."""

from datetime import UTC, datetime

import click

from accordingto.cli import options
from accordingto.cli.ledger_commands import opened, plainly
from accordingto.cli.options import by_ending, checked_day, checked_output
from accordingto.errors import LedgerError

_SAME = {"same": True, "apart": False, "forget": None}


@click.command()
@options.ledger
@options.since
@options.until
@click.option(
    "--least",
    type=click.IntRange(min=1),
    metavar="N",
    default=1,
    help="Of at least so many articles.",
)
@options.most(50)
@options.listed
def stories(
    ledger: str, since: str | None, until: str | None, least: int, limit: int, format: str
) -> None:
    """List stories: articles that tell of one event, the newest first."""
    with plainly(), opened(ledger) as store:
        from accordingto.cli.story_views import print_stories

        found = store.stories(
            since=checked_day(since), until=checked_day(until), least=least, limit=limit
        )
        print_stories(found, format)


@click.command()
@click.argument("story")
@options.ledger
@click.option(
    "--format",
    "-f",
    type=click.Choice(options.STORY_FORMATS),
    help="text for people; html: one page. Default: by the ending of --output, else text.",
)
@click.option("--claim", metavar="TEXT", help="Print only how each article stands to this claim.")
@click.option("--output", "-o", metavar="FILE", help="Write to this file.")
def story(
    story: str, ledger: str, format: str | None, claim: str | None, output: str | None
) -> None:
    """Tell one story: origins, positions, figures, names, times.

    STORY is its id, or a document's id or source, or the beginning of one.
    """
    path = checked_output(output)
    form = format or by_ending(path, options.STORY_FORMATS)
    with plainly(), opened(ledger) as store:
        from accordingto.cli.story_views import print_sides, print_story

        if claim is not None and not claim.strip():
            raise LedgerError('There is no claim. Give one, such as: --claim "The bridge is safe."')
        if claim is not None:
            print_sides(claim, store.story_documents(story), form)
            return
        print_story(store.story(story), store.story_documents(story), form, path)


@click.command()
@click.argument("verdict", type=click.Choice(list(_SAME)))
@click.argument("one")
@click.argument("other")
@options.ledger
@click.option("--note", metavar="TEXT", help="Why, kept with the ruling.")
def rule(verdict: str, one: str, other: str, ledger: str, note: str | None) -> None:
    """Overrule the software: two are one, or are not.

    The two are documents (one story), or actors as DOCUMENT:ACTOR (one party). `forget` takes a
    ruling back.
    """
    with plainly(), opened(ledger) as store:
        day = datetime.now(UTC).date().isoformat()
        click.echo(store.rule(one, other, _SAME[verdict], day=day, note=note))


COMMANDS = (stories, story, rule)
