"""Whom a naming phrase names: by its own words, beside a name, by "is", or by pointing back."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

from accordingto.facts.labelwords import label_words
from accordingto.facts.naming import copular_subject
from accordingto.records.facts import Actor, ActorKind
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span

# Sentences within which a pronoun or "the group" points back.
_REACH = 2
# The most mentions among which one is looked for.
_MOST = 60
_BODIES: frozenset[ActorKind] = frozenset({"armed_group", "organisation"})
_ONE = frozenset({"him", "her", "he", "she"})
_MANY = frozenset({"them", "they"})


class Mentions:
    """The actors' mentions, to be asked by place."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._counts = {actor.id: len(actor.mentions) for actor in actors}
        self._kinds = {actor.id: actor.kind for actor in actors}
        self._all = sorted((m, actor.id) for actor in actors for m in actor.mentions)
        self._ends = sorted((m.end, m.start, actor) for m, actor in self._all)
        self._longest = max((len(m) for m, _ in self._all), default=0)

    def kind(self, actor: str) -> ActorKind:
        """What kind of actor it is."""
        return self._kinds[actor]

    def at(self, token: Token) -> str | None:
        """The actor with the shortest mention that holds ``token``."""
        first = bisect_left(self._all, (Span(token.start - self._longest, 0), ""))
        last = bisect_right(self._all, (Span(token.start, token.start + self._longest + 1), ""))
        holding = [(len(m), a) for m, a in self._all[first:last] if m.contains(token.span)]
        return min(holding)[1] if holding else None

    def ending_at(self, offset: int) -> str | None:
        """The actor with the longest mention that ends at ``offset``."""
        first = bisect_left(self._ends, (offset, -1, ""))
        here = [(start, a) for end, start, a in self._ends[first : first + 4] if end == offset]
        return min(here)[1] if here else None

    def before(
        self, offset: int, since: int, kinds: frozenset[ActorKind], but: Collection[str | None] = ()
    ) -> str | None:
        """Of the actors of some kinds that are mentioned between ``since`` and ``offset`` the one
        with the most mentions in the whole text, the last of equals."""
        first = bisect_left(self._all, (Span(since, 0), ""))
        last = bisect_left(self._all, (Span(offset, 0), ""))
        first = max(first, last - _MOST)
        told = [a for m, a in self._all[first:last] if m.end <= offset and a not in but]
        near = [a for a in told if self._kinds[a] in kinds]
        best = max(((self._counts[a], at) for at, a in enumerate(near)), default=None)
        return near[best[1]] if best is not None else None


def labelled(reading: Reading, head: Token, first: int, mentions: Mentions) -> str | None:
    """The actor that the phrase from character ``first`` with head noun ``head`` names."""
    beside = _beside(reading, first, mentions)
    if beside is not None and head.dep in {"appos", "conj", "ROOT", "dep", "npadvmod"}:
        return beside
    subject = copular_subject(reading, head)
    described = mentions.at(subject) if subject is not None else None
    if described is None and head.dep == "appos":
        described = mentions.at(reading.tokens[head.head])
    own = mentions.at(head)
    if head.dep == "poss" and own is not None and mentions.at(reading.tokens[head.head]) == own:
        # "The dictator's son" is no dictator.
        own = None
    return described or own or _pointed_at(reading, head, first, mentions)


def _beside(reading: Reading, first: int, mentions: Mentions) -> str | None:
    """The name right before a comma before the phrase: "the Front, a proxy of Varan"."""
    before = reading.tokens_in(Span(max(0, first - 3), first))
    commas = [t for t in before if t.text == "," and t.end < first]
    return mentions.ending_at(commas[-1].start) if commas else None


def _pointed_at(reading: Reading, head: Token, first: int, mentions: Mentions) -> str | None:
    """The body that "the terrorist force" points back to."""
    is_definite = any(
        reading.tokens[i].lower in {"the", "this", "that"} for i in reading.children[head.index]
    )
    if head.tag != "NN" or not is_definite or head.lemma not in label_words()["bodies"]:
        return None
    return mentions.before(first, _since(reading, head), _BODIES)


def pronoun(
    reading: Reading, token: Token, mentions: Mentions, but: Collection[str | None]
) -> str | None:
    """Whom "him" or "they" means: such a one named shortly before, and none of ``but``."""
    if token.lower in _ONE:
        kinds: frozenset[ActorKind] = frozenset({"person"})
    elif token.lower in _MANY:
        kinds = frozenset({"group", "armed_group"})
    else:
        return None
    verb = reading.tokens[token.head]
    subjects = [i for i in reading.children[verb.index] if reading.tokens[i].dep == "nsubj"]
    at = reading.subtree_span(subjects[0]).start if subjects else token.start
    at = token.start if token.index in subjects else at
    return mentions.before(at, _since(reading, token), kinds, but)


def for_whom(
    reading: Reading, head: Token, mentions: Mentions, *, where: bool = False
) -> str | None:
    """ "A hero for Palestinians", "a traitor in the eyes of the army": whose view it is. With
    ``where`` also "branded a gang in the West"."""
    for index in reading.children[head.index]:
        preposition = reading.tokens[index]
        if preposition.lower == "according":
            # "An Iranian proxy according to Riyadh".
            preposition = next((reading.tokens[i] for i in reading.children[index]), preposition)
        if index < head.index or preposition.lower not in {"for", "to", "in"}:
            continue
        for below in (reading.tokens[i] for i in reading.children[preposition.index]):
            inner = [below]
            if preposition.lower == "in" and not where:
                of = [reading.tokens[i] for i in reading.children[below.index]]
                ofs = [t for t in of if t.lower == "of"] if below.lemma == "eye" else []
                inner = [reading.tokens[i] for t in ofs for i in reading.children[t.index]]
            for one in inner:
                actor = mentions.at(one) if one.dep == "pobj" else None
                if actor is not None and (where or mentions.kind(actor) != "place_as_actor"):
                    return actor
    return None


def _since(reading: Reading, token: Token) -> int:
    starts = [sentence.span.start for sentence in reading.sentences]
    return starts[max(0, bisect_right(starts, token.start) - 1 - _REACH)]
