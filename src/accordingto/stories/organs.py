"""Whose "the defence ministry" is, and whether two articles speak of one: public bodies by name.

Most articles name a public body without its owner. In a story of one state that is no matter; in
one of two each side's paper has "the defence ministry", and they are not one.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from accordingto.records.document import Document
from accordingto.records.facts import Actor
from accordingto.stories.texts import outlet_of
from accordingto.tables import table

Key = tuple[str, str]  # document, actor

_DATA = table("accordingto.stories", "organs.toml")
_HEADS, _TOPICS = frozenset(_DATA["heads"]), frozenset(_DATA["topics"])
_SOVEREIGN, _OPTIONAL = frozenset(_DATA["sovereign"]), frozenset(_DATA["optional"])
_SINGLE = frozenset(_DATA["single"])
_ARMED = frozenset(_DATA["armed"])
_CIVIL = frozenset(_DATA["civil"])
_SAME: dict[str, str] = _DATA["same"]
_SMALL = frozenset({"the", "a", "an", "of", "for", "and", "in", "s", "its", "so", "called"})
_WORD = re.compile(r"[^\W_]+")
_MOST_OWNER = 3
# States are named in several articles of a story that is about them.
_ARTICLES = 2
# Letters that a state and its adjective begin with alike: Orvia, Orvian.
_LEAST = 4
# And what either ends with behind that.
_ENDINGS = frozenset(
    {"", "a", "e", "ia", "y", "ey", "n", "an", "ian", "ean", "ien", "ese", "i", "ish", "er", "s",
     "ns", "ans", "ians", "eans", "iens", "is", "ers", "ne"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Organ:
    """A public body's name: what it is (``what``) and whose (``owner``, empty where it is not
    said), as words without order."""

    what: frozenset[str]
    owner: frozenset[str]

    @property
    def sovereign(self) -> bool:
        return bool(self.what & _SOVEREIGN) and not self.what & _CIVIL


def organ_of(actor: Actor) -> Organ | None:
    """What the name of an actor says of it as a public body, None for all others."""
    if actor.kind not in ("government", "organisation"):
        return None
    what: set[str] = set()
    owner: set[str] = set()
    name = actor.name.replace("’", "'").replace("'s ", " ")
    for word in _WORD.findall(name.replace("U.S.", "US").replace("U.K.", "UK")):
        low = _SAME.get(word.lower(), word.lower())
        if low in _HEADS or low in _TOPICS:
            what.add(low)
        elif low not in _SMALL:
            owner.add(low)
    named = any(word.lower() in owner for word in _WORD.findall(name) if word[:1].isupper())
    named = named or bool(owner & {"us", "uk"})
    if not what & _HEADS or len(owner) > _MOST_OWNER or bool(owner) != named:
        return None
    told = what - _OPTIONAL if what & _SINGLE else what
    return Organ(frozenset(told or what), frozenset(owner))


def is_unowned(actor: Actor) -> bool:
    """True for "the defence ministry": one that every state has, and it is not said whose."""
    organ = organ_of(actor)
    return organ is not None and organ.sovereign and not organ.owner


def short_of(name: str) -> str | None:
    """The name in "Tal", "the Tal militants": one word, and nothing behind but who they are."""
    words = [w for w in name.split() if w.lower() not in _SMALL]
    if not words or not words[0][0].isupper() or words[0].isupper():
        return None
    return words[0] if all(w in _ARMED for w in words[1:]) else None


def akin(one: str, other: str) -> bool:
    """True for a state's name and its adjective or people, by what both begin and end with: Orvia,
    Orvian, Orvians; not Niger, Nigeria."""
    if one == other:
        return True
    most = min(len(one), len(other))
    same = next((i for i in range(most) if one[i] != other[i]), most)
    rests = {one[same:], other[same:]}
    return same >= _LEAST and rests <= _ENDINGS and rests != {"", "ia"}


def joined_organs(
    documents: Sequence[Document], actors: Mapping[Key, Actor]
) -> Iterator[tuple[Key, Key, str]]:
    """Pairs that are one body, each with the reason: those of one owner; those of none with the
    only one in the story, or with the one that the outlet's name tells."""
    by_what: dict[frozenset[str], list[tuple[Key, Organ]]] = defaultdict(list)
    for key, actor in actors.items():
        organ = organ_of(actor)
        if organ is not None:
            by_what[organ.what].append((key, organ))
    states = _states(actors)
    home = {d.id: _of_outlet(d, states) for d in documents}
    for found in by_what.values():
        yield from _joined(found, home, states, actors)


def _joined(
    found: Sequence[tuple[Key, Organ]],
    home: Mapping[str, str | None],
    states: Sequence[str],
    actors: Mapping[Key, Actor],
) -> Iterator[tuple[Key, Key, str]]:
    owners: list[tuple[frozenset[str], Key]] = []
    bare = []
    for key, organ in found:
        if not organ.owner:
            bare.append(key)
            continue
        known = next((at for owner, at in owners if _one_owner(owner, organ.owner)), None)
        if known is None:
            owners.append((organ.owner, key))
        else:
            yield known, key, f"both are “{actors[key].name}”"
    sovereign = found[0][1].sovereign
    several = len(owners) > 1 or (sovereign and len(states) > 1)
    first: dict[str | None, Key] = {}
    for key in bare:
        state = home[key[0]] if sovereign else None
        theirs = [at for owner, at in owners if state and any(akin(w, state) for w in owner)]
        only = [at for _, at in owners] if not (several or state) else []
        target = theirs[:1] or only
        if len(target) == 1:
            yield target[0], key, f"the only “{actors[key].name}” of the story, or of its state"
        elif not several or state:
            there = first.setdefault(state, key)
            if there != key:
                yield there, key, f"both are called “{actors[key].name}”"


def _one_owner(one: frozenset[str], other: frozenset[str]) -> bool:
    less, more = sorted((one, other), key=len)
    return all(any(akin(a, b) for b in more) for a in less)


def _states(actors: Mapping[Key, Actor]) -> list[str]:
    """The states that several articles of the story name, in lower case; one of them has to tell
    that it is one."""
    found: list[str] = []
    for actor in actors.values():
        organ = organ_of(actor)
        names = sorted(organ.owner) if organ is not None and organ.sovereign else []
        if actor.kind == "government" and actor.name.istitle() and actor.name.isalpha():
            names = [actor.name.lower()]
        found += [name for name in names if not any(akin(name, known) for known in found)]
    where: dict[str, set[str]] = {name: set() for name in found}
    for (document, _), actor in actors.items():
        for word in _WORD.findall(actor.name.lower()):
            for name in found:
                if akin(word, name):
                    where[name].add(document)
    return [name for name in found if len(where[name]) >= _ARTICLES]


def _of_outlet(document: Document, states: Sequence[str]) -> str | None:
    """The state that an outlet's name names."""
    told = [w.lower() for w in _WORD.findall(outlet_of(document))]
    return next((state for state in states if any(akin(w, state) for w in told)), None)
