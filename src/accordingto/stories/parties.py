"""Who is the same across articles: a judgement by names, roles, bodies and shared quotations.

A person can overrule it: rulings that two are one, or are not, come before all rules.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from accordingto.records.document import Document
from accordingto.records.facts import Actor
from accordingto.records.ids import content_id
from accordingto.records.story import Party
from accordingto.stories.calls import joined_calls
from accordingto.stories.names import name_key, spelt_out
from accordingto.stories.organs import is_unowned, joined_organs, organ_of, short_of
from accordingto.stories.quoted import same_quotation, surname
from accordingto.stories.unions import Unions

Key = tuple[str, str]  # document, actor
# Two actors and whether a person holds them to be one.
Ruling = tuple[Key, Key, bool]

# Reasons that are less than a full name, by what they say.
_GUESSES = ("surname", "the only", "another article calls", "short for")
_ARTICLES = frozenset({"the", "a", "an"})
# A name of so many words is a description.
_LONG = 6
_GROUPS = frozenset({"armed_group", "organisation"})


def find_parties(documents: Sequence[Document], rulings: Sequence[Ruling] = ()) -> list[Party]:
    """The actors of all documents joined into parties, those of most articles first."""
    actors: dict[Key, Actor] = {
        (document.id, actor.id): actor for document in documents for actor in document.actors
    }
    known = [r for r in rulings if r[0] in actors and r[1] in actors]
    unions = Unions(actors, apart=[(a, b) for a, b, same in known if not same])
    why: dict[Key, str] = {}
    for one, other, same in known:
        if same and unions.join(one, other):
            why[one] = why[other] = "a person has ruled that they are one"
    _by_full_name(actors, unions, why)
    _by_lone_name(actors, unions, why)
    _by_short_name(actors, unions, why)
    _by_surname(actors, unions, why)
    _join(joined_organs(documents, actors), unions, why)
    _join(joined_calls(documents, actors, unions), unions, why)
    _by_quotation(documents, actors, unions, why)
    fixed = {key for a, b, _ in known for key in (a, b)}
    texts = {document.id: document for document in documents}
    parties = [_party(group, actors, why, fixed, texts) for group in unions.groups()]
    return sorted(parties, key=lambda p: (-len({d for d, _ in p.actors}), p.name, p.id))


def _by_full_name(actors: dict[Key, Actor], unions: Unions[Key], why: dict[Key, str]) -> None:
    """Same full name, or a name of one is an alias of the other (acronyms, other spellings)."""
    first: dict[tuple[str, str], Key] = {}
    for key, actor in actors.items():
        if is_unowned(actor):
            # "The army" of two papers may be two.
            continue
        for name in (actor.name, *actor.aliases):
            words = name_key(name)
            if not words or (actor.kind == "person" and len(words.split()) < 2):
                continue
            at = (_sort(actor.kind), words)
            there = first.setdefault(at, key)
            if there != key and not unions.together(there, key) and unions.join(there, key):
                why.setdefault(key, f"both are called “{name}”")
                why.setdefault(there, f"both are called “{name}”")


def _by_lone_name(actors: dict[Key, Actor], unions: Unions[Key], why: dict[Key, str]) -> None:
    """One name that two articles' readings take for a person's and for a body's: of a state, or of
    one with a given name."""
    first: dict[str, Key] = {}
    for key, actor in actors.items():
        for name in (actor.name, *actor.aliases):
            words = name_key(name)
            if not words or not name[:1].isupper():
                continue
            there = first.setdefault(words, key)
            kinds = {actors[there].kind, actor.kind}
            full = " " in words and kinds == {"person", "organisation"}
            state = " " not in words and kinds == {"person", "government"}
            if (full or state) and there[0] != key[0] and unions.join(there, key):
                why.setdefault(key, f"both are called “{name}”")
                why.setdefault(there, f"both are called “{name}”")


def _by_short_name(actors: dict[Key, Actor], unions: Unions[Key], why: dict[Key, str]) -> None:
    """ "Tal", "the Tal militants", where one body's name begins so: the Tal Brigades."""
    longer: dict[str, list[Key]] = defaultdict(list)
    for key, actor in actors.items():
        first, *rest = name_key(actor.name).split() or [""]
        if rest and actor.kind in _GROUPS and short_of(actor.name) is None:
            longer[first].append(key)
    for key, actor in actors.items():
        short = short_of(actor.name) if actor.kind in _GROUPS else None
        found = longer.get(name_key(short), []) if short else []
        armed = {actor.kind, *(actors[k].kind for k in found)} & {"armed_group"}
        one = found and armed and all(unions.together(found[0], other) for other in found)
        if one and unions.join(found[0], key):
            why.setdefault(key, f"short for {actors[found[0]].name}")


