"""What the words around say of names whose kind only the engine guesses.

"Ada Lum, 27," is a person, and so is "his sister, Ada"; "the Badgers" are a team; "Washington said"
is somebody's surname in a text about Ada Washington.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from accordingto.actors.called import beside, kind_called, noun_beside
from accordingto.actors.countries import country_of_seat
from accordingto.actors.fold import is_acronym, parts
from accordingto.actors.kinds import may_be_person
from accordingto.actors.mention import Mention
from accordingto.actors.standing import in_dateline, is_located, is_modifier
from accordingto.actors.wordlists import words
from accordingto.given_names import gender_of
from accordingto.records.facts import ActorKind
from accordingto.records.reading import Reading, Token

_OLDEST = 110
_MOST_WORDS = 4
_NUMBERS = frozenset({"NNS", "NNPS"})
_INITIALS = re.compile(r"(?:[A-Z]\. ?){1,3}(?<= )[A-Z][a-z]+\Z")
_BODIES: frozenset[ActorKind | None] = frozenset({"organisation", "armed_group", "media"})


def with_told(reading: Reading, names: Sequence[Mention]) -> list[Mention]:
    """The names, each with the kind that the words around it, or around another like it, tell."""
    told = _told(reading, names)
    kinds = [_with_kind(reading, mention, told) for mention in names]
    return [replace(m, called=noun_beside(reading, m)) if m.kind in _BODIES else m for m in kinds]


@dataclass(frozen=True)
class _Told:
    """What is told of names by their words: people, bodies with their kind, the last words of
    teams' names, surnames, and those of the bodies that a noun beside them tells."""

    people: frozenset[str]
    bodies: Mapping[str, ActorKind]
    teams: frozenset[str]
    surnames: frozenset[str]
    called: frozenset[str]


def _told(reading: Reading, names: Sequence[Mention]) -> _Told:
    people = {m.words for m in names if _may_be(m) and _told_person(reading, m)}
    given = {w for m in names if m.kind == "person" and _has_given(m) for w in parts(m.words)[-1:]}
    surnames = given | {w for words in people if " " in words for w in parts(words)[-1:]}
    seen = Counter(w for m in names if _is_team(reading, m) for w in parts(m.words)[-1:])
    teams = {word for word, count in seen.items() if count > 1 or word not in surnames}
    nouns = {
        m.words: noun
        for m in names
        if not m.sure
        # "The company, Lum said": of somebody whom the text has with his title or given name.
        and not (m.kind == "person" and {*parts(m.words)[-1:]} & given)
        and (noun := noun_beside(reading, m))
    }
    bodies = {words: kind_called(noun) for words, noun in nouns.items()}
    bodies |= dict.fromkeys(_with_article(reading, names) - set(bodies), "organisation")
    return _Told(frozenset(people), bodies, frozenset(teams), frozenset(surnames), frozenset(nouns))


def _with_kind(reading: Reading, mention: Mention, told: _Told) -> Mention:
    last = parts(mention.words)[-1] if parts(mention.words) else ""
    if mention.words in told.people and _may_be(mention):
        return replace(mention, kind="person", label="PERSON")
    if _is_guess(mention) and last in told.teams:
        return replace(mention, kind="organisation", label="ORG")
    if mention.words in told.bodies and not mention.sure:
        return replace(
            mention,
            kind=told.bodies[mention.words],
            label="ORG",
            sure=mention.words in told.called,
        )
    if mention.kind is None and mention.label == "" and _is_bodys_acronym(reading, mention):
        return replace(mention, kind="organisation", label="ORG")
    if _is_seat(mention, told.surnames):
        seat = country_of_seat(mention.words)
        return replace(
            mention, kind="government", label="GPE", country=seat, identity=f"@{seat}", sure=True
        )
    if mention.kind == "government" and _is_surname(reading, mention, told.surnames):
        return replace(
            mention, kind="person", label="PERSON", country=None, identity=None, sure=False
        )
    return mention


def _is_bodys_acronym(reading: Reading, mention: Mention) -> bool:
    """ "CWU officials", "the CWU's leader": an acronym that people belong to."""
    if not (is_acronym(mention.words) and mention.words.isalpha()):
        return False
    token = reading.tokens[mention.head]
    people = words("kinds.toml", "nouns", "person") | words("kinds.toml", "titles", "words")
    owned = reading.tokens[token.head]
    behind = owned.index > token.index and token.dep in {"poss", "compound", "nmod"}
    return behind and (owned.lemma in people or owned.ent == "PERSON")


def _is_guess(mention: Mention) -> bool:
    return mention.kind == "person" and not mention.sure and mention.title is None


def _may_be(mention: Mention) -> bool:
    """A name that only the engine takes for a body's, and that could be a person's."""
    return (
        mention.kind in {"organisation", None}
        and not mention.sure
        and mention.country is None
        and 0 < len(parts(mention.words)) <= _MOST_WORDS
        and may_be_person(mention.words)
    )


def _has_given(mention: Mention) -> bool:
    first = mention.words.split(" ", 1)[0]
    return " " in mention.words and (mention.sure or gender_of(first) is not None)


