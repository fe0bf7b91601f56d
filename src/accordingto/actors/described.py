"""Noun phrases joined to whom they point at: names before them, or the same phrase before."""

from collections.abc import Sequence

from accordingto.actors.countries import country_of_people
from accordingto.actors.fold import parts
from accordingto.actors.group import Grouping
from accordingto.actors.mention import Mention
from accordingto.actors.votes import group_kind
from accordingto.actors.wordlists import short_titles, words
from accordingto.records.facts import ActorKind

# How far back a description reaches for a name, in characters: a few paragraphs.
_REACH = 1500
_BODY_KINDS: dict[str, tuple[ActorKind, ...]] = {
    "group": ("armed_group", "organisation"),
    "militia": ("armed_group",),
    "militant": ("armed_group",),
    "rebel": ("armed_group",),
    "insurgent": ("armed_group",),
    "organisation": ("organisation", "armed_group"),
    "organization": ("organisation", "armed_group"),
    "movement": ("organisation", "armed_group"),
    "company": ("organisation",),
    "utility": ("organisation",),
    "brokerage": ("organisation",),
    "retailer": ("organisation",),
    "carmaker": ("organisation",),
    "airline": ("organisation",),
    "lender": ("organisation",),
    "insurer": ("organisation",),
    "firm": ("organisation",),
    "charity": ("organisation",),
    "alliance": ("organisation",),
    "party": ("organisation",),
    "newspaper": ("media",),
    "paper": ("media",),
    "daily": ("media",),
    "broadcaster": ("media",),
    "outlet": ("media",),
    "channel": ("media",),
    "television": ("media",),
    "radio": ("media",),
}
# What is named this many times as often as another is what "the alliance" means.
_OFTEN = 4
_FIRMS = frozenset(
    {"company", "firm", "utility", "brokerage", "retailer", "carmaker", "airline", "lender",
     "insurer"}
)  # fmt: skip
# Words in the names of bodies that are no firms.
_MEMBERSHIPS = frozenset(
    {"union", "federation", "party", "association", "council", "church", "club", "society",
     "committee", "league", "front", "alliance", "movement", "commission", "mission", "ministry"}
)  # fmt: skip
# "The US-led alliance" tells no more than "the alliance".
_SIDES = frozenset({"us", "uk", "led", "backed", "based"})
_FIGHTING: frozenset[ActorKind | None] = frozenset({"armed_group", "organisation"})
_LOOSE = frozenset({"people", "official", "source", "other"})


def _kin() -> frozenset[str]:
    return words("kinds.toml", "nouns", "kin")


def join_described(group: Grouping, roles: dict[int, str], opening: int) -> None:
    """Walks the noun phrases in text order. ``roles`` has a lower-case role for some mentions;
    ``opening`` is the offset at which headline and standfirst are over."""
    seen: dict[str, list[int]] = {}
    for index, mention in enumerate(group.mentions):
        if mention.form != "noun":
            continue
        if len(group.members(index)) == 1:
            _join_one(group, index, roles, opening, seen.get(mention.lemma, ()))
        seen.setdefault(mention.lemma, []).append(index)


def _join_one(
    group: Grouping, index: int, roles: dict[int, str], opening: int, alike: Sequence[int]
) -> None:
    """``alike`` has the earlier noun phrases with the same head noun, in text order."""
    mention = group.mentions[index]
    found = (
        _name_inside(group, index)
        or _those_of_name(group, index)
        or _named_with_noun(group, index)
        or _with_role(group, index, roles)
        or (_of_kind(group, index) if len(_content(mention)) == 1 else None)
        or (
            _same_noun(group, index, opening, alike)
            if mention.definite and not mention.plural
            else None
        )
        or _same_phrase(group, index, alike)
        or _same_noun(group, index, opening, alike)
        or _of_kind(group, index)
        or _of_kind_ahead(group, index)
        or (_named_ahead(group, index) if mention.span.start < opening else None)
    )
    if found is not None:
        other, score, reason = found
        group.join(other, index, score, f"'{mention.words}': {reason}")


