"""Where a text seems to be written."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from tests.reading import article_of, shipped_reading_of

from accordingto.facts.place_setting import setting_of
from accordingto.facts.places import find_places


def setting(text: str, url: str | None = None) -> dict[str, float]:
    article = msgspec.structs.replace(article_of(text), url=url)
    return setting_of(article, shipped_reading_of(article))


def test_words_of_institutions_tell_a_country() -> None:
    told = setting("The county sheriff told the school board that two deputies had resigned.")
    assert max(told, key=lambda land: told[land]) == "US"
    assert told["US"] > 0.5


def test_a_text_without_such_words_tells_nothing() -> None:
    assert not any(setting("The river rose on Monday.").values())


def test_an_address_tells_its_country_and_a_general_one_none() -> None:
    assert setting("The river rose.", "https://www.tarnov-echo.co.uk/a")["GB"] > 0.5
    assert setting("The river rose.", "https://tarnov.ca/a")["CA"] > 0.5
    assert not any(setting("The river rose.", "https://tarnov.tv/a").values())
    assert not any(setting("The river rose.", "no address").values())
    assert not any(setting("The river rose.", "http://[").values())


def test_the_address_decides_between_towns_of_one_name() -> None:
    article = article_of("A bus hit a wall in London on Monday.")
    reading = shipped_reading_of(article)
    far = msgspec.structs.replace(article, url="https://tarnov-echo.ca/a")
    assert [p.country for p in find_places(article, reading, ()).places] == ["GB"]
    scores = [find_places(a, reading, ()).places[0].score for a in (article, far)]
    assert scores[0] != scores[1]


@given(st.text(max_size=80), st.text(max_size=30))
def test_shares_of_any_text(text: str, url: str) -> None:
    told = setting(text, url)
    assert all(0 <= share <= 1 for share in told.values())
    assert sum(told.values()) <= 1.000001
