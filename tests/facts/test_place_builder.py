"""The builder of the gazetteer: what it writes, the reader finds again."""

import gzip
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.errors import AccordingtoError
from accordingto.facts import gazetteer, gazetteer_form
from accordingto.facts.gazetteer import Gazetteer, load_gazetteer

BUILDER = Path(__file__).parents[2] / "building" / "gazetteer.py"


def load_builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gazetteer_builder", BUILDER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


builder = load_builder()
HEAD = gazetteer_form.MAGIC + bytes(gazetteer_form.DIGEST_BYTES)


def built(*rows: tuple[object, ...]) -> Gazetteer:
    places = [builder.Row(*row) for row in rows]
    return Gazetteer(HEAD + builder.packed(gazetteer_form, places))


def test_a_row_comes_back_by_each_of_its_names() -> None:
    found = built((7, (12.34, -56.78), builder.CITY, 1000, "XX", "AB", ["Dár Qorbeh", "Dorbek"]))
    (own,) = found.find("dar qorbeh")
    (other,) = found.find("Dorbek")
    assert (own.gid, own.lat, own.lon, own.country) == (7, 12.34, -56.78, "XX")
    assert (own.division, own.level, own.kind) == ("AB", 0, "city")
    assert own.exact
    assert not other.exact


def test_a_capital_is_a_city_and_known_as_one() -> None:
    found = built((7, (1.0, 2.0), builder.CAPITAL, 1000, "XX", "AB", ["Dorbek"]))
    (entry,) = found.find("Dorbek")
    assert (entry.level, entry.kind, entry.capital) == (0, "city", True)


def test_every_country_of_the_sources_has_one_capital_at_most() -> None:
    capital = [e for name in ("Washington", "London", "Oslo") for e in load_gazetteer().find(name)]
    assert sorted(e.country for e in capital if e.capital) == ["GB", "NO", "US"]


def test_names_of_a_country_all_count_as_its_own() -> None:
    names = ["Ostravia", "Ostravian Republic", "~Ostravian"]
    found = built((0, (1.0, 2.0), builder.COUNTRY, 5, "XX", "", names))
    assert found.find("Ostravian Republic")[0].exact
    assert found.country_of("Ostravians") == "XX"
    assert found.find("Ostravia")[0].gid is None


@given(st.lists(st.text("abcdefg ", min_size=2, max_size=6), min_size=1, max_size=30, unique=True))
def test_every_name_is_found(names: list[str]) -> None:
    rows = [(n + 1, (0.0, 0.0), builder.CITY, 1, "XX", "", [name]) for n, name in enumerate(names)]
    found = built(*rows)
    for number, name in enumerate(names):
        if len(gazetteer_form.fold_place(name)) >= 2:
            assert number + 1 in {entry.gid for entry in found.find(name)}


def test_a_country_lies_in_the_middle_of_its_squares_not_of_its_towns() -> None:
    crowd = [(10.1, 10.1), (10.2, 10.2), (10.3, 10.3), (12.5, 10.5)]
    assert builder.middle(crowd) == (11.5, 10.5)


def test_a_file_of_other_sources_is_not_current(tmp_path: Path) -> None:
    target = tmp_path / "places.bin.gz"
    assert not builder.is_current(target)
    target.write_bytes(gzip.compress(HEAD))
    assert not builder.is_current(target)
    target.write_bytes(b"no gzip")
    assert not builder.is_current(target)


def test_a_file_of_this_builder_is_current(tmp_path: Path) -> None:
    target = tmp_path / "places.bin.gz"
    digest = builder.digest(gazetteer_form.DIGEST_BYTES)
    target.write_bytes(gzip.compress(gazetteer_form.MAGIC + digest))
    assert builder.is_current(target)


def test_a_missing_file_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gazetteer, "FILE_NAME", "nowhere.bin.gz")
    with pytest.raises(AccordingtoError, match=r"missing: run `python3 make\.py run`"):
        load_gazetteer.__wrapped__()
