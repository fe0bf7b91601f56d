"""Invented pages of many shapes: the roles of all their parts."""

from pathlib import Path

import pytest

from accordingto.page.plain.read import read_plain
from accordingto.records.capture import Capture

CASES = Path(__file__).parents[1] / "cases" / "plain_pages.txt"
GLUE = {"+": "", "~": " "}

Expected = list[tuple[str, str]]


def parse_cases() -> dict[str, tuple[str, Expected]]:
    """Name to text and its parts as (role, words)."""
    _, *blocks = CASES.read_text(encoding="utf-8").split("\n== ")
    return {block.split("\n", 1)[0]: parse_case(block.split("\n", 1)[1]) for block in blocks}


def parse_case(block: str) -> tuple[str, Expected]:
    text, expected = "", []
    for line in block.strip("\n").split("\n"):
        role, colon, words = line.partition(": ")
        if not colon or not role.rstrip("+~").isalpha():
            if line and expected:  # a wrapped paragraph goes on
                expected[-1] = (expected[-1][0], f"{expected[-1][1]}\n{line}")
            text += line + "\n"
            continue
        expected.append((role.rstrip("+~"), words))
        text += words + GLUE.get(role[-1], "\n")
    return text, expected


@pytest.mark.parametrize("name", list(parse_cases()))
def test_roles(name: str) -> None:
    text, expected = parse_cases()[name]
    article = read_plain(
        Capture(
            source=name,
            media="text",
            content=text,
            sha256="",
            charset="utf-8",
            charset_reason="given",
        )
    )
    assert [(s.role, s.span.of(text)) for s in article.segments] == expected


def test_there_are_enough_cases() -> None:
    assert len(parse_cases()) >= 25
