"""What the search for relations looks at: an article's claims, their weights, and their sides."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from math import log

import msgspec

from accordingto.records.article import Article
from accordingto.records.facts import Actor, Figure, Time
from accordingto.records.reading import Reading
from accordingto.records.span import Span
from accordingto.records.statement import Statement
from accordingto.relations.claim import Claim, claim_of, start_of
from accordingto.relations.counts import Counts, counts_of
from accordingto.relations.likeness import Likeness, likeness, weight_of
from accordingto.relations.mentions import Mentions
from accordingto.relations.stems import name_stem
from accordingto.relations.wordlists import words

# Acts that put a claim forward, so that somebody may deny it or react to it.
CLAIMS = frozenset(
    {"assert", "accuse", "confirm", "claim_responsibility", "predict", "threaten", "praise"}
)
_NESTING = 4
# Who it is about says less than what is said of him.
_NAME_WEIGHT = 0.5
# How fast a key loses weight with every statement that has it too.
_COMMON = 0.5
_GOVERNING = frozenset({"government", "person"})
# Of an actor's mentions this many are asked for a country, and how far in front of each.
_MENTIONS, _LEAD, _NAME_WORDS = 6, 40, 3
_POSSESSIVES = ("'s", "’s", "s'", "s’")
_ARTICLES = frozenset({"a", "an", "the"})
_OTHERS = ("other ", "another ")


class Scene(msgspec.Struct, frozen=True, dict=True):
    """One article's statements, in order, with its actors and figures."""

    article: Article
    reading: Reading
    statements: tuple[Statement, ...]
    actors: tuple[Actor, ...]
    figures: tuple[Figure, ...] = ()
    times: tuple[Time, ...] = ()

    @cached_property
    def mentions(self) -> Mentions:
        """The actors by the words of their mentions."""
        return Mentions(self.reading, self.actors)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The statements as claims, in the same order."""
        return tuple(
            claim_of(self.reading, self.mentions, statement, place)
            for place, statement in enumerate(self.statements)
        )

    @cached_property
    def counts(self) -> Counts:
        """How many numbers the statements give of each thing that is counted."""
        return counts_of(self.article.text, self.statements, self.counted)

    @cached_property
    def place_of(self) -> dict[str, int]:
        """The place of each statement by its id."""
        return {s.id: at for at, s in enumerate(self.statements)}

    @cached_property
    def in_order(self) -> tuple[Claim, ...]:
        """The claims by where they begin in the text."""
        return tuple(sorted(self.claims, key=lambda c: (c.start, c.place)))

    @cached_property
    def order_of(self) -> dict[int, int]:
        """Where each claim, by its place, stands in ``in_order``."""
        return {claim.place: at for at, claim in enumerate(self.in_order)}

    @cached_property
    def weights(self) -> dict[str, float]:
        """What sharing a key says: the rarer it is in the article, the more."""
        counts = Counter(key for claim in self.claims for key in claim.keys)
        names = {name for claim in self.claims for name in claim.names}
        return {
            key: (_NAME_WEIGHT if key in names else 1.0) / (1.0 + _COMMON * log(count))
            for key, count in counts.items()
        }

    def likeness(self, one: Claim, other: Claim) -> Likeness:
        """How alike two of the claims are, the same either way round."""
        pair = min(one.place, other.place), max(one.place, other.place)
        found = self._likenesses.get(pair)
        if found is None:
            whole = self._whole[one.place], self._whole[other.place]
            found = self._likenesses[pair] = likeness(one, other, self.weights, whole)
        return found

    @cached_property
    def _whole(self) -> list[float]:
        """What the keys of each claim weigh together."""
        return [weight_of(claim.keys, self.weights) for claim in self.claims]

    @cached_property
    def wishes(self) -> dict[int, bool]:
        """Which claims, by their place, were found to be wishes or none, as many rules ask."""
        return {}

    @cached_property
    def _likenesses(self) -> dict[tuple[int, int], Likeness]:
        """What ``likeness`` has found before, as each search for relations asks for it."""
        return {}

    @cached_property
    def counted(self) -> dict[str, tuple[Figure, ...]]:
        """The figures of each statement, by its id."""
        found: dict[str, list[Figure]] = {}
        for figure in self.figures:
            if figure.statement is not None:
                found.setdefault(figure.statement, []).append(figure)
        return {said: tuple(rows) for said, rows in found.items()}

    def is_about(self, claim: Claim, side: frozenset[str]) -> bool:
        """True for a claim that names one of a side, or somebody who belongs to it: its troops."""
        if claim.keys & side:
            return True
        named = (name[1:] for name in claim.names if name[0] == "@")
        return any(f"@{body}" in side for actor in named for body in self.chain(actor))

    def spans_of(self, actors: Iterable[str]) -> Iterator[Span]:
        """The mentions of actors."""
        for actor in sorted(actors):
            yield from self._by_id[actor].mentions

    @cached_property
    def headlined(self) -> frozenset[tuple[str, float | int | None]]:
        """What the headline and standfirst count, and the numbers that they give of it."""
        return frozenset(
            (figure.what, figure.value)
            for figure in self.figures
            if any(start <= figure.span.start < end for start, end in self._summaries)
        )

    @cached_property
    def _by_id(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def _summaries(self) -> tuple[tuple[int, int], ...]:
        heads = self.article.segments_of("headline", "standfirst")
        return tuple((s.span.start, s.span.end) for s in heads)

    def in_summary(self, statement: Statement) -> bool:
        """True for a statement of the headline or standfirst."""
        at = start_of(statement)
        return any(start <= at < end for start, end in self._summaries)

    def same_side(self, one: Statement, other: Statement) -> bool:
        """True where the sources are the same, or one speaks for the other's body."""
        if (
            one.source is None
            and other.source is None
            and not (one.affiliation or other.affiliation)
        ):
            return self.holder(one) is not None and self.holder(one) == self.holder(other)
        first, second = one.source or one.affiliation, other.source or other.affiliation
        if first is None or second is None:
            return False
        return first in self.chain(second) or second in self.chain(first)

    def same_state(self, one: Statement, other: Statement) -> bool:
        """True where both sources belong to one state: its army, its minister."""
        sources = (one.source or one.affiliation, other.source or other.affiliation)
        chains = [set(self.chain(source)) if source else set() for source in sources]
        return bool(chains[0] & chains[1] & self.states)

    def is_claimed(self, statement: Statement) -> bool:
        """True for a claim that somebody makes: "the suggestion that …" is nobody's."""
        if statement.act not in CLAIMS:
            return False
        return statement.source is not None or statement.source_span is not None

    def holder(self, statement: Statement) -> str | None:
        """An unnamed source by the noun of its words: "security officials", "officials"."""
        if statement.source_span is None:
            return None
        if statement.source_span.of(self.article.text).lower().startswith(_OTHERS):
            return None
        head = self.reading.head_of(statement.source_span)
        return head.lower if head is not None and head.pos in ("NOUN", "PROPN") else None

    def sentence_at(self, place: int) -> Span:
        """The sentence that holds the character at ``place``."""
        tokens = self.reading.tokens_in(Span(place, place + 1))
        return self.reading.sentence_of(tokens[0].index).span if tokens else Span(place, place)

    def chain(self, actor: str) -> list[str]:
        """An actor and the bodies that it belongs to, from the inside out: "Ores's Ministry of
        Justice" and whoever speaks for it belong to Ores."""
        held_before = self._chains.get(actor)
        if held_before is not None:
            return held_before
        found = self._chains[actor] = [actor]
        for _ in range(_NESTING):
            held = self._by_id.get(found[-1])
            if held is None:
                break
            above = held.member_of or self._country_of(held)
            if above is None or above in found:
                break
            found.append(above)
        return found

    @cached_property
    def _chains(self) -> dict[str, list[str]]:
        """What ``chain`` has found before, as pairs of statements ask for it again and again."""
        return {}

    @cached_property
    def states(self) -> frozenset[str]:
        """The ids of the actors that are states, and no state's ministry, army or court."""
        bodies = words("states", "bodies")
        return frozenset(
            actor.id
            for actor in self.actors
            if actor.kind == "government"
            and actor.member_of is None
            and not bodies.intersection(actor.name.lower().replace("’", "'").split())
            and actor.name.removeprefix("the ")[:1].isupper()
        )

    @cached_property
    def _countries(self) -> dict[str, str]:
        """The states by each of their names, without article, as stems: "iraq", "ostrav vale"."""
        found: dict[str, str] = {}
        for actor in self.actors:
            if actor.kind == "government" and actor.member_of is None:
                for name in (actor.name, *actor.aliases):
                    found.setdefault(_stems(name), actor.id)
        return found

    def _country_of(self, actor: Actor) -> str | None:
        """The country whose name a body or an official bears: "Russia's embassy"."""
        names = _owners(actor, self.article.text)
        if actor.kind in _GOVERNING:
            names += _names(actor, self.article.text)
        elif actor.kind != "organisation":
            return None
        for name in names:
            found = self._countries.get(_stems(name))
            if found is not None and found != actor.id:
                return found
        return None

    def keys_of_side(self, statement: Statement) -> frozenset[str]:
        """The keys by which another claim names a statement's source or its body."""
        found = self._sides.get(statement.id)
        if found is None:
            actor = statement.source or statement.affiliation
            bodies = self.chain(actor) if actor is not None else []
            found = frozenset(f"@{body}" for body in (*bodies, *self._owners_in(statement)))
            self._sides[statement.id] = found
        return found

    @cached_property
    def _sides(self) -> dict[str, frozenset[str]]:
        """What ``keys_of_side`` has found before."""
        return {}

    def _owners_in(self, statement: Statement) -> list[str]:
        """The states in whose name a source's words begin: "Israel's Coordinator of …"."""
        span = statement.source_span
        if span is None:
            return []
        tokens = self.reading.tokens_in(span)[:_NAME_WORDS]
        text = self.article.text
        return [
            actor
            for token in tokens
            if text[token.span.end : token.span.end + 2] in ("'s", "’s")
            for actor in self.mentions.at(token)
            if self.mentions.kinds.get(actor) == "government"
        ]


