"""Which name of another part of the text a noun means: "rebels" and "the hospital" before the text
names them, and what the headline names in short."""

from collections.abc import Sequence

from accordingto.actors.bodies import Found, before, content
from accordingto.actors.fold import parts
from accordingto.actors.group import Grouping
from accordingto.actors.votes import group_kind
from accordingto.actors.wordlists import words

_THREE = 3
# What a union is called.
_UNIONS = frozenset({"union", "federation", "association", "league", "congress", "organisation"})


def of_kind_ahead(group: Grouping, index: int) -> Found:
    """ "Rebels", before the text names the one armed group that it is about."""
    mention = group.mentions[index]
    if mention.kind != "armed_group" or not mention.plural or len(content(mention)) != 1:
        return None
    named = [
        i
        for i, other in enumerate(group.mentions)
        if other.form == "name" and group_kind(group, i) == "armed_group"
    ]
    if not named or len({group.root(i) for i in named}) != 1 or named[0] < index:
        return None
    return (
        named[0],
        0.6,
        f"the only armed group that the text names: {group.mentions[named[0]].words}",
    )


def named_ahead(group: Grouping, index: int) -> Found:
    """ "Hospital puts the dead at 11" above the text that names the one hospital."""
    mention = group.mentions[index]
    if mention.plural or mention.kind in {"person", "group"} or len(content(mention)) != 1:
        return None
    named = [
        i
        for i, other in enumerate(group.mentions)
        if other.form == "name"
        and (mention.lemma in parts(other.words) or other.called == mention.lemma)
        and group_kind(group, i) not in {"person", None}
    ]
    if len({group.root(i) for i in named}) != 1:
        return None
    words_of = group.mentions[named[0]].words
    return named[0], 0.6, f"the only {mention.lemma} that the text names: {words_of}"


def named_by_members(group: Grouping, index: int) -> Found:
    """ "The miners' union", of the one that the text names "United Miners' Federation"."""
    mention = group.mentions[index]
    said = set(content(mention)) - {mention.lemma, "s"}
    if mention.lemma not in _UNIONS or mention.plural or not said:
        return None
    named = [
        i
        for i, other in enumerate(group.mentions)
        if other.form == "name"
        and said <= (words_of := set(parts(other.words)))
        and words_of & _UNIONS
    ]
    if len({group.root(i) for i in named}) != 1:
        return None
    name = group.mentions[named[0]].words
    return named[0], 0.65, f"the only union of the {' '.join(sorted(said))} that is named: {name}"


def named_nouns(group: Grouping) -> dict[str, list[int]]:
    """By its noun who is told by name beside it: "the victim, Ada Lum"."""
    found: dict[str, list[int]] = {}
    for index, mention in enumerate(group.mentions):
        if mention.form == "noun" and mention.definite and not mention.plural:
            members = group.members(index)
            if len(members) > 1 and any(group.mentions[i].form == "name" for i in members):
                found.setdefault(mention.lemma, []).append(index)
    return found


def join_ahead(group: Grouping, index: int, named: Sequence[int]) -> None:
    """ "The victim" of the first lines, where the text names one victim further down."""
    mention = group.mentions[index]
    if not mention.definite or mention.plural or len(content(mention)) != 1:
        return
    after = [i for i in named if i > index]
    kin = mention.lemma in words("kinds.toml", "nouns", "kin")
    if kin:
        # "His wife", of the same pronoun's.
        said = mention.words.lower()
        after = [i for i in after if group.mentions[i].words.lower() == said]
    person = mention.kind == "person" and bool(after)
    if person and len({group.root(i) for i in after}) == 1:
        words_of = group.mentions[after[0]].words
        group.join(after[0], index, 0.65, f"'{mention.words}': named further down: {words_of}")


def of_headline(group: Grouping, index: int, opening: int) -> Found:
    """ "Lira's election commission", which the headline has as "Lira commission"."""
    mention = group.mentions[index]
    said = set(parts(mention.words.replace("’s", "").replace("'s", "")))
    if mention.span.start < opening or mention.plural or len(said) < _THREE:
        return None
    for other in before(group, index, "name"):
        name = group.mentions[other]
        named = parts(name.words)
        fits = len(named) > 1 and named[-1] == mention.lemma and set(named) < said
        if fits and name.span.start < opening and group_kind(group, other) != "person":
            return other, 0.75, f"in the headline: {name.words}"
    return None
