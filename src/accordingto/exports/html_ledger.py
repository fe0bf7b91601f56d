"""The right side of the HTML page: speakers with their statements, denials, figures, names."""

from collections.abc import Callable

from accordingto.exports.markup import words
from accordingto.exports.moments import moment
from accordingto.exports.views import (
    UNSURE,
    Calling,
    ClaimGroup,
    Dispute,
    Entry,
    Naming,
    Outline,
    Tally,
    Voice,
)
from accordingto.exports.wording import (
    ACT_WORDS,
    QUOTE_WORDS,
    RELATION_WORDS,
    amount,
    beside,
    called_more,
    counted,
    no_statement,
    score_words,
    spaced,
    told_by,
    tolls_words,
    worded,
)


def ledger(outline: Outline, classes: dict[str, str], prefix: str) -> str:
    """The panel's sections; those without content are left out."""
    panel = _Panel(outline, classes, prefix)
    tolls = bool(tolls_words(outline.document.tolls))
    sections: tuple[tuple[str, str, Callable[[], str], int], ...] = (
        ("voices", "Who says what", panel.voices, len(outline.entries)),
        ("denials", "Denied or disputed", panel.disputes, len(outline.disputes)),
        ("claims", "Claims, in all their wordings", panel.claims, len(outline.claims)),
        ("figures", "Figures by claimant", panel.figures, len(outline.tallies) or int(tolls)),
        ("events", "Events", panel.happenings, len(outline.happenings)),
        ("names", "Names", panel.namings, len(outline.namings)),
        ("unsure", "Unsure", panel.doubts, len(outline.doubts)),
    )
    full = [section for section in sections if section[3] or section[0] == "voices"]
    links = "".join(
        f'<a href="#{prefix}{key}">{title} <b>{count}</b></a>' for key, title, _, count in full
    )
    body = "".join(
        f'<section class="{key}" id="{prefix}{key}"><h2>{title}</h2>{write()}</section>'
        for key, title, write, _ in full
    )
    return f'<nav class="jump" aria-label="Parts of the ledger">{links}</nav>{body}'


class _Panel:
    """Writes the sections of one document's panel."""

    def __init__(self, outline: Outline, classes: dict[str, str], prefix: str) -> None:
        self._outline = outline
        self._classes = classes
        self._prefix = prefix

    def voices(self) -> str:
        """Each speaker with its statements."""
        if not self._outline.entries:
            return f"<p>{no_statement(self._outline)}</p>"
        return "".join(
            f'<section class="voice {self._classes[voice.key]}">{_speaker(voice)}'
            f"<ol>{''.join(map(self._entry, entries))}</ol></section>"
            for voice, entries in self._outline.by_voice()
        )

    def _entry(self, entry: Entry) -> str:
        number = entry.number
        act = entry.statement.act
        return (
            f'<li class="entry" id="{self._prefix}s-{number}" data-s="{number}" value="{number}">'
            f'<p class="head">{self._words_link(number)} <b class="act {act}">{ACT_WORDS[act]}</b>'
            f" {_details(entry)}</p>{_quotation(entry)}{self._ties(entry)}</li>"
        )

    def _words_link(self, number: int) -> str:
        label = f"Show the words of statement {number}"
        return (
            f'<a class="num" href="#{self._prefix}w-{number}" data-s="{number}"'
            f' aria-label="{label}">{number}</a>'
        )

    def _ties(self, entry: Entry) -> str:
        around = self._outline.entry(entry.inside).voice.name if entry.inside else None
        carriers = [name for name in entry.carriers if name != around]
        ties = []
        if carriers:
            ties.append(("via", f"passed on by <bdi>{words(', then '.join(carriers))}</bdi>"))
        if entry.inside:
            ties.append(("via", f"inside {self._other(entry.inside, entry)}"))
        for link in entry.links:
            verb = RELATION_WORDS[link.kind][0 if link.outgoing else 1]
            ties.append((link.kind, f"{verb} {self._other(link.number, entry)}"))
        if not ties:
            return ""
        items = "".join(f'<li class="{kind}">{text}</li>' for kind, text in ties)
        return f'<ul class="ties">{items}</ul>'

    def _other(self, number: int, entry: Entry) -> str:
        """A link to another statement, with its speaker where that is another one."""
        if self._outline.entry(number).voice.key != entry.voice.key:
            return self._reference(number)
        return f'<a href="#{self._prefix}s-{number}" data-s="{number}">{number}</a>'

    def _reference(self, number: int) -> str:
        """A link to a statement's entry, with its speaker."""
        name = words(self._outline.entry(number).voice.name)
        return (
            f'<a href="#{self._prefix}s-{number}" data-s="{number}">{number} <bdi>{name}</bdi></a>'
        )

    def disputes(self) -> str:
        """Pairs: who denies in which words, and what is denied in which words."""
        return "".join(map(self._dispute, self._outline.disputes))

    def _dispute(self, dispute: Dispute) -> str:
        right = '<p class="none">The text does not say who claims it.</p>'
        if dispute.target is not None:
            right = self._side(dispute.target)
        sign = "✗" if dispute.kind == "denies" else "≠"
        kind = f"<small>{dispute.kind}</small>" if dispute.target is not None else ""
        return (
            f'<div class="pair"><div>{self._side(dispute.entry)}</div><p class="against">'
            f'<span aria-hidden="true">{sign}</span>{kind}</p><div>{right}</div></div>'
        )

    def _side(self, entry: Entry, through: str = "") -> str:
        colour = self._classes[entry.voice.key]
        return (
            f'<p class="who {colour}"><span class="dot"></span>{self._reference(entry.number)}'
            f" <b>{told_by(entry)}</b>{through}</p>{_quotation(entry)}"
        )

    def claims(self) -> str:
        """Each claim: who makes it in which words and through whom, who contests it."""
        return "".join(map(self._claim, self._outline.claims))

    def _claim(self, group: ClaimGroup) -> str:
        rows = "".join(self._wording(entry) for entry in group.wordings)
        for sign, title, entries in (
            ("✗", "contested by", group.against),
            ("✓", "borne out by", group.support),
        ):
            if entries:
                names = ", ".join(self._reference(entry.number) for entry in entries)
                rows += (
                    f'<p class="ties"><span aria-hidden="true">{sign}</span> {title} {names}</p>'
                )
        return f'<div class="claim">{rows}</div>'

    def _wording(self, entry: Entry) -> str:
        through = ""
        if entry.carriers:
            through = f" through <bdi>{words(', '.join(entry.carriers))}</bdi>"
        return self._side(entry, through)

    def figures(self) -> str:
        """A table with one row a figure, grouped by claimant."""
        head = (
            "<thead><tr><th>Claimant</th><th>What</th><th>In the text</th>"
            '<th class="amount">Low–high</th></tr></thead>'
        )
        rows = "".join(map(self._figure, self._outline.tallies))
        told = tolls_words(self._outline.document.tolls)
        whole = f'<p class="legend">{words(told)}</p>' if told else ""
        table = f'<div class="wide"><table>{head}<tbody>{rows}</tbody></table></div>'
        return table + whole if rows else whole

    def _figure(self, tally: Tally) -> str:
        outlet = self._outline.document.outlet or "the outlet"
        claimant = f"<bdi>{words(outlet)}</bdi> (own voice)"
        if tally.entry:
            claimant = self._reference(tally.entry.number)
            if tally.entry.carriers:
                claimant += f", through <bdi>{words(', '.join(tally.entry.carriers))}</bdi>"
        place = f"{words(tally.before)}<mark>{words(tally.words)}</mark>{words(tally.after)}"
        return (
            f'<tr><th scope="row">{claimant}</th><td>{words(counted(tally.figure))}</td>'
            f'<td dir="auto">{place}</td><td class="amount">{amount(tally.figure)}</td></tr>'
        )

    def happenings(self) -> str:
        """Each event with its wordings and what is known of it."""
        items = "".join(
            f'<div><dt dir="auto">{words(worded(one.wordings))}'
            f"{' <small>what the article is about</small>' if one.event.main else ''}</dt>"
            f'<dd dir="auto">{words(" · ".join(one.facts))}</dd></div>'
            for one in self._outline.happenings
        )
        return f'<dl class="namings">{items}</dl>'

    def namings(self) -> str:
        """Each actor with the wordings and labels that the text has for it."""
        items = "".join(map(_naming, self._outline.namings))
        return f'<dl class="namings">{items}</dl>'

    def doubts(self) -> str:
        """What was unsure."""
        items = []
        for doubt in self._outline.doubts:
            about = f" <q>{words(doubt.words)}</q>" if doubt.words else ""
            numbers = self._references(doubt.numbers)
            items.append(f'<li dir="auto">{numbers}{words(doubt.message)}{about}</li>')
        return f"<ul>{''.join(items)}</ul>"

    def _references(self, numbers: tuple[int, ...]) -> str:
        """Links to statements; with the speaker's name where it is one alone."""
        if not numbers:
            return ""
        if len(numbers) == 1:
            return f"{self._reference(numbers[0])}: "
        every = (f'<a href="#{self._prefix}s-{n}" data-s="{n}">{n}</a>' for n in numbers)
        return f"{', '.join(every)}: "


