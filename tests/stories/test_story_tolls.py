"""Figures of a story: whose, of which event, with which bounds; and what articles come to."""

from functools import cache
from io import StringIO

import pytest
from rich.console import Console

from accordingto.cli.terminal_story import story_text
from accordingto.exports.story_html import render_story_html
from accordingto.exports.story_markdown import render_story_markdown
from accordingto.exports.story_view import view_of
from accordingto.exports.story_words import bounds_words, casualty_rows, told_words
from accordingto.library import read_text
from accordingto.records.capture import Given
from accordingto.records.document import Document
from accordingto.records.story import Story, StoryToll
from accordingto.stories.items import other_items
from accordingto.stories.tell import tell

FIRST = (
    "Shell hits bus station in Orlim\n\n"
    "A shell hit the bus station of Orlim on Monday, 2 June, and killed at least six people, the "
    "mayor, Hana Virt, said. The army spokesman Oren Dale said up to ten fighters had been killed. "
    "On 3 May a rocket killed 21 people in the same street.\n"
)
SECOND = (
    "Orlim: toll of bus station rises\n\n"
    "Seven people were killed and 15 wounded when a shell struck a bus station in Orlim on Monday, "
    "the city hospital said on Tuesday.\n"
)
PLAIN = (
    "Man shot dead in Varmin\n\n"
    "A baker, Jan Ilves, 34, was shot dead outside his shop in Varmin on Monday night, police "
    "said. He died at the scene.\n"
)
COUNCIL = "The council met in Belm.\n\nIt voted on a park."


@cache
def article(text: str, outlet: str, day: str) -> Document:
    return read_text(text, source=outlet, given=Given(published=day, outlet=outlet, language="en"))


def articles() -> list[Document]:
    return [
        article(FIRST, "The Bell", "2031-06-02"),
        article(FIRST, "The Copy", "2031-06-03"),
        article(SECOND, "The Crier", "2031-06-03"),
    ]


@cache
def orlim() -> Story:
    return tell("y", articles())


def toll(story: Story, what: str) -> StoryToll:
    return next(toll for toll in story.tolls if toll.what == what)


def test_bounds_span_the_claimants_of_the_main_event() -> None:
    killed = orlim().casualties
    assert (killed.killed_min, killed.killed_max) == (6, 7)
    assert any("Virt" in name for name in killed.killed_min_by)
    assert (killed.injured_min, killed.injured_max) == (15, 15)


def test_a_figure_of_another_event_is_kept_and_marked() -> None:
    counts = [count for claimant in toll(orlim(), "killed").claimants for count in claimant.counts]
    elsewhere = {count.low: count.elsewhere for count in counts}
    assert elsewhere[21]
    assert not elsewhere[6]
    assert "some count another event" in toll(orlim(), "killed").unresolved


LIVE = (
    "Live: ferry sinks off Orlim\n\n"
    "The relief society said at least nine people had drowned and died when the ferry sank.\n\n"
    "Its local branch had earlier put the number of dead at 14.\n\n"
    "At least 14 people were killed when the ferry sank, the local branch of the relief society "
    "said.\n"
)


def test_a_withdrawn_figure_sets_no_bound() -> None:
    story = tell("y", [article(LIVE, "The Bell", "2031-06-02")])
    counts = [c for claimant in toll(story, "killed").claimants for c in claimant.counts]
    assert {c.low: c.withdrawn for c in counts} == {9: False, 14: True}
    assert story.casualties.killed_max == 9


def test_a_chart_shows_who_gave_what_when() -> None:
    page = render_story_html(view_of(orlim(), articles()))
    assert "Killed, by claimant." in page
    assert "When each number was printed." in page
    assert "≥ 6, The Bell, 2031-06-02" in page


def test_copies_are_one_voice() -> None:
    owns = [c for c in toll(orlim(), "killed").claimants if "own voice" in c.name]
    assert len({claimant.name for claimant in owns}) == len(owns)
    assert not any(c.name.startswith("The Copy") for c in owns)


def test_people_told_of_one_by_one_make_a_toll() -> None:
    story = tell("y", [article(PLAIN, "The Bell", "2031-06-02")])
    killed = toll(story, "killed")
    assert killed.claimants == ()
    assert killed.likely == 1
    assert killed.likely_reasons == ("1 of 1 origin comes to 1: The Bell",)
    assert (story.casualties.killed_min, story.casualties.killed_max) == (1, 1)


