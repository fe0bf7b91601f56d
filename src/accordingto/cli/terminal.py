"""The default view: a document's ledger for a person at a terminal.

Everything from the input goes through ``visible`` and into rich ``Text`` objects, never through
markup, so neither escape sequences nor rich tags of an article reach the terminal.
"""

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from accordingto.cli.terminal_claims import claims
from accordingto.cli.terminal_parts import (
    barred,
    disputes,
    doubts,
    figures,
    footer,
    happenings,
    namings,
)
from accordingto.exports.moments import moment
from accordingto.exports.outline import outline_of
from accordingto.exports.views import Entry, Outline, Voice
from accordingto.exports.visible import visible
from accordingto.exports.wording import (
    ACT_WORDS,
    QUOTE_WORDS,
    RELATION_WORDS,
    beside,
    day,
    no_statement,
    plural,
    score_words,
)
from accordingto.records.document import Document
from accordingto.records.statement import Act, RelationKind

# A line longer than this is hard to read, however wide the window.
WIDEST = 110

_STYLES: dict[Act, str] = {
    "deny": "bold red",
    "accuse": "bold magenta",
    "condemn": "bold magenta",
    "threaten": "bold magenta",
    "claim_responsibility": "bold magenta",
    "demand": "bold yellow",
    "question": "bold yellow",
    "promise": "bold green",
    "praise": "bold green",
    "confirm": "bold green",
}

_SIGNS: dict[RelationKind, str] = {
    "denies": "✗",
    "disputes": "≠",
    "supports": "+",
    "repeats": "=",
    "responds": "→",
}


def print_document(console: Console, document: Document) -> None:
    """Writes the ledger of ``document`` to ``console``, at most 110 columns wide."""
    outline = outline_of(document)
    width = min(console.width, WIDEST)
    with console.capture() as capture:
        console.print(_view(outline), width=width, highlight=False)
    write(console, capture.get())


def write(console: Console, rendered: str) -> None:
    """Writes what rich rendered, without the blanks that it fills lines up with."""
    if not console.is_terminal:
        rendered = "\n".join(line.rstrip() for line in rendered.split("\n"))
    console.file.write(rendered)


def _view(outline: Outline) -> RenderableType:
    parts: list[RenderableType] = [masthead(outline.document), Text(), _counts(outline)]
    parts.append(_heading("Who says what"))
    parts.append(_statements(outline) if outline.entries else Text(f"  {no_statement(outline)}"))
    for title, part in (
        ("Denied or disputed", disputes(outline)),
        ("Claims, in all their wordings", claims(outline)),
        ("Figures by claimant", figures(outline)),
        ("Events", happenings(outline)),
        ("Names", namings(outline)),
        ("Unsure", doubts(outline)),
    ):
        if part is not None:
            parts += [_heading(title), part]
    parts += [Text(), footer(outline), Text()]
    return Group(*parts)


def masthead(document: Document) -> RenderableType:
    """Headline, standfirst, outlet, date and where the document is from."""
    parts: list[RenderableType] = [Rule(characters="━", style="dim")]
    parts.append(Text(visible(document.headline or "(no headline)"), style="bold"))
    if document.standfirst:
        parts.append(Text(visible(document.standfirst), style="italic"))
    facts = (
        document.outlet,
        day(document.published),
        ", ".join(document.authors) or None,
        document.genre,
        document.language,
    )
    parts.append(Text(" · ".join(visible(fact) for fact in facts if fact), style="cyan"))
    parts.append(Text(visible(document.url or document.source), style="dim", overflow="fold"))
    return Group(*parts)


def _counts(outline: Outline) -> Text:
    counts = [plural(len(outline.entries), "statement")]
    if outline.entries:
        counts[0] += f" by {plural(len(outline.voices), 'source')}"
    if outline.tallies:
        counts.append(plural(len(outline.tallies), "figure"))
    if outline.disputes:
        counts.append(plural(len(outline.disputes), "denial or dispute", "denials or disputes"))
    return Text(" · ".join(counts))


def _heading(title: str) -> RenderableType:
    return Padding(Rule(Text(title, style="bold"), align="left", style="dim"), (1, 0))


