"""Credit lines name the origin of a text; a contribution does not."""

import msgspec
import pytest

from accordingto.records.article import InfoSource
from accordingto.stories.copies import find_copies
from accordingto.stories.credits import agency, credited
from accordingto.stories.origins import find_origins, told_in_words
from tests.documents import document, ferry


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The Associated Press", "AP"),
        ("Mira Dolan, Northern Wire News Agency", "Northern Wire News Agency"),
        ("Oda Renn", None),
        ("APRIL HART", None),
    ],
)
def test_an_agency_has_one_name(words: str, name: str | None) -> None:
    assert agency(words) == name


def test_a_text_that_an_agency_contributed_to_is_the_outlets_own() -> None:
    whole = InfoSource(name="Reuters", part="whole", where="byline")
    part = InfoSource(name="Associated Press", part="contribution", where="signature")
    made = document("A ship sank.", info_sources=(whole, part), authors=("AP", "Oda Renn"))
    assert credited(made) == (("Reuters", "Reuters"),)


def test_two_texts_by_one_agency_are_one_voice_and_the_sentence_says_so() -> None:
    source = (InfoSource(name="Reuters", part="whole", where="byline"),)
    one = msgspec.structs.replace(ferry(), id="d-1", info_sources=source)
    other = document("The Marl has gone down.", id="d-2", outlet="Sund Post", info_sources=source)
    third = document("Divers searched all night.", id="d-3", outlet="Radio Sund")
    documents = [one, other, third]
    origins = find_origins(documents, find_copies(documents))
    assert [o.documents for o in origins] == [("d-1", "d-2"), ("d-3",)]
    told = told_in_words(documents, origins, [])
    assert told.startswith("3 outlets, 2 origins: Harbour Post and Sund Post print Reuters")
    assert told.endswith("Radio Sund tells it itself.")


def test_an_outlets_own_articles_are_one_voice() -> None:
    one = document("The Marl has gone down.", id="d-1", outlet="Sund Post")
    other = document("Divers searched all night.", id="d-2", outlet="Sund Post")
    third = document("A lawyer spoke for the captain.", id="d-3", outlet="Radio Sund")
    documents = [one, other, third]
    origins = find_origins(documents, find_copies(documents))
    assert [o.documents for o in origins] == [("d-1", "d-2"), ("d-3",)]
    assert told_in_words(documents, origins, []) == "2 outlets, 2 origins: each tells it itself."
