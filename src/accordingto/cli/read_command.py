"""``accordingto read``: pages and texts in, ledgers out, printed as they are read.

Exit codes: 0 every input was read; 1 at least one could not be read; 2 wrong usage;
130 interrupted; 141 the reader of the output went away.
"""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from accordingto.cli import options
from accordingto.cli.exits import BROKEN_PIPE, FAILED, INTERRUPTED, drop_stdout
from accordingto.cli.options import by_ending, checked_output, limits
from accordingto.cli.startup import begin

if TYPE_CHECKING:
    from accordingto.records.capture import Given


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--format",
    "-f",
    type=click.Choice(options.DOCUMENT_FORMATS),
    help="text for people; json: one object a document, one after the other; jsonl: one a line "
    "(best for many); csv: one statement a row; md; html: one page for all. "
    "Default: by the ending of --output, else text.",
)
@click.option(
    "--only",
    type=click.Choice(["page"]),
    help="page: the article's structure, no statements (fast).",
)
@click.option("--rules", is_flag=True, help="Attribution by rules alone: faster, and finds less.")
@options.jobs
@options.max_size
@options.timeout
@click.option("--output", "-o", metavar="FILE", help="Write here instead of to stdout.")
@click.option("--published", metavar="DATE", help="For one INPUT: its ISO date (2021-02-27).")
@click.option("--outlet", metavar="NAME", help="For one INPUT: who published it.")
@click.option("--language", metavar="CODE", help="For one INPUT: its language (ISO 639-1: en).")
@click.option("--url", metavar="URL", help="For one INPUT: its address.")
def read(
    inputs: tuple[str, ...],
    format: str | None,
    only: str | None,
    rules: bool,
    jobs: int,
    max_size: int,
    timeout: float | None,
    output: str | None,
    published: str | None,
    outlet: str | None,
    language: str | None,
    url: str | None,
) -> None:
    """Read news and print who says what, with the exact words.

    INPUT is a page or text: a file, a folder, a pattern, .jsonl records, each also as .gz; - is
    standard input.
    """
    given = _given(inputs, published, outlet, language, url)
    path = _checked_output(inputs, output)

    begin()
    # Loaded here and not above, as these bring in the language engine.
    from accordingto.cli.reading import Request, run

    request = Request(
        inputs=inputs,
        format=format or by_ending(path, options.DOCUMENT_FORMATS),
        page_only=only == "page",
        rules_only=rules,
        jobs=jobs,
        timeout=timeout,
        limits=limits(max_size),
        output=path,
        given=given,
    )
    try:
        failures = run(request)
    except KeyboardInterrupt:
        click.echo("Interrupted.", err=True)
        raise click.exceptions.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        drop_stdout()
        raise click.exceptions.Exit(BROKEN_PIPE) from None
    if failures:
        raise click.exceptions.Exit(FAILED)


def _given(
    inputs: tuple[str, ...],
    published: str | None,
    outlet: str | None,
    language: str | None,
    url: str | None,
) -> "Given | None":
    if published is None and outlet is None and language is None and url is None:
        return None
    if len(inputs) != 1:
        raise click.BadParameter(
            "--published, --outlet, --language and --url describe one INPUT. "
            "For many, give .jsonl records that have these keys."
        )
    if published is not None:
        _check_date(published)
    if language is not None and not (language.isascii() and language.isalpha()):
        raise click.BadParameter("Give a code such as en, ar or ru.", param_hint="--language")
    if url is not None and not url.lower().startswith(("http://", "https://")):
        raise click.BadParameter("It must begin with http:// or https://.", param_hint="--url")
    from accordingto.records.capture import Given

    return Given(published=published, outlet=outlet, language=language, url=url)


def _check_date(published: str) -> None:
    try:
        datetime.fromisoformat(published)
    except ValueError:
        raise click.BadParameter(
            f"{published!r} is no ISO date. Write it like 2021-02-27 or 2021-02-27T18:30+03:00.",
            param_hint="--published",
        ) from None


def _checked_output(inputs: tuple[str, ...], output: str | None) -> Path | None:
    """Refuses an output that would overwrite an input, or that cannot be written."""
    path = checked_output(output)
    if path is None or not path.exists():
        return path
    for name in inputs:
        given = Path(name)
        if name != "-" and given.exists() and path.samefile(given):
            raise click.BadParameter(f"{path} is also an input.", param_hint="--output")
    return path