def _speaker(voice: Voice) -> str:
    extras = [*beside(voice)]
    if voice.unidentified:
        extras.append("not identified")
    role = f'<p class="role" dir="auto">{words(", ".join(extras))}</p>' if extras else ""
    name = words(voice.name)
    return f'<h3 dir="auto"><span class="dot"></span>{name}</h3>{role}'


def _details(entry: Entry) -> str:
    statement = entry.statement
    details = [f"“<bdi>{words(entry.cue)}</bdi>”"] if entry.cue else []
    details.append(QUOTE_WORDS[statement.quote])
    if entry.hedged:
        details.append(words(entry.hedged))
    if statement.when:
        details.append(words(moment(statement.when)))
    if entry.together:
        details.append(f"together with <bdi>{words(', '.join(entry.together))}</bdi>")
    if entry.addressee:
        details.append(f"to <bdi>{words(entry.addressee)}</bdi>")
    if statement.holder_text and statement.source:
        details.append(f"through <bdi>{words(statement.holder_text)}</bdi>")
    if score := score_words(statement):
        unsure = " unsure" if statement.sure < UNSURE else ""
        details.append(f'<span class="score{unsure}">{score}</span>')
    return f'<span class="details">{" · ".join(details)}</span>'


def _quotation(entry: Entry) -> str:
    if not entry.passages:
        return ""
    pieces = ' <span class="gap">[…]</span> '.join(words(p.words) for p in entry.passages)
    return f'<blockquote class="{entry.statement.quote}" dir="auto">{pieces}</blockquote>'


def _naming(naming: Naming) -> str:
    rows = "".join(map(_calling, naming.callings))
    kind = spaced(naming.actor.kind)
    name = words(naming.actor.name)
    return f'<div><dt dir="auto">{name} <small>{kind}</small></dt>{rows}</div>'


def _calling(calling: Calling) -> str:
    called = ", ".join(
        f'<q class="{"label" if c.label else "name"}">{words(c.words)}</q>{called_more(c)}'
        for c in calling.called
    )
    return f'<dd dir="auto"><bdi class="by">{words(calling.voice)}</bdi>: {called}</dd>'
