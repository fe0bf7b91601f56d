"""Names in the text: the engine's entities and capitalised runs, cleaned and cut at titles."""

from accordingto.actors.countries import country_named, country_of_people, country_of_seat
from accordingto.actors.fold import key, parts, plain
from accordingto.actors.kinds import kind_of_name, known, may_be_person
from accordingto.actors.mention import Mention
from accordingto.actors.runs import INNER, POSSESSIVE, Labels, entity_labels, name_runs
from accordingto.actors.titles import cut_at_titles, title_before
from accordingto.actors.wordlists import office_words
from accordingto.records.facts import ActorKind
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span


def find_names(text: str, reading: Reading, spoken: frozenset[int]) -> list[Mention]:
    """All name mentions in text order, none inside another. ``spoken`` has the head tokens of the
    words that statements give as their sources."""
    labels = entity_labels(reading)
    runs = name_runs(reading, labels)
    found: list[Mention] = []
    for run in runs:
        for first, last, title in cut_at_titles(run, labels):
            mention = _mention(text, reading, first, last, title, labels, spoken)
            if mention is not None:
                found.append(mention)
    return found


def _mention(
    text: str,
    reading: Reading,
    first: Token,
    last: Token,
    title: str | None,
    labels: Labels,
    spoken: frozenset[int],
) -> Mention | None:
    span = Span(first.start, last.end)
    name = span.of(text)
    if not any(c.isalpha() for c in name):
        return None
    label = _label(reading, span, labels)
    title = title or title_before(reading, first)
    if _is_office(name):
        return None
    listed = known(name)
    kind = kind_of_name(name, label, title)
    if kind == "person" and listed is None and not may_be_person(name):
        kind = None
    head = reading.head_of(span)
    if head is None:
        return None
    if kind == "government" and listed is None and country_named(name) is None:
        span = Span(_owner_start(reading, first), span.end)
        name = span.of(text)
    return Mention(
        span=span,
        words=name,
        head=head.index,
        form="name",
        label=label,
        kind=kind,
        sure=kind is not None and kind_of_name(name, "", title) is not None,
        identity=_identity(name, kind),
        country=country_named(name)
        or _adjective(name)
        or (country_of_seat(name) if kind == "government" else None),
        title=title,
        plural=last.tag in {"NNPS", "NNS"},
        spoken=any(i in spoken for i in range(first.index, last.index + 1)),
    )


def _identity(name: str, kind: ActorKind | None) -> str | None:
    """The table entry of a state or known body."""
    country = country_named(name) or (country_of_seat(name) if kind == "government" else None)
    if country is not None:
        return f"@{country}"
    listed = known(name)
    return listed[1] if listed is not None else None


def _is_office(name: str) -> bool:
    """ "Foreign Minister", "US Defence" (secretary): words of office and of states, no name."""
    if country_named(name) or country_of_people(name):
        return False
    return all(
        word in office_words() or country_named(word) or country_of_people(word) or word in INNER
        for word in plain(name).replace("-", " ").split()
    )


def _owner_start(reading: Reading, first: Token) -> int:
    """Where "Iraq's Defence Ministry" starts: at the state that owns it, if one does."""
    at = first.index - 1
    if at < 1 or reading.tokens[at].text not in POSSESSIVE:
        return first.start
    for back in (3, 2, 1):
        start = at - back
        if start >= 0 and country_named(" ".join(t.text for t in reading.tokens[start:at])):
            return reading.tokens[start].start
    return first.start


def _adjective(name: str) -> str | None:
    low = parts(name)
    return country_of_people(name) if len(low) <= 2 else None


def _label(reading: Reading, span: Span, labels: Labels) -> str:
    counted: dict[str, int] = {}
    for token in reading.tokens_in(span):
        if token.index in labels:
            label = labels[token.index][0]
            counted[label] = counted.get(label, 0) + 1
    return max(counted, key=lambda k: counted[k]) if counted else ""


def names_key(mention: Mention) -> str:
    """The key under which a name mention meets its other spellings."""
    if mention.country is not None and mention.kind == "government":
        return f"@{mention.country}"
    listed = known(mention.words)
    return key(listed[1] if listed is not None else mention.words)
