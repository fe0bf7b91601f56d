"""``accordingto read``: pages and texts in, ledgers out, printed as they are read.

Exit codes: 0 every input was read; 1 at least one could not be read; 2 wrong usage;
130 interrupted; 141 the reader of the output went away.
"""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from accordingto.cli.exits import BROKEN_PIPE, FAILED, INTERRUPTED, drop_stdout
from accordingto.cli.options import (
    DEFAULT_MAX_SIZE,
    Jobs,
    MaxSize,
    Timeout,
    checked_output,
    limits,
)

if TYPE_CHECKING:
    from accordingto.records.capture import Given


class Format(StrEnum):
    """The forms in which ``read`` prints."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "md"
    HTML = "html"


class Part(StrEnum):
    """What ``--only`` takes."""

    PAGE = "page"


_SUFFIXES = {
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".md": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
}


def read(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT",
            help="Pages and texts: files, folders, patterns, .jsonl records, each also as .gz; "
            "- for standard input.",
        ),
    ],
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            help="text for people; json: one object a document, one after the other; jsonl: one "
            "a line (best for many); csv: one statement a row; md; html: one page for all. "
            "Default: by the ending of --output, else text.",
        ),
    ] = None,
    only: Annotated[
        Part | None,
        typer.Option("--only", help="page: the article's structure, no statements (fast)."),
    ] = None,
    rules: Annotated[
        bool,
        typer.Option("--rules", help="Attribution by rules alone: faster, and finds less."),
    ] = False,
    jobs: Jobs = 1,
    max_size: MaxSize = DEFAULT_MAX_SIZE,
    timeout: Timeout = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write here instead of to stdout.")
    ] = None,
    published: Annotated[
        str | None, typer.Option(help="For one INPUT: its ISO date (2021-02-27).")
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="For one INPUT: who published it.")] = None,
    language: Annotated[
        str | None, typer.Option(help="For one INPUT: its language (ISO 639-1: en).")
    ] = None,
    url: Annotated[str | None, typer.Option(help="For one INPUT: its address.")] = None,
) -> None:
    """Read news and print who says what, with the exact words."""
    given = _given(inputs, published, outlet, language, url)
    if output is not None:
        _check_output(inputs, output)
    form = format or (_SUFFIXES.get(output.suffix.lower()) if output else None) or Format.TEXT

    # Loaded here and not above, as these bring in the language engine.
    from accordingto.cli.reading import Request, run

    request = Request(
        inputs=tuple(inputs),
        format=form.value,
        page_only=only is Part.PAGE,
        rules_only=rules,
        jobs=jobs,
        timeout=timeout,
        limits=limits(max_size),
        output=output,
        given=given,
    )
    try:
        failures = run(request)
    except KeyboardInterrupt:
        typer.echo("Interrupted.", err=True)
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        drop_stdout()
        raise typer.Exit(BROKEN_PIPE) from None
    if failures:
        raise typer.Exit(FAILED)


def _given(
    inputs: list[str],
    published: str | None,
    outlet: str | None,
    language: str | None,
    url: str | None,
) -> "Given | None":
    if published is None and outlet is None and language is None and url is None:
        return None
    if len(inputs) != 1:
        raise typer.BadParameter(
            "--published, --outlet, --language and --url describe one INPUT. "
            "For many, give .jsonl records that have these keys."
        )
    if published is not None:
        _check_date(published)
    if language is not None and not (language.isascii() and language.isalpha()):
        raise typer.BadParameter("Give a code such as en, ar or ru.", param_hint="--language")
    if url is not None and not url.lower().startswith(("http://", "https://")):
        raise typer.BadParameter("It must begin with http:// or https://.", param_hint="--url")
    from accordingto.records.capture import Given

    return Given(published=published, outlet=outlet, language=language, url=url)


def _check_date(published: str) -> None:
    try:
        datetime.fromisoformat(published)
    except ValueError:
        raise typer.BadParameter(
            f"{published!r} is no ISO date. Write it like 2021-02-27 or 2021-02-27T18:30+03:00.",
            param_hint="--published",
        ) from None


def _check_output(inputs: list[str], output: Path) -> None:
    """Refuses an output that would overwrite an input, or that cannot be written."""
    checked_output(str(output))
    if not output.exists():
        return
    for name in inputs:
        path = Path(name)
        if name != "-" and path.exists() and output.samefile(path):
            raise typer.BadParameter(f"{output} is also an input.", param_hint="--output")
