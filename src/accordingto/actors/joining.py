"""Names that are one actor's: same name, surname, acronym, shorter form."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from accordingto.actors.fold import head_word, initials, is_acronym, key, parts, plain, sound
from accordingto.actors.group import Grouping
from accordingto.actors.kinds import may_be_person
from accordingto.actors.mention import Mention
from accordingto.actors.names import names_key
from accordingto.actors.wordlists import words
from accordingto.given_names import Gender, gender_of
from accordingto.records.facts import ActorKind

# What a body's name may go without ("the Islamic State group", "the Fatah party").
_TAILS = frozenset(
    {
        "group",
        "movement",
        "party",
        "militia",
        "organisation",
        "organization",
        "network",
        "newspaper",
        "agency",
        "news",
        "company",
        "forces",
        "alliance",
        "faction",
        "daily",
        "corporation",
        "inc",
        "ltd",
        "plc",
        "corp",
        "co",
    }
)
# Reasons by which only people's names are joined.
# A word for a relative right before a name.
_KIN = re.compile(
    r"\b(?:father|mother|wife|husband|son|daughter|brother|sister|widow|widower|uncle|aunt|cousin"
    r"|nephew|niece|grandfather|grandmother|grandson|granddaughter|partner|fianc[eé]e?),?\s+\Z"
)
_KIN_REACH = 24
_COURTESY: dict[str, Gender] = {"mr": "he", "mrs": "she", "ms": "she", "miss": "she"}
_NAMED_AFTER = ("surname of", "part of the name")
_MOST_ASKED = 200
# A part of a name is looked for in so many full names before it and behind it that have the word.
_NEAR_NAMES = 48
# Of the bearers of a surname the last few are asked about.
_BEARERS = 8
_BODIES: frozenset[ActorKind] = frozenset({"government", "organisation", "armed_group", "media"})


def group_kind(group: Grouping, index: int) -> ActorKind | None:
    """The kind most of a group's names have; the first named one among equals.

    Kinds from tables, words and titles outweigh the engine's labels, and its labels of full names
    those of single words; nouns only count where no name does.
    """
    counted: dict[ActorKind, int] = {}
    # The first hundreds of mentions tell; a name repeated ten thousand times tells no more.
    for member in group.members(index)[:_MOST_ASKED]:
        mention = group.mentions[member]
        if mention.kind is None:
            continue
        weight = 1
        if mention.form == "name":
            weight = 1000 if mention.sure else 60 if " " in mention.words else 30
        counted[mention.kind] = counted.get(mention.kind, 0) + weight
    if counted and any(
        link.reason.startswith(_NAMED_AFTER)
        for link in group.links(group.root(index))[:_MOST_ASKED]
    ):
        counted["person"] = counted.get("person", 0) + 500
    return max(counted.items(), key=lambda item: item[1])[0] if counted else None


def names_of(group: Grouping) -> list[int]:
    """The indices of the name mentions."""
    return [i for i, m in enumerate(group.mentions) if m.form == "name"]


def join_same(group: Grouping) -> None:
    """The same name twice, spelling and "the" aside; names of one state; known other names."""
    first: dict[str, int] = {}
    shared = _shared_names(group)
    for index in names_of(group):
        mention = group.mentions[index]
        name = names_key(mention)
        if name in shared:
            # Of two bearers of a surname "Ms Lum" is the same one each time.
            told = _courtesy(mention)
            name = f"{told} {name}" if told else ""
        if not name:
            continue
        at = first.setdefault(name, index)
        if at != index:
            reason = (
                "the same name"
                if key(mention.words) == key(group.mentions[at].words)
                else f"another name of {group.mentions[at].words}"
            )
            group.join(at, index, 0.97, reason)


def join_sounds(group: Grouping) -> None:
    """Two transliterations of one name of several words (Hussein Ali, Husain Aly)."""
    first: dict[str, int] = {}
    for index in names_of(group):
        mention = group.mentions[index]
        name = parts(mention.words)
        if len("".join(name)) < 7 or mention.country is not None:
            continue
        heard = " ".join(sound(word) for word in name)
        at = first.setdefault(heard, index)
        # Of one spelling they were joined before, or told apart.
        spelled = key(group.mentions[at].words) != key(mention.words)
        if spelled and not group.same(at, index) and group.mentions[at].kind == mention.kind:
            group.join(at, index, 0.8, f"spelling of {group.mentions[at].words}")


def join_persons(text: str, group: Grouping) -> None:
    """Parts of people's names: to the last full name before, else to the first one after."""
    indices = names_of(group)
    full = _full_names(group)
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
        if not fitting or any(group.same(i, index) for i in fitting):
            continue
        if kind == "organisation" and mention.label != "PERSON" and min(fitting) > index:
            continue
        _join_person(text, group, index, fitting)


def _are_two(short: Mention, full: Mention) -> bool:
    """True for "Ms Lum" and "Peter Lum": the courtesy title of one and the other's given name."""
    told = _courtesy(short)
    given = _given(full)
    return told is not None and given is not None and told != given


def _given(full: Mention) -> Gender | None:
    return gender_of(full.words.split(" ", 1)[0])


def _courtesy(mention: Mention) -> Gender | None:
    """What a courtesy title says of a person."""
    return _COURTESY.get((mention.title or "").lower().rstrip("."))


