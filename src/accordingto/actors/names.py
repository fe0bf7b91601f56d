"""Names in the text: the engine's entities and capitalised runs, cleaned and cut at titles."""

from collections.abc import Iterable, Sequence

from accordingto.actors.countries import country_named, country_of_people, country_of_seat
from accordingto.actors.fold import is_acronym, key, parts, plain
from accordingto.actors.kinds import kind_of_name, known, may_be_person
from accordingto.actors.mention import Mention
from accordingto.actors.wordlists import words
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span

_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT"})
_INNER = frozenset({"of", "the", "for", "and", "al", "el", "bin", "ibn", "bint", "de", "du", "da", "dos",
                    "del", "der", "den", "van", "von", "la", "le", "di", "y", "-", "–", "‑", "'", "’", "&", "e", "ul", "as", "ad", "ash", "an", "ed"})
_GLUE = frozenset({"-", "–", "‑"})
_LEAD = frozenset({"al", "el", "as", "ash", "ad", "an", "at", "az", "ul"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’", "s’", "s'"})

# A run of capitalised words longer than this is a headline or a list, no name.
_MAX_RUN = 12
_TITLE_CASE = 0.7


def find_names(text: str, reading: Reading, spoken: Iterable[Span]) -> list[Mention]:
    """All name mentions in text order, none inside another."""
    labels = _labels(reading)
    runs = _runs(reading, labels)
    found: list[Mention] = []
    sources = list(spoken)
    for run in runs:
        for first, last, title in _cut_at_titles(run, labels):
            mention = _mention(text, reading, first, last, title, labels, sources)
            if mention is not None:
                found.append(mention)
    return found


def _labels(reading: Reading) -> dict[int, tuple[str, int]]:
    """For each token inside an entity its label and the number of the entity."""
    found: dict[int, tuple[str, int]] = {}
    for number, entity in enumerate(reading.entities):
        if entity.label in _LABELS:
            for token in reading.tokens_in(entity.span):
                found[token.index] = (entity.label, number)
    return found


def title_cased(reading: Reading, first: int, last: int) -> bool:
    """True for a sentence set in headline capitals, where a capital tells nothing."""
    long = [t for t in reading.tokens[first:last] if t.text.isalpha() and len(t.text) > 3]
    if len(long) < 4:
        return False
    return sum(t.text[0].isupper() for t in long) / len(long) >= _TITLE_CASE


def _runs(reading: Reading, labels: dict[int, tuple[str, int]]) -> list[list[Token]]:
    runs: list[list[Token]] = []
    for sentence in reading.sentences:
        headline = title_cased(reading, sentence.first, sentence.last)
        run: list[Token] = []
        for token in reading.tokens[sentence.first : sentence.last]:
            if _carries_on(reading, run, token, labels, headline):
                run.append(token)
                continue
            _close(runs, run)
            starts = _is_name_word(token, sentence.first, labels, headline) or _is_lead(reading, token)
            run = [token] if starts else []
        _close(runs, run)
    return runs


def _close(runs: list[list[Token]], run: list[Token]) -> None:
    """Keeps a run without the small words at its ends."""
    while run and (run[-1].lower in _INNER and not run[-1].text[0].isupper()):
        run = run[:-1]
    while run and run[-1].text in _INNER:
        run = run[:-1]
    if run and len(run) <= _MAX_RUN and any(t.text[0].isupper() for t in run):
        runs.append(run)


def _carries_on(
    reading: Reading, run: list[Token], token: Token, labels: dict[int, tuple[str, int]], headline: bool
) -> bool:
    if not run:
        return False
    previous = run[-1]
    glued = previous.end == token.start
    same = (
        previous.index in labels
        and token.index in labels
        and labels[previous.index][1] == labels[token.index][1]
        and token.text not in _POSSESSIVE
        and (token.text[0].isalnum() or token.text in _INNER or glued)
    )
    if same and token.text[:1] not in {"(", ")", "[", "]", ",", '"', "“", "”", ";", ":"}:
        return True
    if token.lower in _INNER and token.text not in {"'", "’"}:
        return _bridges(reading, previous, token, labels)
    if token.text in {"'", "’"}:
        return glued and _next_glued(reading, token)
    if previous.text in _GLUE and previous.index > 0:
        return glued and token.text[0].isupper()
    if headline and not (token.index in labels and previous.index in labels):
        return False
    return _is_name_word(token, -1, labels, headline) and token.start - previous.end <= 1


def _next_glued(reading: Reading, token: Token) -> bool:
    at = token.index + 1
    return at < len(reading.tokens) and reading.tokens[at].start == token.end and reading.tokens[at].text[0].isupper()


def _bridges(reading: Reading, previous: Token, token: Token, labels: dict[int, tuple[str, int]]) -> bool:
    """A small word inside a name ("of", "al-"): only where a capital follows it."""
    after = [t for t in reading.tokens[token.index + 1 : token.index + 3]]
    if token.text in _GLUE:
        return previous.end == token.start and bool(after) and after[0].start == token.end and after[0].text[0].isalnum() and (
            after[0].text[0].isupper() or previous.lower in _LEAD
        )
    if token.lower in {"and", "the", "for", "&"}:
        inside = token.index in labels and previous.index in labels
        return inside and labels[token.index][1] == labels[previous.index][1]
    if token.lower == "of":
        nxt = after[0] if after else None
        if nxt is not None and nxt.lower == "the" and len(after) > 1:
            nxt = after[1]
        if nxt is None or not nxt.text[0].isupper():
            return False
        inside = token.index in labels and previous.index in labels
        if inside and labels[token.index][1] == labels[previous.index][1]:
            return True
        office = any(previous.lower in words("kinds.toml", "words", k) for k in ("government", "armed_group", "organisation"))
        return office or previous.lower in {"chief", "bank", "speaker", "bureau", "house", "court"}
    return bool(after) and (after[0].text[0].isupper() or after[0].text in _GLUE)


def _is_lead(reading: Reading, token: Token) -> bool:
    """The "al" of "al-Nujaba" at the start of a name."""
    nxt = reading.tokens[token.index + 1 : token.index + 3]
    if token.lower not in _LEAD or len(nxt) < 2 or nxt[0].start != token.end:
        return token.lower in _LEAD and token.lower in {"al", "el"} and bool(nxt) and nxt[0].text[0].isupper() and nxt[0].tag.startswith("NNP")
    return nxt[0].text in _GLUE and nxt[1].text[0].isupper()


def _is_name_word(
    token: Token, first: int, labels: dict[int, tuple[str, int]], headline: bool
) -> bool:
    if not token.text[0].isupper() and not (token.index in labels and token.text[0].isalpha()):
        # "al-Qaeda" may come as one token.
        return "-" in token.text and token.lower.split("-")[0] in _LEAD and token.text.split("-")[1][:1].isupper()
    if token.index in labels:
        return token.text[0].isupper()
    if headline:
        return False
    if is_acronym(token.text) and token.tag in {"NNP", "NNPS", "NN"}:
        return True
    if token.index == first:
        return token.tag in {"NNP", "NNPS"} and token.pos == "PROPN"
    return token.pos in {"PROPN", "NOUN", "ADJ"} and not token.tag.startswith("PRP")


def _cut_at_titles(
    run: list[Token], labels: dict[int, tuple[str, int]]
) -> list[tuple[Token, Token, str | None]]:
    """Splits "Pentagon Press Secretary John F. Kirby" into the body and the person."""
    at = _last_title(run)
    if at is None:
        person = _person_start(run, labels)
        if person is None or person == 0:
            return [(run[0], run[-1], None)]
        return [(run[0], run[person - 1], None), (run[person], run[-1], None)]
    begin = at
    while begin > 0 and run[begin - 1].lower in words("kinds.toml", "titles", "words"):
        begin -= 1
    rest = run[at + 1 :]
    while rest and (rest[0].lower in _INNER and rest[0].lower not in _LEAD or rest[0].text == "."):
        rest = rest[1:]
    title = " ".join(t.text for t in run[begin : at + 1])
    found: list[tuple[Token, Token, str | None]] = []
    before = run[:begin]
    while before and before[-1].text in _INNER:
        before = before[:-1]
    if before:
        found.append((before[0], before[-1], None))
    if rest:
        found.append((rest[0], rest[-1], title))
    return found


def _person_start(run: list[Token], labels: dict[int, tuple[str, int]]) -> int | None:
    """Where a person named by the engine ends the run and something else comes before."""
    last = labels.get(run[-1].index)
    if last is None or last[0] != "PERSON":
        return None
    start = next(i for i, t in enumerate(run) if labels.get(t.index) == last)
    if start == 0 or run[start - 1].text in _INNER:
        return None
    before = labels.get(run[start - 1].index)
    return start if before is not None and before[0] != "PERSON" else None


def _last_title(run: list[Token]) -> int | None:
    """The index of the title word that a name follows, or the run's last word if it is a title
    and nothing of a name stands before it."""
    titles = words("kinds.toml", "titles", "words")
    bodies = words("kinds.toml", "words", "government") | words("kinds.toml", "words", "organisation")
    for at in range(len(run) - 1, -1, -1):
        low = run[at].lower.rstrip(".")
        if low not in titles:
            continue
        rest = run[at + 1 :]
        names = [t for t in rest if t.lower not in _INNER]
        if names and names[0].index != rest[0].index and rest[0].lower == "of":
            # "Secretary of State John Kerry": the name starts after the office.
            continue
        if any(t.lower in bodies for t in names) or (not names and at > 0 and len(run) <= 3 and not _office(run)):
            continue
        return at
    return None


def _office(run: list[Token]) -> bool:
    """True for a run made of title words only."""
    titles = words("kinds.toml", "titles", "words")
    return any(t.lower in titles for t in run[:-1])


def _mention(
    text: str,
    reading: Reading,
    first: Token,
    last: Token,
    title: str | None,
    labels: dict[int, tuple[str, int]],
    sources: Sequence[Span],
) -> Mention | None:
    span = Span(first.start, last.end)
    name = span.of(text)
    if not any(c.isalpha() for c in name):
        return None
    label = _label(reading, span, labels)
    title = title or _title_before(reading, first)
    if plain(name) in words("kinds.toml", "titles", "words") and country_named(name) is None:
        return None
    listed = known(name)
    kind = kind_of_name(name, label, title)
    if kind == "person" and listed is None and not may_be_person(name):
        kind = None
    head = reading.head_of(span)
    if head is None:
        return None
    return Mention(
        span=span,
        words=name,
        head=head.index,
        form="name",
        label=label,
        kind=kind,
        country=country_named(name) or _adjective(name) or (country_of_seat(name) if kind == "government" else None),
        title=title,
        plural=last.tag in {"NNPS", "NNS"},
        spoken=any(s.overlaps(span) for s in sources),
    )


def _adjective(name: str) -> str | None:
    low = parts(name)
    return country_of_people(name) if len(low) <= 2 else None


def _label(reading: Reading, span: Span, labels: dict[int, tuple[str, int]]) -> str:
    counted: dict[str, int] = {}
    for token in reading.tokens_in(span):
        if token.index in labels:
            label = labels[token.index][0]
            counted[label] = counted.get(label, 0) + 1
    return max(counted, key=lambda k: counted[k]) if counted else ""


def _title_before(reading: Reading, first: Token) -> str | None:
    """Lower-case title words right before a name: "spokesman", "secretary of state"."""
    titles = words("kinds.toml", "titles", "words")
    at = first.index - 1
    found: list[str] = []
    while at >= 0 and reading.tokens[at].end < first.start and len(found) < 6:
        low = reading.tokens[at].lower
        if low in titles or (found and low in {"of", "state", "and", "press"}) or low == "state":
            found.append(reading.tokens[at].text)
            at -= 1
            continue
        break
    return " ".join(reversed(found)) if found and any(f.lower() in titles for f in found) else None


def names_key(mention: Mention) -> str:
    """The key under which a name mention meets its other spellings."""
    if mention.country is not None and mention.kind == "government":
        return f"@{mention.country}"
    listed = known(mention.words)
    return key(listed[1] if listed is not None else mention.words)
