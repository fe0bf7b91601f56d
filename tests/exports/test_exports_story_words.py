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
