"""Whether "he" or "she" can mean somebody, as far as the words beside his or her name say.

Names themselves are not judged: they tell too little across languages. Where no word settles it,
either pronoun may mean the person.
"""

from functools import cache

from accordingto.records.facts import Actor
from accordingto.statements.wordlists import word_list

# A title stands right before a name.
_TITLE_REACH = 16


def may_mean(pronoun: str, actor: Actor, text: str) -> bool:
    """False only where the text's own words speak against it."""
    wanted = _gender_of_pronoun(pronoun)
    if wanted is None or actor.kind != "person":
        return True
    told = {_gender(word) for word in _words_about(actor, text)} - {None}
    return not told or wanted in told


def _words_about(actor: Actor, text: str) -> list[str]:
    """The words of the person's role and mentions, and the title before each mention."""
    found = (actor.role or "").split()
    for mention in actor.mentions:
        found += mention.of(text).split()
        found += text[max(0, mention.start - _TITLE_REACH) : mention.start].split()[-1:]
    return [word.strip('.,;:"“”()').lower() for word in found]


def _gender_of_pronoun(pronoun: str) -> str | None:
    if pronoun in _set("he_pronouns"):
        return "he"
    return "she" if pronoun in _set("she_pronouns") else None


def _gender(word: str) -> str | None:
    if word in _set("he"):
        return "he"
    return "she" if word in _set("she") else None


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(word_list("sources.toml", "gender", key))
