"""Events as views show them: the words that name each, what is known of it, and who tells it."""

from collections import Counter

from accordingto.exports.moments import moment
from accordingto.exports.views import Entry, Happening
from accordingto.exports.wording import plural, spaced
from accordingto.records.document import Document
from accordingto.records.facts import Actor, Event

# So many of those who tell an event are named.
_VOICES = 12
# What people call a kind of event whose short name says too little.
_KINDS = {
    "surrender": "truce or surrender",
    "politics": "change in office or law",
    "sexual": "sexual violence",
    "force": "use of force",
    "troops": "movement of troops",
    "rupture": "break in relations",
    "diplomatic": "diplomatic support",
    "fire": "fire or explosion",
    "other": "happening",
}


def happenings(
    document: Document, actors: dict[str, Actor], by_id: dict[str, Entry]
) -> tuple[Happening, ...]:
    """The events, the one that the article is about first."""
    places = {place.id: place.name for place in document.places}
    ordered = sorted(document.events, key=lambda event: not event.main)
    return tuple(_happening(document.text, event, actors, places, by_id) for event in ordered)


def _happening(
    text: str,
    event: Event,
    actors: dict[str, Actor],
    places: dict[str, str],
    by_id: dict[str, Entry],
) -> Happening:
    wordings = Counter(span.of(text) for span in event.anchor_spans)
    mode = event.mode or event.type.lower()
    facts = [_KINDS.get(mode, spaced(mode))]
    if event.realis != "past":
        facts.append("told as not so" if event.realis == "denied" else event.realis)
    who, whom = (
        ", ".join(dict.fromkeys(_named(one, role, event, actors, by_id) for one in known))
        for role, known in (
            ("actor", [one for one in event.actors if one in actors]),
            ("target", [one for one in event.targets if one in actors]),
        )
    )
    facts += [f"by {who}"] if who else []
    facts += [f"to {whom}"] if whom else []
    facts += [moment(event.when)] if event.when else []
    facts += [places[event.where]] if event.where in places else []
    facts += [f"told by {_voices(event.asserted_by, by_id)}"] if event.asserted_by else []
    facts += [f"denied by {_voices(event.denied_by, by_id)}"] if event.denied_by else []
    return Happening(event=event, wordings=tuple(wordings.items()), facts=tuple(facts))


def _named(
    actor: str, role: str, event: Event, actors: dict[str, Actor], by_id: dict[str, Entry]
) -> str:
    """A name, with the statements that alone say so where others tell the event without it."""
    name = actors[actor].name
    told = [party.named_by for party in event.parties if (party.role, party.actor) == (role, actor)]
    voices = tuple(dict.fromkeys(voice for each in told for voice in each))
    if not voices or "narrator" in voices or set(event.asserted_by) <= set(voices):
        return name
    by = _voices(voices, by_id)
    return f"{name} (so {by})" if by else name


def _voices(ids: tuple[str, ...], by_id: dict[str, Entry]) -> str:
    """The outlet, and the numbers of statements."""
    names = ["the outlet"] if "narrator" in ids else []
    names += [str(by_id[one].number) for one in ids if one in by_id]
    more = len(names) - _VOICES
    return ", ".join(names[:_VOICES]) + (
        f" and {plural(more, 'more statement')}" if more > 0 else ""
    )