def _statements(outline: Outline) -> RenderableType:
    """In text order; the speaker stands above its statements wherever the speaker changes."""
    parts: list[RenderableType] = []
    speaking: str | None = None
    for entry in outline.entries:
        if entry.voice.key != speaking:
            if speaking is not None:
                parts.append(Text())
            parts.append(speaker(entry.voice))
            speaking = entry.voice.key
        parts.append(_entry(entry, outline))
    return Group(*parts)


def speaker(voice: Voice) -> Text:
    """A speaker's full name with role and body."""
    line = Text(visible(voice.name), style="bold cyan" if voice.actor else "bold")
    for extra in beside(voice):
        line.append(f", {visible(extra)}", style="not bold")
    if voice.unidentified:
        line.append("  (not identified)", style="not bold dim")
    return line


def _entry(entry: Entry, outline: Outline) -> RenderableType:
    statement = entry.statement
    head = Text(ACT_WORDS[statement.act], style=_STYLES.get(statement.act, "bold blue"))
    for detail in _details(entry):
        head.append(f" · {detail}", style="not bold dim")
    body: list[RenderableType] = [head]
    if entry.passages:
        body.append(_words(entry))
    body += [Padding(line, (0, 0, 0, 2)) for line in _ties(entry, outline)]
    row = Table.grid(padding=(0, 2, 0, 0), expand=True)
    row.add_column(width=4, justify="right", style="dim")
    row.add_column(ratio=1)
    row.add_row(str(entry.number), Group(*body))
    return row


def _details(entry: Entry) -> list[str]:
    details = [f"cue “{visible(entry.cue)}”"] if entry.cue else []
    details.append(QUOTE_WORDS[entry.statement.quote])
    if entry.hedged:
        details.append(visible(entry.hedged))
    if entry.statement.when:
        details.append(visible(moment(entry.statement.when)))
    if entry.addressee:
        details.append(f"to {visible(entry.addressee)}")
    if entry.together:
        details.append(f"together with {visible(', '.join(entry.together))}")
    if entry.statement.holder_text and entry.statement.source:
        details.append(f"through {visible(entry.statement.holder_text)}")
    if score := score_words(entry.statement):
        details.append(score)
    return details


def _words(entry: Entry) -> RenderableType:
    """The words of the text; a solid bar where they are quoted, a broken one where indirect."""
    words = visible(" […] ".join(passage.words for passage in entry.passages))
    return barred(words, indirect=entry.statement.quote == "indirect")


def _ties(entry: Entry, outline: Outline) -> list[Text]:
    """Who passed the statement on, what it stands inside, and its relations to others."""
    ties = []
    around = outline.entry(entry.inside).voice.name if entry.inside else None
    carriers = [name for name in entry.carriers if name != around]
    if carriers:
        ties.append(Text(f"← passed on by {visible(', then '.join(carriers))}", style="cyan"))
    if entry.inside is not None:
        others = _numbered([entry.inside], entry, outline)
        ties.append(Text(f"↳ inside {others}", style="cyan"))
    for kind, outgoing in dict.fromkeys((link.kind, link.outgoing) for link in entry.links):
        numbers = [
            link.number for link in entry.links if (link.kind, link.outgoing) == (kind, outgoing)
        ]
        words = RELATION_WORDS[kind][0 if outgoing else 1]
        others = _numbered(numbers, entry, outline)
        style = "red" if kind in ("denies", "disputes") else "dim"
        ties.append(Text(f"{_SIGNS[kind]} {words} {others}", style=style))
    return ties


def _numbered(numbers: list[int], entry: Entry, outline: Outline) -> str:
    """Numbers of other statements, each speaker's together: ``4, 5 (Kirby); 9 (Austin)``."""
    groups: dict[str, list[int]] = {}
    for number in numbers:
        groups.setdefault(outline.entry(number).voice.key, []).append(number)
    named = []
    for key, members in groups.items():
        name = outline.entry(members[0]).voice.name
        who = "the same speaker" if key == entry.voice.key else visible(name)
        named.append(f"{', '.join(map(str, members))} ({who})")
    return "; ".join(named)
