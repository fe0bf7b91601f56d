"""The places of an article, with coordinates where the text lets one tell."""

import re
from collections.abc import Sequence

import msgspec

from accordingto.facts.gazetteer_form import fold_place
from accordingto.facts.place_candidates import Candidate, find_candidates
from accordingto.facts.place_cover import Cover
from accordingto.facts.place_grouped import grouped, key_of
from accordingto.facts.place_judge import judge
from accordingto.facts.place_known import is_capital, is_land, is_listed
from accordingto.facts.place_names import find_toponyms
from accordingto.facts.place_near import Whereabouts, lies_near
from accordingto.facts.place_neighbours import by_neighbours
from accordingto.facts.place_points import (
    Point,
    by_name,
    is_unlisted,
    point_of,
    with_seat,
)
from accordingto.facts.place_rank import rank
from accordingto.facts.place_setting import setting_of
from accordingto.facts.place_standing import is_ground, is_used_as_adjective, standing_for
from accordingto.facts.place_toponym import Toponym
from accordingto.facts.place_ways import is_way
from accordingto.facts.place_weights import PlaceWeights, place_weights
from accordingto.facts.place_words import use
from accordingto.records.article import Article
from accordingto.records.facts import Actor, Place
from accordingto.records.ids import content_id
from accordingto.records.reading import Reading
from accordingto.records.span import Span

_AGE = re.compile(r", (?:aged |age )?[1-9]\d?(?=[,;.])")
_UNPLACED_SCORE = 0.5
_BODIES = frozenset({"armed_group", "organisation", "media"})


class _Found(msgspec.Struct, frozen=True):
    """A name judged to be one of a place; ``metonymic`` where no place is meant by it, ``governs``
    where a government is called so."""

    candidate: Candidate
    metonymic: bool
    governs: bool = False

    @property
    def toponym(self) -> Toponym:
        return self.candidate.toponym

    @property
    def is_demonym(self) -> bool:
        """True for "Iraqi"; some adjectives are names too ("US")."""
        return self.metonymic and self.candidate.people is not None and not self.candidate.is_name


class FoundPlaces(msgspec.Struct, frozen=True):
    """Place names, and beside them adjectives and names of peoples ("Iraqi"), which say a place
    without naming it. Each in order of first mention."""

    places: tuple[Place, ...] = ()
    demonyms: tuple[Place, ...] = ()


def find_places(
    article: Article,
    reading: Reading,
    actors: Sequence[Actor],
    weights: PlaceWeights | None = None,
) -> FoundPlaces:
    """Every place name; all mentions of one place together, but those in which no place is meant
    (``metonymic``) apart from the others.

    ``lat``, ``lon`` and ``gid`` are null where the name is unknown or undecided; then ``reasons``
    says so. Without a language engine there are no places. ``weights`` are those of the package
    unless given.
    """
    if reading.engine is None:
        return FoundPlaces()
    weights = weights or place_weights()
    judged, context = _judged(article.text, reading, actors, weights)
    found = _with_states(judged, actors)
    points = _points(article, reading, found, context, weights)
    pairs = list(zip(found, points, strict=True))
    return FoundPlaces(
        _places(article, [pair for pair in pairs if not pair[0].is_demonym]),
        _places(article, [pair for pair in pairs if pair[0].is_demonym]),
    )


def _judged(
    text: str, reading: Reading, actors: Sequence[Actor], weights: PlaceWeights
) -> tuple[list[_Found], list[tuple[Candidate, float]]]:
    """What is taken for a place name, and what may be one, with its probability."""
    candidates = find_candidates(text, reading, find_toponyms(text, reading))
    scores = judge(reading, candidates, weights.name)
    taken = sorted({mention for actor in actors for mention in actor.mentions})
    acting = standing_for(text, [c.toponym for c in candidates], taken)
    surnames = _surnames(text, actors)
    bodies = {
        mention
        for actor in actors
        for mention in actor.mentions
        if actor.kind in _BODIES or (actor.kind == "person" and " " not in mention.of(text))
    }
    governing = {m for actor in actors if actor.kind == "government" for m in actor.mentions}
    found, context = [], []
    for at, (candidate, score) in enumerate(zip(candidates, scores, strict=True)):
        if candidate.span in surnames:
            continue
        unlisted = candidate.people is None and not is_listed(candidate.toponym.name)
        if candidate.span in bodies and unlisted:
            # "Hezbollah": what the engine takes for a place, and nobody else does.
            continue
        doubtful = not candidate.is_place or at in acting
        least = weights.least if doubtful else weights.least_meant
        if candidate.span in governing and is_capital(candidate.toponym.name):
            # "Kyiv denied it".
            least = weights.least_meant
        if score >= least:
            suffers = _is_struck(reading, candidate)
            metonymic = not suffers and (at in acting or not _is_meant(text, reading, candidate))
            governs = metonymic and candidate.span in governing
            found.append(_Found(candidate, metonymic, governs))
        else:
            context.append((candidate, score))
    return found, context


