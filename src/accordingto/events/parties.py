"""The parties of an event: words that name who does it, who or what suffers it, and with what."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from accordingto.events.anchors import Anchor
from accordingto.events.lexicon import lemma_of, sense_of
from accordingto.events.near import under
from accordingto.events.roles import ActorsAt, Roles
from accordingto.events.voices import NARRATOR
from accordingto.events.wordlists import listed
from accordingto.records.facts import Party, PartyKind, PartyRole
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span
from accordingto.tables import table

# What stands inside a name for somebody or something, left of its head.
_INNER = frozenset({"compound", "amod", "nmod", "punct", "poss", "advmod"})
_OUTER = frozenset({"DET", "NUM", "PRON", "SPACE", "ADP", "CCONJ", "VERB", "AUX", "SCONJ"})
_MOST_WORDS = 8
_UP = 5
_WITH = frozenset({"with", "by", "from", "using"})
_NO_PARTY = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"})
_BY_USE = frozenset({"use", "fire", "throw", "plant", "place", "hurl"})
_TAKING_PART = frozenset({"participate"})
_DOERS = frozenset({"actor", "accused"})
_PEOPLE = frozenset({"person", "group"})
# Who is murdered or kidnapped is somebody, whatever no list tells.
_OF_PEOPLE = frozenset({"killing", "abduction"})


def parties_of(
    reading: Reading, anchor: Anchor, roles: Roles, known: ActorsAt, heads: set[int]
) -> list[Party]:
    """The parties that the words around one anchor name, in text order. ``heads`` are the tokens
    of all anchors: a happening ("the strike killed nine") is no party of another."""
    found: dict[Span, Party] = {}
    told: list[tuple[PartyRole, Token]] = [
        *(("instrument", token) for token in _instruments(reading, anchor, roles)),
        *(("accused", token) for token in _accused(reading, anchor)),
        *(("actor", token) for token in roles.actors),
        *(("target", token) for token in (*roles.targets, *_struck(reading, anchor))),
    ]
    told += [
        (role, body) for role, t in told if role in _DOERS for body in _bodies(reading, t, known)
    ]
    for role, named in told:
        token = _counted(reading, named)
        is_deed = token.index in heads or (role != "instrument" and is_weapon(token))
        above = reading.tokens[reading.tokens[token.head].head]
        # "The explosion at the depot, which killed six": the depot killed nobody.
        is_deed |= role == "actor" and token.dep == "pobj" and above.index in heads - {anchor.head}
        is_deed |= role == "actor" and token.pos == "NOUN" and sense_of(reading, token) is not None
        if is_deed or not _is_party(token, known):
            continue
        kind = kind_of(token, known)
        if role == "target" and anchor.kind.mode == "troops":
            # Who is sent suffers nothing by it.
            role = "instrument"
        if role == "target" and kind == "other" and anchor.kind.mode in _OF_PEOPLE:
            kind = "people"
        actor = known.of(token)
        span = words_of(reading, _named(reading, token) if kind == "people" else token)
        party = Party(role=role, span=span, kind=kind, actor=actor)
        found.setdefault(span, party)
    return [found[span] for span in sorted(found)]


def weapons_at(reading: Reading) -> list[Span]:
    """The weapons that the text names."""
    return [token.span for token in reading.tokens if token.pos == "NOUN" and is_weapon(token)]


def armed(
    reading: Reading, anchor: Anchor, weapons: Iterable[Span], known: ActorsAt
) -> list[Party]:
    """Weapons in the clause of an anchor as parties of it."""
    if anchor.kind.type not in listed("harmful"):
        return []
    heads = [token for span in weapons for token in reading.tokens_in(span)]
    return [
        Party(role="instrument", span=words_of(reading, t), kind="thing", actor=known.of(t))
        for t in heads
    ]


def _is_party(token: Token, known: ActorsAt) -> bool:
    """Days and happenings take no part in one, nor do places, unless they act elsewhere."""
    if token.pos not in {"NOUN", "PROPN"} or token.ent in _NO_PARTY:
        return False
    if lemma_of(token) in listed("no_parties"):
        return False
    return token.ent not in {"GPE", "LOC"} or known.of(token) is not None


def _bodies(reading: Reading, head: Token, known: ActorsAt) -> Iterator[Token]:
    """The body whose people do it: "members of the armed forces", "rebels of the N.L.F.", "army
    soldiers"."""
    if kind_of(head, known) != "people" or head.pos == "PROPN":
        return
    for token in under(reading, head.index):
        if token.dep in {"compound", "nmod"}:
            yield from (t for t in (token,) if kind_of(t, known) == "body" and t.ent != "GPE")
        elif token.dep == "prep" and token.lower in {"of", "from"}:
            for below in under(reading, token.index):
                if below.dep == "pobj" and kind_of(below, known) == "body" and below.ent != "GPE":
                    yield from _with_conjuncts(reading, below)


