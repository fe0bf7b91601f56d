"""Tolls: plain cases, and what holds for any text."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading import article_of, shipped_reading_of

from accordingto.facts.figures import find_figures
from accordingto.facts.harmed import find_victims
from accordingto.facts.toll_evidence import evidence
from accordingto.facts.toll_least import Least, least
from accordingto.facts.tolls import find_tolls
from accordingto.records.facts import Toll
from accordingto.records.reading import Reading

CASES = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "tolls.toml").read_text(encoding="utf-8")
)["case"]
WORDS = "two|people|were|shot|killed|and|injured|a|man|died|double|shooting|both|5|.|é|nobody|hurt"
PIECES = st.lists(st.sampled_from(WORDS.split("|")), max_size=14).map(" ".join)


def tolls(text: str) -> tuple[Toll, ...]:
    article = article_of(text, published="2025-06-02")
    reading = shipped_reading_of(article)
    return find_tolls(article, reading, find_figures(article, reading, (), ()))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_case(case: dict[str, object]) -> None:
    found = {"killed": 0, "injured": 0} | {t.what: t.value for t in tolls(str(case["text"]))}
    assert found == {"killed": case["killed"], "injured": case["injured"]}


@settings(max_examples=40, deadline=None)
@given(PIECES)
def test_a_toll_points_at_its_victims(text: str) -> None:
    found = tolls(text)
    assert len({toll.what for toll in found}) == len(found)
    for toll in found:
        assert toll.value > 0
        assert 0 < toll.score <= 1
        assert toll.reasons
        assert list(toll.spans) == sorted(set(toll.spans))
        assert all(span.of(text).strip() for span in toll.spans)


def test_without_an_engine_there_are_none() -> None:
    article = article_of("Two people were killed.", published=None)
    assert find_tolls(article, Reading(engine=None), ()) == ()


PEOPLE = [
    # What happened, and how many people are told of one by one: killed, injured, only hit.
    ("A man was shot dead. Jan Ilves, 34, died at the scene. He was a baker.", (1, 0, 0)),
    ("The body of a man was found. Another man was wounded.", (1, 1, 0)),
    ("Anna Keld, 31, and Tom Keld, 28, died in Belm. Their mother was injured.", (2, 1, 0)),
    ("A guard was shot. The guard was pronounced dead at a hospital.", (1, 0, 0)),
    ("The gunman killed a clerk before turning the gun on himself.", (2, 0, 0)),
    ("A 30-year-old woman was found with a gunshot wound. She died.", (1, 0, 0)),
    ("Nobody was killed.", (0, 0, 0)),
    ("A student shot his cousin and then himself.", (0, 0, 2)),
    ("He killed his wife, two sons and himself.", (2, 0, 0)),
    ("A man used the gun to shoot himself.", (0, 0, 1)),
    ("He threatened to kill himself.", (0, 0, 0)),
    ("A neighbour called the police on himself.", (0, 0, 0)),
    ("A girl of 14 was shot dead in Belm. Police named Mila Tarn, who died on Sunday.", (1, 0, 0)),
    ("A man was shot and killed.", (1, 0, 0)),
    ("Petr Halm, 16, was found with a gunshot wound. Petr died in hospital.", (1, 0, 0)),
    ("Jan Ilves and Tom Ilves were shot dead.", (2, 0, 0)),
    ("A boy of six died in the shooting. His father was wounded.", (1, 1, 0)),
    ("A man shot his partner, her son and himself. All three died.", (0, 0, 0)),
    ("One man died and another was wounded.", (1, 1, 0)),
    ("A boy of six lost his life in Belm. A woman passed away on Friday.", (2, 0, 0)),
    ("The team lost the match and passed the ball away.", (0, 0, 0)),
    ("The shell killed one of the dogs.", (0, 0, 0)),
    ("He was cleaning his gun in the yard.", (0, 0, 0)),
    ("A woman was shot in both legs.", (0, 1, 0)),
]


@pytest.mark.parametrize(("text", "wanted"), PEOPLE)
def test_people_are_counted_once(text: str, wanted: tuple[int, int, int]) -> None:
    article = article_of(text, published="2025-06-02")
    reading = shipped_reading_of(article)
    found = find_victims(article.text, reading)
    people = evidence(article.text, reading, (), found).people
    assert (people.killed, people.injured, people.hit) == wanted


LEAST = [
    ("A third victim was shot in the arm.", Least(ordinal=3, further=2)),
    ("Police named the victims as Jan Ilves, 34, and Tom Keld, 23.", Least(aged=2)),
    ("The shop opened on Mill Street, 34, and Keld Road, 23.", Least()),
    ("A man and his two children were shot. A clerk was hurt.", Least(listed=3)),
    ("A man was shot. Another man was hurt.", Least(further=2)),
    ("A man and a woman were shot. Both died.", Least(listed=2, both=True)),
]


@pytest.mark.parametrize(("text", "wanted"), LEAST)
def test_one_sentence_tells_people_apart(text: str, wanted: Least) -> None:
    article = article_of(text, published="2025-06-02")
    reading = shipped_reading_of(article)
    assert least(article.text, reading, find_victims(article.text, reading)) == wanted


def test_a_dead_attacker_is_told_of() -> None:
    (toll,) = tolls("The gunman killed a clerk and a guard before turning the gun on himself.")
    assert any("attacker" in reason for reason in toll.reasons)


def test_other_likely_numbers_are_named() -> None:
    found = {toll.what: toll for toll in tolls("Five people were shot, two fatally, in Orlim.")}
    others = found["killed"].others
    assert others
    assert all(0 < option.score < 1 and option.value != 2 for option in others)