def _surnames(text: str, actors: Sequence[Actor]) -> frozenset[Span]:
    """Where people with a given name are mentioned by their last one: no places, though the
    gazetteer has one so called."""
    return frozenset(
        mention
        for actor in actors
        if actor.kind == "person" and (" " in actor.name or _is_aged(text, actor))
        for mention in actor.mentions
        if mention.of(text) == actor.name.split()[-1]
    )


def _is_aged(text: str, actor: Actor) -> bool:
    """ "Daria, 52, who sells eggs": nobody else has an age."""
    return any(_AGE.match(text, mention.end) is not None for mention in actor.mentions)


def _is_struck(reading: Reading, candidate: Candidate) -> bool:
    """ "Al-Qaim was bombed": a town, whatever else is called so; lands are more than ground."""
    head = reading.tokens[candidate.toponym.head]
    verb = reading.tokens[head.head]
    struck = head.dep == "nsubjpass" and verb.lemma in use("taken") | use("met")
    return struck and candidate.people is None and not is_land(candidate.toponym.name)


def _is_meant(text: str, reading: Reading, candidate: Candidate) -> bool:
    if candidate.is_place:
        return not is_used_as_adjective(reading, candidate.toponym)
    if candidate.people is not None:
        return False
    if candidate.toponym.kind == "area":
        return True
    return is_ground(text, candidate.toponym) or is_way(text, candidate)


def points_of(
    article: Article,
    reading: Reading,
    candidates: Sequence[Candidate],
    weights: PlaceWeights | None = None,
) -> list[Point | None]:
    """Where names are put that are known to be names of places: the resolution by itself."""
    weights = weights or place_weights()
    found, points = settled(article, reading, candidates, weights)
    return _by_whereabouts(found, points, weights)


def settled(
    article: Article, reading: Reading, candidates: Sequence[Candidate], weights: PlaceWeights
) -> tuple[list[_Found], list[Point | None]]:
    """The same before names are put where the text is."""
    found = [_Found(c, c.people is not None and not c.is_name) for c in candidates]
    context = context_of(article, reading, candidates, weights)
    placed = _placed(article, reading, found, context, weights)
    return found, by_neighbours(article.text, reading, [one.toponym for one in found], placed)


def context_of(
    article: Article,
    reading: Reading,
    candidates: Sequence[Candidate],
    weights: PlaceWeights,
) -> list[tuple[Candidate, float]]:
    """What may be names of places besides the given ones, with how likely each is."""
    every = find_candidates(article.text, reading, find_toponyms(article.text, reading))
    scores = judge(reading, every, weights.name)
    cover = Cover([c.span for c in candidates])
    return [(c, p) for c, p in zip(every, scores, strict=True) if not cover.touching(c.span)]


def _points(
    article: Article,
    reading: Reading,
    found: Sequence[_Found],
    context: Sequence[tuple[Candidate, float]],
    weights: PlaceWeights,
) -> list[Point | None]:
    placed = _placed(article, reading, found, context, weights)
    return _by_whereabouts(
        found, by_neighbours(article.text, reading, [one.toponym for one in found], placed), weights
    )


