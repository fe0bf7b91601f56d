"""Stories in the ledger: kept up to date by adding, listed, told, and overruled by people."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from tests.stories.articles import MINE, PIER, PIER_AGAIN

from accordingto.errors import LedgerError
from accordingto.ledger.ledger import Ledger
from accordingto.records.article import Segment
from accordingto.records.document import Document
from accordingto.records.facts import Actor
from accordingto.records.span import Span

Variant = Callable[..., Document]


def plain(variant: Variant, n: int, text: str, outlet: str, day: str) -> Document:
    """A document with nothing but its text and one actor, named by its first words."""
    actor = Actor(id="a-1", kind="organisation", name=text[:20], mentions=(Span(0, 20),))
    empty = dict.fromkeys(
        ["statements", "relations", "figures", "events", "places", "times", "labels", "notes"], ()
    )
    return variant(
        n, **empty, text=text, outlet=outlet, published=day, headline=text[:40], actors=(actor,),
        lines=(Segment(line=1, span=Span(0, len(text)), role="body"),),
    )  # fmt: skip


@pytest.fixture
def ledger(tmp_path: Path, variant: Variant) -> Iterator[Ledger]:
    with Ledger(tmp_path / "l.db") as made:
        made.add(plain(variant, 1, PIER, "Olsund Post", "2031-03-04"))
        made.add(plain(variant, 2, MINE, "Dunmore Echo", "2031-03-05"))
        made.add(plain(variant, 3, PIER_AGAIN, "Coast Radio", "2031-03-05"))
        yield made


def documents(ledger: Ledger, wanted: str) -> set[str]:
    return {member.document[-1] for member in ledger.story(wanted).members}


def test_articles_of_one_event_are_one_story(ledger: Ledger) -> None:
    assert [(s.articles, s.outlets) for s in ledger.stories(least=2)] == [
        (2, ("Olsund Post", "Coast Radio"))
    ]
    assert len(ledger.stories()) == 2
    assert documents(ledger, "d-000000000003") == {"1", "3"}
    (line,) = ledger.stories(least=2)
    assert ledger.story(line.id[:8]).id == line.id


def test_stories_are_narrowed_down_by_day(ledger: Ledger) -> None:
    assert ledger.stories(since="2031-04") == []
    assert len(ledger.stories(until="2031-03-04")) == 1


def test_another_process_goes_on_where_this_one_ended(
    ledger: Ledger, tmp_path: Path, variant: Variant
) -> None:
    with Ledger(tmp_path / "l.db") as other:
        other.add(plain(variant, 4, PIER + " Two fishermen are missing.", "Sea", "2031-03-06"))
    again = plain(variant, 5, f"OLSUND. {PIER}", "The Quay", "2031-03-06")
    ledger.add(again)
    assert documents(ledger, again.id) == {"1", "3", "4", "5"}


def test_a_document_read_anew_stays_in_its_story(ledger: Ledger, variant: Variant) -> None:
    newer = plain(variant, 1, PIER, "Olsund Post", "2031-03-04")
    ledger.add(msgspec.structs.replace(newer, version="9.0"))
    assert documents(ledger, newer.id) == {"1", "3"}


def test_people_overrule_and_take_it_back(ledger: Ledger) -> None:
    one, other, mine = "d-000000000001", "d-000000000003", "d-000000000002"
    assert "not one story" in ledger.rule(one, other, False, day="2031-03-07")
    assert documents(ledger, one) == {"1"}
    ledger.rule(one, mine, True, day="2031-03-07", note="the same company")
    assert documents(ledger, mine) == {"1", "2"}
    assert any(member.fixed for member in ledger.story(mine).members)
    ledger.rule(one, mine, None, day="2031-03-08")
    ledger.rule(one, other, None, day="2031-03-08")
    assert documents(ledger, one) == {"1", "3"}


def test_people_say_who_is_who(ledger: Ledger) -> None:
    one, other = "d-000000000001:a-1", "d-000000000003:a-1"
    assert ledger.story("d-000000000001").parties == ()
    ledger.rule(one, other, True, day="2031-03-07")
    (party,) = ledger.story("d-000000000001").parties
    assert party.fixed
    assert len(party.actors) == 2
    ledger.rule(one, other, None, day="2031-03-07")
    assert ledger.story("d-000000000001").parties == ()


@pytest.mark.parametrize("wanted", ["y-none", "d-", "nowhere.html"])
def test_what_is_no_story_is_told_with_advice(ledger: Ledger, wanted: str) -> None:
    with pytest.raises(LedgerError, match="stories"):
        ledger.story(wanted)


def test_a_document_and_an_actor_cannot_be_ruled_on_together(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="DOCUMENT:ACTOR"):
        ledger.rule("d-000000000001", "d-000000000003:a-1", True, day="2031-03-07")


def test_a_story_keeps_its_id_when_its_first_article_is_read_anew(
    ledger: Ledger, variant: Variant
) -> None:
    (line,) = ledger.stories(least=2)
    founder = plain(variant, 1, PIER, "Olsund Post", "2031-03-04")
    assert ledger.add(msgspec.structs.replace(founder, version="99.0")) == "updated"
    assert ledger.stories(least=2)[0].id == line.id
    assert documents(ledger, line.id) == {"1", "3"}


def test_an_article_that_no_longer_fits_leaves_the_story_that_it_founded(
    ledger: Ledger, variant: Variant
) -> None:
    other = plain(variant, 1, MINE, "Olsund Post", "2031-03-04")
    assert ledger.add(msgspec.structs.replace(other, version="99.0")) == "updated"
    assert documents(ledger, "d-000000000001") == {"1", "2"}
    assert documents(ledger, "d-000000000003") == {"3"}


def test_an_actor_that_is_not_there_is_told_with_those_that_are(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match=r"no actor 'the chief'. Its actors are: 'A fire broke"):
        ledger.rule("d-000000000001:the chief", "d-000000000003:a-1", True, day="2031-03-07")