_Found = tuple[int, float, str] | None


def _before(group: Grouping, index: int, form: str) -> list[int]:
    """Earlier mentions of a form within reach, nearest first."""
    start = group.mentions[index].span.start
    found: list[int] = []
    for i in range(index - 1, -1, -1):
        if start - group.mentions[i].span.end > _REACH:
            break
        if group.mentions[i].form == form:
            found.append(i)
    return found


def _name_inside(group: Grouping, index: int) -> _Found:
    """ "The Tal Front group": a noun that only says what the name right before it is."""
    mention = group.mentions[index]
    if mention.lemma not in _BODY_KINDS or mention.plural:
        return None
    at = mention.span.end - len(mention.words.split(" ")[-1]) - 1
    for other in range(index + 1, min(index + 4, len(group.mentions))):
        name = group.mentions[other]
        if name.form == "name" and name.span.end == at and mention.span.contains(name.span):
            return other, 0.9, f"says what {name.words} is"
    return None


def _those_of_name(group: Grouping, index: int) -> _Found:
    """ "The rebels of the Tal Front": the fighters of a named group are the group."""
    mention = group.mentions[index]
    if mention.kind != "armed_group" or not mention.plural:
        return None
    for other in range(index + 1, min(index + 4, len(group.mentions))):
        name = group.mentions[other]
        inside = name.form == "name" and mention.span.contains(name.span)
        if inside and name.span.end == mention.span.end and name.kind in _FIGHTING:
            return other, 0.75, f"those of {name.words}"
    return None


def _named_with_noun(group: Grouping, index: int) -> _Found:
    """ "The ministry" after "the Health Ministry": the noun is a word of the name."""
    mention = group.mentions[index]
    if not mention.definite or mention.plural or mention.kind in {"person", "group"}:
        return None
    if mention.country is not None:
        return None
    # "The news agency" is no "Relief Agency": all that is said must be in the name.
    said = {*_content(mention)[:-1], mention.lemma}
    for other in _before(group, index, "name"):
        name = group.mentions[other]
        named = parts(name.words)
        if all(w in named for w in said) and group_kind(group, other) != "person":
            return other, 0.8, f"the last body named so: {name.words}"
    return None


def _with_role(group: Grouping, index: int, roles: dict[int, str]) -> _Found:
    """ "The minister": the one person whose title or role says so."""
    mention = group.mentions[index]
    if (
        not mention.definite
        or mention.plural
        or mention.kind != "person"
        or mention.lemma in _kin()
    ):
        return None
    fitting: dict[int, int] = {}
    for other, role in roles.items():
        if _fits_role(mention, role):
            fitting.setdefault(group.root(other), other)
    if len(fitting) != 1:
        return None
    other = next(iter(fitting.values()))
    return other, 0.75, f"the only {mention.lemma} named: {group.mentions[other].words}"


def _fits_role(mention: Mention, role: str) -> bool:
    low = [*role.split(), *(full for w in role.split() if (full := _spelled_out(w)))]
    said = [w for w in parts(mention.words) if w not in {"the", "this", "that"}]
    bare = said[: said.index("of")] if "of" in said else said
    return mention.lemma in low and all(w in low for w in bare)


def _spelled_out(word: str) -> str | None:
    """ "colonel" for "Col."."""
    return short_titles().get(word.rstrip("."))


def _same_phrase(group: Grouping, index: int, alike: Sequence[int]) -> _Found:
    mention = group.mentions[index]
    if mention.lemma in _LOOSE and mention.country is None and not mention.definite:
        return None
    said = _content(mention)
    for other in reversed(alike):
        if _content(group.mentions[other]) == said:
            if (
                len(said) == 1
                and not mention.definite
                and not mention.plural
                and mention.kind == "person"
            ):
                continue
            return other, 0.8, f"the same words as '{group.mentions[other].words}'"
    return None