def _placed(
    article: Article,
    reading: Reading,
    found: Sequence[_Found],
    context: Sequence[tuple[Candidate, float]],
    weights: PlaceWeights,
) -> list[Point | None]:
    """The likeliest point for each name, one for all mentions of the same name."""
    groups, names = grouped(article.text, [one.candidate for one in found], context)
    shares = rank(names, setting_of(article, reading), weights.rank)
    points: list[Point | None] = [None] * len(found)
    for group, name, told in zip(groups, names, shares, strict=False):
        governs = any(found[at].governs for at in group)
        share = with_seat(name, told) if governs else told
        for at in group:
            points[at] = point_of(found[at].toponym, name, share)
    return points


def _with_states(found: Sequence[_Found], actors: Sequence[Actor]) -> list[_Found]:
    """Marks as countries the names under which the text has a government act, where the gazetteer
    has no more than a small place of that name."""
    names = {
        fold_place(name)
        for actor in actors
        if actor.kind == "government"
        for name in (actor.name, *actor.aliases)
    }

    def is_state(toponym: Toponym) -> bool:
        words = toponym.name.lower().split()
        called = fold_place(toponym.name) in names and toponym.kind is None
        body = words[-1] in use("bodies")
        return called and not body and is_unlisted(toponym.name)

    return [
        msgspec.structs.replace(one, candidate=_as_country(one.candidate))
        if is_state(one.toponym)
        else one
        for one in found
    ]


def _as_country(candidate: Candidate) -> Candidate:
    country = msgspec.structs.replace(candidate.toponym, kind="country")
    return msgspec.structs.replace(candidate, toponym=country)


def _by_whereabouts(
    found: Sequence[_Found], points: Sequence[Point | None], weights: PlaceWeights
) -> list[Point | None]:
    """Puts where the text is what is left, what a part of its name would put elsewhere, and what
    is more likely a place there that no gazetteer has than another of its name."""
    there = whereabouts(found, points)
    lands = {point.country for point in points if point is not None and point.country}
    told: dict[str, Point | None] = {}
    placed: list[Point | None] = []
    for one, point in zip(found, points, strict=True):
        key = key_of(one.toponym)
        if one.toponym.kind == "country" or one.is_demonym:
            placed.append(point)
            continue
        if key not in told:
            told[key] = there.by(one.toponym.span.start, one.toponym.kind)
        near = told[key]
        if point is None or near is None:
            placed.append(point or near or by_name(one.toponym, lands))
            continue
        if point.is_part:
            placed.append(point if lies_near(point, near) else near)
        else:
            placed.append(near if there.moves(point, near, weights.near) else point)
    return placed


def whereabouts(found: Sequence[_Found], points: Sequence[Point | None]) -> Whereabouts:
    """Where the names that the gazetteer has whole say that the text is."""
    return Whereabouts(
        (one.toponym.span.start, one.toponym.name, point)
        for one, point in zip(found, points, strict=True)
        if point is not None and not point.is_part
    )


def _places(article: Article, pairs: Sequence[tuple[_Found, Point | None]]) -> tuple[Place, ...]:
    groups: dict[tuple[bool, str], list[tuple[_Found, Point | None]]] = {}
    for one, point in pairs:
        sure = point is not None and point.score > 0.4
        spot = f"{point.kind}|{point.country}|{point.lat}|{point.lon}" if point and sure else ""
        groups.setdefault((one.metonymic, spot or key_of(one.toponym)), []).append((one, point))
    return tuple(_record(article, [f for f, _ in g], g[0][1]) for g in groups.values())


def _record(article: Article, found: Sequence[_Found], point: Point | None) -> Place:
    toponyms = [one.toponym for one in found]
    mentions = tuple(sorted({t.span for t in toponyms}))
    longest = max(toponyms, key=lambda t: (len(t.span), -t.span.start))
    name = longest.span.of(article.text)
    kind = point.kind if point else toponyms[0].kind or "city"
    metonymic = found[0].metonymic
    apart = ("a government, people or longer name is meant here",) if metonymic else ()
    why = point.reason if point else "no gazetteer entry fits well enough to place it"
    return Place(
        id=content_id("p", article.sha256, name, kind, mentions[0]),
        name=name,
        kind=kind,
        mentions=mentions,
        country=point.country if point else None,
        lat=point.lat if point else None,
        lon=point.lon if point else None,
        gid=point.gid if point else None,
        metonymic=metonymic,
        score=point.score if point else _UNPLACED_SCORE,
        reasons=(why, *apart),
    )
