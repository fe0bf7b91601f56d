"""Plain cases: a sentence or two in, places out (tests/cases/places.toml)."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.reading import article_of, shipped_reading_of

from accordingto.actors.find import find_actors
from accordingto.facts.place_names import find_toponyms
from accordingto.facts.places import find_places
from accordingto.library import read_html
from accordingto.records.facts import Place

CASES = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "places.toml").read_text(encoding="utf-8")
)["case"]


@cache
def places_of(text: str) -> tuple[Place, ...]:
    article = article_of(text)
    reading = shipped_reading_of(article)
    named = find_places(article, reading, find_actors(article, reading, ()))
    assert all(place.metonymic for place in named.demonyms)
    return (*named.places, *named.demonyms)


def found(text: str, words: str, *, metonymic: bool | None = False) -> list[Place]:
    return [
        place
        for place in places_of(text)
        if metonymic in {place.metonymic, None} and any(words in m.of(text) for m in place.mentions)
    ]


def assert_lies(place: Place, spot: tuple[str, float, float]) -> None:
    """Within two degrees."""
    country, lat, lon = spot
    assert place.country == country
    assert place.lat is not None
    assert place.lon is not None
    assert abs(place.lat - lat) < 2
    assert abs(place.lon - lon) < 2


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    text = case["text"]
    for words, spot in case.get("at", {}).items():
        assert_lies(found(text, words)[0], spot)
    for words, spot in case.get("acting", {}).items():
        assert_lies(found(text, words, metonymic=True)[0], spot)
    for words, spots in case.get("spots", {}).items():
        places = sorted(found(text, words, metonymic=None), key=lambda place: place.mentions[0])
        assert len(places) == len(spots)
        for place, spot in zip(places, spots, strict=True):
            assert_lies(place, spot)
    for words, country in case.get("country", {}).items():
        assert {p.country for p in found(text, words, metonymic=None)} == {country}
    for words in case.get("present", []):
        assert found(text, words), words
    for words, kind in case.get("kinds", {}).items():
        assert found(text, words)[0].kind == kind
    for words in case.get("absent", []):
        assert not found(text, words)
    for words in case.get("nowhere", []):
        assert not found(text, words, metonymic=None)
    for words, country in case.get("metonymic", {}).items():
        assert [p.country for p in found(text, words, metonymic=True)] == [country]
    for words in case.get("unplaced", []):
        assert [p.lat for p in found(text, words)] == [None]
    for words in case.get("once", []):
        assert len(found(text, words)) == 1
        assert len(found(text, words)[0].mentions) > 1


def test_what_is_attacked_is_a_place_though_the_engine_takes_it_for_a_person() -> None:
    article = article_of("An assault on Khan Yunis began at dawn.")
    reading = shipped_reading_of(article)
    assert {e.label for e in reading.entities} == {"PERSON"}
    assert [t.name for t in find_toponyms(article.text, reading)] == ["Khan Yunis"]


def test_a_camp_is_called_by_the_name_behind_it() -> None:
    page = (Path(__file__).parents[2] / "samples" / "varlesk" / "clarion.html").read_bytes()
    document = read_html(page.decode("utf-8"))
    named = {m.of(document.text) for place in document.places for m in place.mentions}
    assert "Camp Aster" in named
    assert "Camp" not in named
