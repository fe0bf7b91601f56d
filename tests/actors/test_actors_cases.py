"""Plain cases: a few sentences in, actors out (tests/cases/actors.toml)."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from accordingto.actors.find import find_actors
from accordingto.language.engines import engine_for
from accordingto.language.read import read_language
from accordingto.records.article import Article, Segment
from accordingto.records.facts import Actor
from accordingto.records.span import Span

CASES = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "actors.toml").read_text(encoding="utf-8")
)["case"]


@cache
def actors_of(text: str) -> tuple[Actor, ...]:
    segment = Segment(line=1, span=Span(0, len(text)), role="body")
    article = Article(source="case", sha256="0" * 64, text=text, segments=(segment,))
    return find_actors(article, read_language(article, engine_for("en")), ())


def ids_for(text: str, words: str) -> set[str]:
    """The actors that have a mention with these very words, "the" and possessors aside."""
    return {
        actor.id
        for actor in actors_of(text)
        for mention in actor.mentions
        if mention.of(text).removeprefix("The ").removeprefix("the ")
        == words.removeprefix("The ").removeprefix("the ")
    }


def actor_for(text: str, words: str) -> Actor:
    ids = ids_for(text, words)
    assert ids, (
        f"no mention {words!r} in {[m.of(text) for a in actors_of(text) for m in a.mentions]}"
    )
    return next(a for a in actors_of(text) if a.id in ids)


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    text = case["text"]
    for group in case.get("together", []):
        found = set().union(*(ids_for(text, words) for words in group))
        missing = [words for words in group if not ids_for(text, words)]
        assert not missing
        assert len(found) == 1, (group, found)
    for left, right in case.get("apart", []):
        assert not ids_for(text, left) & ids_for(text, right)
    for words, kind in case.get("kinds", {}).items():
        assert actor_for(text, words).kind == kind
    for words in case.get("absent", []):
        assert not ids_for(text, words)
    for words, role in case.get("roles", {}).items():
        assert actor_for(text, words).role == role
    for words in case.get("no_role", []):
        assert actor_for(text, words).role is None
    for words, body in case.get("members", {}).items():
        assert actor_for(text, words).member_of in ids_for(text, body)
