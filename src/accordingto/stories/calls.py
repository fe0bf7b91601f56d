"""Who "the opposition", "the mayor" and "the hospital" are in an article that does not name them,
where another article of the story does: by what else that one calls whom it names.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from accordingto.records.document import Document
from accordingto.records.facts import Actor
from accordingto.stories.names import name_key
from accordingto.stories.unions import Unions
from accordingto.tables import table

Key = tuple[str, str]  # document, actor

_DATA = table("accordingto.stories", "organs.toml")
_OFFICES, _HOUSES = frozenset(_DATA["offices"]), frozenset(_DATA["houses"])
_WORD = re.compile(r"[\w’'-]+")
# Offices in front of a name: "Police Chief ", "Opposition candidate ".
_TITLE = re.compile(r"(?:\b[A-Z][\w-]+ (?:of )?){1,4}\Z")
_OF = re.compile(r"[Tt]he (?P<office>[a-z][a-z -]*[a-z]) of (?P<body>(?:the )?[A-Z].*)\Z")
# "Its ", "Acme’s ".
_LEAD = re.compile(
    r"\A(?:(?:the|a|an|its|his|her|their|our|my) |[^’']{1,60}(?:[’']s|(?<=s)[’']) )", re.I
)
_OWNERS = ("its ", "his ", "her ", "their ", "our ", "my ")
_REACH = 60
# "The district health chief": a description of more words tells too much to be anybody else's.
_MOST_WORDS = 4


def joined_calls(
    documents: Sequence[Document], actors: Mapping[Key, Actor], unions: Unions[Key]
) -> Iterator[tuple[Key, Key, str]]:
    """Pairs of one who is only described and the one whom another article calls so, with the
    reason; none where two in the story are called so."""
    texts = {document.id: document.text for document in documents}
    called: dict[str, list[Key]] = defaultdict(list)
    roles = {
        key: set(_WORD.findall(actor.role.lower().replace("'s", "").replace("’s", "")))
        for key, actor in actors.items()
        if actor.role and actor.kind == "person" and _is_named(actor)
    }
    lone: list[tuple[str, Key]] = []
    for key, actor in actors.items():
        if _is_named(actor):
            for words in _calls(actor, texts[key[0]]):
                called[words].append(key)
        elif (described := _description(actor)) is not None:
            lone.append((described, key))
        elif (office := _OF.match(actor.name)) and actor.kind == "person":
            lone.append((office["office"].lower(), key))
    for words, key in lone:
        found = called[words]
        if office := _OF.match(actors[key].name):
            # "The chief executive of Acme" is whom another article has as Acme's.
            body = name_key(office["body"])
            found = [k for k in found if body in _bodies(actors, k)]
        if not found and " " in words and actors[key].kind == "person":
            # "Council candidate", of "Ada Lum, a candidate for the city council".
            found = [k for k, role in roles.items() if set(words.split()) <= role]
        if found and all(unions.together(found[0], other) for other in found[1:]):
            there = next((k for k in found if k[0] != key[0]), None)
            if there is not None and (actors[there].kind == "person") == (
                actors[key].kind == "person"
            ):
                yield there, key, f"“{words}” is what another article calls {actors[there].name}"


def _bodies(actors: Mapping[Key, Actor], key: Key) -> set[str]:
    body = actors.get((key[0], actors[key].member_of or ""))
    return {name_key(name) for name in (body.name, *body.aliases)} if body is not None else set()


def _is_named(actor: Actor) -> bool:
    """True for who has a name, of which a word behind the first has a capital, or the only one."""
    if _OF.match(actor.name) and actor.kind == "person":
        return False
    words = _WORD.findall(actor.name)
    if words and words[0].lower() in ("the", "a", "an"):
        words = words[1:]
    rest = words[1:] if len(words) > 1 else words
    return any(word[:1].isupper() for word in rest) and actor.kind != "group"


def _description(actor: Actor) -> str | None:
    """What one is called who is nothing but described, where a story has one of the kind."""
    low = " ".join(actor.name.lower().split())
    if low.startswith(_OWNERS) or low.startswith(("a ", "an ")) or actor.aliases:
        return None
    words = low.removeprefix("the ").split()
    known = _OFFICES if actor.kind == "person" else _HOUSES
    if not 0 < len(words) <= _MOST_WORDS or words[-1] not in known or actor.kind == "group":
        return None
    return " ".join(words)


def _calls(actor: Actor, text: str) -> Iterator[str]:
    """What an article calls whom it names, without the name: "opposition", "police chief"."""
    found: dict[str, None] = {}
    for span in actor.mentions:
        said = " ".join(span.of(text).split())
        rest = _LEAD.sub("", said)
        if rest[:1].islower() or (rest == said and " " not in said):
            found[rest.lower()] = None
        if actor.kind == "person":
            title = _TITLE.search(text[max(0, span.start - _REACH) : span.start])
            if title is not None:
                words = title[0].lower().split()
                found.update(dict.fromkeys(" ".join(words[at:]) for at in range(len(words))))
    if actor.kind != "person":
        last = _WORD.findall(actor.name.lower())[-1:]
        found.update(dict.fromkeys(word for word in last if word in _HOUSES))
    yield from found
