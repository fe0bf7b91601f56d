"""The part of the terminal view of a story that shows its figures, claimant by claimant."""

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from accordingto.exports.story_view import StoryView
from accordingto.exports.story_words import (
    bounds_words,
    casualty_rows,
    likely_words,
    range_words,
    told_words,
)
from accordingto.exports.visible import visible
from accordingto.exports.wording import spaced
from accordingto.records.story import StoryToll

_NAMED = 3


def tolls(view: StoryView) -> RenderableType | None:
    """The bounds of the dead and injured, then each harm with its claimants."""
    if not view.tolls:
        return None
    parts: list[RenderableType] = []
    rows = casualty_rows(view.story)
    if rows:
        table = plain_table(("Bound", 1), ("Number", 1), ("Given by", 4))
        for name, amount, by in rows:
            table.add_row(Text(name), Text(amount, style="bold"), Text(visible(by), style="dim"))
        parts += [Padding(table, (0, 0, 1, 2))]
    for toll in view.tolls:
        parts += _toll(toll)
    return Group(*parts)


def _toll(toll: StoryToll) -> list[RenderableType]:
    notes = [*toll.unresolved, *filter(None, [likely_words(toll)])]
    told = [Padding(Text(f"· {visible(n)}", style="italic"), (0, 0, 0, 2)) for n in notes]
    if not toll.claimants:
        return [Text(spaced(toll.what), style="bold"), *told]
    return [_head(toll), Padding(_claimants(toll), (0, 0, 0, 2)), *told]


def _head(toll: StoryToll) -> Text:
    head = Text(f"{spaced(toll.what)}: ", style="bold")
    head.append(range_words(toll.least, toll.most))
    by = bounds_words(toll, _NAMED)
    if by:
        head.append(f"  ({visible(by)})", style="not bold dim")
    return head


def _claimants(toll: StoryToll) -> RenderableType:
    table = plain_table(("Claimant", 2), ("Low–high", 1), ("As told", 3))
    for claimant in toll.claimants:
        told = "; ".join(told_words(claimant))
        table.add_row(
            Text(visible(claimant.name)),
            Text(range_words(claimant.low, claimant.high), style="bold"),
            Text(visible(told), style="dim"),
        )
    return table


def plain_table(*columns: tuple[str, int]) -> Table:
    """A table with a line under its head alone; ``columns`` are names with their share of width."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=True)
    for name, ratio in columns:
        table.add_column(name, ratio=ratio, overflow="fold")
    return table
