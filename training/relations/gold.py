"""Texts with known relations: articles of our own, and the hand-made ledgers of the corpus."""

import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from benchmarks.corpora import corpus

from accordingto.actors.find import find_actors
from accordingto.encoder.model import encoder_for
from accordingto.facts.figures import find_figures
from accordingto.facts.times import find_times
from accordingto.intake.capture import capture_text
from accordingto.language.engines import engine_for
from accordingto.language.read import read_language, read_marks
from accordingto.page.read import read_article
from accordingto.records.capture import Given
from accordingto.records.span import Span
from accordingto.records.statement import Statement
from accordingto.relations.classes import Classes
from accordingto.relations.scene import Scene, scene
from accordingto.statements.attribute import attribute
from accordingto.statements.certainty import hedge_statements
from accordingto.statements.resolve import resolve_sources
from accordingto.statements.when import date_statements

OWN = Path(__file__).parent / "articles"
AGAINST = frozenset({"denies", "disputes"})
# A snippet is told by the statement that has this share of its words, cue included, and some of
# them in its content; a gold statement by the one whose content words have this overlap.
_TOLD, _CONTENT, _OVERLAP = 0.55, 0.3, 0.4


class Text(msgspec.Struct, frozen=True):
    """A text as read, ``claim`` of each statement (a number; one number, one claim), and which
    claims oppose which. ``known`` are the places of the statements that the gold is about."""

    name: str
    scene: Scene
    claim: tuple[int, ...]
    against: frozenset[tuple[int, int]]
    known: frozenset[int]


def own_texts() -> Iterator[Text]:
    """The articles beside this file."""
    for path in sorted(OWN.glob("*.toml")):
        gold = tomllib.loads(path.read_text(encoding="utf-8"))
        yield _snippets(path.stem, read(gold["text"].lstrip("\n"), gold["published"]), gold)


def ledger_texts(folder: Path | None = None) -> Iterator[Text]:
    """The corpus's ledgers, or those of another folder in its form."""
    folder = folder or corpus("ledger")
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if "text_file" in gold:
            text = (folder / gold["text_file"]).read_bytes().decode("utf-8")
            yield _ledger(path.stem, read(text, gold["published"]), gold)


def read(text: str, published: str) -> Scene:
    """All stages up to relations."""
    capture = msgspec.structs.replace(capture_text(text, "text"), given=Given(published=published))
    article = read_article(capture)
    encoder, engine = encoder_for("en"), engine_for("en", encoded=True)
    assert encoder is not None
    marks = read_marks(article)
    encoding = encoder.encode(article.text, marks.blocks, marks.quotations)
    reading = read_language(article, engine, marks, encoding)
    attributed = attribute(article, reading, encoding)
    actors = find_actors(article, reading, attributed)
    times = find_times(article, reading)
    statements = resolve_sources(article, reading, attributed, actors)
    statements = hedge_statements(reading, date_statements(reading, statements, times.times))
    timed = (*times.times, *times.durations)
    figures = find_figures(article, reading, statements, timed)
    return scene(article, reading, statements, actors, figures, times.times)


def _snippets(name: str, read: Scene, gold: dict[str, Any]) -> Text:
    text, statements = read.article.text, read.statements
    classes = Classes()
    places = {}
    for row in gold.get("claim", ()):
        told = [_teller(text, snippet, statements) for snippet in row["wordings"]]
        found = [statement for statement in told if statement is not None]
        for other in found[1:]:
            classes.join(found[0].id, other.id)
    for row in gold.get("relation", ()):
        ends = [_teller(text, row[end], statements) for end in ("from", "to")]
        if row["kind"] in AGAINST and ends[0] is not None and ends[1] is not None:
            places[ends[0].id, ends[1].id] = True
    return _text(name, read, classes, list(places), frozenset(range(len(statements))))


def _teller(text: str, snippet: str, statements: Sequence[Statement]) -> Statement | None:
    """The statement that says the words of a snippet; the shortest of several."""
    start = text.index(snippet)
    wanted = _words(text, [Span(start, start + len(snippet))])
    best: tuple[tuple[float, int], Statement] | None = None
    for statement in statements:
        content = _words(text, statement.content_spans)
        cue = _words(text, [statement.cue_span] if statement.cue_span else [])
        share = len(wanted & content) / len(wanted)
        whole = len(wanted & (content | cue)) / len(wanted)
        if share < _CONTENT or whole < _TOLD:
            continue
        rank = (round(max(share, whole), 1), -len(content))
        if best is None or rank > best[0]:
            best = (rank, statement)
    return best[1] if best is not None else None


def _ledger(name: str, read: Scene, gold: dict[str, Any]) -> Text:
    text, statements = read.article.text, read.statements
    fits = []
    for at, row in enumerate(gold["statements"]):
        theirs = _words(text, [Span(*span) for span in row["content_spans"]])
        for place, statement in enumerate(statements):
            ours = _words(text, statement.content_spans)
            if theirs & ours:
                fits.append((len(theirs & ours) / len(theirs | ours), at, place))
    told: dict[str, Statement] = {}
    taken = set()
    for overlap, at, place in sorted(fits, reverse=True):
        id_ = gold["statements"][at]["id"]
        if overlap >= _OVERLAP and place not in taken and id_ not in told:
            told[id_] = statements[place]
            taken.add(place)
    named, classes = Classes(), Classes()
    for row in gold["relations"]:
        if row["kind"] == "repeats":
            named.join(row["from"], row["to"])
    first: dict[str, Statement] = {}
    for id_, statement in told.items():
        classes.join(first.setdefault(named.of(id_), statement).id, statement.id)
    pairs = [
        (first[named.of(row["from"])].id, first[named.of(row["to"])].id)
        for row in gold["relations"]
        if row["kind"] in AGAINST
        and named.of(row["from"]) in first
        and named.of(row["to"]) in first
    ]
    return _text(name, read, classes, pairs, frozenset(taken))


def _text(
    name: str, read: Scene, classes: Classes, pairs: list[tuple[str, str]], known: frozenset[int]
) -> Text:
    claim = tuple(read.place_of[classes.of(s.id)] for s in read.statements)
    against = {(claim[read.place_of[one]], claim[read.place_of[other]]) for one, other in pairs}
    return Text(name, read, claim, frozenset((x, y) for x, y in against if x != y), known)


def _words(text: str, spans: Sequence[Span]) -> set[int]:
    return {
        span.start + found.start() for span in spans for found in re.finditer(r"\w+", span.of(text))
    }
