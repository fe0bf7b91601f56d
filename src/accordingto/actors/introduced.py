"""Who speaks before the text names them: "A woman disputed this. “I saw it,” said Ada Lum, 34."."""

from itertools import pairwise

from accordingto.actors.bodies import content
from accordingto.actors.group import Grouping
from accordingto.actors.mention import Mention
from accordingto.actors.votes import group_kind
from accordingto.actors.wordlists import words
from accordingto.given_names import Gender, gender_of
from accordingto.records.reading import Reading

_SCORE = 0.65
# How far back the description stands, in characters.
_REACH = 450
_HERS: dict[str, Gender] = {
    **dict.fromkeys(("woman", "girl", "mother", "wife", "sister", "daughter", "widow"), "she"),
    **dict.fromkeys(("man", "boy", "father", "husband", "brother", "son", "widower"), "he"),
}
# Who stays unnamed, whoever is named next.
_NAMELESS = frozenset(
    {"official", "source", "diplomat", "aide", "officer", "insider", "spokesman", "spokeswoman",
     "spokesperson", "commander", "leader", "minister"}
)  # fmt: skip


def join_introduced(reading: Reading, group: Grouping) -> None:
    """A speaker who is only described, and the first name behind that speaks without a word of who
    that is: the same, where nobody else has spoken in between."""
    speakers = [i for i, m in enumerate(group.mentions) if m.spoken and m.kind is not None]
    for before, index in pairwise(speakers):
        noun, name = group.mentions[before], group.mentions[index]
        if not _is_described(group, before) or not _is_new_name(group, index):
            continue
        near = name.span.start - noun.span.end <= _REACH
        known = gender_of(name.words.split(" ", 1)[0])
        fits = _HERS.get(noun.lemma) in (None, known) or known is None
        if near and fits and _next_sentences(reading, noun, name):
            reason = f"'{noun.words}': speaks on with a name: {name.words}"
            group.join(before, index, _SCORE, reason)


def _is_described(group: Grouping, index: int) -> bool:
    mention = group.mentions[index]
    if mention.form != "noun" or mention.kind != "person" or mention.plural:
        return False
    if mention.lemma in _NAMELESS or mention.vague:
        return False
    one = mention.words.lower().startswith(("a ", "an "))
    kin = mention.lemma in words("kinds.toml", "nouns", "kin") and len(content(mention)) > 1
    members = (group.mentions[i] for i in group.members(index))
    return (one or kin) and all(m.form == "noun" for m in members)


def _is_new_name(group: Grouping, index: int) -> bool:
    """A full name, for the first time, with no word of what its bearer is."""
    mention = group.mentions[index]
    members = group.members(index)
    return (
        mention.form == "name"
        and " " in mention.words
        and mention.title is None
        and members[0] == index
        and group_kind(group, index) == "person"
        and all(group.mentions[i].form == "name" for i in members)
    )


def _next_sentences(reading: Reading, noun: Mention, name: Mention) -> bool:
    """True where the name stands in another sentence than the description."""
    return reading.sentence_of(noun.head).first != reading.sentence_of(name.head).first
