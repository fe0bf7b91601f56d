"""A document's ledger as Markdown, made to be read on a code host (GitHub-flavoured tables)."""

import re
from collections.abc import Iterable

from accordingto.exports.moments import moment
from accordingto.exports.outline import outline_of
from accordingto.exports.views import (
    Dispute,
    Entry,
    Happening,
    Naming,
    Outline,
    Tally,
    Voice,
)
from accordingto.exports.visible import visible
from accordingto.exports.wording import (
    ACT_WORDS,
    QUOTE_WORDS,
    RELATION_WORDS,
    amount,
    beside,
    called_more,
    counted,
    day,
    no_statement,
    numbered,
    plural,
    roles,
    score_words,
    spaced,
    told_by,
    tolls_words,
    worded,
)
from accordingto.records.document import Document

# The marks that mean something anywhere in a line (a colon only as in :emoji: and http://),
# and those that do so at its start.
_MARKS = re.compile(r"[\\`*_{}\[\]<>|~$&#]|:(?=[\w/+-])")
_START = re.compile(r"^(?:[-+=]|\d+(?=[.)]))")


def render_markdown(document: Document) -> str:
    """The ledger of ``document``: statements in text order, denials, figures, names, doubts.

    All words of the input are escaped, so that they are shown as they are.
    """
    outline = outline_of(document)
    blocks = [*_masthead(outline), "## Who says what", *_statements(outline)]
    for title, lines in (
        ("Denied or disputed", _disputes(outline.disputes)),
        ("Claims, in all their wordings", _claims(outline)),
        ("Figures by claimant", _figures(outline)),
        ("Events", _happenings(outline.happenings)),
        ("Names", _namings(outline.namings)),
        ("Unsure", _doubts(outline)),
    ):
        if lines:
            blocks += [f"## {title}", "\n".join(lines)]
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """``text`` on one line with every mark that Markdown could read as its own escaped."""
    marked = _MARKS.sub(r"\\\g<0>", visible(text))
    return _START.sub(lambda found: _escaped_start(found[0]), marked)


def _escaped_start(mark: str) -> str:
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"


def _masthead(outline: Outline) -> list[str]:
    document = outline.document
    blocks = [f"# {escaped(document.headline or '(no headline)')}"]
    if document.standfirst:
        blocks.append(f"*{escaped(document.standfirst)}*")
    facts = [document.outlet, day(document.published), ", ".join(document.authors)]
    facts += [document.genre, document.language]
    blocks.append(" · ".join(escaped(fact) for fact in facts if fact))
    blocks.append(f"Read from {escaped(document.url or document.source)}.")
    counts = plural(len(outline.entries), "statement")
    if outline.voices:
        counts += f" by {plural(len(outline.voices), 'source')}"
    blocks.append(f"{counts}. Set aside: {roles(outline.aside) or 'nothing'}.")
    return [block for block in blocks if block]


def _statements(outline: Outline) -> Iterable[str]:
    if not outline.entries:
        yield no_statement(outline)
    speaking: str | None = None
    for entry in outline.entries:
        if entry.voice.key != speaking:
            yield f"### {_speaker(entry.voice)}"
            speaking = entry.voice.key
        yield _entry(entry, outline)


def _speaker(voice: Voice) -> str:
    line = escaped(", ".join((voice.name, *beside(voice))))
    return f"{line} (not identified)" if voice.unidentified else line


def _entry(entry: Entry, outline: Outline) -> str:
    statement = entry.statement
    facts = [f"**{entry.number}** · **{ACT_WORDS[statement.act]}**"]
    if entry.cue:
        facts.append(f"cue “{escaped(entry.cue)}”")
    facts.append(QUOTE_WORDS[statement.quote])
    if entry.hedged:
        facts.append(escaped(entry.hedged))
    if statement.when:
        facts.append(escaped(moment(statement.when)))
    if entry.together:
        facts.append(f"together with {escaped(', '.join(entry.together))}")
    if entry.carriers:
        facts.append(f"passed on by {escaped(', then '.join(entry.carriers))}")
    if entry.inside:
        facts.append(f"inside {entry.inside} ({escaped(outline.entry(entry.inside).voice.name)})")
    for link in entry.links:
        facts.append(f"{RELATION_WORDS[link.kind][0 if link.outgoing else 1]} {link.number}")
    if score := score_words(statement):
        facts.append(score)
    return "\n\n".join([" · ".join(facts), f"> {_words(entry)}"])