def _counted(reading: Reading, head: Token) -> Token:
    """What a "group of", "dozens of", "one of" consists of."""
    if lemma_of(head) not in listed("collections"):
        return head
    for token in under(reading, head.index):
        if token.lower == "of":
            return next((t for t in under(reading, token.index) if t.dep == "pobj"), head)
    return head


def _named(reading: Reading, head: Token) -> Token:
    """ "The minister, Orla Venn": whoever is described is told by the name beside."""
    if head.pos == "PROPN" or head.ent == "PERSON":
        return head
    beside = (t for t in under(reading, head.index) if t.dep == "appos")
    return next((t for t in beside if t.pos == "PROPN" and t.ent in {"PERSON", ""}), head)


def _accused(reading: Reading, anchor: Anchor) -> Iterator[Token]:
    """ "Blamed the party for the attack", "accused them of bombing it", "a claim by X"."""
    token = reading.tokens[anchor.head]
    over = reading.tokens[token.head]
    if over.lower not in {"for", "of", "with", "in"} or over.index == token.index:
        return
    verb = reading.tokens[over.head]
    if verb.lemma in {"responsible", "responsibility"}:
        yield from _responsible(reading, verb)
        return
    if verb.lemma in listed("accusing"):
        below = under(reading, verb.index)
        passive = any(t.dep in {"auxpass", "nsubjpass"} for t in below)
        wanted = {"nsubjpass"} if passive else {"dobj"}
        told = [t for t in below if t.dep in wanted]
        if not told and verb.tag == "VBN" and verb.dep == "acl":
            # "The soldiers involved in the killing".
            told = [reading.tokens[verb.head]]
        for found in told:
            yield from _with_conjuncts(reading, found)
    elif verb.lemma in _TAKING_PART:
        for found in (t for t in under(reading, verb.index) if t.dep == "nsubj"):
            yield from _with_conjuncts(reading, found)


def _responsible(reading: Reading, word: Token) -> Iterator[Token]:
    """ "Claimed responsibility for the attack", "accused the party of being responsible for it"."""
    at = word
    for _ in range(_UP):
        if at.head == at.index:
            return
        at = reading.tokens[at.head]
        below = under(reading, at.index)
        if at.lemma in {"claim", "take", "accept", "admit", "assume"}:
            wanted = {"nsubj"}
        elif at.lemma in listed("accusing"):
            wanted = {"dobj"}
        else:
            continue
        for found in (t for t in below if t.dep in wanted):
            yield from _with_conjuncts(reading, found)
        return


def words_of(reading: Reading, head: Token) -> Span:
    """The name or noun phrase around a head, without articles, counts and what follows it."""
    if head.ent == "PERSON":
        first = last = head.index
        while first > 0 and reading.tokens[first - 1].ent == "PERSON" and head.index - first < 4:
            first -= 1
        while (
            last + 1 < len(reading.tokens)
            and reading.tokens[last + 1].ent == "PERSON"
            and last - head.index < 4
        ):
            last += 1
        return Span(reading.tokens[first].start, reading.tokens[last].end)
    first = head.index
    for _ in range(_MOST_WORDS):
        if first == 0:
            break
        before = reading.tokens[first - 1]
        inside = before.dep in _INNER or before.head == head.index
        if before.pos in _OUTER or not inside or before.text in {",", ";", ":", "(", ")", "--"}:
            break
        first -= 1
    while first < head.index and reading.tokens[first].pos in {"PUNCT", "ADV", "PART"}:
        first += 1
    return Span(reading.tokens[_behind_titles(reading, first, head)].start, head.end)


