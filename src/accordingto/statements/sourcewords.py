"""What the words of a source are: a pronoun, a name at the end of a description, a kind of noun."""

import re
from functools import cache

from accordingto.records.facts import ActorKind
from accordingto.records.reading import Reading
from accordingto.records.span import Span
from accordingto.statements.wordlists import word_list
from accordingto.tables import table

PEOPLE: frozenset[ActorKind] = frozenset({"person"})
MANY: frozenset[ActorKind] = frozenset({"group", "armed_group", "organisation", "government"})
THINGS: frozenset[ActorKind] = frozenset({"government", "organisation", "armed_group", "media"})

_AGE = re.compile(r"\w+-year-old$")
# What may stand between a description and the name at its end: ", Brigadier General", "the".
_TITLE_TAGS = frozenset({"PROPN", "DET"})
_CUTS = frozenset({"ADP", "VERB", "AUX", "SCONJ", "CCONJ"})


def kinds_for(pronoun: str) -> frozenset[ActorKind]:
    """The kinds of actors that a pronoun can mean."""
    if pronoun in listed("pronouns", "person"):
        return PEOPLE
    if pronoun in listed("pronouns", "many"):
        return MANY
    if pronoun in listed("pronouns", "thing"):
        return THINGS
    return PEOPLE | MANY | THINGS


def is_first_person(words: str) -> bool:
    """True for "we"; "US" is a country, "us" is not."""
    is_acronym = len(words) > 1 and words.isupper()
    return not is_acronym and words.lower() in listed("pronouns", "speaker")


def is_pronoun(lower: str) -> bool:
    """True for "he", "it", "who"."""
    return any(lower in listed("pronouns", k) for k in ("person", "many", "thing", "relative"))


def is_any(noun: str, words: str, kind: str) -> bool:
    """True where the noun, or a phrase of several words in ``words``, is in a list of nouns."""
    nouns = listed("nouns", kind)
    return noun in nouns or any(" " in item and item in words.lower() for item in nouns)


def is_one_person(noun: str, words: str) -> bool:
    """True for a noun that tells of one person without a name: "a driver", "the 23-year-old"."""
    if is_any(noun, words, "person") or is_any(noun, words, "unnamed"):
        return True
    return _AGE.search(words.split(",")[0].lower()) is not None


def ends_in_name(reading: Reading, span: Span, name: Span) -> bool:
    """True where ``name`` closes a description of its bearer: "the state news agency MTA", "Lum's
    lawyer, Ada Ores"; false for "a columnist in the daily MTA"."""
    if name.start <= span.start or not reading.tokens_in(name)[0].text[:1].isupper():
        return False
    before = reading.tokens_in(Span(span.start, name.start))
    while before and before[-1].pos in _TITLE_TAGS:
        before.pop()
    if not before:
        return False
    if before[-1].text == ",":
        return True
    last = max((i for i, token in enumerate(before) if token.text == ","), default=-1)
    plain = all(token.pos not in _CUTS for token in before[last + 1 :])
    return before[-1].pos == "NOUN" and plain


@cache
def listed(section: str, key: str) -> frozenset[str]:
    """The words under ``[section] key`` of ``sources.toml``."""
    return frozenset(word_list("sources.toml", section, key))


def alike(section: str, word: str) -> tuple[str, ...]:
    """A word and the words that ``[section] alike`` of ``sources.toml`` puts beside it."""
    for group in table("accordingto.statements", "sources.toml")[section]["alike"]:
        if word in group:
            return tuple(group)
    return (word,)


def whole_word(text: str, span: Span) -> str:
    """The word at ``span`` with what hyphens join to it: "secretary-general" for its "general"."""
    start = span.start
    while start and (text[start - 1].isalnum() or text[start - 1] in "-‑"):
        start -= 1
    return text[start : span.end]
