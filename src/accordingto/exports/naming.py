"""Who calls whom what: for each actor, the names and labels that each voice uses for it.

A name is in a speaker's words where it stands inside a quotation of what that speaker says; in
indirect speech the wording is the outlet's.
"""

from collections.abc import Iterator, Sequence

from accordingto.exports.views import Called, Calling, Entry, Naming
from accordingto.records.document import Document
from accordingto.records.facts import Actor
from accordingto.records.span import Span

OUTLET = "the outlet"
_OPENING, _CLOSING, _EITHER = "“„«‹‘", "”»›’", '"'


def namings(
    document: Document, actors: dict[str, Actor], entries: Sequence[Entry]
) -> tuple[Naming, ...]:
    """The actors whom the text calls by more than one wording, or gives a label to."""
    labels: dict[str, list[tuple[str, str]]] = {}
    for label in document.labels:
        by = actors.get(label.by)
        words = label.label_span.of(document.text)
        labels.setdefault(label.actor, []).append((by.name if by else OUTLET, words))
    quoted = sorted(_quoted(document.text, entries), key=lambda pair: len(pair[0]))
    found = []
    for actor in document.actors:
        names = [(_voice(span, quoted), span.of(document.text)) for span in actor.mentions]
        known = {_plain(words) for _, words in names}
        aliases = [(OUTLET, alias) for alias in actor.aliases if _plain(alias) not in known]
        called = labels.get(actor.id, [])
        if {_plain(words) for _, words in (*names, *aliases)} - {_plain(actor.name)} or called:
            body = actors.get(actor.member_of) if actor.member_of else None
            found.append(
                Naming(
                    actor=actor,
                    body=body.name if body else None,
                    callings=tuple(_callings(names, aliases, called)),
                )
            )
    return tuple(found)


def _callings(
    names: list[tuple[str, str]], aliases: list[tuple[str, str]], labels: list[tuple[str, str]]
) -> Iterator[Calling]:
    """One for each voice, the outlet's first, names in the order of the text and labels last."""
    voices: dict[str, dict[str, Called]] = {OUTLET: {}}
    # An alias that is no mention is in a footnote or a bracket: it is there, and counted nowhere.
    for rows, count, is_label in ((names, 1, False), (aliases, 0, False), (labels, 1, True)):
        for voice, words in rows:
            told = voices.setdefault(voice, {})
            held = told.get(_plain(words))
            if held is None:
                told[_plain(words)] = Called(words=words, count=count, label=is_label)
            elif is_label and not held.label:
                told[_plain(words)] = Called(words=held.words, count=held.count, label=True)
            else:
                told[_plain(words)] = Called(
                    words=held.words, count=held.count + count, label=held.label
                )
    for voice, told in voices.items():
        if told:
            yield Calling(voice=voice, called=tuple(told.values()))


def _quoted(text: str, entries: Sequence[Entry]) -> Iterator[tuple[Span, str]]:
    """What is quoted word for word, and whose words it is."""
    for entry in entries:
        if entry.statement.quote == "indirect":
            continue
        for span in entry.statement.content_spans:
            if entry.statement.quote == "direct":
                yield span, entry.voice.name
            else:
                for part in _in_marks(text, span):
                    yield part, entry.voice.name


def _in_marks(text: str, span: Span) -> Iterator[Span]:
    """The parts of a span that stand between quotation marks."""
    start: int | None = None
    for at in range(span.start, span.end):
        mark = text[at]
        if start is None and (mark in _OPENING or mark == _EITHER):
            start = at + 1
        elif start is not None and _closes(text, at):
            yield Span(start, at)
            start = None
    if start is not None and start < span.end:
        yield Span(start, span.end)


def _closes(text: str, at: int) -> bool:
    # An apostrophe within a word closes nothing.
    if text[at] == "’" and text[at + 1 : at + 2].isalnum():
        return False
    return text[at] in _CLOSING or text[at] == _EITHER


def _voice(mention: Span, quoted: Sequence[tuple[Span, str]]) -> str:
    """Whose words a mention is in: those of the shortest quotation that holds it."""
    return next((voice for span, voice in quoted if span.contains(mention)), OUTLET)


def _plain(name: str) -> str:
    """A name without what makes no other name of it: case, blanks, article, shape of apostrophe."""
    words = name.casefold().replace("’", "'").split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)
