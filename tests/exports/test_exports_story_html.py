"""The page of a story: who stands where at once, every mark and number a link to the words."""

from functools import cache
from io import StringIO

from rich.console import Console
from selectolax.lexbor import LexborHTMLParser

from accordingto.cli.terminal_story import story_text
from accordingto.exports.story_html import render_story_html
from accordingto.exports.story_markdown import render_story_markdown
from accordingto.exports.story_view import StoryView, view_of, voice_words
from accordingto.library import read_text
from accordingto.records.capture import Given
from accordingto.records.story import Origin
from accordingto.stories.tell import tell

# Ten speakers on five claims: more than the matrix has columns.
SPEAKERS = (
    "Bo Varga", "Ada Lum", "Ines Sobral", "Oren Dale", "Marit Solheim", "Owen Pryce",
    "Hana Virt", "Ilva Renko", "Jan Orlik", "Tess Ardal",
)  # fmt: skip
MATTERS = (
    "the mill at Orlim had been empty for a month", "seven trucks had left the depot by dawn",
    "the bridge over the Sund would stay closed", "water had reached the lower town",
    "the alarm had failed on two nights", "the dam was inspected every spring",
    "the crew had asked for new pumps", "a fuel tank had leaked into the canal",
    "the gates were opened too late", "the school had been turned into a shelter",
)  # fmt: skip
OUTLETS = ("The Bell", "The Argus", "The Crier")


@cache
def view() -> StoryView:
    prose = "\n\n".join(
        f"{name} said {matter}." for name, matter in zip(SPEAKERS, MATTERS, strict=True)
    )
    documents = [
        read_text(
            f"Flood at Orlim mill\n\n{prose}\n\nThe works company denied that the alarm had "
            "failed on two nights.",
            source=outlet,
            given=Given(published=f"2031-06-0{at}", outlet=outlet),
        )
        for at, outlet in enumerate(OUTLETS, start=1)
    ]
    return view_of(tell("y", documents), documents)


def page() -> LexborHTMLParser:
    return LexborHTMLParser(render_story_html(view()))


def test_who_has_no_column_is_named_in_the_last_one() -> None:
    heads = [node.text() for node in page().css("#positions thead th")]
    assert heads[-1] == "Others"
    named = {node.text() for node in page().css("#positions .one bdi")}
    assert named
    assert named | set(heads) >= set(SPEAKERS)


def test_every_link_leads_to_a_place_of_the_page() -> None:
    ids = [node.attributes["id"] for node in page().css("[id]")]
    assert len(ids) == len(set(ids))
    targets = {(node.attributes["href"] or "")[1:] for node in page().css("a[href^='#']")}
    assert targets <= set(ids)


def test_parts_that_are_not_there_are_not_offered() -> None:
    offered = [node.attributes["href"] for node in page().css("nav.jump a")]
    there = [f"#{node.attributes['id']}" for node in page().css("main > section")]
    assert offered == there
    assert "#figures" not in there


def test_an_outlet_that_tells_it_itself_is_named_once() -> None:
    text = (
        "The council of Belm voted on Monday to close the old harbour. The mayor, Ada Lum, said "
        "the quay was unsafe."
    )
    told = [read_text(f"Belm shuts harbour\n\n{text}", source="x", given=Given(outlet="The Bell"))]
    one = view_of(tell("y", told), told)
    card = LexborHTMLParser(render_story_html(one)).css_first(".origin")
    assert card is not None
    assert card.text().count("The Bell") == 1
    out = StringIO()
    Console(file=out, width=100).print(story_text(one))
    for shown in (out.getvalue(), render_story_markdown(one)):
        origins = shown.partition("Articles and origins")[2].partition("Who")[0]
        assert origins.count("The Bell") == 1


def test_a_claim_has_one_line_for_each_who_tells_it() -> None:
    out = StringIO()
    Console(file=out, width=100).print(story_text(view()))
    lines = [line.strip() for line in out.getvalue().splitlines()]
    assert "says   Marit Solheim (in The Bell, The Argus, The Crier)" in lines
    assert any(line.startswith("denies ") and "company (in" in line for line in lines)


def test_only_what_is_quoted_stands_in_quotation_marks() -> None:
    text = (
        "Flood at Orlim\n\nThe mayor, Ada Lum, said the mill had been empty for a month. “Nobody "
        "slept there,” Lum said."
    )
    told = [
        read_text(text, source=name, given=Given(published="2031-06-02", outlet=name))
        for name in OUTLETS
    ]
    two = view_of(tell("y", told), told)
    links = LexborHTMLParser(render_story_html(two)).css("#positions a.q")
    shown = {(link.text(), bool(link.css("q"))) for link in links}
    assert shown == {
        ("the mill had been empty for a month", False),
        ("Nobody slept there", True),
    }
    words = render_story_markdown(two).partition("In whose words")[2]
    assert "*the mill had been empty for a month*" in words
    assert "“Nobody slept there”" in words


def test_an_agency_that_one_outlet_prints_is_told_as_such() -> None:
    origin = Origin(id="o", name="Sund Wire", kind="agency", documents=("d",))
    assert voice_words(origin) == "an agency’s copy"
    two = Origin(id="o", name="Sund Wire", kind="agency", documents=("d", "e"))
    assert voice_words(two) == "one voice in 2 articles"


def test_a_whole_copy_and_a_claim_that_nobody_makes_have_no_noughts() -> None:
    text = (
        "Flood at Orlim\n\nThe council of Orlim met on Monday in the old customs house by the quay "
        "and heard how the water rose in the night. The mayor, Ada Lum, said the mill had been "
        "empty for a month. The works company denied that it had opened the gates. The road to "
        "Belm stays shut until the bridge has been looked at, and buses go round by the coast."
    )
    told = [
        read_text(text, source=name, given=Given(published=f"2031-06-0{at}", outlet=name))
        for at, name in enumerate(OUTLETS, start=1)
    ]
    page = LexborHTMLParser(render_story_html(view_of(tell("y", told), told)))
    copies = [node.text() for node in page.css("small.copy")]
    assert copies == ["100 % of its prose is that of The Bell; nothing cut or added"] * 2
    counts = {node.text() for node in page.css("td.count")}
    assert counts == {"1", "–"}
