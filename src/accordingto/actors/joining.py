"""Names that are one actor's: same name, surname, acronym, shorter form."""

from accordingto.actors.countries import country_named, country_of_people
from accordingto.actors.fold import head_word, initials, is_acronym, key, parts, plain, sound
from accordingto.actors.group import Grouping
from accordingto.actors.kinds import kind_of_name
from accordingto.actors.mention import Mention
from accordingto.actors.names import names_key
from accordingto.actors.persons import courtesy, shared_names
from accordingto.actors.votes import group_kind, names_of
from accordingto.actors.wordlists import words
from accordingto.records.facts import ActorKind
from accordingto.records.reading import Reading

# Houses that a town has one of by a name ("General Hospital").
_HOUSES = frozenset(
    {"hospital", "university", "college", "school", "airport", "museum", "prison", "jail"}
)
# By what the clubs of towns are called.
_SIDES = frozenset(
    {"united", "city", "rovers", "wanderers", "athletic", "rangers", "albion", "dynamo"}
)
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
# What a firm puts behind its name on a thing that it sells.
_PRODUCTS = frozenset(
    {"watch", "tv", "go", "now", "plus", "pro", "phone", "pay", "music", "play", "store"}
)
_ARTICLES = frozenset({"the", "a", "an", "its", "their"})
# Of the bodies of one last word so many are asked.
_ASKED = 24
_BODIES: frozenset[ActorKind] = frozenset({"government", "organisation", "armed_group", "media"})


def join_same(group: Grouping) -> None:
    """The same name twice, spelling and "the" aside; names of one state; known other names."""
    first: dict[str, int] = {}
    shared = shared_names(group)
    for index in names_of(group):
        mention = group.mentions[index]
        name = names_key(mention)
        if name in shared:
            # Of two bearers of a surname "Ms Lum" is the same one each time.
            told = courtesy(mention)
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


def join_acronyms(group: Grouping) -> None:
    """An acronym to the name whose initials it is, wherever in the text that stands."""
    indices = names_of(group)
    spelled: dict[str, int] = {}
    for index in indices:
        name = group.mentions[index].words
        if len(parts(name)) > 1 and group_kind(group, index) != "person":
            for letters in (*initials(name), *initials(_without_state(name))):
                spelled.setdefault(letters, index)
    for index in indices:
        name = group.mentions[index].words
        at = spelled.get(plain(name).replace(".", "")) if is_acronym(name) else None
        if at is not None and not group.same(at, index) and group.mentions[index].country is None:
            group.join(at, index, 0.9, f"acronym of {group.mentions[at].words}")


def _without_state(name: str) -> str:
    """ "US National Harbour Council" is abbreviated NHC."""
    first, _, rest = name.removeprefix("The ").removeprefix("the ").partition(" ")
    state = (
        country_of_people(first) or country_named(first) or first in {"US", "U.S.", "UK", "U.K."}
    )
    return rest if state and " " in rest else name


def join_short(reading: Reading, group: Grouping) -> None:
    """A short form to the longer name: where exactly one longer name of a body begins so."""
    firsts = _by_first_word(group)
    for index in _distinct(group):
        name = parts(group.mentions[index].words)
        if group.mentions[index].country is not None or _is_person(group, index):
            continue
        longer = [
            i
            for i in firsts.get(name[0], ())
            if _starts_or_tail(name, parts(group.mentions[i].words))
            and not group.same(i, index)
            and group_kind(group, i) in _BODIES
            and not _is_thing_of(reading, group.mentions[i])
            and not _is_named_after(group, index, i)
        ]
        if longer and len({group.root(i) for i in longer}) == 1 and not _too_plain(name):
            group.join(longer[0], index, 0.85, f"short for {group.mentions[longer[0]].words}")