def _join_person(text: str, group: Grouping, index: int, fitting: Sequence[int]) -> None:
    before = [i for i in fitting if i < index]
    before = [i for i in before if not _is_relative(text, group, i, index)] or before
    told = _courtesy(group.mentions[index])
    if told is None:
        # Where "Ms Lum" is one of two, "Lum" alone is the other.
        others = [i for i in before[-_BEARERS:] if not _is_titled(group, i, index)]
        before = others or before
    likely = [i for i in before if told and told == _given(group.mentions[i])]
    before = likely or before
    chosen = before[-1] if before else fitting[0]
    people = len({group.root(i) for i in fitting})
    whole = group.mentions[chosen].words
    last = parts(group.mentions[index].words)[-1] == parts(whole)[-1]
    what = "surname" if last else "part of the name"
    group.join(chosen, index, 0.92 if people == 1 else 0.7, f"{what} of {whole}")


def _is_titled(group: Grouping, full: int, short: int) -> bool:
    """True where the text gives the bearer of a full name a courtesy title with that surname."""
    word = parts(group.mentions[short].words)
    return any(
        parts(group.mentions[i].words) == word and _courtesy(group.mentions[i]) is not None
        for i in group.members(full)[:_MOST_ASKED]
    )


def _is_relative(text: str, group: Grouping, full: int, index: int) -> bool:
    """True where a full name came in as somebody's relative ("Lum's father, Bo Lum,") in a
    paragraph before: the surname alone means the one whom the report is about."""
    name = group.mentions[full].span
    aside = _KIN.search(text, max(0, name.start - _KIN_REACH), name.start) is not None
    return aside and "\n" in text[name.end : group.mentions[index].span.start]


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


def _shared_names(group: Grouping) -> frozenset[str]:
    """Single names that two people of the text bear ("Lee" of Ann Lee and Bo Lee)."""
    bearers: dict[str, set[tuple[str, str]]] = {}
    for word, indices in _full_names(group).items():
        for index in indices:
            name = parts(group.mentions[index].words)
            bearers.setdefault(word, set()).add((name[0], name[-1]))
    for index in names_of(group):
        word = key(group.mentions[index].words)
        full = next((b for b in sorted(bearers.get(word, ())) if b[-1] == word), None)
        told = _courtesy(group.mentions[index])
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


def join_acronyms(group: Grouping) -> None:
    """An acronym to the name whose initials it is, wherever in the text that stands."""
    indices = names_of(group)
    spelled: dict[str, int] = {}
    for index in indices:
        name = group.mentions[index].words
        if len(parts(name)) > 1 and group_kind(group, index) != "person":
            for letters in initials(name):
                spelled.setdefault(letters, index)
    for index in indices:
        name = group.mentions[index].words
        at = spelled.get(plain(name).replace(".", "")) if is_acronym(name) else None
        if at is not None and not group.same(at, index) and group.mentions[index].country is None:
            group.join(at, index, 0.9, f"acronym of {group.mentions[at].words}")


def join_short(group: Grouping) -> None:
    """A short form to the longer name: where exactly one longer name of a body begins so."""
    firsts = _by_first_word(group)
    for index in _distinct(group):
        name = parts(group.mentions[index].words)
        if group.mentions[index].country is not None or group_kind(group, index) == "person":
            continue
        longer = [
            i
            for i in firsts.get(name[0], ())
            if _starts_or_tail(name, parts(group.mentions[i].words))
            and not group.same(i, index)
            and group_kind(group, i) in _BODIES
        ]
        if longer and len({group.root(i) for i in longer}) == 1 and not _too_plain(name):
            group.join(longer[0], index, 0.85, f"short for {group.mentions[longer[0]].words}")


def join_heads(group: Grouping) -> None:
    """ "The Front" after "the National Front for Renewal": the one body with that head."""
    bodies: dict[str, list[int]] = {}
    for index in _distinct(group):
        name = group.mentions[index].words
        if len(parts(name)) > 1 and group_kind(group, index) in _BODIES:
            bodies.setdefault(head_word(name), []).append(index)
    for index in _distinct(group):
        short = group.mentions[index].words
        word = head_word(short)
        if len(parts(short)) != 1 or word not in words("kinds.toml", "heads", "words"):
            continue
        longer = bodies.get(word, [])
        if len({group.root(i) for i in longer}) == 1 and not group.same(longer[0], index):
            whole = group.mentions[longer[0]].words
            group.join(longer[0], index, 0.8, f"'{short}' is short for {whole}")


def _distinct(group: Grouping) -> list[int]:
    """The first mention of each different name; the others are in its group already."""
    first: dict[tuple[str, ...], int] = {}
    for index in names_of(group):
        name = parts(group.mentions[index].words)
        if name:
            first.setdefault(name, index)
    return list(first.values())


def _by_first_word(group: Grouping) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for index in _distinct(group):
        found.setdefault(parts(group.mentions[index].words)[0], []).append(index)
    return found


def _starts_or_tail(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    if len(long) <= len(short):
        return False
    return long[: len(short)] == short and (len(short) > 1 or long[-1] in _TAILS or len(long) == 2)


def _too_plain(name: tuple[str, ...]) -> bool:
    """A word that any number of names begin with."""
    plain_words = words("kinds.toml", "words", "government") | words(
        "kinds.toml", "words", "organisation"
    )
    return len(name) == 1 and (
        name[0] in plain_words
        or len(name[0]) < 3
        or name[0]
        in {"new", "national", "united", "international", "islamic", "american", "arab", "free"}
    )
