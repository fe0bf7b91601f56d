"""Our own gold of stories: articles, and what a careful reader finds in them together."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec

from accordingto.library import read_text
from accordingto.records.capture import Given
from accordingto.records.document import Document
from accordingto.records.story import Ref, Story
from accordingto.stories.batch import group
from accordingto.stories.tell import tell
from accordingto.stories.texts import report_of

_FILE = Path(__file__).resolve().parent.parent / "tests" / "gold" / "stories" / "gold.toml"
Pairs = set[frozenset[str]]


@dataclass(frozen=True)
class Score:
    """True, found and wanted: counts of pairs or links."""

    right: int
    found: int
    wanted: int

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.found + other.found, self.wanted + other.wanted)


def gold_sets() -> list[dict[str, Any]]:
    """The sets as they stand in the file."""
    found: list[dict[str, Any]] = tomllib.loads(_FILE.read_text(encoding="utf-8"))["set"]
    return found


@cache
def documents_of(name: str) -> dict[str, Document]:
    """The articles of a set, read as a user would: by id in the gold."""
    (chosen,) = (s for s in gold_sets() if s["name"] == name)
    return {a["id"]: _read(a) for a in chosen["article"]}


def _read(article: dict[str, Any]) -> Document:
    text = f"{article['title']}\n\n{article['text'].strip()}\n"
    given = Given(published=article["day"], outlet=article["outlet"], language="en")
    document = read_text(text, source=article["id"], given=given)
    authors = (article["author"],) if "author" in article else ()
    return msgspec.structs.replace(document, authors=authors, headline=article["title"])


def stories_found() -> list[list[str]]:
    """All articles of all sets grouped together, as ids in the gold."""
    every = {d.id: (key, d) for s in gold_sets() for key, d in documents_of(s["name"]).items()}
    reports = [report_of(document) for _, document in every.values()]
    reports.sort(key=lambda report: (report.day or "", report.id))
    return [[every[key][0] for key in ids] for ids in group(reports)]


def score_stories() -> Score:
    """Pairs of articles in one story."""
    gold = pairs_of(story for s in gold_sets() for story in s["stories"])
    found = pairs_of(stories_found())
    return Score(len(gold & found), len(found), len(gold))


def told(name: str) -> list[tuple[dict[str, str], Story]]:
    """The gold stories of a set as told, each with the gold ids of its documents."""
    (chosen,) = (s for s in gold_sets() if s["name"] == name)
    documents = documents_of(name)
    return [
        ({documents[key].id: key for key in story}, tell("y", [documents[key] for key in story]))
        for story in chosen["stories"]
    ]


def score_origins(name: str) -> Score:
    """Pairs of articles that are one voice."""
    (chosen,) = (s for s in gold_sets() if s["name"] == name)
    gold = pairs_of(chosen["origins"])
    found: Pairs = set()
    for keys, story in told(name):
        found |= pairs_of([keys[d] for d in origin.documents] for origin in story.origins)
    return Score(len(gold & found), len(found), len(gold))


def score_links(name: str) -> Score:
    """Links of the gold that are found with their kind. Further links are not counted as wrong:
    the gold lists only the telling ones; but a pair of the gold with another kind is."""
    (chosen,) = (s for s in gold_sets() if s["name"] == name)
    right = found = 0
    for a, words_a, b, words_b, kind in chosen["links"]:
        kinds = _kinds(name, (a, words_a), (b, words_b))
        right += kind in kinds
        found += bool(kinds)
    return Score(right, found, len(chosen["links"]))


def _kinds(name: str, one: tuple[str, str], other: tuple[str, str]) -> set[str]:
    kinds = set()
    for keys, story in told_once(name):
        for link in story.links:
            ends = {keys[link.a.document]: link.a, keys[link.b.document]: link.b}
            if all(key in ends and _has(ends[key], words) for key, words in (one, other)):
                kinds.add(str(link.kind))
    return kinds


@cache
def told_once(name: str) -> tuple[tuple[dict[str, str], Story], ...]:
    """As ``told``, worked out once."""
    return tuple(told(name))


def _has(ref: Ref, words: str) -> bool:
    """True where a statement holds most of these words (its subject may lie outside)."""
    inside = {w.casefold() for w in ref.words.split()}
    wanted = [w.casefold() for w in words.split()]
    return sum(w in inside for w in wanted) >= 0.6 * len(wanted)


def pairs_of(groups: Iterable[Iterable[str]]) -> Pairs:
    """All pairs within groups."""
    return {frozenset(pair) for members in groups for pair in combinations(sorted(members), 2)}
