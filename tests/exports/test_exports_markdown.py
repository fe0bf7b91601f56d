"""The Markdown form."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.documents import document, ferry

from accordingto.exports.markdown import escaped, render_markdown
from accordingto.exports.visible import ODD, visible


def test_the_whole_ledger_is_there() -> None:
    text = render_markdown(ferry())
    for line in (
        "# Navy denies sinking the ferry Marl",
        "### Ilse Tavrin, Harbour master",
        "**4** · **accuses** · cue “saying” · word for word · passed on by Ilse Tavrin"
        " · inside 3 (Ilse Tavrin) · denied by 5",
        "> “A grey ship fired at us,”",
        "> *that its ships had fired*",
        "| 5 Veltian navy denies | *that its ships had fired* | *denies:* 4 a survivor accuses"
        " | “A grey ship fired at us,” |",
        "| Officials | killed | …accident” and put the dead at **9**. | 9 | 6 |",
        "- **Ilse Tavrin** (person)",
        "  - the outlet: “Ilse Tavrin”, “Tavrin”",
        "- The date stands only in the address.",
    ):
        assert line in text.splitlines()


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("*not* <b>bold</b>", "\\*not\\* \\<b\\>bold\\</b\\>"),
        ("1. first", "1\\. first"),
        ("No # 1 #", "No \\# 1 \\#"),
        ("- item", "\\- item"),
        ("a | b", "a \\| b"),
        ("anti-terrorist (so-called): yes", "anti-terrorist (so-called): yes"),
    ],
)
def test_only_what_markdown_would_read_is_escaped(words: str, shown: str) -> None:
    assert escaped(words) == shown


MARKS = st.text(st.sampled_from("ab1.)#*_`[]()<>!|\\~$&;:+-= \n\t\u202e\x1b{}'\"@/"), max_size=30)


@settings(deadline=None)
@given(MARKS)
def test_words_of_the_input_are_shown_as_they_are(words: str) -> None:
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = reader.parse("# " + escaped(words))
    inline = [token for token in tokens if token.type == "inline"]
    assert [token.type for token in tokens] == ["heading_open", "inline", "heading_close"]
    kinds = {child.type for child in inline[0].children or []}
    assert kinds <= {"text", "text_special"}
    assert "".join(child.content for child in inline[0].children or []) == visible(words)


@given(st.text())
def test_no_control_character_comes_out(words: str) -> None:
    text = render_markdown(document(words, headline=words, outlet=words))
    assert not ODD.search(text.replace("\n", ""))
