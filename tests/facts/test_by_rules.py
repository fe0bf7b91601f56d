"""What reading by rules alone, with the parser, has to tell as well: the plainest cases."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.reading import article_of, reading_of

from accordingto.facts.figures import find_figures
from accordingto.facts.times import find_times
from accordingto.facts.tolls import find_tolls

FOLDER = Path(__file__).parent.parent / "cases"
# The files begin with what is plain.
PLAIN = 12


def cases(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))["case"]
    return found[:PLAIN]


@pytest.mark.parametrize("case", cases("figures.toml"), ids=lambda case: case["text"][:40])
def test_figures(case: dict[str, Any]) -> None:
    article = article_of(case["text"])
    found = find_figures(article, reading_of(article), (), ())
    shown = [f"{f.span.of(case['text'])} | {f.what}" for f in found]
    assert shown == [row.rsplit(" | ", 1)[0] for row in case["figures"]]


@pytest.mark.parametrize("case", cases("times.toml"), ids=lambda case: case["text"][:40])
def test_times(case: dict[str, Any]) -> None:
    article = article_of(case["text"], published=case["published"] or None)
    found = find_times(article, reading_of(article))
    assert {t.span.of(article.text): t.value for t in found.times} == case.get("times", {})


@pytest.mark.parametrize("case", cases("tolls.toml"), ids=lambda case: case["text"][:40])
def test_tolls(case: dict[str, Any]) -> None:
    article = article_of(case["text"])
    reading = reading_of(article)
    times = find_times(article, reading)
    figures = find_figures(article, reading, (), (*times.times, *times.durations))
    told = {"killed": 0, "injured": 0} | {
        toll.what: toll.value for toll in find_tolls(article, reading, figures)
    }
    assert told == {"killed": case["killed"], "injured": case["injured"]}