def _content(mention: Mention) -> tuple[str, ...]:
    skipped = (
        words("kinds.toml", "definite", "determiners")
        | words("kinds.toml", "indefinite", "determiners")
        | {"her", "s"}
    )
    return tuple(w for w in parts(mention.words) if w not in skipped)


def _same_noun(group: Grouping, index: int, opening: int, alike: Sequence[int]) -> _Found:
    """ "The suspect" after "a suspect in black"; "wife" after "his wife"; headline and body."""
    mention = group.mentions[index]
    for other in reversed(alike):
        earlier = group.mentions[other]
        if earlier.plural != mention.plural:
            continue
        if earlier.country and mention.country and earlier.country != mention.country:
            continue
        from_headline = earlier.span.start < opening <= mention.span.start
        if mention.definite or mention.lemma in _kin() or from_headline:
            if mention.definite and not _compatible(group, mention, other):
                continue
            return other, 0.7, f"taken up from '{earlier.words}'"
    return None


def _compatible(group: Grouping, mention: Mention, other: int) -> bool:
    """What the later phrase adds must have been said of the earlier one, or nothing was."""
    if mention.lemma in _kin():
        return True
    nouns = [group.mentions[i] for i in group.members(other) if group.mentions[i].form == "noun"]
    before = {word for noun in nouns for word in _content(noun)[:-1]}
    said = set(_content(mention)[:-1])
    return said <= before or not before


def _is_other_body(group: Grouping, index: int, noun: str) -> bool:
    """True where the names of a body say that it is no company: "Federation", "Union"."""
    if noun not in _FIRMS:
        return False
    return any(_MEMBERSHIPS & set(parts(group.mentions[i].words)) for i in group.members(index))


def _named_ahead(group: Grouping, index: int) -> _Found:
    """ "Hospital puts the dead at 11" above the text that names the one hospital."""
    mention = group.mentions[index]
    if mention.plural or mention.kind in {"person", "group"} or len(_content(mention)) != 1:
        return None
    named = [
        i
        for i, other in enumerate(group.mentions)
        if other.form == "name"
        and mention.lemma in parts(other.words)
        and group_kind(group, i) not in {"person", None}
    ]
    if len({group.root(i) for i in named}) != 1:
        return None
    words_of = group.mentions[named[0]].words
    return named[0], 0.6, f"the only {mention.lemma} that the text names: {words_of}"


def _of_kind_ahead(group: Grouping, index: int) -> _Found:
    """ "Rebels", before the text names the one armed group that it is about."""
    mention = group.mentions[index]
    if mention.kind != "armed_group" or not mention.plural or len(_content(mention)) != 1:
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


def _of_kind(group: Grouping, index: int) -> _Found:
    """ "The group", "the company": the one candidate of that kind in the near text."""
    mention = group.mentions[index]
    kinds = _BODY_KINDS.get(mention.lemma)
    said = [
        w
        for w in _content(mention)
        if w not in {"led", "backed", "based"} and not country_of_people(w)
    ]
    if kinds is None or not mention.definite or len([w for w in said if w != "us"]) > 2:
        return None
    near = [
        i
        for i in _before(group, index, "name")
        if group_kind(group, i) in kinds and not _is_other_body(group, i, mention.lemma)
    ]
    if not near:
        return None
    alone = len({group.root(i) for i in near}) == 1
    other = near[0]
    what = "the only one of its kind before" if alone else "the last one of its kind before"
    if not alone:
        often = max(near, key=lambda i: (len(group.members(i)), i))
        if len(group.members(often)) >= _OFTEN * len(group.members(other)):
            other, what = often, "the one of its kind that the text is about"
    return other, 0.75 if alone else 0.55, f"{what}: {group.mentions[other].words}"
