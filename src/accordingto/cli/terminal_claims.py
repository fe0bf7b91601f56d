"""The part of the terminal view that shows each claim in all its wordings."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from accordingto.cli.terminal_parts import barred
from accordingto.exports.views import ClaimGroup, Entry, Outline
from accordingto.exports.visible import visible
from accordingto.exports.wording import told_by

# Of a wording this many characters are shown: the whole stands further up.
_LONGEST = 150


def claims(outline: Outline) -> RenderableType | None:
    """Claims worded more than once, borne out or contested: who makes each in which words, through
    whom it came, who is against it."""
    if not outline.claims:
        return None
    parts: list[RenderableType] = []
    for group in outline.claims:
        if parts:
            parts.append(Text())
        parts.extend(_claim(group))
    return Padding(Group(*parts), (0, 0, 0, 2))


def _claim(group: ClaimGroup) -> list[RenderableType]:
    lines = [line for entry in group.wordings for line in _wording(entry)]
    for sign, style, title, entries in (
        ("✗", "red", "contested by", group.against),
        ("✓", "green", "borne out by", group.support),
    ):
        if entries:
            names = ", ".join(f"{e.number} ({visible(e.voice.name)})" for e in entries)
            lines.append(Text(f"  {sign} {title} {names}", style=style))
    return lines


def _wording(entry: Entry) -> list[RenderableType]:
    head = Text.assemble(
        (f"{entry.number} ", "dim"),
        (visible(entry.voice.name), "bold cyan" if entry.voice.actor else "bold"),
        f" {told_by(entry)}",
    )
    if entry.carriers:
        head.append(f" · through {visible(', '.join(entry.carriers))}", style="dim")
    words = visible(" […] ".join(passage.words for passage in entry.passages))
    if not words:
        return [head]
    short = words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
    quoted = Padding(barred(short, indirect=entry.statement.quote == "indirect"), (0, 0, 0, 2))
    return [head, quoted]
