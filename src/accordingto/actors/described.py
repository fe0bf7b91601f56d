"""Noun phrases joined to whom they point at: names before them, or the same phrase before."""

from collections.abc import Sequence

from accordingto.actors.bodies import Found, before, body_nouns, content, is_armed, of_kind
from accordingto.actors.fold import parts
from accordingto.actors.group import Grouping
from accordingto.actors.holders import with_role
from accordingto.actors.meant import (
    join_ahead,
    named_ahead,
    named_by_members,
    named_nouns,
    of_headline,
    of_kind_ahead,
)
from accordingto.actors.mention import Mention
from accordingto.actors.votes import group_kind
from accordingto.actors.wordlists import words
from accordingto.records.facts import ActorKind

# "The Tal militant group": so many words behind the name.
_MOST_BEHIND = 3
_OWN = frozenset({"my", "our", "your"})
_THEIRS = frozenset({"his", "her", "their", "its"})
_OTHERS = frozenset({"another", "other", "second", "third", "fourth", "fifth"})
_FIGHTING: frozenset[ActorKind | None] = frozenset({"armed_group", "organisation"})
# Not of firms: "the UN refugee agency" is not the UN.
_APART = frozenset(
    {"agency", "department", "watchdog", "regulator", "tank", "unit", "subsidiary", "supplier",
     "contractor", "developer", "chain"}
)  # fmt: skip
_PUBLIC = frozenset(
    {"commission", "council", "court", "parliament", "assembly", "committee", "board", "tribunal",
     "authority", "senate"}
)  # fmt: skip
# Whose names may follow the words for them.
_NAMED: frozenset[ActorKind | None] = frozenset({"person", "organisation"})
_LOOSE = frozenset({"people", "official", "source", "other"})
_MINISTRIES = frozenset({"ministry", "department"})
# So many mentions back a minister is looked for.
_NEAR_MINISTER = 12
_OWNERS = 200


def _kin() -> frozenset[str]:
    return words("kinds.toml", "nouns", "kin")


def join_described(group: Grouping, roles: dict[int, str], opening: int) -> None:
    """Walks the noun phrases in text order. ``roles`` has a lower-case role for some mentions;
    ``opening`` is the offset at which headline and standfirst are over."""
    seen: dict[str, list[int]] = {}
    named = named_nouns(group)
    for index, mention in enumerate(group.mentions):
        if mention.form != "noun":
            continue
        if len(group.members(index)) == 1:
            _join_one(group, index, roles, opening, seen.get(mention.lemma, ()))
        if len(group.members(index)) == 1 and mention.lemma not in seen:
            join_ahead(group, index, named.get(mention.lemma, ()))
        _join_told(group, index, seen.get(mention.lemma, ()))
        seen.setdefault(mention.lemma, []).append(index)


def _join_told(group: Grouping, index: int, alike: Sequence[int]) -> None:
    """ "A student had done it. The student, Aya Mori, …": who was spoken of before gets a name."""
    mention = group.mentions[index]
    the = mention.words.lower().startswith("the ")
    if not (the and mention.kind in _NAMED) or not alike:
        return
    beside = [group.mentions[i] for i in group.members(index)]
    told = any(m.form == "name" for m in beside) and all(
        m.form == "name" or m is mention for m in beside
    )
    if not told:
        return
    members = group.members(alike[-1])
    # A headline leaves the article out.
    own = [i for i in members if group.mentions[i].words.lower().startswith(("a ", "an "))]
    earlier = [group.mentions[i] for i in (*own, *(i for i in members if i not in own))]
    lead = earlier[0].words.lower().split(" ", 1)[0]
    said = content(mention)
    # "The prime minister said", before "the prime minister, Ada Lum, …".
    single = lead in ("a", "an") and len(said) == 1 and mention.kind == "person"
    same = lead == "the" and content(earlier[0]) == said
    # "The government's negotiator", before "the negotiator, Ada Lum".
    owner, _, owned = earlier[0].words.replace("’", "'").rpartition("'s ")
    same = same or (bool(owner) and tuple(owned.lower().split()) == said)
    # "The miners' union said so. The union, SMK, …": the only one of its kind so far.
    only = len({group.root(i) for i in alike}) == 1
    body = mention.kind != "person" and len(said) == 1 and only
    nameless = all(m.form == "noun" for m in earlier)
    if (single or same or body) and not earlier[0].plural and nameless:
        group.join(alike[-1], index, 0.75, f"'{mention.words}': '{earlier[0].words}' with a name")


