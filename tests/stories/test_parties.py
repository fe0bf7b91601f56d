"""Who is one across articles: bare surnames, and surnames read as names of bodies."""

import pytest

from accordingto.library import read_text
from accordingto.records.capture import Given
from accordingto.records.facts import Actor, ActorKind
from accordingto.stories.names import spelt_out
from accordingto.stories.organs import akin
from accordingto.stories.parties import find_parties
from tests.documents import document


def _actor(at: int, name: str, kind: ActorKind) -> Actor:
    return Actor(id=f"a-{at}", name=name, kind=kind, mentions=())


def _joined(*actors: tuple[str, ActorKind]) -> list[tuple[str, str, int]]:
    documents = [
        document("", id=f"d-{at}", actors=(_actor(at, *actor),)) for at, actor in enumerate(actors)
    ]
    return [(p.name, p.kind, len(p.actors)) for p in find_parties(documents)]


def test_a_surname_read_as_a_body_is_its_owner() -> None:
    found = _joined(("Harold Ilvesk", "person"), ("Ilvesk", "organisation"))
    assert found == [("Harold Ilvesk", "person", 2)]


@pytest.mark.parametrize("name", ["ILVESK", "Orlik"])
def test_other_bodies_stay_bodies(name: str) -> None:
    assert len(_joined(("Harold Ilvesk", "person"), (name, "organisation"))) == 2


def test_a_surname_of_two_people_is_nobodys() -> None:
    found = _joined(("Ada Ilvesk", "person"), ("Bo Ilvesk", "person"), ("Ilvesk", "organisation"))
    assert len(found) == 3


def _parties(*articles: tuple[str, str]) -> list[set[str]]:
    """The names of each party of several articles. ``articles``: outlet and text of each."""
    documents = [
        read_text(text, source=f"s{at}", given=Given(published="2031-06-02", outlet=outlet))
        for at, (outlet, text) in enumerate(articles)
    ]
    return [
        {p.name, *p.names} for p in find_parties(documents) if len({d for d, _ in p.actors}) > 1
    ]


def test_the_ministries_of_two_states_are_two() -> None:
    found = _parties(
        (
            "Ravia State News",
            "Post attacked\n\nTeskan troops attacked a post, the defence ministry said. Ravia "
            "called for a session of the council.",
        ),
        (
            "Teskan Herald",
            "Villages shelled\n\nRavian guns shelled two villages, the defence ministry said. "
            "Teska called for observers.",
        ),
        (
            "World Bulletin",
            "Blame at the border\n\nRavia's defence ministry said two men had died. Teska's "
            "defence ministry said it had lost four. Ravia and Teska blamed each other.",
        ),
    )
    ministries = [names for names in found if any("ministry" in name for name in names)]
    assert len(ministries) == 2
    assert {name for names in ministries for name in names} >= {
        "Ravia's defence ministry",
        "Teska's defence ministry",
    }


def test_one_ministry_with_and_without_its_owner() -> None:
    found = _parties(
        ("Harrow", "Strike\n\nThe Dalmene health ministry said nine people had died in Tesk."),
        ("Lantern", "Toll\n\nThe Ministry of Health said eleven people had died in Tesk."),
        ("Courier", "Dead\n\nThe health ministry said ten people had died in Tesk."),
    )
    assert any(
        {"The Dalmene health ministry", "The Ministry of Health"} <= names for names in found
    )


def test_who_is_named_in_one_article_and_described_in_another() -> None:
    found = _parties(
        (
            "Karvel Times",
            "Vote\n\nThe opposition Unity Alliance said the vote was stolen. The opposition said "
            "it had proof. Police Chief Daniel Rourke said the streets were calm. Halden General "
            "Hospital said nobody had been hurt.",
        ),
        (
            "World Wire",
            "Protests\n\nThe opposition said three people had died. The police chief said nobody "
            "had. The hospital said it had treated nobody.",
        ),
    )
    assert any({"Unity Alliance", "The opposition"} <= names for names in found)
    assert any({"Daniel Rourke", "The police chief"} <= names for names in found)
    assert any({"Halden General Hospital", "The hospital"} <= names for names in found)


def test_an_armed_group_by_its_name_and_by_a_hostile_one() -> None:
    found = _parties(
        ("Lantern", "Camp\n\nThe Sarhan Brigades said their camp had been hit."),
        ("Orvin Today", "Camp\n\nThe army said it had hit a camp of the Sarhan terrorists."),
    )
    assert any({"The Sarhan Brigades", "the Sarhan terrorists"} <= names for names in found), found


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Maria Lindt said on Monday that her team knew.", "her team", "Maria Lindt’s team"),
        ("Boris Ilvesk said her team knew.", "her team", "her team"),
        ("The Reed Front said its men knew.", "its men", "The Reed Front’s men"),
        ("Nine men said its men knew.", "its men", "its men"),
    ],
)
def test_whose_team_it_is(text: str, words: str, wanted: str) -> None:
    document = read_text(f"Boxes\n\n{text}", source="s")
    assert spelt_out(document, words, document.text.index(words)) == wanted


def test_a_description_has_no_last_name() -> None:
    found = _joined(("the commander", "person"), ("the air force commander", "person"))
    assert len(found) == 2


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("orvia", "orvian", True),
        ("tarune", "tarunian", True),
        ("ukraine", "ukrainians", True),
        ("us", "us", True),
        ("niger", "nigeria", False),
        ("iran", "iraq", False),
        ("austria", "australia", False),
    ],
)
def test_a_state_and_its_adjective(one: str, other: str, wanted: bool) -> None:
    assert akin(one, other) is akin(other, one) is wanted