def _owners(actor: Actor, text: str) -> list[str]:
    """The possessives in front of an actor's mentions: "Israel's [Coordinator …]"."""
    found = []
    for mention in actor.mentions[:_MENTIONS]:
        lead = text[max(0, mention.start - _LEAD) : mention.start].split()
        if lead and lead[-1].endswith(_POSSESSIVES):
            found += [" ".join(lead[-n:]) for n in range(1, min(_NAME_WORDS, len(lead)) + 1)]
    return found


def _names(actor: Actor, text: str) -> list[str]:
    """The first word of each of an actor's names, which may be a country's: "Russia's embassy",
    "An Iraqi official". A person's own name is none."""
    found = []
    for mention in actor.mentions[:_MENTIONS]:
        words = mention.of(text).split()
        described = words[0].lower() in _ARTICLES
        if actor.kind == "government" or described:
            found += words[1:2] if described else words[:1]
    return found


def _stems(name: str) -> str:
    """A name in lower case, without article and possessive, each word without its ending."""
    plain = name.lower().replace("’", "'").removeprefix("the ")
    return " ".join(name_stem(word.removesuffix("'s").removesuffix("'")) for word in plain.split())


def scene(
    article: Article,
    reading: Reading,
    statements: Sequence[Statement],
    actors: Sequence[Actor],
    figures: Sequence[Figure],
    times: Sequence[Time] = (),
) -> Scene:
    """The scene of one article."""
    return Scene(article, reading, tuple(statements), tuple(actors), tuple(figures), tuple(times))


def holds(outer: Statement, inner: Statement) -> bool:
    """True where ``inner`` stands inside ``outer``: what one relays, one does not say."""
    return inner.parent == outer.id


def same_content(one: Statement, other: Statement) -> bool:
    """True where the two ascribe the very same words of the text."""
    for mine in one.content_spans:
        for theirs in other.content_spans:
            if mine.start < theirs.end and theirs.start < mine.end:
                return True
    return False


def outermost(scene: Scene, claim: Claim) -> Claim:
    """The claim inside whose content this one stands: "that assertion" is the whole of it."""
    for _ in range(_NESTING):
        parent = claim.statement.parent
        if parent is None or scene.statements[scene.place_of[parent]].act not in CLAIMS:
            break
        claim = scene.claims[scene.place_of[parent]]
    return claim