def _is_named_after(group: Grouping, short: int, longer: int) -> bool:
    """ "Mossad Commentary" is not Mossad: what is known by its short name has no longer one but
    with words that say what it is ("Mossad agency")."""
    own, other = group.mentions[short].identity, group.mentions[longer].identity
    if own is None or own == other:
        return False
    last = parts(group.mentions[longer].words)[-1]
    return last not in _TAILS and last not in words("kinds.toml", "heads", "words")


def _is_person(group: Grouping, index: int) -> bool:
    """A person, but for a single word that the engine alone takes for one's name and no full name
    has: "Korvo", of Korvo Motors."""
    if group_kind(group, index) != "person":
        return False
    members = [group.mentions[i] for i in group.members(index)]
    return any(m.sure or m.title or " " in m.words or m.form != "name" for m in members)


def _is_thing_of(reading: Reading, mention: Mention) -> bool:
    """ "The Korvo Watch", of Korvo: no word of it tells of a body, and it takes an article."""
    first = reading.tokens_in(mention.span)[0].index
    if len(parts(mention.words)) == 2 and parts(mention.words)[-1] in _PRODUCTS:
        return True
    if len(parts(mention.words)) != 2 or first == 0 or kind_of_name(mention.words, "", None):
        return False
    return reading.tokens[first - 1].lower in _ARTICLES


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


def join_tails(group: Grouping) -> None:
    """ "The General Hospital" after "Varlesk General Hospital": the one place of that name; and
    "United" after "Varlesk United"."""
    longer: dict[tuple[str, ...], list[int]] = {}
    for index in _distinct(group):
        name = parts(group.mentions[index].words)
        house = len(name) > 2 and name[-1] in _HOUSES
        side = len(name) == 2 and name[-1] in _SIDES and group_kind(group, index) != "person"
        known_short = len(name) > 2 and group.mentions[index].identity is not None
        body = len(name) > 2 and group_kind(group, index) == "government" and not known_short
        # "Lilly", of a drug maker that is called Eli Lilly.
        house |= len(name) == 2 and group.mentions[index].called != ""
        place = name and name[0] not in words("kinds.toml", "heads", "plain")
        if house or side or (body and place and "of" not in name):
            longer.setdefault(name[1:], []).append(index)
    for index in _distinct(group):
        found = longer.get(parts(group.mentions[index].words), [])
        if len({group.root(i) for i in found}) == 1 and not group.same(found[0], index):
            whole = group.mentions[found[0]].words
            group.join(found[0], index, 0.85, f"short for {whole}")


def join_spelt_out(group: Grouping) -> None:
    """ "UN rights office", of "the United Nations human rights office": a body's name that begins
    with the short form of another's beginning and goes on with words of it, to the same last."""
    bodies = [i for i, m in enumerate(group.mentions) if m.kind in _BODIES]
    by_last: dict[str, list[int]] = {}
    for index in bodies:
        by_last.setdefault(group.mentions[index].words.rsplit(" ", 1)[-1].lower(), []).append(index)
    short = [i for i in bodies if is_acronym(group.mentions[i].words.split(" ", 1)[0])]
    for index in short:
        first, *rest = _telling(group.mentions[index].words)
        for other in by_last.get(rest[-1], [])[:_ASKED] if rest else ():
            name = _telling(group.mentions[other].words)
            size = len(first)
            begins = "".join(word[:1] for word in name[:size]) == first and size > 1
            if begins and _is_within(rest, name[size:]):
                whole = group.mentions[other].words
                group.join(other, index, 0.85, f"short for {whole}")


def _telling(name: str) -> list[str]:
    return [word for word in parts(name) if word not in _ARTICLES and word not in ("of", "s")]


def _is_within(few: list[str], many: list[str]) -> bool:
    """True where the words stand among the others, in their order."""
    left = iter(many)
    return all(word in left for word in few)


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
    if long[: len(short)] != short:
        return False
    # The "Ores commission" is of Ores.
    body = len(long) == 2 and long[-1] not in words("kinds.toml", "words", "government")
    return len(short) > 1 or long[-1] in _TAILS or body


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
