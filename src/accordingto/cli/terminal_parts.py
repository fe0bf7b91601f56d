"""The parts of the terminal view beside the statements: denials, figures, names, doubts."""

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from accordingto.exports.naming import OUTLET
from accordingto.exports.views import Calling, Dispute, Doubt, Entry, Naming, Outline, Tally
from accordingto.exports.visible import visible
from accordingto.exports.wording import (
    amount,
    called_more,
    counted,
    numbered,
    plural,
    roles,
    spaced,
    told_by,
    tolls_words,
    worded,
)

_NOTHING = Text()


class _Barred:
    """Text with a bar down its left side, however many lines it takes."""

    def __init__(self, words: Text, bar: str) -> None:
        self.words = words
        self.bar = bar

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in self.words.wrap(console, max(options.max_width - 2, 1)):
            yield Text.assemble((f"{self.bar} ", "dim"), line)


def barred(words: str, *, indirect: bool = False, style: str = "") -> RenderableType:
    """Words of the text, already ``visible``: a solid bar beside a quotation, a broken one and
    slanted letters where they are indirect."""
    return _Barred(Text(words, style="italic" if indirect else style), "┊" if indirect else "┃")


def disputes(outline: Outline) -> RenderableType | None:
    """Each denial beside what it denies, both in the words of the text."""
    if not outline.disputes:
        return None
    table = Table.grid(padding=(0, 3, 0, 0), expand=True)
    table.add_column(ratio=1)
    table.add_column(ratio=1)
    above: Dispute | None = None
    for dispute in outline.disputes:
        left = _side(dispute.entry)
        if above is not None:
            table.add_row()
            if above.entry.number == dispute.entry.number:
                left = Text(f"{dispute.entry.number}, as above", style="dim")
        table.add_row(left, _denied(dispute))
        above = dispute
    return _indented(table)


def _denied(dispute: Dispute) -> RenderableType:
    if dispute.target is None:
        return Text("Who claims it, the text does not say.", style="dim")
    sign = "✗" if dispute.kind == "denies" else "≠"
    return _side(dispute.target, Text(f"{sign} {dispute.kind}: ", style="bold red"))


def _side(entry: Entry, before: Text = _NOTHING) -> RenderableType:
    head = Text.assemble(
        before,
        (f"{entry.number} ", "dim"),
        (visible(entry.voice.name), "bold cyan" if entry.voice.actor else "bold"),
        (f" {told_by(entry)}", "bold red" if entry.statement.act == "deny" else "bold"),
    )
    words = visible(" […] ".join(passage.words for passage in entry.passages))
    return Group(head, barred(words, indirect=entry.statement.quote == "indirect"))


def figures(outline: Outline) -> RenderableType | None:
    """A table: claimant, what is counted, the figure in the text's words, its bounds."""
    told = tolls_words(outline.document.tolls)
    whole = _indented(Text(told, style="italic")) if told else None
    if not outline.tallies:
        return whole
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, show_edge=False)
    table.add_column("Claimant", ratio=3, overflow="fold")
    table.add_column("What", ratio=2, overflow="fold")
    table.add_column("In the text", ratio=5, overflow="fold")
    table.add_column("Low–high", justify="right", no_wrap=True)
    table.add_column("No.", justify="right", style="dim", no_wrap=True)
    above: str | None = None
    for tally in outline.tallies:
        claimant = _claimant(tally, outline.document.outlet)
        table.add_row(
            Text("" if claimant == above else claimant, style="cyan"),
            visible(counted(tally.figure)),
            _in_place(tally),
            amount(tally.figure),
            str(tally.entry.number) if tally.entry else "",
        )
        above = claimant
    shown = _indented(table)
    return Group(shown, whole) if whole else shown


def _claimant(tally: Tally, outlet: str | None) -> str:
    if tally.entry is None:
        return visible(f"{outlet or 'the outlet'} (own voice)")
    through = f", through {', '.join(tally.entry.carriers)}" if tally.entry.carriers else ""
    return visible(tally.entry.voice.name + through)


def _in_place(tally: Tally) -> Text:
    """The figure's words in bold, among the words beside it."""
    before, after = visible(tally.before), visible(tally.after)
    return Text.assemble(
        (before + (" " if tally.before[-1:].isspace() else ""), "dim"),
        (visible(tally.words), "bold"),
        ((" " if tally.after[:1].isspace() else "") + after, "dim"),
    )


def happenings(outline: Outline) -> RenderableType | None:
    """Each event with its wordings, what is known of it and who tells it; the main one in bold."""
    if not outline.happenings:
        return None
    lines = [
        Text.assemble(
            (visible(worded(one.wordings)), "bold" if one.event.main else ""),
            (f"  {visible(' · '.join(one.facts))}", "dim"),
        )
        for one in outline.happenings
    ]
    return _indented(Group(*lines))


def namings(outline: Outline) -> RenderableType | None:
    """What each actor is called, and which labels it is given by whom."""
    if not outline.namings:
        return None
    lines: list[RenderableType] = [line for n in outline.namings for line in _naming(n)]
    if outline.named_once:
        rest = plural(outline.named_once, "more actor is", "more actors are")
        lines.append(Text(f"{rest} called by one name only.", style="dim"))
    return _indented(Group(*lines))


def _naming(naming: Naming) -> list[RenderableType]:
    line = Text(visible(naming.actor.name), style="bold")
    line.append(f" ({spaced(naming.actor.kind)})", style="not bold dim")
    return [line, *(_indented(_calling(calling)) for calling in naming.callings)]


def _calling(calling: Calling) -> Text:
    line = Text(f"{visible(calling.voice)}: ", style="cyan" if calling.voice != OUTLET else "")
    for at, called in enumerate(calling.called):
        line.append(", " if at else "", style="default")
        line.append(f"“{visible(called.words)}”", style="yellow" if called.label else "default")
        line.append(called_more(called), style="dim")
    return line


def doubts(outline: Outline) -> RenderableType | None:
    """What was unsure, with the statement's number or the words concerned."""
    if not outline.doubts:
        return None
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=1)
    table.add_column(ratio=1)
    for doubt in outline.doubts:
        table.add_row("?", _doubt(doubt))
    return _indented(table)


def _doubt(doubt: Doubt) -> Text:
    line = Text(f"{numbered(doubt.numbers)}  " if doubt.numbers else "", style="bold")
    line.append(visible(doubt.message), style="not bold")
    if doubt.words:
        line.append(f" “{visible(doubt.words)}”", style="not bold italic")
    return line


def footer(outline: Outline) -> RenderableType:
    """How much of the page was read and how much was set aside, by role."""
    lines = outline.document.lines
    total = sum(count for _, count in outline.aside)
    text = f"Read {len(lines) - total} of {plural(len(lines), 'part')} of the page."
    if total:
        text += f" Set aside as not the article's own words: {roles(outline.aside)}."
    return Text(text, style="dim")


def _indented(part: RenderableType) -> RenderableType:
    return Padding(part, (0, 0, 0, 2))
