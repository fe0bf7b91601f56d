"""Names in the text: the engine's entities and capitalised runs, cleaned and cut at titles."""

import re
from collections.abc import Sequence
from itertools import pairwise

from accordingto.actors.ages import AGE
from accordingto.actors.countries import country_named, country_of_people, country_of_seat
from accordingto.actors.fold import is_acronym, key, parts, plain
from accordingto.actors.kinds import kind_of_name, known, may_be_person
from accordingto.actors.mention import Mention
from accordingto.actors.runs import INNER, POSSESSIVE, Labels, entity_labels, name_runs
from accordingto.actors.titles import cut_at_titles, names_body, title_before
from accordingto.actors.wordlists import office_words, words
from accordingto.given_names import gender_of
from accordingto.records.facts import ActorKind
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span

# "Ilmar Sten.", with the end of the sentence: short forms of three letters have a dot of their own.
_ENDS = re.compile(
    r"[a-z]{3}\.\Z(?<!corp\.)(?<!Corp\.)(?<!Bros\.)(?<!Prof\.)(?<!dept\.)(?<!Dept\.)"
)
_TWO = 2
# Of people and of firms ("its rival Korvo").
_RIVALS = frozenset({"rival", "Rival", "predecessor", "successor"})
# "[W]e are sure": a bracket in a word.
_NEVER_IN = ("[", "]", "%")
_ODD_OWNERS = ("‘s", "`s", "´s")
# "Ada Lum (D)": one letter is nobody.
_LEAST_LETTERS = 2
# A dateline is no longer than this, in characters.
_DATELINE = 60
# "Lum, R-Ky.": what stands behind an American lawmaker's name is nobody.
_PARTY_TAG = re.compile(r"[RDI]-[A-Z][A-Za-z.]{0,6}")


def find_names(text: str, reading: Reading, spoken: frozenset[int]) -> list[Mention]:
    """All name mentions in text order, none inside another. ``spoken`` has the head tokens of the
    words that statements give as their sources."""
    labels = entity_labels(reading)
    runs = name_runs(reading, labels)
    found: list[Mention] = []
    apart = (part for run in runs for part in _apart(text, run))
    for run in (_without_trade(reading, run) for run in apart):
        named = [(run[0], run[-1], None)] if names_body(reading, run) else None
        for first, last, title in named or cut_at_titles(run, labels):
            mention = _mention(text, reading, first, last, title, labels, spoken)
            if mention is not None:
                found.append(mention)
    return found


def _apart(text: str, run: list[Token]) -> list[list[Token]]:
    """ "Amnesty International and Human Rights Watch": two whom our tables know, and not one."""
    for at, token in enumerate(run):
        if token.text != "and" or not 0 < at < len(run) - 1:
            continue
        halves = run[:at], run[at + 1 :]
        names = [Span(half[0].start, half[-1].end).of(text) for half in halves]
        whole = Span(run[0].start, run[-1].end).of(text)
        if all(known(n) or country_named(n) for n in names) and country_named(whole) is None:
            return [*halves]
    return [run]


def _without_trade(reading: Reading, run: list[Token]) -> list[Token]:
    """ "Drugmaker Astrovex said": a firm's trade has its capital because a sentence begins."""
    opens = reading.sentence_of(run[0].index).first == run[0].index
    if not opens or len(run) < _TWO or not run[1].text[:1].isupper():
        return run
    firm = run[0].lower in words("kinds.toml", "nouns", "trades")
    # "Swimmer Maggie Nichol said".
    person = run[0].lower in words("kinds.toml", "nouns", "person") and (
        gender_of(run[1].text) is not None and len(run) > _TWO
    )
    titled = run[0].lower in words("kinds.toml", "titles", "words")
    return run[1:] if firm or (person and not titled) else run


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
    if span.of(text).endswith(_ODD_OWNERS):
        # "Lum‘s", with the wrong mark.
        span = Span(span.start, span.end - 2)
    if _ENDS.search(span.of(text)):
        span = Span(span.start, span.end - 1)
    name = span.of(text)
    if (
        sum(c.isalpha() for c in name) < _LEAST_LETTERS
        or name.startswith("Copyright ")
        or any(mark in name for mark in _NEVER_IN)
        or last.lower in {"percent", "cent"}
        or _PARTY_TAG.fullmatch(name)
        or name in {"NGO", "NGOs"}
    ):
        return None
    if "-" in name and name.rsplit("-", 1)[1] in words("uses.toml", "states", "sides"):
        # "US-backed", of somebody else.
        return None
    if _is_feast(reading, last) or _are_people(reading, first, last):
        return None
    label = _label(reading, span, labels)
    title = _whole_title(reading, first, title) if title else title_before(reading, first)
    beside = _kind_beside(reading, first, last) if label != "NORP" else None
    if _is_office(name):
        return None
    listed = known(name)
    kind = kind_of_name(name, label, title if title not in _RIVALS else None)
    if kind is None and title in _RIVALS and " " not in name:
        kind = "organisation"
    if kind == "organisation" and _is_somebody(name, title):
        return None
    if kind in {"organisation", None} and _is_station(text, reading, span):
        beside = "media"
    if beside is not None and (kind is None or _only_label(name, title)):
        kind = beside
    elif listed is None and AGE.match(text, span.end) and kind_of_name(name, "", title) is None:
        # "Daria, 52, who sells eggs".
        kind = "person"
    elif kind == "person" and listed is None and not may_be_person(name):
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
        sure=kind is not None
        and (beside is not None or kind_of_name(name, "", title) == kind or title in _RIVALS),
        identity=_identity(name, kind),
        country=country_named(name)
        or _adjective(name)
        or (country_of_seat(name) if kind == "government" else None),
        title=title,
        plural=last.tag in {"NNPS", "NNS"},
        spoken=any(i in spoken for i in range(first.index, last.index + 1)),
        subject=is_subject(reading, head),
        leads=leads(reading, head),
        sentence=reading.sentence_of(head.index).first,
    )