def _join_one(
    group: Grouping, index: int, roles: dict[int, str], opening: int, alike: Sequence[int]
) -> None:
    """``alike`` has the earlier noun phrases with the same head noun, in text order."""
    mention = group.mentions[index]
    found = (
        _name_inside(group, index)
        or _those_of_name(group, index)
        or _named_with_noun(group, index)
        or of_headline(group, index, opening)
        or named_by_members(group, index)
        or with_role(group, index, roles, opening)
        or _fuller(group, index, alike)
        or (of_kind(group, index) if len(content(mention)) == 1 or is_armed(mention) else None)
        or (
            _same_noun(group, index, opening, alike)
            if mention.definite and not mention.plural
            else None
        )
        or _same_phrase(group, index, alike)
        or _same_noun(group, index, opening, alike)
        or of_kind(group, index)
        or of_kind_ahead(group, index)
        or (
            named_ahead(group, index) if mention.span.start < opening or _is_bare(mention) else None
        )
    )
    if found is not None:
        other, score, reason = found
        group.join(other, index, score, f"'{mention.words}': {reason}")


def _fuller(group: Grouping, index: int, alike: Sequence[int]) -> Found:
    """ "The agency" after "the UN refugee agency": called so in full, no name since."""
    mention = group.mentions[index]
    if not alike or not mention.definite or mention.plural or len(content(mention)) != 1:
        return None
    other = alike[-1]
    earlier = group.mentions[other]
    full = earlier.definite and not earlier.plural and len(content(earlier)) > 1
    if mention.lemma not in _APART or not full or len(group.members(other)) > 1:
        return None
    since = [m for m in group.mentions[other + 1 : index] if m.form == "name"]
    outside = [m for m in since if not earlier.span.contains(m.span)]
    if any(m.kind in {"organisation", "government"} for m in outside):
        return None
    return other, 0.75, f"taken up from '{earlier.words}'"


def _is_bare(mention: Mention) -> bool:
    """The "Hospital" of "Hospital says 11 died"."""
    return mention.words[:1].isupper() and " " not in mention.words


def _name_inside(group: Grouping, index: int) -> Found:
    """ "The Tal Front group": a noun that only says what the name right before it is."""
    mention = group.mentions[index]
    outlet = mention.lemma in words("kinds.toml", "nouns", "media")
    if mention.plural or (mention.lemma not in body_nouns() and not outlet):
        return None
    for other in range(index + 1, min(index + 4, len(group.mentions))):
        name = group.mentions[other]
        if name.form != "name" or not mention.span.contains(name.span):
            continue
        if mention.lemma in _APART and name.identity is not None and name.kind == "organisation":
            return None
        if mention.lemma in _PUBLIC and len(parts(name.words)) == 1 and not name.sure:
            # "The Ores commission", of a place as like as not.
            return None
        behind = mention.words[name.span.end - mention.span.start :].split()
        if 0 < len(behind) <= _MOST_BEHIND and all(w.isalpha() and w.islower() for w in behind):
            return other, 0.9, f"says what {name.words} is"
    return None


def _those_of_name(group: Grouping, index: int) -> Found:
    """ "The rebels of the Tal Front": the fighters of a named group are the group."""
    mention = group.mentions[index]
    if mention.kind != "armed_group" or not mention.plural:
        return None
    for other in range(max(0, index - 2), min(index + 4, len(group.mentions))):
        name = group.mentions[other]
        inside = name.form == "name" and mention.span.contains(name.span)
        at_end = inside and name.span.end == mention.span.end
        if at_end and name.kind in _FIGHTING:
            return other, 0.75, f"those of {name.words}"
        # "Tal insurgents"; "nine Tal insurgents" are some of them.
        right_before = inside and len(content(mention)) == len(parts(name.words)) + 1
        if right_before and group_kind(group, other) == "armed_group":
            return other, 0.75, f"those of {name.words}"
    return None


def _named_with_noun(group: Grouping, index: int) -> Found:
    """ "The ministry" after "the Health Ministry": the noun is a word of the name."""
    mention = group.mentions[index]
    if not mention.definite or mention.plural or mention.kind in {"person", "group"}:
        return None
    if mention.country is not None:
        return None
    # "The news agency" is no "Relief Agency": all that is said must be in the name.
    said = {*content(mention)[:-1], mention.lemma}
    bank = said == {"bank"}
    for other in before(group, index, "name"):
        name = group.mentions[other]
        named = parts(name.words)
        # "Nordbank" is the bank.
        in_word = bank and any(w.endswith("bank") for w in named)
        called = said == {name.called} and name.called not in body_nouns()
        fits = called or in_word or all(w in named for w in said)
        if fits and group_kind(group, other) != "person":
            return other, 0.8, f"the last body named so: {name.words}"
    return None


def _is_indefinite(mention: Mention) -> bool:
    first = mention.words.split(" ", 1)[0].lower()
    return first in words("kinds.toml", "indefinite", "determiners")