def _behind_titles(reading: Reading, first: int, head: Token) -> int:
    """Where a name begins that the engine does not know for one: behind "colonel", "the leader"."""
    if lemma_of(head) in _nouns()["people"] | _nouns()["bodies"] | listed("things"):
        return first
    titles = [
        t.index for t in reading.tokens[first : head.index] if lemma_of(t) in _nouns()["people"]
    ]
    return titles[-1] + 1 if titles else first


def kind_of(head: Token, known: ActorsAt) -> PartyKind:
    """People, a body of people, a thing; "other" where no list tells."""
    lemma = lemma_of(head)
    nouns = _nouns()
    if lemma in nouns["people"] or head.ent == "PERSON" or lemma.endswith(("man", "woman")):
        return "people"
    if lemma in nouns["bodies"]:
        return "body"
    if lemma in listed("things") or is_weapon(head):
        return "thing"
    kind = known.kind_of(head)
    if kind is not None:
        return "people" if kind in _PEOPLE else "body"
    if head.ent == "NORP" and head.tag in {"NNS", "NNPS"}:
        return "people"
    return "body" if head.ent in {"ORG", "NORP", "GPE"} else "other"


@cache
def _nouns() -> dict[str, frozenset[str]]:
    nouns = table("accordingto.actors", "kinds.toml")["nouns"]
    bodies = ("government", "armed_group", "organisation", "media")
    return {
        "people": frozenset({*nouns["person"], *nouns["group"], *listed("people")}),
        "bodies": frozenset(word for kind in bodies for word in nouns[kind]),
    }


def is_weapon(token: Token) -> bool:
    """Whether a noun is a thing that harm is done with."""
    return lemma_of(token) in listed("weapons")


def _instruments(reading: Reading, anchor: Anchor, roles: Roles) -> Iterator[Token]:
    """Weapons: what "exploded", what it was done "with", what stands before "attack"."""
    if anchor.kind.type not in listed("harmful"):
        return
    head = reading.tokens[anchor.head]
    yield from (token for token in (*roles.actors, *roles.targets) if is_weapon(token))
    below = under(reading, anchor.head)
    yield from (t for t in below if t.dep in {"compound", "nmod", "amod"} and is_weapon(t))
    for token in below:
        if token.lower in _WITH or token.dep == "agent" or token.lemma in _BY_USE:
            yield from _weapons_under(reading, token)
    if anchor.is_verb and is_weapon(head):
        yield head


def _weapons_under(reading: Reading, above: Token) -> Iterator[Token]:
    for token in under(reading, above.index):
        if token.dep in {"pobj", "dobj"}:
            yield from (t for t in _with_conjuncts(reading, token) if is_weapon(t))


def _struck(reading: Reading, anchor: Anchor) -> Iterator[Token]:
    """ "A bomb exploded outside the embassy": what stands where a weapon went off."""
    if anchor.lemma not in listed("going_off"):
        return
    for token in under(reading, anchor.head):
        if token.dep == "prep" and token.lower in listed("by_which"):
            for below in under(reading, token.index):
                if below.dep == "pobj" and below.ent not in {"GPE", "LOC", "DATE", "TIME"}:
                    yield from _with_conjuncts(reading, below)


def _with_conjuncts(reading: Reading, head: Token) -> Iterator[Token]:
    yield head
    yield from (
        t for t in under(reading, head.index) if t.dep == "conj" and t.pos in {"NOUN", "PROPN"}
    )


def joined(text: str, lists: Iterable[Sequence[Party]]) -> tuple[Party, ...]:
    """The parties of all wordings of one event, each once in a role, under its longest name."""
    found: dict[tuple[str, str], Party] = {}
    voices: dict[tuple[str, str], dict[str, None]] = {}
    for parties in lists:
        for party in parties:
            key = (party.role, party.actor or party.span.of(text).casefold())
            before = found.setdefault(key, party)
            if len(party.span) > len(before.span):
                found[key] = party
            voices.setdefault(key, {}).update(dict.fromkeys(party.named_by))
    whole = [
        msgspec.structs.replace(party, named_by=tuple(sorted(voices[key], key=_narrator_first)))
        for key, party in found.items()
    ]
    return tuple(sorted(whole, key=lambda party: (party.span, party.role)))


def _narrator_first(voice: str) -> bool:
    return voice != NARRATOR
