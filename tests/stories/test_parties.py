"""Who is one across articles: bare surnames, and surnames read as names of bodies."""

import pytest

from accordingto.records.facts import Actor, ActorKind
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
