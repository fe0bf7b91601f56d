"""The default view: complete, plain where there is no terminal, deaf to the input's codes."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from tests.documents import at, document, ferry

from accordingto.cli.terminal import print_document
from accordingto.cli.terminal_page import print_page
from accordingto.exports.visible import visible
from accordingto.records.article import Note, Segment
from accordingto.records.document import Document
from accordingto.records.facts import Actor, Figure, Label
from accordingto.records.span import Span
from accordingto.records.statement import Relation, Statement


def printed(shown: Document, width: int = 80, *, page: bool = False, colour: bool = False) -> str:
    stream = io.StringIO()
    console = Console(file=stream, width=width, force_terminal=colour, markup=False, emoji=False)
    (print_page if page else print_document)(console, shown)
    return stream.getvalue()


def test_the_whole_ledger_is_printed() -> None:
    lines = printed(ferry()).splitlines()
    for line in (
        "Harbour Post · 4 October 2031, 18:30 (UTC+02:00) · en",
        "6 statements by 4 sources · 2 figures · 1 denial or dispute",
        "Ilse Tavrin, Harbour master",
        "   2  says · cue “said” · indirect",
        "      ┊ at least 12 people had died when the Marl went down",
        "a survivor  (not identified)",
        "      ┃ “A grey ship fired at us,”",
        "        ↳ inside 3 (Ilse Tavrin)",
        "        ← passed on by Radio Sund",
        "        ✗ denies 4 (a survivor)",
        "        = repeated by 1 (the same speaker)",
        "  5 Veltian navy denies                  ✗ denies: 4 a survivor accuses",
        "  ┊ that its ships had fired             ┃ “A grey ship fired at us,”",
        "  Ilse Tavrin (person)",
        "    the outlet: “Ilse Tavrin”, “Tavrin”",
        "    Ilse Tavrin: “grey ship” (label)",
        "  ? The date stands only in the address.",
        "  ? 6  Who says this is unsure (score 0.40): which officials is not said.",
    ):
        assert line in lines


def test_who_denies_in_other_words_is_not_said_to_deny_those() -> None:
    """ "The agency reports that nothing was hit" denies a claim, and not that nothing was hit."""
    text = "The mayor said the mill was hit. The agency reports that nothing was hit."
    said = Statement(id="s1", holder_text="the mayor", content_spans=(at("the mill", text=text),))
    reported = Statement(
        id="s2", holder_text="the agency", content_spans=(at("that nothing was hit", text=text),)
    )
    for kind, sign in (("denies", "✗"), ("disputes", "≠")):
        relation = Relation(origin="s2", target="s1", kind=kind, score=0.9)  # type: ignore[arg-type]
        out = printed(document(text, statements=(said, reported), relations=(relation,)))
        (line,) = [row for row in out.splitlines() if row.startswith("  2 the agency")]
        assert line.split() == f"2 the agency says {sign} {kind}: 1 the mayor says".split()


def test_an_unnamed_source_is_not_called_unidentified_too() -> None:
    text = "“We saw nothing.”"
    said = Statement(id="s", content_spans=(at("We saw nothing", text=text),), quote="direct")
    lines = printed(document(text, statements=(said,))).splitlines()
    assert "unnamed source" in lines


def test_a_language_that_is_not_served_says_so_where_no_statement_is() -> None:
    served = printed(document("Nothing."))
    note = Note(code="language-unserved", message="No language engine serves 'ja'.")
    other = printed(document("Nothing.", notes=(note,)))
    assert "No statement was found." in served
    assert "in this language nothing else is read" in other
    assert "No statement was found." not in other


def test_a_long_list_of_names_hangs_under_its_voice() -> None:
    names = [f"Harbour Guard of Sund {at}" for at in range(6)]
    text = ", ".join(names)
    guard = Actor(
        id="a", kind="group", name=names[0], mentions=tuple(at(n, text=text) for n in names)
    )
    lines = printed(document(text, actors=(guard,)), 60).splitlines()
    first = next(n for n, row in enumerate(lines) if "the outlet:" in row)
    assert all(row.startswith("    ") for row in lines[first : first + 3])


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(len, printed(ferry(), width).splitlines())) <= width


def test_colour_only_where_there_is_a_terminal() -> None:
    assert "\x1b" not in printed(ferry())
    assert "\x1b[" in printed(ferry(), colour=True)


def test_no_colour_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in printed(ferry(), colour=True).replace("\x1b[3m", "")


def test_a_page_alone_shows_each_part_with_its_role() -> None:
    lines = printed(ferry(), page=True).splitlines()
    assert "   3  headline           Navy denies sinking the ferry Marl" in lines
    assert "  11  teaser             Read more: [red]Five recipes[/red] for autumn" in lines


def test_what_could_mislead_is_made_visible() -> None:
    assert visible("a\x1b[31mb\x07\x9b2J") == "a⟨U+001B⟩[31mb⟨U+0007⟩⟨U+009B⟩2J"
    assert visible("\u202egnp.exe\u202c") == "⟨U+202E⟩gnp.exe⟨U+202C⟩"
    assert visible(" one\r\ntwo\tthree ") == "one two three"
    assert visible("naïve ‘שלום’ 👩‍👧") == "naïve ‘שלום’ 👩‍👧"


CODES = ["\x1b[2J", "\x1b]8;;x\x07", "\x9b31m", "\u202e", "[red]", "[/]", "\r", "\n", ":smile:"]
TEXTS = st.lists(st.sampled_from(CODES) | st.text(max_size=8), max_size=8).map("".join)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, st.booleans())
def test_no_control_character_of_the_input_is_printed(words: str, name: str, page: bool) -> None:
    whole = Span(0, len(words))
    hostile = document(
        words,
        (Segment(line=1, span=whole, role="body"),),
        headline=name,
        standfirst=words,
        outlet=name,
        source=name,
        published=words,
        actors=(Actor(id="a", kind="person", name=name, mentions=(whole,), role=words),),
        statements=(
            Statement(
                id="s",
                source="a",
                cue_span=whole,
                content_spans=(whole,),
                when=words,
                holder_text=name,
                via_spans=(whole,),
                score=0.1,
                reasons=(words,),
                act="deny",
            ),
        ),
        figures=(Figure(id="f", span=whole, what="count", unit=name, statement="s", low=1),),
        labels=(Label(actor="a", label_span=whole, by="a"),),
        notes=(Note(code="x", message=words, span=whole),),
    )
    out = printed(hostile, page=page)
    assert not [c for c in out if (ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160]
    assert not set(out) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    if not page:
        assert all(mark in out for mark in ("[red]", "[/]", ":smile:") if mark in visible(name))
