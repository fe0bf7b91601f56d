"""The view of a page alone: what each part of it is."""

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from accordingto.cli.terminal import WIDEST, masthead, write
from accordingto.cli.terminal_parts import footer
from accordingto.exports.outline import outline_of
from accordingto.exports.views import NOT_QUITE_SURE
from accordingto.exports.visible import visible
from accordingto.records.article import SPOKEN_ROLES
from accordingto.records.document import Document


def print_page(console: Console, document: Document) -> None:
    """Writes the article's parts with their roles to ``console``."""
    outline = outline_of(document)
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=4, justify="right", style="dim")
    table.add_column(width=11)
    table.add_column(width=4, style="dim")
    table.add_column(ratio=1)
    for segment in document.lines:
        spoken = segment.role in SPOKEN_ROLES
        words = visible(segment.span.of(document.text))
        unsure = f"{segment.score:.2f}" if segment.score < NOT_QUITE_SURE else ""
        table.add_row(
            str(segment.line),
            Text(segment.role, style="cyan" if spoken else "dim"),
            unsure,
            Text(words, style="bold" if segment.role == "headline" else "" if spoken else "dim"),
        )
    parts: list[RenderableType] = [masthead(document), Text(), table, Text()]
    if document.particulars:
        parts += [_chosen(document), Text()]
    view = Group(*parts, footer(outline), Text())
    with console.capture() as capture:
        console.print(view, width=min(console.width, WIDEST), highlight=False)
    write(console, capture.get())


def _chosen(document: Document) -> Table:
    """Why each particular was taken; the values themselves stand in the masthead."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=11)
    table.add_column(ratio=1, style="dim")
    for particular in document.particulars:
        values = {candidate.value for candidate in particular.candidates}
        others = len(values - {particular.value})
        more = f" ({others} other value{'s' if others > 1 else ''} found)" if others else ""
        table.add_row(Text(particular.field), Text(visible(particular.reason) + more))
    return table