def _whole_title(reading: Reading, first: Token, title: str) -> str:
    """ "Police chief General Lum": also the office in front of a rank."""
    at = first.index - len(title.replace("-", " - ").replace(".", " . ").split())
    if at <= 0 or reading.tokens[at].text not in title:
        return title
    before = title_before(reading, reading.tokens[at])
    return f"{before} {title}" if before and before.islower() else title


def _is_feast(reading: Reading, last: Token) -> bool:
    """ "Valentine's Day"."""
    near = reading.tokens[max(0, last.index - 1) : last.index + 3]
    return any(
        owner.text in POSSESSIVE and day.text in {"Day", "Eve"} for owner, day in pairwise(near)
    )


def _are_people(reading: Reading, first: Token, last: Token) -> bool:
    """ "Engineers said": a capital because a sentence begins."""
    opens = reading.sentence_of(first.index).first == first.index
    plural = first.index == last.index and first.tag == "NNS"
    return opens and plural and first.lemma in words("kinds.toml", "nouns", "person")


def _is_somebody(name: str, title: str | None) -> bool:
    """ "Tarn Catholic Priest", that the engine takes for a body: somebody of whom it says what."""
    low = parts(name)
    return (
        len(low) > 1
        and not name.startswith("The ")
        and low[-1] in words("kinds.toml", "nouns", "person")
        and kind_of_name(name, "", title) is None
    )


def _is_station(text: str, reading: Reading, span: Span) -> bool:
    """The "(WTRN)" of a dateline: who brings the news."""
    if text[span.start - 1 : span.start] != "(" or text[span.end : span.end + 1] != ")":
        return False
    first = reading.tokens[reading.sentence_of(reading.tokens_in(span)[0].index).first]
    behind = text[span.end + 1 : span.end + 4].lstrip()
    return (
        is_acronym(span.of(text))
        and behind[:1] in {"—", "–", "-", "―"}
        and span.start - first.start <= _DATELINE
    )


def is_subject(reading: Reading, head: Token) -> bool:
    """ "Korvo cut jobs", "Korvo's chief said", "Korvo spokesmen said"."""
    if head.dep in {"poss", "compound", "nmod"}:
        head = reading.tokens[head.head]
    return head.dep in {"nsubj", "nsubjpass"}


def leads(reading: Reading, head: Token) -> bool:
    """True for the subject of a sentence's main verb, or whose that is: not for one in a clause
    that somebody else says."""
    if head.dep in {"poss", "compound", "nmod", "appos"}:
        head = reading.tokens[head.head]
    return head.dep in {"nsubj", "nsubjpass"} and reading.tokens[head.head].dep == "ROOT"


def _only_label(name: str, title: str | None) -> bool:
    """True where nothing but the engine's label tells the kind."""
    return kind_of_name(name, "", title) is None


def _kind_beside(reading: Reading, first: Token, last: Token) -> ActorKind | None:
    """What a lower-case noun says that touches the name: "the daily X", "the X militia"."""
    before = reading.tokens[first.index - 1] if first.index else None
    after = reading.tokens[last.index + 1] if last.index + 1 < len(reading.tokens) else None
    kinds: tuple[ActorKind, ...] = ("media", "armed_group", "organisation")
    for kind in kinds:
        nouns = words("kinds.toml", "nouns", kind)
        if before is not None and before.text in nouns and kind == "media":
            news = before.text != "agency" or reading.tokens[before.index - 1].lower == "news"
            return kind if news else "organisation"
        craft = kind == "armed_group" and any(c.isdigit() for c in first.text)
        news = kind != "media" or (after is not None and after.text not in {"agency", "station"})
        beside = after is not None and after.text in nouns and after.dep != "compound"
        if beside and news and not craft:
            return kind
    return None


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
    low = plain(name).replace("-", " ").split()
    return any(word in office_words() for word in low) and all(
        word in office_words() or country_named(word) or country_of_people(word) or word in INNER
        for word in low
    )


def _owner_start(reading: Reading, first: Token) -> int:
    """Where "Iraq's Defence Ministry" starts: at the state that owns it, if one does."""
    at = first.index - 1
    if at < 1 or reading.tokens[at].text not in POSSESSIVE:
        return first.start
    for back in (3, 2, 1):
        owner = reading.tokens[max(0, at - back) : at]
        if any(t.pos == "SPACE" for t in owner):
            continue
        if country_named(" ".join(t.text for t in owner)):
            return owner[0].start
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
    if mention.country is not None and mention.kind == "government" and _is_state(mention):
        return f"@{mention.country}"
    listed = known(mention.words)
    return key(listed[1] if listed is not None else mention.words)


def _is_state(mention: Mention) -> bool:
    """False for a body of a state that no table lists ("Merenia's Defence Ministry")."""
    return mention.identity is not None or str(mention.country).isupper()


def single_names(mentions: Sequence[Mention]) -> frozenset[str]:
    """Surnames and given names of people named in full, as the text spells them alone."""
    given: set[str] = set()
    for mention in mentions:
        name = parts(mention.words)
        person = mention.kind == "person" or (mention.kind is None and mention.label == "")
        if person and len(name) > 1 and name[-1] in office_words():
            # "Merenia Defence" (Secretary Lee): an office cut from its holder, nobody's name.
            continue
        if person and len(name) > 1 and may_be_person(mention.words):
            given.update((name[0], name[-1]))
    return frozenset(m.words for m in mentions if key(m.words) in given)