LATER = {
    "2031-06-02": "Woman hurt at mill\n\nA woman was critically wounded when shots were fired at a "
    "mill in Orlim on Monday, police said. She was taken to hospital.",
    "2031-06-03": "Shots at Orlim mill\n\nA woman who was shot at a mill on Monday was in critical "
    "condition in hospital, police in Orlim said.",
    "2031-06-05": "Woman shot at Orlim mill dies\n\nA woman who was shot at a mill in Orlim has "
    "died, the hospital said. Jana Kell, 34, died on Wednesday.",
}
TRIAL = {
    "2031-06-02": "One dead, three wounded in Belm\n\nOne man was killed and three others were "
    "wounded as someone fired on a car wash in Belm on Monday.",
    "2031-06-03": "Police name man killed in Belm\n\nPetr Halm, 31, was shot dead at a car wash on "
    "Monday. Three other people were wounded, police in Belm said.",
    "2031-09-12": "Man charged over Belm killing\n\nA man was charged on Friday with the murder of "
    "Petr Halm, 31, who was shot dead at a car wash in Belm in June.",
}


@pytest.mark.parametrize(("texts", "wanted"), [(LATER, (1, None)), (TRIAL, (1, 3))])
def test_reports_are_weighed_together(
    texts: dict[str, str], wanted: tuple[int | None, int | None]
) -> None:
    """Who was hurt may die later; and that a later report is silent on the wounded does not mean
    that there were none."""
    found = tell("y", [article(text, f"Outlet {day}", day) for day, text in texts.items()])
    likely = {t.what: t.likely for t in found.tolls}
    assert (likely.get("killed"), likely.get("injured")) == wanted


def test_nobody_hurt_makes_none() -> None:
    story = tell(
        "y", [article("The council met in Belm.\n\nIt voted on a park.", "A", "2031-06-02")]
    )
    assert story.tolls == ()
    assert story.casualties.killed_min is None


def test_every_view_prints_the_bounds_with_who_gives_them() -> None:
    view = view_of(orlim(), articles())
    out = StringIO()
    Console(file=out, width=120).print(story_text(view))
    for shown in (out.getvalue(), render_story_markdown(view), render_story_html(view)):
        assert "killed, at least" in shown
        assert "injured, at most" in shown
        assert "21 of another event" in shown
    assert casualty_rows(orlim())[1] == ("killed, at most", "7", "the city hospital")


def test_one_number_is_shown_once_with_all_who_print_it() -> None:
    virt = next(c for c in toll(orlim(), "killed").claimants if "Virt" in c.name)
    assert told_words(virt) == ["≥ 6 (The Bell, The Copy, 2031-06-02 to 2031-06-03)"]


PARTS = (
    "Three shot in Belm\n\n"
    "Two police officers and a bystander were shot and wounded in Belm on Monday, police said.\n"
)


def test_where_only_parts_are_given_the_articles_as_wholes_set_the_bounds() -> None:
    story = tell("y", [article(PARTS, "The Bell", "2031-06-02")])
    assert toll(story, "injured").least is None
    assert (story.casualties.injured_min, story.casualties.injured_max) == (3, 3)
    assert story.casualties.injured_min_by == ("1 of 1 origin comes to 3: The Bell",)


def test_a_part_that_an_article_comes_to_is_all() -> None:
    text = "Two officers shot\n\nTwo police officers were shot and wounded in Belm, police said.\n"
    story = tell("y", [article(text, "The Bell", "2031-06-02")])
    assert (story.casualties.injured_min, story.casualties.injured_max) == (2, 2)
    assert story.casualties.injured_min_by == ("police",)


def test_the_dead_of_a_weekend_are_not_those_of_one_shooting() -> None:
    told = {
        "The Bell": "Two men killed outside Halm club\n\nTwo men were shot dead outside the Halm "
        "club in Belm on Sunday, the medical examiner said. At least five people have been killed "
        "in the city since Friday, police said.\n",
        "The Argus": "Man charged in Halm club killings\n\nA man has been charged with killing two "
        "men outside the Halm club in Belm on Sunday, prosecutors said.\n",
    }
    story = tell("y", [article(text, name, "2031-06-02") for name, text in told.items()])
    assert (story.casualties.killed_min, story.casualties.killed_max) == (2, 2)


ARMY = (
    "Army on Orlim\n\n"
    "Colonel Oren Dale said the 31 people killed in Orlim were fighters. He rejected the United "
    "Nations’ figure of 47 dead as propaganda.\n"
)
MINISTER = (
    "Minister speaks\n\n"
    "The information minister, Jonas Lubo, said reports of three deaths in Belm were lies; one "
    "man had been killed by a stone.\n"
)
CORRECTED = (
    "Ferry off Samar\n\n"
    "The navy said on Thursday that 81 people were confirmed dead in the ferry disaster.\n\n"
    "Correction: The Bell reported on Tuesday that 17 people were dead.\n"
)
WEEKEND = (
    "5 killed, 22 wounded in weekend shootings across Belm\n\n"
    "Five people were killed and 22 others were wounded in shootings across Belm between Friday "
    "evening and Monday morning, police said.\n\n"
    "Last weekend, three people were killed and 18 wounded.\n"
)
DOZENS = (
    "Planes bomb clinic, dozens killed\n\n"
    "Planes bombed the clinic of Orlim on Thursday, killing at least 42 civilians, the health "
    "office said.\n"
)


