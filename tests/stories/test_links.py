"""Two articles in, links and claims out: ``tests/cases/links.toml``."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from accordingto.library import read_text
from accordingto.records.capture import Given
from accordingto.records.document import Document
from accordingto.records.story import Story
from accordingto.stories.tell import tell

FILE = Path(__file__).parent.parent / "cases" / "links.toml"
CASES = tomllib.loads(FILE.read_text(encoding="utf-8"))["case"]


def story_of(case: dict[str, Any]) -> tuple[Document, Story]:
    first, second = (
        read_text(case[name], source=name, given=Given(published=day, outlet=name, language="en"))
        for name, day in (("a", "2031-06-02"), ("b", "2031-06-03"))
    )
    return first, tell("y", [first, second])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["what"])
def test_links_of_two_articles(case: dict[str, Any]) -> None:
    first, story = story_of(case)
    found = []
    for link in story.links:
        if link.kind != "agrees":
            a, b = (link.a, link.b) if link.a.document == first.id else (link.b, link.a)
            found.append((a.words, link.kind, b.words))
    wanted = [tuple(part.strip() for part in line.split("|")) for line in case["links"]]
    assert len(found) == len(wanted), found
    for (a, kind, b), (words_a, wanted_kind, words_b) in zip(sorted(found), wanted, strict=True):
        assert words_a in a
        assert kind == wanted_kind
        assert words_b in b


@pytest.mark.parametrize("case", [c for c in CASES if "apart" in c], ids=lambda c: c["what"])
def test_statements_that_are_no_one_claim(case: dict[str, Any]) -> None:
    _, story = story_of(case)
    for line in case["apart"]:
        one, other = (part.strip() for part in line.split("|"))
        for claim in story.claims:
            words = " ".join(v.ref.words for v in claim.voicings)
            assert not (one in words and other in words)


@pytest.mark.parametrize("case", [c for c in CASES if "one" in c], ids=lambda c: c["what"])
def test_statements_that_are_one_claim(case: dict[str, Any]) -> None:
    _, story = story_of(case)
    for line in case["one"]:
        one, other = (part.strip() for part in line.split("|"))
        said = [" / ".join(v.ref.words for v in claim.voicings) for claim in story.claims]
        assert any(one in words and other in words for words in said), said


@pytest.mark.parametrize("case", [c for c in CASES if "contested" in c], ids=lambda c: c["what"])
def test_who_denies_a_claim_stands_beside_it(case: dict[str, Any]) -> None:
    _, story = story_of(case)
    for line in case["contested"]:
        wanted = [part.strip() for part in line.split("|")]
        found = [
            [" / ".join(v.ref.words for v in claim.voicings if v.stand == stand)
             for stand in ("says", "denies")]
            for claim in story.claims if claim.contested
        ]  # fmt: skip
        assert any(all(w in f for w, f in zip(wanted, sides, strict=True)) for sides in found), (
            found
        )


def test_nobody_is_shown_on_both_sides_of_a_claim_on_one_day() -> None:
    for case in CASES:
        _, story = story_of(case)
        for claim in story.claims:
            sides = {
                stand: {
                    (v.party or v.name, v.published) for v in claim.voicings if v.stand == stand
                }
                for stand in ("says", "denies")
            }
            assert sides["says"].isdisjoint(sides["denies"]), claim.words


def told(*texts: str) -> Story:
    days = ("2031-06-02", "2031-06-03", "2031-06-04")
    return tell(
        "y",
        [
            read_text(text, source=f"s{at}", given=Given(published=day, outlet=f"o{at}"))
            for at, (text, day) in enumerate(zip(texts, days, strict=False))
        ],
    )


def test_a_claim_that_is_no_clause_keeps_the_words_in_front_of_it() -> None:
    story = told(
        "Toll in Belm\n\nThe Unity Front accuses the government of hiding bodies, which the "
        "minister, Paul Kessy, denies."
    )
    assert any(c.words.startswith("accuses the government of hiding") for c in story.claims)


def test_a_round_ups_next_item_is_no_open_denial_of_the_story() -> None:
    fire = "Fire at Halm mill\n\nSeven people died in the fire at the Halm mill, the hospital said."
    brief = (
        "Morning brief\n\nBelm: Seven people died in the fire at the Halm mill, the hospital said. "
        "The owner denied that workers had been sent back into the mill.\n\n"
        "Ostmark: Forty villages were cut off by floods. The cabinet denied that a dam had failed."
    )
    denied = {c.words: c.vague for c in told(fire, brief).claims if c.origins == 0}
    assert {
        words: vague for words, vague in denied.items() if "dam" in words or "mill" in words
    } == {
        "that workers had been sent back into the mill": False,
        "that a dam had failed": True,
    }


def test_an_agencys_director_and_the_agency_are_one_in_all_articles() -> None:
    story = told(
        "Leak in Belm\n\nThe water board’s director, Judith Amory, said about 30,000 litres of "
        "acid had spilled into the Lower Halle.",
        "Leak grows\n\nThe water board said 90,000 litres of acid had spilled into the Halle.",
    )
    assert [(link.kind, link.same_source) for link in story.links] == [("update", True)]


def test_who_accepts_that_a_statement_was_wrong_denies_nothing() -> None:
    story = told(
        "Chief on the video\n\nDaniel Rourke said he had relied on the first statement of the "
        "officer and that he now accepted it was wrong."
    )
    assert not [v for c in story.claims for v in c.voicings if v.stand == "denies"]


def test_a_number_that_rose_is_later_even_where_no_day_is_known() -> None:
    story = told(
        "Market shelled in Dovrin\n\nShells struck the covered market in Dovrin and killed 14 "
        "people, the city council said.",
        "Dovrin: more dead\n\nThe number killed in the strike on the covered market in Dovrin "
        "rose to 17, doctors at the city hospital said.",
    )
    assert [link.kind for link in story.links] == ["update"]
