"""Parts of people's names: surname, given name, short form."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from accordingto.actors.fold import key, parts
from accordingto.actors.group import Grouping
from accordingto.actors.kinds import may_be_person
from accordingto.actors.mention import Mention
from accordingto.actors.votes import MOST_ASKED, group_kind, names_of
from accordingto.given_names import Gender, gender_of

# A word for a relative right before a name.
_KIN = re.compile(
    r"\b(?:father|mother|wife|husband|son|daughter|brother|sister|widow|widower|uncle|aunt|cousin"
    r"|nephew|niece|grandfather|grandmother|grandson|granddaughter|partner|fianc[eé]e?),?\s+\Z"
)
_OWN_KIN = re.compile(r"\b(?:his|her|whose|their)\b[^.]*" + _KIN.pattern)
_KIN_REACH = 32
_COURTESY: dict[str, Gender] = {"mr": "he", "mrs": "she", "ms": "she", "miss": "she"}
_JUNIOR = frozenset({"jr", "jnr", "junior", "ii", "iii"})
# A part of a name is looked for in so many full names before it and behind it that have the word.
_NEAR_NAMES = 48
_TWO = 2
# Of the bearers of a surname the last few are asked about.
_BEARERS = 8


def join_persons(text: str, group: Grouping) -> None:
    """Parts of people's names: to the last full name before, else to the first one after."""
    indices = names_of(group)
    full = _full_names(group)
    surnames = _alone(group)
    for index in indices:
        mention = group.mentions[index]
        name = parts(mention.words)
        kind = group_kind(group, index)
        if not name or mention.country is not None or kind not in {"person", None, "organisation"}:
            continue
        named = full.get(name[0], [])
        at = bisect_left(named, index)
        near = named[max(0, at - _NEAR_NAMES) : at + _NEAR_NAMES]
        fitting = [i for i in near if _is_part(name, parts(group.mentions[i].words))]
        # A group that has its full name already takes no second one: two people share a surname.
        fitting = [i for i in fitting if not _are_two(mention, group.mentions[i])]
        fitting = [i for i in fitting if not _is_namesake(group, index, i, surnames)]
        fitting = [i for i in fitting if not (index < i and _is_kin_of(text, group, index, i))]
        if not fitting or any(group.same(i, index) for i in fitting):
            continue
        if kind == "organisation" and mention.label != "PERSON" and min(fitting) > index:
            continue
        _join_person(text, group, index, fitting)


def _are_two(short: Mention, full: Mention) -> bool:
    """True for "Ms Lum" and "Peter Lum": the courtesy title of one and the other's given name."""
    told = courtesy(short)
    given = _given(full)
    return told is not None and given is not None and told != given


def _alone(group: Grouping) -> dict[str, int]:
    """Names that stand alone, by their first place."""
    found: dict[str, int] = {}
    for index in names_of(group):
        name = parts(group.mentions[index].words)
        if len(name) == 1:
            found.setdefault(name[0], index)
    return found


def _is_namesake(group: Grouping, short: int, full: int, alone: dict[str, int]) -> bool:
    """True for "Ada Lum", called "Lum", and an "Ada Lum Brenk" who comes later; and for "President
    Lum" where the full name is that of "Ada Lum Jr.", who holds no office."""
    name, long = parts(group.mentions[short].words), parts(group.mentions[full].words)
    if len(name) > 1:
        return short < full and name[-1] != long[-1] and alone.get(name[-1], full) < full
    title = group.mentions[short].title
    junior = long[-1] in _JUNIOR and group.mentions[full].title is None
    return junior and title is not None and courtesy(group.mentions[short]) is None


def _given(full: Mention) -> Gender | None:
    return gender_of(full.words.split(" ", 1)[0])


def courtesy(mention: Mention) -> Gender | None:
    """What a courtesy title says of a person."""
    return _COURTESY.get((mention.title or "").lower().rstrip("."))


def _join_person(text: str, group: Grouping, index: int, fitting: Sequence[int]) -> None:
    before = [i for i in fitting if i < index]
    before = [i for i in before if not _is_relative(text, group, i, index)] or before
    told = courtesy(group.mentions[index])
    if told is None:
        # Where "Ms Lum" is one of two, "Lum" alone is the other.
        others = [i for i in before[-_BEARERS:] if not _is_titled(group, i, index)]
        before = others or before
    likely = [i for i in before if told and told == _given(group.mentions[i])]
    likely = likely or [i for i in before if told and _given(group.mentions[i]) is None]
    before = likely or _of_office(group, index, before) or before
    before = _speaking(group, index, before) or before
    chosen = before[-1] if before else fitting[0]
    people = len({group.root(i) for i in fitting})
    whole = group.mentions[chosen].words
    last = parts(group.mentions[index].words)[-1] == parts(whole)[-1]
    what = "surname" if last else "part of the name"
    group.join(chosen, index, 0.92 if people == 1 else 0.7, f"{what} of {whole}")


