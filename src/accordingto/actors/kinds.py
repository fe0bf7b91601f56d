"""What kind of actor a name is of, from its words."""

from functools import cache, lru_cache
from typing import cast

from accordingto.actors.countries import country_named, country_of_people, country_of_seat, wholes
from accordingto.actors.fold import is_acronym, key, parts, plain
from accordingto.actors.wordlists import ordered, words
from accordingto.records.facts import ActorKind
from accordingto.tables import table

_FROM_WORDS: tuple[ActorKind, ...] = ("media", "armed_group", "government", "organisation")


@cache
def _known() -> dict[str, tuple[ActorKind, str, bool]]:
    """Key of a known name: its kind, the line's first name, and whether case must agree."""
    found: dict[str, tuple[ActorKind, str, bool]] = {}
    for kind, section in table("accordingto.actors", "known.toml").items():
        for line in section["names"]:
            for name in line:
                found.setdefault(key(name), (cast("ActorKind", kind), line[0], is_acronym(name)))
    return found


@lru_cache(maxsize=16384)
def known(name: str) -> tuple[ActorKind, str] | None:
    """Kind and common name where our own table has this name."""
    entry = _known().get(key(name))
    if entry is None or (entry[2] and not is_acronym(name) and len(plain(name)) <= 4):
        return None
    return entry[0], entry[1]


def names_of_line(name: str) -> tuple[str, ...]:
    """All names that our table has for the actor of this name."""
    return _lines().get(key(name), ())


@cache
def _lines() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for section in table("accordingto.actors", "known.toml").values():
        for line in section["names"]:
            for name in line:
                found.setdefault(key(name), tuple(line))
    return found


def kind_of_name(name: str, label: str, title: str | None) -> ActorKind | None:
    """The kind of a name by itself: tables first, then its words, then the engine's label."""
    listed = known(name)
    if listed is not None:
        return listed[0]
    if country_named(name) or (country_of_seat(name) and label != "PERSON"):
        return "government"
    if plain(name).removeprefix("the ") in wholes():
        return "place_as_actor"
    armed = _of_armed(name)
    if armed is not None:
        return armed
    by_words = _by_words(name)
    if title is not None and by_words is None:
        return "person"
    if by_words is not None:
        return by_words
    if label == "PERSON":
        return "person"
    if label == "NORP":
        return "group"
    if label == "ORG":
        return "organisation"
    return None


@lru_cache(maxsize=16384)
def _of_armed(name: str) -> ActorKind | None:
    """ "Islamic State Khorasan", of a group that our table knows; "the Arakan Army", no state's."""
    low = parts(name)
    for size in range(2, len(low)):
        entry = _known().get(" ".join(low[:size]))
        if entry is not None and entry[0] == "armed_group" and len(low) <= size + 2:
            return "armed_group"
    own = [w for w in low[:-1] if not _is_of_state(w)]
    rest = " ".join(low)
    if low[:2] == ("army", "of") and not any(_is_of_state(w) for w in low[2:] if w != "the"):
        return "armed_group"
    armed = low[-1:] == ("army",) and bool(own) and name[:1].isupper() and "'s " not in name
    return (
        "armed_group" if armed and country_of_people(rest.removesuffix(" army")) is None else None
    )


def _is_of_state(word: str) -> bool:
    return (
        word in words("kinds.toml", "armies", "of_states")
        or country_of_people(word) is not None
        or country_named(word) is not None
    )


@lru_cache(maxsize=16384)
def _by_words(name: str) -> ActorKind | None:
    """The last telling word decides ("Daily News", "Liberation Army Council")."""
    low = parts(name)
    # "Ministry of Information Technology": what stands before "of" is the head.
    head = low[: next((i for i, w in enumerate(low) if w in {"of", "for"} and i > 0), len(low))]
    if len(low) > 1 and low[-1] in words("kinds.toml", "followers", "words"):
        return "group"
    text = f" {' '.join(low)} "
    for kind in _FROM_WORDS:
        if any(f" {phrase} " in text for phrase in _phrases(kind)):
            return kind
    for word in reversed(head):
        for kind in _FROM_WORDS:
            if word in words("kinds.toml", "words", kind):
                return kind
    return None


@cache
def _phrases(kind: ActorKind) -> tuple[str, ...]:
    return tuple(w for w in ordered("kinds.toml", "words", kind) if " " in w)


def is_ground(name: str, label: str = "") -> bool:
    """True for names that are places by their last word or by our table ("Station Road"); words
    that are surnames as well only where the engine saw no person."""
    low = parts(name)
    if label == "PERSON" and low and low[-1] in words("kinds.toml", "grounds", "surnames"):
        return False
    return bool(low) and (
        (len(low) > 1 and low[-1] in words("kinds.toml", "grounds", "words"))
        or " ".join(low) in _ground_names()
    )


@cache
def _ground_names() -> frozenset[str]:
    return frozenset(key(name) for name in words("kinds.toml", "grounds", "names"))


def may_be_person(name: str) -> bool:
    """False for names that end in a word no person's name ends in ("Bridge", "Treaty")."""
    low = parts(name)
    if not low or any(c.isdigit() for c in name):
        return False
    never = words("kinds.toml", "never_person", "words")
    if low[-1] in never - words("kinds.toml", "grounds", "surnames"):
        return False
    return country_of_people(name) is None and _by_words(name) is None
