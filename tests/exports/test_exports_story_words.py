"""What a claim's words are in the views of a story: what was said, and nothing between."""

from io import StringIO

from rich.console import Console

from accordingto.cli.terminal_story import story_text
from accordingto.exports.story_html import render_story_html
from accordingto.exports.story_markdown import render_story_markdown
from accordingto.exports.story_view import view_of
from accordingto.library import read_text
from accordingto.records.capture import Given
from accordingto.stories.tell import tell

TEXTS = {
    "The Bell": "Depot hit at Orlim\n\nPresident Ada Lum said on Monday that the target was an "
    "arms depot of the Front.\n\n“There was no Front in that building,” the commander, Bo Varga, "
    "said in a message. “There was a kettle, a stove and my staff.”",
    "The Argus": "Strike on Orlim\n\nPresident Ada Lum said the target was an arms depot of the "
    "Front. “There was no Front in that building,” Bo Varga said. “There was a kettle, a stove "
    "and my staff.”",
}


def test_no_view_has_who_said_it_in_the_midst_of_what_was_said() -> None:
    documents = [
        read_text(text, source=outlet, given=Given(published="2031-06-02", outlet=outlet))
        for outlet, text in TEXTS.items()
    ]
    story = tell("y", documents)
    assert any(" […] There was a kettle" in claim.words for claim in story.claims)
    view = view_of(story, documents)
    out = StringIO()
    Console(file=out, width=400).print(story_text(view))
    for shown in (out.getvalue(), render_story_markdown(view)):
        assert "building,” the commander" not in shown
    assert "Front in that building […] There was" in render_story_html(view)


DENIED = {
    "The Bell": "Army on Orlim\n\nColonel Oren Dale denied reports that prisoners had been shot in "
    "the yard of the mill. Rescuers say the mill is empty.",
    "The Argus": "Quiet in Orlim\n\nRescuers say the mill is empty. The owner rejected the "
    "allegations.",
}


def test_what_is_only_denied_has_its_place_among_the_claims() -> None:
    documents = [
        read_text(text, source=outlet, given=Given(published="2031-06-02", outlet=outlet))
        for outlet, text in DENIED.items()
    ]
    view = view_of(tell("y", documents), documents)
    (denied,) = [c for c, _ in view.positions.rows if c.origins == 0]
    assert "prisoners had been shot" in denied.words
    out = StringIO()
    Console(file=out, width=400).print(story_text(view))
    for shown in (out.getvalue(), render_story_markdown(view), render_story_html(view)):
        assert "who claims it, no article says" in shown
        assert "0 independent" not in shown


def test_a_column_or_a_question_is_no_title_of_a_story() -> None:
    heads = ("Fact check: strike on Orlim mill", "Was the Orlim mill hit?", "Strike on Orlim mill")
    documents = [
        read_text(f"{head}\n\nRescuers say the mill is empty.", source=head) for head in heads
    ]
    assert tell("y", documents).title == heads[-1]
