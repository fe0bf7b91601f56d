"""What the story commands print."""

import io
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from accordingto.cli.terminal import write
from accordingto.cli.terminal_story import story_text
from accordingto.exports.story_html import render_story_html
from accordingto.exports.story_markdown import render_story_markdown
from accordingto.exports.story_view import outlet_names, view_of
from accordingto.exports.visible import visible
from accordingto.ledger.results import StoryLine
from accordingto.records.article import SPOKEN_ROLES
from accordingto.records.document import Document
from accordingto.records.story import Story
from accordingto.stories.stance import body_of, stance

_WIDTH = 110


def print_stories(stories: Sequence[StoryLine], format: str) -> None:
    """Prints a list of stories."""
    if format == "json":
        _out(msgspec.json.encode(stories) + b"\n")
    elif format == "jsonl":
        _out(b"".join(msgspec.json.encode(line) + b"\n" for line in stories))
    elif not stories:
        print("No story fits.", file=sys.stderr)
    else:
        _out(_table(stories))


def _table(stories: Sequence[StoryLine]) -> bytes:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=True)
    table.add_column("Story", width=14, no_wrap=True, style="dim")
    table.add_column("Days", width=21)
    table.add_column("Articles", justify="right", width=8)
    table.add_column("What it is about", ratio=1, overflow="fold")
    for line in stories:
        first, last = (line.first or "")[:10], (line.last or "")[:10]
        days = first if first == last else f"{first}–{last}"
        about = Text(visible(line.title), style="bold")
        about.append(f"\n{visible(', '.join(line.outlets))}", style="not bold dim")
        table.add_row(line.id, days, f"{line.articles:,}", about)
    return _rendered(table)


def print_story(
    story: Story, documents: Sequence[Document], format: str, output: Path | None
) -> None:
    """Prints one story, or writes it to a file."""
    made = _made(story, documents, format, to_file=output is not None)
    if output is None:
        _out(made)
    else:
        output.write_bytes(made)


def print_sides(claim: str, documents: Sequence[Document], format: str) -> None:
    """Prints how each article of a story stands to a claim; JSON where that is asked for."""
    found = [(document, stance(claim, body_of(_prose(document)))) for document in documents]
    if format in ("json", "jsonl"):
        lines = [
            {"document": d.id, "outlet": d.outlet, "side": s.side, "score": s.score}
            for d, s in found
        ]
        _out(msgspec.json.encode(lines) + b"\n")
        return
    names = outlet_names(documents)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=True)
    for name in ("Side", "Score", "Article"):
        table.add_column(name, ratio=6 if name == "Article" else 1, overflow="fold")
    for document, told in found:
        about = f"{names[document.id]}: {document.headline or document.id}"
        style = {"agree": "bold green", "disagree": "bold red"}.get(told.side, "dim")
        table.add_row(Text(told.side, style=style), f"{told.score:.2f}", Text(visible(about)))
    _out(_rendered(table))


def _prose(document: Document) -> str:
    spoken = [line.span.of(document.text) for line in document.lines if line.role in SPOKEN_ROLES]
    return "\n".join(spoken)


def _made(story: Story, documents: Sequence[Document], format: str, *, to_file: bool) -> bytes:
    if format == "json":
        return msgspec.json.format(msgspec.json.encode(story), indent=2) + b"\n"
    if format == "jsonl":
        return msgspec.json.encode(story) + b"\n"
    view = view_of(story, documents)
    if format == "md":
        return render_story_markdown(view).encode()
    if format == "html":
        return render_story_html(view).encode()
    return _rendered(story_text(view), to_file=to_file)


def _rendered(what: object, *, to_file: bool = False) -> bytes:
    terminal = sys.stdout.isatty() and not to_file
    buffer = io.StringIO()
    console = Console(
        file=buffer,
        force_terminal=terminal,
        width=None if terminal else _WIDTH,
        markup=False,
        highlight=False,
        emoji=False,
    )
    with console.capture() as capture:
        console.print(what)
    write(console, capture.get())
    return buffer.getvalue().encode("utf-8", "backslashreplace")


def _out(data: bytes) -> None:
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
