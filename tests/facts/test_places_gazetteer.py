"""The gazetteer file: it opens, finds names in any spelling of marks, and knows its form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.facts.gazetteer import Gazetteer, load_gazetteer
from accordingto.facts.gazetteer_form import fold_place


def test_a_capital_is_found_with_its_country_and_point() -> None:
    best = max(load_gazetteer().find("Oslo"), key=lambda e: e.size)
    assert (best.country, best.kind) == ("NO", "city")
    assert abs(best.lat - 59.9) < 0.2
    assert abs(best.lon - 10.7) < 0.2


def test_case_accents_and_articles_do_not_matter() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.find("MÁLAGA") == gazetteer.find("Malaga")
    assert gazetteer.find("al-Mosul")
    assert gazetteer.find("The Hague")


def test_an_unknown_name_finds_nothing() -> None:
    assert load_gazetteer().find("Qwxzyrgh Upon Nowhere") == ()


def test_adjectives_tell_their_country() -> None:
    assert load_gazetteer().country_of("Iraqi") == "IQ"
    assert load_gazetteer().country_of("Norwegians") == "NO"
    assert load_gazetteer().country_of("table") is None


def test_other_bytes_are_refused() -> None:
    with pytest.raises(ValueError, match="gazetteer"):
        Gazetteer(b"something else")


@given(st.text(max_size=40))
def test_any_name_may_be_asked_for(name: str) -> None:
    for entry in load_gazetteer().find(name):
        assert -90 <= entry.lat <= 90
        assert -180 <= entry.lon <= 180
        assert len(entry.country) == 2


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold_place(fold_place(name)) == fold_place(name)
