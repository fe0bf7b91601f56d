"""Who a report's head names and what it counts."""

from accordingto.records.story import Report
from accordingto.stories.background import fresh_background
from accordingto.stories.features import FEATURES, Comparer
from accordingto.stories.heads import counted, head_names
from accordingto.stories.keep import packed, unpacked
from accordingto.stories.profile import profile_of
from accordingto.stories.words import names_and_numbers, pieces, stem_term, term


def _head(title: str, text: str) -> tuple[list[int], list[int]]:
    parts = pieces(text)
    small = {part for part in parts if part[0].islower()}
    found = head_names(pieces(title), parts, names_and_numbers(parts)[0], small)
    return found[0].tolist(), found[1].tolist()


def test_names_are_those_that_are_never_written_small() -> None:
    title, lead = _head("Olsund Fire Kills Brekke", "A fire kills one man. Olsund mourns Brekke.")
    names = [stem_term("olsund"), stem_term("brekke")]
    assert sorted(set(title)) == sorted(names)
    assert sorted(set(lead)) == sorted(names)


def test_a_name_that_stands_once_does_not_lead() -> None:
    assert _head("", "Brekke fell. Brekke was 40, said Ilves.")[1] == [stem_term("brekke")] * 2


def test_a_count_is_a_number_with_what_it_counts() -> None:
    found = counted(pieces("Five hurt in quake"), pieces("The quake hurt 5 people on Sunday."))
    assert (term("hurt"), term("5 hurt")) in found
    assert (term("people"), term("5 people")) in found


def test_no_number_no_count() -> None:
    assert counted(pieces("Quake"), pieces("Nobody was hurt.")) == ()


def _feature(name: str, *reports: tuple[str, str]) -> float:
    background = fresh_background()
    one, other = (
        profile_of(Report(id=str(at), title=title, text=text), background)
        for at, (title, text) in enumerate(reports)
    )
    return float(Comparer().features(one, [other], background)[0, FEATURES.index(name)])


_HAVIK = ("Havik stops Orten in round six", "Havik beat Orten. Orten fell in round six. Havik won.")
_VARG = ("Havik stops Varg in round six", "Havik beat Varg. Varg fell in round six. Havik won.")


def test_another_man_in_each_headline_is_missed_in_the_other() -> None:
    assert _feature("title_names_least", _HAVIK, _HAVIK) > 0.99
    assert _feature("title_names_least", _HAVIK, _VARG) < 0.8
    assert _feature("lead_name_missing", _HAVIK, _HAVIK) == 0
    assert _feature("lead_name_missing", _HAVIK, _VARG) > 0.5


def test_likeness_of_heads_is_the_same_in_both_directions() -> None:
    for name in FEATURES[-11:]:
        assert _feature(name, _HAVIK, _VARG) == _feature(name, _VARG, _HAVIK)


def test_other_numbers_for_one_thing_are_counted_apart() -> None:
    five, ten = ("Five hurt in quake", "A quake."), ("Ten hurt in quake", "A quake.")
    assert _feature("counts_same", five, five) > 0 == _feature("counts_other", five, five)
    assert _feature("counts_same", five, ten) == 0 < _feature("counts_other", five, ten)


def test_a_profile_is_kept_whole() -> None:
    background = fresh_background()
    profile = profile_of(Report(id="a", title=_HAVIK[0], text=_HAVIK[1]), background)
    again = unpacked(packed(profile))
    assert (again.id, again.counted, again.passages) == ("a", profile.counted, profile.passages)
    assert [v.terms.tolist() for v in again.views] == [v.terms.tolist() for v in profile.views]


def test_days_of_the_week_tell_reports_without_a_date_apart() -> None:
    on = {
        day: (f"Council meets {day}", f"The council met on {day}.") for day in ("Monday", "Friday")
    }
    assert _feature("undated_weekday_same", on["Monday"], on["Monday"]) == 1
    assert _feature("undated_weekdays_clash", on["Monday"], on["Friday"]) == 1
    assert _feature("undated_weekdays_clash", on["Monday"], ("Council meets", "It met.")) == 0


def test_words_with_one_beginning_are_one_term() -> None:
    assert stem_term("investigators") == stem_term("Investigation") != stem_term("inventory")
    assert stem_term("2031") != stem_term("2032")
    assert stem_term("the") == -1
