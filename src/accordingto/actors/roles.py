"""What the text says that a person is: titles before the name, appositions after it."""

from accordingto.actors.group import Grouping
from accordingto.actors.wordlists import words
from accordingto.records.reading import Reading
from accordingto.records.span import Span

_MAX_ROLE = 120


def find_roles(text: str, reading: Reading, group: Grouping) -> dict[int, str]:
    """For name mentions (by index) the words of their role, as they stand in the text."""
    found: dict[int, str] = {}
    for index, mention in enumerate(group.mentions):
        if mention.form != "name":
            continue
        role = _after(text, reading, mention.span) or mention.title
        if role:
            found[index] = role
    return found


def _after(text: str, reading: Reading, span: Span) -> str | None:
    """"…, leader of the alliance, …": a noun of office behind a comma, up to the next comma."""
    inside = reading.tokens_in(span)
    at = inside[-1].index + 1
    if at + 1 >= len(reading.tokens) or reading.tokens[at].text != ",":
        return None
    end = reading.sentence_of(inside[-1].index).last
    titles = words("kinds.toml", "titles", "words") | words("kinds.toml", "nouns", "person")
    start, stop = at + 1, at + 1
    while stop < end and reading.tokens[stop].text not in {",", ";", "(", "—", "–", ".", '"', "“", "”"}:
        stop += 1
    run = reading.tokens[start:stop]
    # The office must come at once: a determiner and modifiers may stand before it, no verb.
    for token in run[:6]:
        if token.lower in titles and token.pos in {"NOUN", "PROPN"}:
            whole = Span(run[0].start, run[-1].end).of(text)
            return whole if len(whole) <= _MAX_ROLE else None
        if token.pos not in {"DET", "ADJ", "NOUN", "PROPN", "PART", "ADP", "PRON", "PUNCT"}:
            return None
    return None
