"""Tolls: plain cases, and what holds for any text."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading import article_of, shipped_reading_of

from accordingto.facts.figures import find_figures
from accordingto.facts.harmed import find_victims
from accordingto.facts.times import find_times
from accordingto.facts.toll_evidence import Evidence, evidence
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
    ("A man was stabbed in the neck and a woman in the arm.", (0, 0, 2)),
    ("A girl, 12, was hit in the arm and her aunt in the leg by bullets.", (0, 2, 0)),
    ("One victim was taken to hospital by a friend, and a second by ambulance.", (0, 2, 0)),
    ("A boy of 17 was killed and his brother wounded.", (1, 1, 0)),
    ("Mila Tarp, 28, was shot dead along with her brother.", (2, 0, 0)),
    ("Police named the dead as Karl Oster, 44, and Ines Oster, 41.", (2, 0, 0)),
    ("The dead were Jan Pell, 20; Eva Rust, 22; and a boy of three.", (3, 0, 0)),
    ("The coroner identified the victims as Lena Vork, 24, and Sara Imm, 25.", (2, 0, 0)),
    ("Police named the victims as Lena Vork, 24, and Sara Imm, 25.", (0, 0, 0)),
    ("The injured included a woman of 30.", (0, 1, 0)),
    ("A guard was killed. The killer was shot dead by police.", (2, 0, 0)),
    ("A child died. A brother was hurt.", (1, 1, 0)),
    ("Another man was wounded. A boy was killed.", (1, 1, 0)),
    ("A woman suffered a fatal gunshot wound.", (1, 0, 0)),
    ("A clerk sustained a non-fatal bullet wound.", (0, 1, 0)),
    ("A second officer was cut on the hand. The grass was cut on Monday.", (0, 1, 0)),
    ("A farmer burned to death in Belm.", (1, 0, 0)),
    ("Two bills were burned.", (0, 0, 0)),
    ("Their mother is in hospital. A nurse works in a hospital.", (0, 1, 0)),
    ("A clerk was treated and released.", (0, 1, 0)),
    ("A girl went to a hospital for treatment of a wound to the leg.", (0, 1, 0)),
    ("The shooter fired, hitting himself and a cousin. Both have gunshot wounds.", (0, 2, 0)),
    ("A man shot his son and then himself. His son was killed.", (1, 0, 1)),
    ("A man who shot a deputy has died. A deputy was shot.", (1, 0, 1)),
    ("Police named Domar Russ, 16. A boy, 16, was shot. Russ died on Friday.", (1, 0, 0)),
    ("Two were found dead. Ada Korr and Jon Korr were shot. Both died.", (0, 0, 0)),
    ("1 dead, 1 hurt in Belm\n\nA clerk was found dead. A second clerk was hurt.", (1, 1, 0)),
    ("Teen Killed, Another Wounded in Belm Shooting", (1, 1, 0)),
    ("Trooper Wounded, one suspect dead in Belm", (1, 1, 0)),
    ("Girl, woman shot at bus stop", (0, 0, 2)),
    ("Teenager fatally shot in Belm", (1, 0, 0)),
    ("Police shot and killed one of the two.", (1, 0, 0)),
    ("A shop owner killed a robber and wounded his accomplice.", (1, 1, 0)),
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


NUMBERS = [
    # Numbers of killed, of injured, and of those to whom it happened.
    ("Gunmen shot eight men, killing two of them", (2,), (), (8,)),
    ("8 men shot, 2 dead", (2,), (), (8,)),
    ("Officer killed, two deputies hurt in ambush", (), (2,), ()),
    ("Three victims had gunshot wounds. Two were pronounced dead.", (2,), (), (3,)),
    ("Six people with burns were found. All were pronounced dead.", (6,), (), ()),
    ("Nine were killed in Belm. The dead included a father and three sons.", (9,), (), ()),
    ("Two co-workers were killed.", (2,), (), ()),
    ("Two workers were in hospital.", (), (2,), ()),
]


@pytest.mark.parametrize(("text", "killed", "injured", "hit"), NUMBERS)
def test_numbers_of_a_text(
    text: str, killed: tuple[int, ...], injured: tuple[int, ...], hit: tuple[int, ...]
) -> None:
    told = told_by(text)
    found = (told.killed, told.injured, told.hit)
    assert tuple(tuple(n for n, _ in counts) for counts in found) == (killed, injured, hit)


STATED = [
    ("The death toll in Harn rose to 27, up from 19.", (27,)),
    ("The toll stands at 112 dead.", (112,)),
    ("Two of the injured died, bringing the dead to eight.", (8,)),
    ("Eight people died in Harn.", ()),
]


@pytest.mark.parametrize(("text", "wanted"), STATED)
def test_a_number_is_called_the_toll(text: str, wanted: tuple[int, ...]) -> None:
    assert told_by(text).stated == wanted


def told_by(text: str) -> Evidence:
    article = article_of(text, published="2025-06-02")
    reading = shipped_reading_of(article)
    times = find_times(article, reading)
    figures = find_figures(article, reading, (), (*times.times, *times.durations))
    return evidence(article.text, reading, figures, find_victims(article.text, reading))


def test_a_dead_attacker_is_told_of() -> None:
    (toll,) = tolls("The gunman killed a clerk and a guard before turning the gun on himself.")
    assert any("attacker" in reason for reason in toll.reasons)


def test_other_likely_numbers_are_named() -> None:
    found = {toll.what: toll for toll in tolls("Five people were shot, two fatally, in Orlim.")}
    others = found["killed"].others
    assert others
    assert all(0 < option.score < 1 and option.value != 2 for option in others)