def _join(found: Iterable[tuple[Key, Key, str]], unions: Unions[Key], why: dict[Key, str]) -> None:
    for one, other, reason in found:
        if not unions.together(one, other) and unions.join(one, other):
            why.setdefault(other, reason)
            why.setdefault(one, reason)


def _by_surname(actors: dict[Key, Actor], unions: Unions[Key], why: dict[Key, str]) -> None:
    """A person known by surname alone, where only one person of the story has it. A bare surname
    that one article spells otherwise than its full name is read there as a body's name."""
    owners: dict[str, list[Key]] = defaultdict(list)
    short: list[tuple[str, Key]] = []
    bare: list[tuple[str, Key]] = []
    for key, actor in actors.items():
        if actor.kind == "person":
            words = name_key(actor.name).split()
            if surname(actor) is None:
                # "The commander" has no last name.
                continue
            if len(words) > 1:
                owners[words[-1]].append(key)
            elif words:
                short.append((words[0], key))
        elif actor.kind == "organisation" and actor.name.istitle() and not actor.aliases:
            words = name_key(actor.name).split()
            if len(words) == 1:
                bare.append((words[0], key))
    for last, key in short:
        found = owners.get(last, [])
        if found and all(unions.together(found[0], other) for other in found):
            if unions.join(found[0], key):
                why.setdefault(key, "the only one of this surname in the story")
        elif not found:
            owners[last].append(key)
    for last, key in bare:
        found = [owner for owner in owners.get(last, []) if len(actors[owner].name.split()) > 1]
        one = found and all(unions.together(found[0], other) for other in found)
        if one and found[0][0] != key[0] and unions.join(found[0], key):
            why[key] = "the surname of the only one of that name in the story"


def _by_quotation(
    documents: Sequence[Document],
    actors: dict[Key, Actor],
    unions: Unions[Key],
    why: dict[Key, str],
) -> None:
    """Who says the same words in another article under another name or a description."""
    for one, other, words in same_quotation(documents, actors):
        known = {surname(actors[key]) for at in (one, other) for key in unions.of(at)} - {None}
        if len(known) < 2 and not unions.together(one, other) and unions.join(one, other):
            for key in (one, other):
                why.setdefault(key, f"both say “{words} …”")


def _sort(kind: str) -> str:
    """Kinds that readings of one body can differ in count as one."""
    return "person" if kind == "person" else "body"


def _fullness(actor: Actor) -> tuple[bool, int, int, int]:
    """What makes a good name: not too long, says whose or which one it is, often used."""
    short = len(name_key(actor.name).split()) < _LONG
    organ = organ_of(actor)
    capitals = sum(w[0].isupper() and w.lower() not in _ARTICLES for w in actor.name.split())
    named = 2 * bool(organ.owner) if organ is not None else min(2, capitals)
    return short, named, len(actor.mentions), len(actor.name)


def _party(
    group: list[Key],
    actors: dict[Key, Actor],
    why: dict[Key, str],
    fixed: set[Key],
    documents: Mapping[str, Document],
) -> Party:
    found = [actors[key] for key in group]
    names = list(dict.fromkeys(name for actor in found for name in (actor.name, *actor.aliases)))
    # A bare surname that was read as a body's name does not make a body of its owner; a state is
    # nobody, whatever else its name was read as.
    states = [actor for actor in found if actor.kind == "government"]
    if any(" " in actor.name for actor in found if actor.kind == "person"):
        states = []
    found = states or [actor for actor in found if actor.kind == "person"] or found
    best = max(found, key=_fullness)
    name = best.name
    if best.kind == "person":
        named = [a.name for a in found if surname(a)] or [a.name for a in found]
        name = max(named, key=lambda n: (len(n.split()) in (2, 3), len(n), n))
    if len(group) == 1 and best.mentions:
        name = spelt_out(documents[group[0][0]], name, best.mentions[0].start)
    reasons = tuple(dict.fromkeys(why[key] for key in group if key in why))
    ruled = any(key in fixed for key in group)
    weak = any(guess in reason for reason in reasons for guess in _GUESSES)
    score = 1.0 if len(group) == 1 else 0.99 if ruled else 0.75 if weak else 0.9
    return Party(
        id=content_id("p", *sorted(f"{d} {a}" for d, a in group)),
        name=name,
        kind=best.kind,
        actors=tuple(group),
        names=tuple(names),
        score=score,
        reasons=reasons,
        fixed=ruled,
    )
