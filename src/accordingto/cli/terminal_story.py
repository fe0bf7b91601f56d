"""The terminal view of a story."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from accordingto.cli.terminal_parts import barred
from accordingto.cli.terminal_tolls import plain_table, tolls
from accordingto.exports.passages import as_claim
from accordingto.exports.story_digest import Side, namings, oppositions, outlets_of
from accordingto.exports.story_view import StoryView, alone, origin_words, voice_words
from accordingto.exports.story_words import moment_title, moment_words
from accordingto.exports.visible import visible
from accordingto.exports.wording import day, plural
from accordingto.records.story import Claim, Moment

_CLAIMS = 12
_LINKS = 12
_NAMES = 15
_STYLES = {"denies": "bold red", "doubts": "yellow"}


def story_text(view: StoryView) -> RenderableType:
    """A story for a person at a terminal: origins, claims, figures, names, times."""
    story = view.story
    parts: list[RenderableType] = [
        Rule(characters="━", style="dim"),
        Text(visible(story.title), style="bold"),
        Text(_days(view), style="cyan"),
        *(Text(visible(sentence), style="bold") for sentence in story.sentences),
        Text(f"Story {story.id}", style="dim"),
    ]
    for title, part in (
        ("Articles and origins", _articles(view)),
        ("Who says what, and who denies it", _claims(view)),
        ("Told by some only", _dropped(view)),
        ("Figures by claimant", tolls(view)),
        ("Conflicts and updates between articles", _conflicts(view)),
        ("Who is called what", _naming(view)),
        ("Timeline", _timeline(view)),
    ):
        if part is not None:
            parts += [Padding(Rule(Text(title, style="bold"), align="left", style="dim"), (1, 0))]
            parts.append(part)
    return Group(*parts)


def _days(view: StoryView) -> str:
    first, last = day(view.story.first), day(view.story.last)
    days = first if first == last else f"{first} to {last}"
    return f"{plural(len(view.documents), 'article')} · {days or 'no day known'}"


def _articles(view: StoryView) -> RenderableType:
    parts: list[RenderableType] = []
    members = {member.document: member for member in view.story.members}
    for origin in view.story.origins:
        head = Text(visible(origin.name), style="bold cyan")
        if not alone(view, origin):
            head.append(f"  {voice_words(origin)}", style="dim")
        parts.append(head)
        for document in origin.documents:
            member = members[document]
            outlet = None if alone(view, origin) else view.outlet(document)
            told = (outlet, day(member.published), document)
            line = " · ".join(visible(part) for part in told if part)
            parts.append(Padding(Text(line, style="dim"), (0, 0, 0, 2)))
            parts.append(Padding(Text(visible(member.headline or "")), (0, 0, 0, 4)))
        for reason in origin.reasons:
            if len(origin.documents) > 1:
                parts.append(Padding(Text(f"· {visible(reason)}", style="italic"), (0, 0, 0, 2)))
    for copy in view.story.copies:
        figures = [c for c in copy.changes if c.kind == "figure" and c.was and c.now]
        for change in figures[:3]:
            was, now = change.was, change.now
            if was and now:
                said = (
                    f"≠ {view.outlet(copy.document)} prints “{visible(now.words)}” where "
                    f"{view.outlet(copy.original)} has “{visible(was.words)}”"
                )
                parts.append(Text(said, style="yellow"))
    return Group(*parts)


def _claims(view: StoryView) -> RenderableType | None:
    rows = view.positions.rows[:_CLAIMS]
    if not rows:
        return None
    parts: list[RenderableType] = []
    for claim, _ in rows:
        parts.append(barred(visible(as_claim(claim.words)), style="bold"))
        parts.append(Padding(Text(_summary(claim), style="dim"), (0, 0, 0, 2)))
        parts += [Padding(_voices(view, claim), (0, 0, 0, 2)), Text()]
    more = len(view.positions.rows) + view.positions.more_rows - len(rows)
    if more > 0:
        rest = f"… and {plural(more, 'more claim')} (see --format html or json)"
        parts.append(Text(rest, style="dim"))
    else:
        parts.pop()
    return Group(*parts)


def _summary(claim: Claim) -> str:
    articles = len({v.ref.document for v in claim.voicings})
    words = f"{plural(articles, 'article')}, {origin_words(claim)}"
    return f"contested · {words}" if claim.contested else words


def _voices(view: StoryView, claim: Claim) -> RenderableType:
    """A line for each who says, doubts or denies a claim, with the outlets that tell so."""
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=len("denies"))
    table.add_column(ratio=1)
    for stand in ("says", "doubts", "denies"):
        outlets: dict[str, dict[str, None]] = {}
        for voicing in claim.voicings:
            if voicing.stand == stand:
                outlet = visible(view.outlet(voicing.ref.document))
                outlets.setdefault(visible(voicing.name), {})[outlet] = None
        for at, (name, told) in enumerate(outlets.items()):
            line = Text(name).append(f" (in {', '.join(told)})", style="dim")
            table.add_row(Text("" if at else stand, style=_STYLES.get(stand, "bold blue")), line)
    return table


def _dropped(view: StoryView) -> RenderableType | None:
    """Claims that most articles carry and some leave out."""
    rows = []
    for claim, cells in view.carried.rows:
        silent = [view.carried.heads[at] for at, cell in enumerate(cells) if not cell.voicings]
        if claim.origins and silent and 2 * len(silent) <= len(cells):
            rows.append((claim, silent))
    if not rows:
        return None
    table = plain_table(("Claim", 3), ("Missing in", 2))
    for claim, silent in rows[:_CLAIMS]:
        table.add_row(
            Text(visible(as_claim(claim.words))), Text(visible(", ".join(silent)), style="yellow")
        )
    return table


def _conflicts(view: StoryView) -> RenderableType | None:
    found = oppositions(view.story)
    if not found:
        return None
    table = plain_table(("One side", 3), ("", 1), ("The other", 3))
    for opposed in found[:_LINKS]:
        style = "bold red" if opposed.kind == "conflicts" else "yellow"
        table.add_row(
            _side(view, opposed.a), Text(opposed.kind, style=style), _side(view, opposed.b)
        )
        if opposed.reasons:
            table.add_row("", "", Text(visible("; ".join(opposed.reasons)), style="dim"))
    more = len(found) - _LINKS
    if more > 0:
        table.add_row(Text(f"… and {more:,} more (see --format html or json)", style="dim"), "", "")
    return table


def _side(view: StoryView, side: Side) -> Text:
    where = outlets_of(side.documents, view.outlets)
    who = f"{side.teller} (in {where})" if side.name else where
    said = Text(visible(who), style="bold")
    return said.append(f"\n{visible(view.words(side.ref))}", style="not bold default")


def _naming(view: StoryView) -> RenderableType | None:
    found = namings(view.story)
    if not found:
        return None
    table = plain_table(("Party", 2), ("Outlet", 2), ("In its own voice", 3), ("In quotations", 3))
    for party, rows in found[:_NAMES]:
        for at, names in enumerate(rows):
            quoted = "; ".join(f"{ref.words} ({who})" for who, ref in names.quoted[:4])
            table.add_row(
                Text(visible(party) if at == 0 else "", style="bold"),
                Text(visible(", ".join(names.outlets))),
                Text(visible(", ".join(ref.words for ref in names.own[:5]))),
                Text(visible(quoted), style="dim"),
            )
    more = len(found) - _NAMES
    if more > 0:
        rest = f"… and {plural(more, 'more party', 'more parties')} (see --format html or json)"
        table.add_row(Text(rest, style="dim"), "", "", "")
    return table


def _is_denial(moment: Moment) -> bool:
    return moment.kind == "claim" and moment.what.endswith(" denies")


def _timeline(view: StoryView) -> RenderableType | None:
    if not view.story.moments:
        return None
    table = plain_table(("When", 1), ("What", 4))
    for moment in view.story.moments:
        what = moment_title(moment)
        said = Text(visible(what), style="bold red" if _is_denial(moment) else "bold")
        said.append(f": {visible(view.words(moment.ref))}", style="not bold default")
        table.add_row(Text(moment_words(moment.when), style="cyan"), said)
    return table
