"""The kind of an actor by vote of its mentions."""

from accordingto.actors.group import Grouping
from accordingto.actors.kinds import may_be_person
from accordingto.actors.mention import Link, Mention
from accordingto.actors.wordlists import words
from accordingto.given_names import gender_of
from accordingto.records.facts import ActorKind

# The first hundreds of mentions tell; a name repeated ten thousand times tells no more.
MOST_ASKED = 200
# Reasons by which only people's names are joined.
_NAMED_AFTER = ("surname of", "part of the name")


def group_kind(group: Grouping, index: int) -> ActorKind | None:
    """The kind most of a group's names have; the first named one among equals.

    Kinds from tables, words and titles outweigh the engine's labels, and its labels of full names
    those of single words; nouns only count where no name does.
    """
    root = group.root(index)
    if root not in group.kinds:
        group.kinds[root] = _voted(group, root)
    return group.kinds[root]


def _voted(group: Grouping, root: int) -> ActorKind | None:
    counted: dict[ActorKind, int] = {}
    for member in group.members(root)[:MOST_ASKED]:
        mention = group.mentions[member]
        if mention.kind is not None:
            counted[mention.kind] = counted.get(mention.kind, 0) + _weight(mention)
    links = group.links(root)[:MOST_ASKED]
    if counted and any(link.reason.startswith(_NAMED_AFTER) for link in links):
        # "The Lum campaign", however often, makes no organisation of Ada Lum.
        if any(_has_given_name(group.mentions[m]) for m in group.members(root)[:MOST_ASKED]):
            return "person"
        counted["person"] = counted.get("person", 0) + 500
    if any(_is_office_beside(group, link) for link in links):
        # "Al-Haddad, head of the mission": whatever the engine took the name for.
        counted["person"] = counted.get("person", 0) + 500
    return max(counted.items(), key=lambda item: item[1])[0] if counted else None


def _is_office_beside(group: Grouping, link: Link) -> bool:
    """True where an office or trade stands beside a name."""
    pair = (group.mentions[link.left], group.mentions[link.right])
    if "stands beside" not in link.reason or not any(m.form == "name" for m in pair):
        return False
    return any(m.form == "noun" and m.kind == "person" and is_office(m.lemma) for m in pair)


def is_office(lemma: str) -> bool:
    """True for what only people are: a minister, and no owner or supplier."""
    either = words("kinds.toml", "nouns", "either") | words(
        "kinds.toml", "nouns", "speaking_person"
    )
    return lemma in words("kinds.toml", "titles", "words") and lemma not in either


def _has_given_name(mention: Mention) -> bool:
    first, _, rest = mention.words.partition(" ")
    person = mention.label == "PERSON" or may_be_person(mention.words)
    return person and bool(rest) and gender_of(first.lower()) is not None


def _weight(mention: Mention) -> int:
    if mention.form != "name":
        return 1
    return 1000 if mention.sure else 60 if " " in mention.words else 30


def names_of(group: Grouping) -> list[int]:
    """The indices of the name mentions."""
    return [i for i, m in enumerate(group.mentions) if m.form == "name"]