def _told_person(reading: Reading, mention: Mention) -> bool:
    return (
        _has_age(reading, mention)
        or _is_relative(reading, mention)
        or _has_initials(mention)
        or _is_he(reading, mention)
        or _has_what_people_have(reading, mention)
        or _is_identified(reading, mention)
    )


def _is_identified(reading: Reading, mention: Mention) -> bool:
    """ "The man, identified as Ada Lum", "named only as Ada": so people are introduced."""
    first = reading.tokens_in(mention.span)[0].index
    before = reading.tokens[max(0, first - 3) : first]
    told = [t.lower for t in before if t.lower != "only"]
    return told[-1:] == ["as"] and told[-2:-1] in (["identified"], ["named"])


def _is_he(reading: Reading, mention: Mention) -> bool:
    """ "Lum said nobody knew. She left": one word that a sentence is about, which has no "it", and
    the next begins with "he" or "she"."""
    token = reading.tokens[mention.head]
    if token.dep != "nsubj" or token.pos != "PROPN" or not _is_plain_word(mention):
        return False
    sentence = reading.sentence_of(token.index)
    if sentence.last >= len(reading.tokens):
        return False
    inside = reading.tokens[sentence.first : sentence.last]
    others = any(t.ent == "PERSON" and t.index != token.index for t in inside)
    thing = any(t.lower in {"it", "its", "they", "their"} for t in inside)
    after = reading.tokens[sentence.last]
    return after.lower in {"he", "she"} and not (others or thing)


def _has_what_people_have(reading: Reading, mention: Mention) -> bool:
    """ "Lum's resignation": of one word, whom a text calls by the last name."""
    token = reading.tokens[mention.head]
    owned = reading.tokens[token.head]
    marked = any(reading.tokens[c].dep == "case" for c in reading.children[token.index])
    return (
        token.dep == "poss"
        and marked
        and _is_plain_word(mention)
        and owned.lemma in words("kinds.toml", "personal", "words")
    )


def _is_plain_word(mention: Mention) -> bool:
    return mention.words.isalpha() and mention.words.istitle() and not is_acronym(mention.words)


def _has_age(reading: Reading, mention: Mention) -> bool:
    """ "Ada Lum, 27, …": a full name, and a number of years between two commas."""
    if " " not in mention.words:
        return False
    last = reading.tokens_in(mention.span)[-1].index
    after = reading.tokens[last + 1 : last + 4]
    if len(after) < 3 or after[0].text != "," or after[2].text not in {",", ".", ";"}:
        return False
    return after[1].text.isdecimal() and 0 < int(after[1].text) <= _OLDEST


def _is_relative(reading: Reading, mention: Mention) -> bool:
    """ "His twin sister, Ada, …", "the mayor, Ada Lum, …": beside a word for somebody of a family
    or in an office."""
    somebody = words("kinds.toml", "nouns", "kin") | (
        words("kinds.toml", "nouns", "person") & words("kinds.toml", "titles", "words")
        if " " in mention.words
        else words("kinds.toml", "titles", "offices")
    )
    return any(
        t.lemma in somebody - words("kinds.toml", "nouns", "either") and not _owns(t)
        for t in beside(reading, mention)
    )


def _has_initials(mention: Mention) -> bool:
    """ "K. P. Nambi": nothing but a person is called so."""
    return _INITIALS.match(mention.words) is not None


def _owns(token: Token) -> bool:
    return token.dep == "poss" or token.tag in _NUMBERS


def _is_team(reading: Reading, mention: Mention) -> bool:
    """ "The Badgers": an article before a plural that the engine takes for somebody's name."""
    first = reading.tokens_in(mention.span)[0]
    last = reading.tokens_in(mention.span)[-1]
    if not _is_guess(mention) or first.index == 0 or is_modifier(reading, mention):
        return False
    article = first.lower == "the" or reading.tokens[first.index - 1].lower == "the"
    return article and len(last.text) > 3 and last.lower.endswith("s")


def _is_seat(mention: Mention, surnames: frozenset[str]) -> bool:
    """A capital that the engine takes for somebody ("Abuja said"), unless somebody bears it."""
    guess = mention.kind == "person" and mention.label == "PERSON" and mention.title is None
    seat = guess and country_of_seat(mention.words) is not None
    return seat and not set(parts(mention.words)) & surnames


def _with_article(reading: Reading, names: Sequence[Mention]) -> set[str]:
    """Names of two words or more that never go without "the": "the National Lantern"."""
    seen: dict[str, bool] = {}
    for mention in names:
        if not _is_guess(mention) or " " not in mention.words:
            continue
        first = reading.tokens_in(mention.span)[0]
        before = reading.tokens[first.index - 1].lower if first.index else ""
        inside = first.lower == "the"
        article = (before == "the" or inside) and not is_modifier(reading, mention)
        given = gender_of(first.text) is not None
        seen[mention.words] = seen.get(mention.words, True) and article and not given
    return {words for words, always in seen.items() if always}


def _is_surname(reading: Reading, mention: Mention, surnames: frozenset[str]) -> bool:
    """ "Washington said", of Ada Washington: a place's name, and no place here."""
    return (
        mention.words.isalpha()
        and parts(mention.words)[-1] in surnames
        and mention.spoken
        and not in_dateline(reading, mention)
        and not is_located(reading, mention)
    )