def _words(entry: Entry) -> str:
    words = escaped(" […] ".join(passage.words for passage in entry.passages)) or "—"
    return f"*{words}*" if entry.statement.quote == "indirect" else words


def _claims(outline: Outline) -> list[str]:
    lines = []
    for group in outline.claims:
        said = "; ".join(_named(entry) for entry in group.wordings)
        line = f"- {said}"
        if group.against:
            line += f" — contested by {', '.join(map(_named, group.against))}"
        if group.support:
            line += f" — borne out by {', '.join(map(_named, group.support))}"
        lines.append(line)
    return lines


def _named(entry: Entry) -> str:
    through = f" through {escaped(', '.join(entry.carriers))}" if entry.carriers else ""
    return f"{entry.number} {escaped(entry.voice.name)}{through}"


def _disputes(disputes: tuple[Dispute, ...]) -> list[str]:
    if not disputes:
        return []
    rows = ["| who | in these words | against whom | in these words |"]
    rows.append("| --- | --- | --- | --- |")
    for dispute in disputes:
        entry, target = dispute.entry, dispute.target
        left = f"{_teller(entry)} | {_words(entry)}"
        right = "— | the text does not say who claims it"
        if target is not None:
            right = f"*{dispute.kind}:* {_teller(target)} | {_words(target)}"
        rows.append(f"| {left} | {right} |")
    return rows


def _teller(entry: Entry) -> str:
    return f"{entry.number} {escaped(entry.voice.name)} {told_by(entry)}"


def _figures(outline: Outline) -> list[str]:
    told = tolls_words(outline.document.tolls)
    whole = [f"*{escaped(told)}*"] if told else []
    if not outline.tallies:
        return whole
    rows = ["| claimant | what | in the text | low–high | statement |"]
    rows.append("| --- | --- | --- | ---: | ---: |")
    rows += [_figure(tally, outline.document.outlet or "the outlet") for tally in outline.tallies]
    return [*rows, "", *whole] if whole else rows


def _figure(tally: Tally, outlet: str) -> str:
    claimant = f"{outlet} (own voice)"
    if tally.entry:
        through = f", through {', '.join(tally.entry.carriers)}" if tally.entry.carriers else ""
        claimant = tally.entry.voice.name + through
    before = escaped(tally.before) + (" " if tally.before[-1:].isspace() else "")
    after = (" " if tally.after[:1].isspace() else "") + escaped(tally.after)
    place = f"{before}**{escaped(tally.words)}**{after}".strip()
    cells = [escaped(claimant), escaped(counted(tally.figure)), place, amount(tally.figure)]
    cells.append(str(tally.entry.number) if tally.entry else "—")
    return f"| {' | '.join(cells)} |"


def _happenings(happenings: tuple[Happening, ...]) -> list[str]:
    lines = []
    for one in happenings:
        wordings = escaped(worded(one.wordings))
        shown = f"**{wordings}**" if one.event.main else wordings
        lines.append(f"- {shown}: {escaped(' · '.join(one.facts))}")
    return lines


def _namings(namings: tuple[Naming, ...]) -> list[str]:
    lines = []
    for naming in namings:
        lines.append(f"- **{escaped(naming.actor.name)}** ({spaced(naming.actor.kind)})")
        for calling in naming.callings:
            called = ", ".join(f"“{escaped(c.words)}”{called_more(c)}" for c in calling.called)
            lines.append(f"  - {escaped(calling.voice)}: {called}")
    return lines


def _doubts(outline: Outline) -> list[str]:
    lines = []
    for doubt in outline.doubts:
        number = f"{numbered(doubt.numbers)}: " if doubt.numbers else ""
        words = f" “{escaped(doubt.words)}”" if doubt.words else ""
        lines.append(f"- {number}{escaped(doubt.message)}{words}")
    return lines
