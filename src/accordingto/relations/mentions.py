"""Which actors a word belongs to, and whether it is part of a name that stands for one of them."""

from collections.abc import Sequence

from accordingto.records.facts import Actor
from accordingto.records.reading import Reading, Token
from accordingto.relations.stems import name_stem

# A mention longer than this, in words, tells of somebody rather than naming him.
_LONGEST_NAME = 8
_LONGEST = 24


class Mentions:
    """The mentions of an article's actors by word; those inside others count too."""

    def __init__(self, reading: Reading, actors: Sequence[Actor]) -> None:
        self.kinds = {actor.id: actor.kind for actor in actors}
        self._at: dict[int, list[str]] = {}
        self._named: set[int] = set()
        for actor in actors:
            for mention in actor.mentions:
                tokens = reading.tokens_in(mention)
                for token in tokens[:_LONGEST]:
                    held = self._at.setdefault(token.index, [])
                    if actor.id not in held:
                        held.append(actor.id)
                    if token.pos == "PROPN" and len(tokens) <= _LONGEST_NAME:
                        self._named.add(token.index)
        # "Israeli" is said of Israel, where the article has it as an actor.
        self._countries = {
            name_stem(actor.name.lower()): actor.id
            for actor in actors
            if actor.kind in ("government", "place_as_actor") and " " not in actor.name
        }

    def at(self, token: Token) -> list[str]:
        """The ids of the actors in whose mentions a word stands."""
        return self._at.get(token.index, [])

    def is_name(self, token: Token) -> bool:
        """True where the word is part of an actor's name, so that the actor stands for it."""
        return token.index in self._named

    def country(self, stem: str) -> str | None:
        """The id of the country, among the actors, whose name or people has this stem."""
        return self._countries.get(stem)
