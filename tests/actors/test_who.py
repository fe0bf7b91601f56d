"""Plain cases read as the product reads them: a few sentences in, actors out."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.reading import article_of, encoded

from accordingto.encoder.model import encoder_for
from accordingto.pipeline import read_article_ledger
from accordingto.records.article import Role
from accordingto.records.document import Document
from accordingto.records.facts import Actor

CASES = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "who.toml").read_text(encoding="utf-8")
)["case"]
HEADED = {case["text"] for case in CASES if case.get("heading")}


@cache
def read(text: str) -> Document:
    # The first line of a case with "heading" is its headline.
    roles: dict[int, Role] | None = {1: "headline"} if text in HEADED else None
    return read_article_ledger(article_of(text, roles=roles), encoded(), encoder_for("en"), "d-0")


def with_mention(text: str, words: str) -> list[Actor]:
    return [a for a in read(text).actors if any(m.of(text) == words for m in a.mentions)]


def one(text: str, words: str) -> Actor:
    found = with_mention(text, words)
    said = [m.of(text) for a in read(text).actors for m in a.mentions]
    assert len(found) == 1, f"{words!r} in {said}"
    return found[0]


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_who_is_who(case: dict[str, Any]) -> None:
    text = case["text"]
    for group in case.get("together", []):
        assert len({one(text, words).id for words in group}) == 1, group
    for pair in case.get("apart", []):
        assert len({one(text, words).id for words in pair}) == len(pair), pair
    for words in case.get("absent", []):
        assert not with_mention(text, words)
    for words, kind in case.get("kinds", {}).items():
        assert one(text, words).kind == kind
    for words, kind in case.get("each", {}).items():
        assert {actor.kind for actor in with_mention(text, words)} == {kind}
    for words in case.get("no_role", []):
        assert one(text, words).role is None
    for words, role in case.get("roles", {}).items():
        assert one(text, words).role == role
    for words, body in case.get("members", {}).items():
        assert one(text, words).member_of == one(text, body).id
    for words in case.get("no_member", []):
        assert one(text, words).member_of is None