def _of_office(group: Grouping, index: int, full: Sequence[int]) -> list[int]:
    """Of several bearers of a surname the one whom the text gives the office of "President Lum"."""
    title = (group.mentions[index].title or "").lower()
    if not title or courtesy(group.mentions[index]) is not None:
        return []
    return [
        i
        for i in full[-_BEARERS:]
        if any(
            title in (group.mentions[m].title or "").lower()
            for m in group.members(i)[:MOST_ASKED]
            if len(parts(group.mentions[m].words)) > 1
        )
    ]


def _speaking(group: Grouping, index: int, before: Sequence[int]) -> list[int]:
    """Of several bearers of a surname that speaks here the one who alone has spoken before."""
    if not group.mentions[index].spoken or len({group.root(i) for i in before}) < _TWO:
        return []
    found = [
        i
        for i in before[-_BEARERS:]
        if any(m < index and group.mentions[m].spoken for m in group.members(i)[:MOST_ASKED])
    ]
    return found if len({group.root(i) for i in found}) == 1 else []


def _is_titled(group: Grouping, full: int, short: int) -> bool:
    """True where the text gives the bearer of a full name a courtesy title with that surname."""
    word = parts(group.mentions[short].words)
    return any(
        parts(group.mentions[i].words) == word and courtesy(group.mentions[i]) is not None
        for i in group.members(full)[:MOST_ASKED]
    )


def _is_relative(text: str, group: Grouping, full: int, index: int) -> bool:
    """True where a full name came in as somebody's relative ("Lum's father, Bo Lum,") in a
    paragraph before, or two sentences: the surname alone means the one whom the report is about."""
    name = group.mentions[full].span
    told = (group.mentions[i].span.start for i in (full, *group.members(full)[:_BEARERS]))
    aside = any(_KIN.search(text, max(0, at - _KIN_REACH), at) is not None for at in told)
    gap = text[name.end : group.mentions[index].span.start]
    return aside and ("\n" in gap or gap.count(". ") > 1)


def _is_kin_of(text: str, group: Grouping, short: int, full: int) -> bool:
    """ "Mr Lum and his brother, Bo Lum,": the brother is the other one."""
    between = text[group.mentions[short].span.end : group.mentions[full].span.start]
    return len(between) <= _KIN_REACH and _OWN_KIN.search(between) is not None


def _full_names(group: Grouping) -> dict[str, list[int]]:
    """People's full names by each of their words, in text order."""
    found: dict[str, list[int]] = {}
    surnames = frozenset(
        parts(group.mentions[i].words)[0]
        for i in names_of(group)
        if len(parts(group.mentions[i].words)) == 1 and _may_be_surname(group.mentions[i])
    )
    for index in names_of(group):
        if _is_full_name(group, index, surnames):
            for word in dict.fromkeys(parts(group.mentions[index].words)):
                found.setdefault(word, []).append(index)
    return found


def _may_be_surname(mention: Mention) -> bool:
    """True for a single name that nothing but the engine's guess gives to a body."""
    guessed = not mention.sure and mention.kind in (None, "organisation")
    return mention.kind == "person" or (guessed and mention.country is None)


def shared_names(group: Grouping) -> frozenset[str]:
    """Single names that two people of the text bear ("Lee" of Ann Lee and Bo Lee)."""
    bearers: dict[str, set[tuple[str, str]]] = {}
    for word, indices in _full_names(group).items():
        for index in indices:
            name = parts(group.mentions[index].words)
            bearers.setdefault(word, set()).add((name[0], name[-1]))
    for index in names_of(group):
        word = key(group.mentions[index].words)
        full = next((b for b in sorted(bearers.get(word, ())) if b[-1] == word), None)
        told = courtesy(group.mentions[index])
        if full is not None and told is not None and gender_of(full[0]) not in (told, None):
            bearers[word].add((told, word))
    return frozenset(word for word, people in bearers.items() if len(people) > 1)


def _is_full_name(group: Grouping, index: int, surnames: frozenset[str]) -> bool:
    """A person's name of two words or more; one that the engine gave no label counts too."""
    name = group.mentions[index].words
    if len(parts(name)) < 2 or group.mentions[index].country is not None:
        return False
    kind = group_kind(group, index)
    if kind == "person":
        return True
    few = len(parts(name)) <= 4 and may_be_person(name)
    if kind == "organisation" and not group.mentions[index].sure:
        # The engine's guess, where it takes the surname alone for a person's.
        return few and parts(name)[-1] in surnames
    return kind is None and few


def _is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    if len(short) >= len(long):
        return False
    if len(short) == 1:
        return (short[0] in {long[0], long[-1]} and len(short[0]) > 1) or (
            short[0] in long and len(short[0]) > 3
        )
    if short[-1] == long[-1] and short[0] == long[0]:
        return True
    return all(word in long for word in short)