GROWN = (
    "Orlim quarry blast\n\nTwo more people died in hospital on Wednesday, taking the toll of the "
    "blast at the Orlim quarry from 19 to 24. Forty others were wounded.\n"
)
OPENED = (
    "Varmia opens inquiry into Tarsk raid that killed 33\n\nLocal officials said 33 people were "
    "killed when aircraft raided the town of Tarsk. Varmia said that it would look into it.\n"
)


def counts_of(text: str, what: str) -> dict[float | int | None, set[str]]:
    """For each number of a harm how it is marked."""
    story = tell("y", [article(text, "The Bell", "2031-06-05")])
    marks = ("denied", "withdrawn", "elsewhere", "part")
    return {
        count.low: {mark for mark in marks if getattr(count, mark)}
        for claimant in toll(story, what).claimants
        for count in claimant.counts
    }


def test_a_number_that_is_denied_is_not_its_deniers() -> None:
    assert counts_of(ARMY, "killed") == {31: set(), 47: {"denied"}}
    assert counts_of(MINISTER, "killed") == {3: {"denied"}, 1: set()}
    assert tell("y", [article(ARMY, "The Bell", "2031-06-05")]).casualties.killed_max == 31


def test_a_corrected_number_is_withdrawn() -> None:
    assert counts_of(CORRECTED, "killed") == {81: set(), 17: {"withdrawn"}}


def test_last_weekends_dead_are_not_this_weekends() -> None:
    assert counts_of(WEEKEND, "killed") == {5: set(), 3: {"elsewhere"}}
    assert counts_of(WEEKEND, "injured") == {22: set(), 18: {"elsewhere"}}


def test_a_number_that_has_grown_is_withdrawn() -> None:
    assert counts_of(GROWN, "killed") == {2: {"part"}, 24: set(), 19: {"withdrawn"}}
    assert counts_of(GROWN, "injured") == {40: set()}


def test_a_headlines_number_is_his_who_gives_it_in_the_body() -> None:
    story = tell("y", [article(OPENED, "The Bell", "2031-06-05")])
    assert {c.name for c in toll(story, "killed").claimants} == {"Local officials"}


def test_dozens_in_a_headline_are_the_number_that_somebody_gives() -> None:
    assert counts_of(DOZENS, "killed") == {42: set()}


def test_thousands_of_fish_are_no_toll() -> None:
    text = "Leak in Belm\n\nA leak killed thousands of fish in the Halle, the water board said.\n"
    assert not tell("y", [article(text, "The Bell", "2031-06-02")]).tolls


def test_three_and_at_least_three_do_not_differ() -> None:
    one = "Raid on Belm\n\nThree people were killed in a raid on Belm on Monday, the mayor said.\n"
    two = "Raid on Belm\n\nAt least three people were killed in a raid on Belm, the army said.\n"
    texts = ((one, "The Bell"), (two, "The Crier"))
    found = toll(tell("z", [article(t, outlet, "2031-06-03") for t, outlet in texts]), "killed")
    assert len(found.claimants) == 2
    assert not any("differ" in reason for reason in found.unresolved)
    assert bounds_words(found, 3) == "given by the army, the mayor"


BRIEF = (
    "Week in brief\n\n"
    "ORLIM: At least six people died when a shell hit a bus station, the mayor said.\n\n"
    "HALVE: A road bridge collapsed and killed four workers, police said. Nine were hurt.\n\n"
    "PORT ELM: Two inmates were killed in a riot on Thursday, the justice ministry said.\n"
)


def test_figures_of_a_round_up_s_other_items_are_of_another_event() -> None:
    other = article(BRIEF, "week", "2025-06-07")
    tolls = tell("y", [article(FIRST, "one", "2025-06-02"), other]).tolls
    counts = [n for toll in tolls for claimant in toll.claimants for n in claimant.counts]
    brief = {n.low: n.elsewhere for n in counts if n.ref.document == other.id}
    assert brief[6] is False
    assert all(brief.get(number, True) for number in (2, 4, 9))
    assert all(toll.most != 9 for toll in tolls if toll.what == "injured")


def test_who_speaks_in_an_interview_is_no_item() -> None:
    talk = (
        "The mayor of Orlim on the shell\n\n"
        "WEEKLY: How many people died at the bus station of Orlim on Monday night, do you know?"
        "\n\nVIRT: Eleven people were killed at the station, and I was there when they were found."
        "\n\nWEEKLY: Will the station be opened again, and who is going to pay for all of it?\n"
    )
    first = article(FIRST, "one", "2025-06-02")
    assert other_items(article(talk, "week", "2025-06-07"), [first]) == []
