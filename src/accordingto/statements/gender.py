"""Whether "he" or "she" can mean somebody, as far as the text says: by the words beside the name,
else by the pronouns that follow the name where nobody else is named, else by a given name that
nearly always tells. Where nothing settles it, either pronoun may mean the person.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from accordingto.given_names import gender_of
from accordingto.records.facts import Actor
from accordingto.records.reading import Reading
from accordingto.records.span import Span
from accordingto.statements.wordlists import word_list

# A title stands right before a name.
_TITLE_REACH = 16


# Pronouns behind a name speak for one reading from this many on, and by this many to one.
_FEWEST, _MAJORITY = 3, 4

_POSSESSIVES = frozenset({"his", "her", "hers", "their"})

Votes = Mapping[str, Mapping[str, int]]


def may_mean(pronoun: str, actor: Actor, text: str, votes: Votes) -> bool:
    """False only where the text speaks against it; ``votes`` as of ``pronouns_behind``."""
    wanted = _pronouns().get(pronoun)
    if wanted is None or actor.kind != "person":
        return True
    told = {_gender(word) for word in _words_about(actor, text)} - {None}
    if told:
        return wanted in told
    counted = votes.get(actor.id, {})
    other = "she" if wanted == "he" else "he"
    if max(counted.get(wanted, 0), counted.get(other, 0)) < _FEWEST:
        return _given_gender(actor, text) != other
    return counted.get(other, 0) < max(_FEWEST, _MAJORITY * counted.get(wanted, 0))


def _given_gender(actor: Actor, text: str) -> str | None:
    """What the first word of a name of two words or more tells."""
    for mention in actor.mentions:
        first, *rest = mention.of(text).lower().split()
        if rest and (gender := gender_of(first)) is not None:
            return gender
    return None


def pronouns_behind(
    reading: Reading, mentions: Sequence[tuple[Span, Actor]]
) -> dict[str, dict[str, int]]:
    """How often each person's name is followed by "he" or "she" in a sentence that names no other
    person so far; ``mentions`` in text order. What is quoted does not count."""
    votes: dict[str, dict[str, int]] = {}
    people = [(span, actor) for span, actor in mentions if actor.kind == "person"]
    quotations = [quotation.span for quotation in reading.quotations]
    at = quoted = 0
    for sentence in reading.sentences:
        named: set[str] = set()
        for token in reading.tokens_in(sentence.span):
            while at < len(people) and people[at][0].end <= token.start:
                if people[at][0].start >= sentence.span.start:
                    named.add(people[at][1].id)
                at += 1
            gender = _pronouns().get(token.lower)
            if gender is None or len(named) != 1:
                continue
            while quoted < len(quotations) and quotations[quoted].end <= token.start:
                quoted += 1
            if quoted < len(quotations) and quotations[quoted].start <= token.start:
                continue
            counted = votes.setdefault(next(iter(named)), {})
            counted[gender] = counted.get(gender, 0) + 1
    return votes


def _words_about(actor: Actor, text: str) -> list[str]:
    """The words of the person's role and mentions, and the title before each mention."""
    found = (actor.role or "").split()
    for mention in actor.mentions:
        found += mention.of(text).split()
        found += text[max(0, mention.start - _TITLE_REACH) : mention.start].split()[-1:]
    words = [word.strip('.,;:"“”()').lower() for word in found]
    # "His lawyer" tells who he is, not who the lawyer is.
    return [word for word in words if word not in _POSSESSIVES]


@cache
def _pronouns() -> dict[str, str]:
    """The pronouns with what each says."""
    return {word: who for who in ("she", "he") for word in _set(f"{who}_pronouns")}


def _gender(word: str) -> str | None:
    if word in _set("he"):
        return "he"
    return "she" if word in _set("she") else None


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(word_list("sources.toml", "gender", key))
