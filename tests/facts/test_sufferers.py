"""Whom a text tells of where the grammar puts them elsewhere than beside the telling word."""

import pytest
from tests.facts.test_tolls import told_by

# How many single people were killed, hurt, and hit with an outcome that is not told.
PEOPLE = [
    ("Killed was Jan Ilves, 34.", (1, 0, 0)),
    ("Also injured was a guard.", (0, 1, 0)),
    ("A bullet grazed a nurse's arm.", (0, 1, 0)),
    ("A bullet grazed the head of a guard.", (0, 1, 0)),
    ("A clerk shot his wife and was then shot dead by police.", (1, 0, 1)),
    ("A cook and a nurse, both 35, were found dead, as was a girl.", (3, 0, 0)),
    ("A 9-year-old girl and a 10-year-old boy who were wounded are at home.", (0, 2, 0)),
    ("A boy was shot on Mill Road. The boy did not survive.", (1, 0, 0)),
    ("A nurse was shot in Belm. She is expected to survive.", (0, 1, 0)),
    ("A guard who was shot on Friday is recovering at a clinic.", (0, 1, 0)),
    ("Divers recovered two bikes and a rifle.", (0, 0, 0)),
    ("A girl arrived at a clinic with a bullet wound.", (0, 1, 0)),
    ("Police found a cook and a nurse dead of gunshot wounds.", (2, 0, 0)),
    ("A blast took the life of a 12-year-old girl in Belm.", (1, 0, 0)),
    ("A man shot his wife, Jana Ilves, 34, and their son, Max, 2.", (0, 0, 2)),
    ("The cook, his driver and a nurse were killed.", (3, 0, 0)),
    ("A girl and a cook were shot dead. Both Ilves and the girl died at once.", (2, 0, 0)),
    ("Petr Halm, 23, was hit in the leg, and Ida Roth, 22, in the foot.", (0, 2, 0)),
    ("One person was killed and a second was hurt. Flowers lie where the victim died.", (1, 1, 0)),
    ("Woman shot, killed in Belm\n\nPolice hold a driver.", (1, 0, 0)),
    ("A soldier killed his son, 8, and his wife.", (2, 0, 0)),
    ("A driver was arrested after he shot and wounded a nurse.", (0, 1, 0)),
    ("According to Sgt. Karl Born, the girl was hit in the head.", (0, 0, 1)),
    ("The mother of a boy wounded in Belm is at home.", (0, 1, 0)),
    ("Man shot in Belm - KVLM Local News, Weather and Sports", (0, 0, 1)),
    ("A 5-year-old girl was shot in the arm. A caller said: my sister was shot.", (0, 1, 0)),
    ("Karl Halm Jr., 22, was shot dead. Halm was killed at the pier.", (1, 0, 0)),
    ("The dancer used a rifle to shoot a cook.", (0, 0, 1)),
]


@pytest.mark.parametrize(("text", "wanted"), PEOPLE)
def test_who_suffers_it(text: str, wanted: tuple[int, int, int]) -> None:
    people = told_by(text).people
    assert (people.killed, people.injured, people.hit) == wanted


# Numbers of killed, of injured, and of those to whom it happened.
NUMBERS = [
    ("Both cooks in the van were killed.", (2,), (), ()),
    ("Four people found shot to death in Belm", (4,), (), ()),
    ("Three injured, one dead in Belm", (1,), (3,), ()),
    ("Five were shot. Two of the victims are in hospital.", (), (), (5,)),
    ("One of the six people wounded in Belm has died.", (1,), (), (6,)),
    ("The other victims, ages 12, 16 and 21, were hurt.", (), (3,), ()),
    ("Two more guards are stable.", (), (2,), ()),
    ("A gunman opened fire, striking four.", (), (), (4,)),
    ("A critic opened up, striking four.", (), (), ()),
    ("Six men were taken to hospital; one died.", (1,), (), (6,)),
]


@pytest.mark.parametrize(("text", "killed", "injured", "hit"), NUMBERS)
def test_numbers_of_those(
    text: str, killed: tuple[int, ...], injured: tuple[int, ...], hit: tuple[int, ...]
) -> None:
    told = told_by(text)
    found = (told.killed, told.injured, told.hit)
    assert tuple(tuple(n for n, _ in counts) for counts in found) == (killed, injured, hit)


NTH = [
    ("A third victim has died of his wounds.", 3),
    ("The 11th victim died on Friday.", 11),
    ("A third man was hurt.", 0),
    ("A pupil of the 11th grade died.", 0),
]


@pytest.mark.parametrize(("text", "wanted"), NTH)
def test_the_dead_are_counted_by_ordinals(text: str, wanted: int) -> None:
    assert told_by(text).least.nth == wanted


def test_others_of_a_list_are_counted_with_it() -> None:
    assert told_by("A cook and two other guests were wounded.").others == (3,)


def test_who_is_hit_with_others_is_one_of_a_list() -> None:
    assert told_by("A cook said that he and three others were shot.").lists["hit"] == (4,)


def test_they_are_the_whole_list_told_of_before() -> None:
    told = told_by("A cook and two guards were shot. They were wounded in the leg.")
    assert told.people.groups("injured") == (3,)


SEVERAL = [
    ("Seven wounded in weekend shootings across Belm", 3),
    ("Police tell of a series of shootings in Belm.", 3),
    ("Seven wounded in a shooting in Belm", 0),
]


@pytest.mark.parametrize(("text", "level"), SEVERAL)
def test_a_report_on_several_incidents_is_known(text: str, level: int) -> None:
    assert told_by(text).levels.get("several", 0) == level