def _differ(one: Mention, other: Mention) -> bool:
    """ "Two children" and "three children", or "children" who may be others."""
    counts = [mention.words.split(" ", 1)[0].lower() for mention in (one, other)]
    counted = words("kinds.toml", "indefinite", "numbers")
    numbers = [c.isdigit() or c in counted for c in counts]
    if one.plural and other.plural and not (one.definite or other.definite):
        # "Soldiers" and "two soldiers".
        return counts[0] != counts[1] and any(numbers)
    return counts[0] != counts[1] and all(numbers)


def _is_another(mention: Mention) -> bool:
    """ "Another woman", "a second man": not the one before."""
    return any(word.lower() in _OTHERS for word in mention.words.split(" ")[:2])


def _same_phrase(group: Grouping, index: int, alike: Sequence[int]) -> Found:
    mention = group.mentions[index]
    if mention.lemma in _LOOSE and mention.country is None and not mention.definite:
        return None
    if _is_another(mention):
        return None
    said = content(mention)
    for other in reversed(alike):
        if content(group.mentions[other]) == said and not _differ(mention, group.mentions[other]):
            if (
                len(said) == 1
                and not mention.definite
                and not mention.plural
                and mention.kind == "person"
            ):
                continue
            back = len(said) == 1 and not mention.definite and not mention.plural
            if back and group.mentions[other].definite:
                # "A group", after "the group": another one.
                continue
            return other, 0.8, f"the same words as '{group.mentions[other].words}'"
    return None


def _same_noun(group: Grouping, index: int, opening: int, alike: Sequence[int]) -> Found:
    """ "The suspect" after "a suspect in black"; "wife" after "his wife"; headline and body."""
    mention = group.mentions[index]
    for other in () if _is_another(mention) else reversed(alike):
        earlier = group.mentions[other]
        if earlier.plural != mention.plural or _is_anothers(group, other, mention):
            continue
        lands = {group.mentions[i].country for i in group.members(other)} - {None}
        if mention.country and lands and mention.country not in lands:
            continue
        from_headline = earlier.span.start < opening <= mention.span.start
        kin = mention.lemma in _kin() and not _is_indefinite(mention)
        if (
            kin
            and mention.words.split(" ", 1)[0].lower() in _OWN
            and earlier.words != mention.words
        ):
            # "My child", of whoever speaks.
            continue
        if mention.definite or kin or from_headline:
            if mention.definite and not _compatible(group, mention, other, from_headline):
                continue
            if mention.narrowed and mention.plural and mention.definite:
                # "The people responsible" are not the people before.
                continue
            loose = mention.plural and not mention.definite and mention.lemma in _LOOSE
            if loose and not _alike(mention, earlier):
                continue
            return other, 0.7, f"taken up from '{earlier.words}'"
    return None


def _is_anothers(group: Grouping, other: int, mention: Mention) -> bool:
    """ "Her office", and then "the mayor's office", of whom nothing was said before the first."""
    earlier = group.mentions[other]
    owner, mark, _ = mention.words.replace("’", "'").partition("'s ")
    if not mark or earlier.words.split(" ", 1)[0].lower() not in _THEIRS:
        return False
    last = owner.split(" ")[-1].lower()
    return not any(last in m.words.lower() for m in group.mentions[:other][-_OWNERS:])


def _alike(one: Mention, other: Mention) -> bool:
    """True for "seven people" and "at least seven people", not for "some local people"."""
    mine, theirs = set(content(one)[:-1]), set(content(other)[:-1])
    return mine == theirs or (bool(mine and theirs) and (mine <= theirs or theirs <= mine))


def _compatible(group: Grouping, mention: Mention, other: int, from_headline: bool) -> bool:
    """What the later phrase adds must have been said of the earlier one, or nothing was; the body
    may say more than the headline did."""
    if mention.lemma in _kin():
        return True
    nouns = [group.mentions[i] for i in group.members(other) if group.mentions[i].form == "noun"]
    told = {word for noun in nouns for word in content(noun)[:-1]}
    said = set(content(mention)[:-1])
    if told and told < said and _adds_owner(mention, said - told):
        # "The toll of the health ministry", before "the Dalmene health ministry said".
        return not any(noun.spoken for noun in nouns)
    if said and not told and _has_its_minister(group, other, said):
        return False
    return said <= told or not told or (from_headline and told <= said)


def _has_its_minister(group: Grouping, other: int, said: set[str]) -> bool:
    """ "The interior minister … the ministry": no justice ministry that the text names later."""
    earlier = group.mentions[other]
    if earlier.lemma not in _MINISTRIES:
        return False
    for mention in reversed(group.mentions[max(0, other - _NEAR_MINISTER) : other]):
        fields = [word for word in content(mention) if mention.lemma == "minister"]
        if len(fields) > 1:
            return said.isdisjoint(fields)
    return False


def _adds_owner(mention: Mention, more: set[str]) -> bool:
    """True where what a phrase adds are names, of a public body: whose it is."""
    capitals = {word.lower() for word in mention.words.split() if word[:1].isupper()}
    return mention.kind == "government" and more <= capitals
