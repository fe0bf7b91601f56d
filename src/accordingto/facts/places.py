"""The places of an article, with coordinates where the text lets one tell."""

import re
from collections.abc import Sequence

import msgspec

from accordingto.facts.gazetteer import load_gazetteer
from accordingto.facts.gazetteer_form import fold_place
from accordingto.facts.place_beside import is_beside
from accordingto.facts.place_names import Toponym, find_toponyms, spelled_out
from accordingto.facts.place_points import Clues, Point, by_neighbour, is_unlisted, place
from accordingto.records.article import Article
from accordingto.records.facts import Actor, Place
from accordingto.records.ids import content_id
from accordingto.records.reading import Reading

# The name behind a comma: one or two capitalised words, dots of abbreviations included.
_BESIDE = re.compile(r",\s([A-Z][\w.]{1,20})( [A-Z][\w.]{1,20})?")
_BESIDE_CHARS = 45
_UNPLACED_SCORE = 0.5
_SURE = 0.8


def find_places(article: Article, reading: Reading, actors: Sequence[Actor]) -> tuple[Place, ...]:
    """Places meant as places, in order of first mention; all mentions of one place together.

    A name inside an actor's mention is none (the actor stands there, or the name is part of a
    longer one). ``lat``, ``lon`` and ``gid`` are null where the name is unknown or undecided; then
    ``reasons`` says so. Without a language engine there are no places.
    """
    if reading.engine is None:
        return ()
    taken = sorted({mention for actor in actors for mention in actor.mentions})
    toponyms = _with_states(find_toponyms(article.text, reading, taken), actors)
    clues = _clues(article.text, reading, toponyms)
    points = _share(toponyms, [place(t, clues) for t in toponyms])
    anchored = msgspec.structs.replace(clues, anchors=_anchors(points))
    points = _share(toponyms, [place(t, anchored) for t in toponyms])
    points = _by_neighbours(article.text, reading, toponyms, points)
    return _places(article, toponyms, points)


def _clues(text: str, reading: Reading, toponyms: Sequence[Toponym]) -> Clues:
    gazetteer = load_gazetteer()
    countries: dict[str, int] = {}
    divisions: set[tuple[str, str]] = set()
    beside: dict[str, frozenset[tuple[str, str]]] = {}
    for token in reading.tokens:
        if token.text[:1].isupper():
            code = gazetteer.country_of(token.text)
            if code:
                countries[code] = countries.get(code, 0) + 1
    names = [e.span.of(text) for e in reading.entities if e.label in {"GPE", "LOC", "ORG"}]
    for name in names:
        for entry in gazetteer.find(name):
            if entry.level == 3:
                countries[entry.country] = countries.get(entry.country, 0) + 1
            elif entry.level == 1 and entry.exact:
                divisions.add((entry.country, entry.division))
    for toponym in toponyms:
        wholes = _named_behind(text, toponym)
        if wholes:
            beside.setdefault(toponym.name, wholes)
    return Clues(countries, frozenset(divisions), beside)


def _named_behind(text: str, toponym: Toponym) -> frozenset[tuple[str, str]]:
    """What is right behind a name ("X, Y") as (country, division), "" for a whole country; more
    than one where Y is ambiguous itself."""
    match = _BESIDE.match(text[toponym.span.end : toponym.span.end + _BESIDE_CHARS])
    if match is None:
        return frozenset()
    for words in (f"{match.group(1)}{match.group(2) or ''}", match.group(1)):
        entries = load_gazetteer().find(spelled_out(words))
        wholes = [e for e in entries if e.level in {1, 3} and e.exact]
        if wholes:
            return frozenset((e.country, e.division) for e in wholes)
    return frozenset()


def _anchors(points: Sequence[Point | None]) -> tuple[tuple[float, float], ...]:
    """Points of cities and regions that were placed beyond much doubt: others lie near them."""
    sure = [p for p in points if p is not None and p.kind != "country" and p.score >= _SURE]
    return tuple(sorted({(p.lat, p.lon) for p in sure if p.lat is not None and p.lon is not None}))


def _share(toponyms: Sequence[Toponym], points: Sequence[Point | None]) -> list[Point | None]:
    """One name, one place: what was placed once holds for the name in the whole text."""
    best: dict[str, Point] = {}
    for toponym, point in zip(toponyms, points, strict=True):
        key = _key(toponym)
        if point is not None and (key not in best or point.score > best[key].score):
            best[key] = point
    return [best.get(_key(t), p) for t, p in zip(toponyms, points, strict=True)]


def _key(toponym: Toponym) -> str:
    name = fold_place(toponym.name)
    for article in ("al ", "el ", "the "):
        name = name.removeprefix(article)
    return f"{name}|{'site' if toponym.kind == 'site' else ''}"


def _with_states(toponyms: Sequence[Toponym], actors: Sequence[Actor]) -> list[Toponym]:
    """Marks as countries the names under which the text has a government act, where the gazetteer
    has no more than a small place of that name."""
    names = {
        fold_place(name)
        for actor in actors
        if actor.kind == "government"
        for name in (actor.name, *actor.aliases)
    }
    return [
        msgspec.structs.replace(t, kind="country")
        if fold_place(t.name) in names and t.kind is None and is_unlisted(t.name)
        else t
        for t in toponyms
    ]


def _by_neighbours(
    text: str, reading: Reading, toponyms: Sequence[Toponym], points: Sequence[Point | None]
) -> list[Point | None]:
    """Puts names that no gazetteer has where the text says: in or near a place that it has."""
    placed = list(points)
    for at, toponym in enumerate(toponyms):
        if placed[at] is not None or toponym.kind == "country":
            continue
        sentence = reading.sentence_of(toponym.head).span
        near = [
            (abs(t.span.start - toponym.span.start), t.name, p)
            for t, p in zip(toponyms, points, strict=True)
            if p is not None and sentence.contains(t.span) and is_beside(text, toponym.span, t.span)
        ]
        near.sort(key=lambda row: row[0])
        placed[at] = by_neighbour(toponym, [(name, p) for _, name, p in near])
    return _share(toponyms, placed)


def _places(
    article: Article, toponyms: Sequence[Toponym], points: Sequence[Point | None]
) -> tuple[Place, ...]:
    groups: dict[str, list[int]] = {}
    for at, toponym in enumerate(toponyms):
        point = points[at]
        spot = (
            f"{point.kind}|{point.country}|{point.lat}|{point.lon}"
            if point and point.score > 0.4
            else ""
        )
        groups.setdefault(spot or _key(toponym), []).append(at)
    return tuple(_record(article, [toponyms[i] for i in g], points[g[0]]) for g in groups.values())


def _record(article: Article, toponyms: Sequence[Toponym], point: Point | None) -> Place:
    mentions = tuple(sorted({t.span for t in toponyms}))
    name = max((t for t in toponyms), key=lambda t: (len(t.span), -t.span.start)).span.of(
        article.text
    )
    kind = point.kind if point else toponyms[0].kind or "city"
    return Place(
        id=content_id("p", article.sha256, name, kind, mentions[0]),
        name=name,
        kind=kind,
        mentions=mentions,
        country=point.country if point else None,
        lat=point.lat if point else None,
        lon=point.lon if point else None,
        gid=point.gid if point else None,
        score=point.score if point else _UNPLACED_SCORE,
        reasons=(point.reason,) if point else ("no gazetteer entry fits well enough to place it",),
    )
