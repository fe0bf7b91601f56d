"""The commands that keep and look up, with a reader of our own in the place of the real one."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import click
import msgspec
import pytest
from click.testing import CliRunner

from accordingto.cli import ledger_commands, story_commands
from accordingto.errors import InputError
from accordingto.ledger.ledger import Ledger
from accordingto.records.article import Segment
from accordingto.records.capture import Capture, Failure
from accordingto.records.document import CONTRACT, Document
from accordingto.records.facts import Actor
from accordingto.records.span import Span
from accordingto.records.statement import Statement

Run = Callable[..., object]

app = click.Group(commands=[*ledger_commands.COMMANDS, *story_commands.COMMANDS])


def saying(text: str, *, id: str, source: str, version: str = "0.1.0") -> Document:
    """A document whose one statement is all after the colon, by whoever stands before it."""
    colon = text.index(":")
    who, what = Span(0, colon), Span(colon + 2, len(text))
    empty = dict.fromkeys(("authors", "images", "links", "relations", "figures"), ())
    none = dict.fromkeys(("standfirst", "modified", "url", "genre"))
    return Document(
        **empty,
        **none,
        events=(),
        places=(),
        demonyms=(),
        quantities=(),
        tolls=(),
        times=(),
        durations=(),
        labels=(),
        notes=(),
        id=id,
        source=source,
        sha256=id,
        version=version,
        contract=CONTRACT,
        headline="Harbour talks",
        published="2031-05-17",
        outlet="The Lagoon Courier",
        language="en",
        lines=(Segment(line=1, span=Span(0, len(text)), role="body"),),
        actors=(Actor(id="a", kind="person", name=who.of(text), mentions=(who,)),),
        statements=(Statement(id="s", source="a", source_span=who, content_spans=(what,)),),
        text=text,
    )


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in an empty folder; ledger.db is then in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ACCORDINGTO_LEDGER", raising=False)
    runner = CliRunner()
    return lambda *arguments: runner.invoke(app, list(arguments))


@pytest.fixture
def kept(run: Run) -> Document:
    """A ledger with two documents; the second has control characters and markup in it."""
    first = saying("Varga: the ferry sank at dawn", id="d-1", source="one.txt")
    evil = "Winter: \x1b[2J[red]the \u202eferry[/red] did not sink"
    with Ledger("ledger.db") as ledger:
        ledger.add(first)
        ledger.add(saying(evil, id="d-2", source="two.txt"))
    return first


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Puts a quick reader into ``add``; what it has read is in the list."""
    from accordingto.cli import ledger_add
    from accordingto.pipeline import document_id

    seen: list[str] = []

    def read(capture: Capture) -> Document:
        seen.append(capture.content)
        if "stop" in capture.content:
            raise KeyboardInterrupt
        if ":" not in capture.content:
            problem, advice = "nobody speaks in it", "Choose another page."
            raise InputError(Failure(source=capture.source, problem=problem, advice=advice))
        version = ledger_add.__version__
        name = document_id(capture)
        return saying(capture.content, id=name, source=capture.source, version=version)

    monkeypatch.setattr(ledger_add, "read_capture", read)
    return seen


def test_add_keeps_and_a_second_run_reads_nothing(run: Run, reader: list[str]) -> None:
    Path("a.txt").write_text("Varga: the ferry sank")
    Path("b.txt").write_text("Winter: it did not")
    done = run("add", "a.txt", "b.txt")
    assert (done.exit_code, done.stdout) == (0, "2 added, 0 updated, 0 there: ledger.db\n")
    Path("c.txt").write_text("Brandt: both are wrong")
    done = run("add", ".")
    assert done.exit_code == 0, "that the ledger is in the folder is no failure"
    assert "1 added, 0 updated, 2 there" in done.stdout
    assert len(reader) == 3


def test_add_replaces_what_an_older_version_has_read(
    run: Run, reader: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.txt").write_text("Varga: the ferry sank")
    run("add", "a.txt")
    monkeypatch.setattr("accordingto.cli.ledger_add.__version__", "99.0")
    done = run("add", "a.txt")
    assert (done.exit_code, done.stdout) == (0, "0 added, 1 updated, 0 there: ledger.db\n")


def test_add_goes_on_past_failures_and_lists_them(run: Run, reader: list[str]) -> None:
    Path("bad.txt").write_text("no colon in this one")
    Path("good.txt").write_text("Varga: the ferry sank")
    done = run("add", "bad.txt", "missing.txt", "good.txt", "--ledger", "mine.db")
    assert done.exit_code == 1
    assert "1 added" in done.stdout
    assert "2 failed: mine.db" in done.stdout
    assert "bad.txt: nobody speaks in it. Choose another page." in done.stderr
    assert "missing.txt" in done.stderr
    assert Path("mine.db").exists()


def test_add_can_be_interrupted_and_gone_on_with(run: Run, reader: list[str]) -> None:
    Path("1.txt").write_text("Varga: the ferry sank")
    Path("2.txt").write_text("stop")
    Path("3.txt").write_text("Winter: it did not")
    done = run("add", "1.txt", "2.txt", "3.txt")
    assert done.exit_code == 130
    assert "1 added" in done.stdout
    assert "go on" in done.stderr
    Path("2.txt").write_text("Brandt: go on")
    assert "2 added, 0 updated, 1 there" in run("add", "1.txt", "2.txt", "3.txt").stdout


def test_add_says_when_a_document_is_refused(
    run: Run, reader: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from accordingto.cli import ledger_add

    read = ledger_add.read_capture

    def contradicting(capture: Capture) -> Document:
        return msgspec.structs.replace(read(capture), actors=())

    monkeypatch.setattr(ledger_add, "read_capture", contradicting)
    Path("a.txt").write_text("Varga: the ferry sank")
    done = run("add", "a.txt")
    assert done.exit_code == 1
    assert "a.txt" in done.stderr
    assert "cannot be kept" in done.stderr


def test_an_unusable_ledger_is_told_before_anything_is_read(run: Run, reader: list[str]) -> None:
    Path("a.txt").write_text("Varga: the ferry sank")
    done = run("add", "a.txt", "--ledger", "a.txt")
    assert done.exit_code == 2
    assert "no SQLite file" in done.stderr
    assert reader == []
    assert Path("a.txt").read_text() == "Varga: the ferry sank"


def test_the_ledger_may_be_named_by_the_environment(
    run: Run, kept: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("ledger.db").rename("other.db")
    assert run("claims").exit_code == 2
    monkeypatch.setenv("ACCORDINGTO_LEDGER", "other.db")
    assert run("claims").exit_code == 0


def test_search_prints_who_says_what(run: Run, kept: Document) -> None:
    done = run("search", "ferry", "dawn")
    assert done.exit_code == 0
    assert "Varga says: the ferry sank at dawn" in done.stdout
    assert "d-1" in done.stdout
    assert "The Lagoon" in done.stdout


def test_search_gives_json(run: Run, kept: Document) -> None:
    found = json.loads(run("search", "dawn", "--format", "json").stdout)
    assert [(hit["document"], hit["words"]) for hit in found] == [
        ("d-1", ["the ferry sank at dawn"])
    ]
    lines = run("search", "ferry", "-f", "jsonl").stdout.splitlines()
    assert {json.loads(line)["document"] for line in lines} == {"d-1", "d-2"}


@pytest.mark.parametrize(("form", "empty"), [("json", "[]\n"), ("jsonl", ""), ("table", "")])
def test_finding_nothing_is_no_error(run: Run, kept: Document, form: str, empty: str) -> None:
    for command in (("search", "volcano"), ("claims", "--act", "promise")):
        done = run(*command, "--format", form)
        assert (done.exit_code, done.stdout) == (0, empty)


def test_claims_are_narrowed_down(run: Run, kept: Document) -> None:
    found = json.loads(run("claims", "--speaker", "winter", "-f", "json").stdout)
    assert [claim["document"] for claim in found] == ["d-2"]
    assert json.loads(run("claims", "--since", "2032", "-f", "json").stdout) == []
    assert len(json.loads(run("claims", "--outlet", "lagoon", "-f", "json").stdout)) == 2
    assert len(run("claims", "-f", "jsonl", "-n", "1").stdout.splitlines()) == 1


def test_claims_as_a_table_of_values(run: Run, kept: Document) -> None:
    lines = run("claims", "-f", "csv", "-n", "1").stdout.splitlines()
    assert lines[0].startswith("document,outlet,published,url,headline,statement,speaker,")
    assert len(lines) == 2 and lines[1].startswith("d-")


def test_a_table_cannot_drive_the_terminal(run: Run, kept: Document) -> None:
    for command in (("claims",), ("search", "ferry"), ("show", "d-2")):
        shown = run(*command).stdout
        assert re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown) is None
        assert "[red]" in shown, "what looks like markup is shown as it stands"


def test_a_long_table_has_one_heading(run: Run) -> None:
    with Ledger("ledger.db") as ledger:
        for n in range(205):
            ledger.add(saying(f"Varga: {n} boats", id=f"d-{n:03}", source="x"))
    shown = run("claims").stdout
    assert shown.count("Published") == 1
    assert shown.count("boats") == 205


def test_show_prints_the_document_again(run: Run, kept: Document) -> None:
    done = run("show", "one", "--format", "jsonl")
    assert done.exit_code == 0
    assert done.stdout.encode() == msgspec.json.encode(kept) + b"\n"
    assert "Harbour talks" in run("show", "d-1").stdout


def test_a_story_is_not_written_where_no_folder_is(run: Run, kept: Document) -> None:
    done = run("story", "d-1", "--output", "none/story.html")
    assert done.exit_code == 2
    assert "does not exist" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("show", "d-9"), "no document 'd-9'"),
        (("show", "d-"), "several documents"),
        (("claims", "--act", "shout"), "no act"),
        (("search", "x", "--since", "Tuesday"), "2021-02-27"),
        (("claims", "--until", "2024-13"), "2021-02-27"),
        (("stories", "--since", "2024-02-30"), "2021-02-27"),
        (("search", "…"), "no word"),
        (("story", "d-1", "--claim", " "), "no claim"),
        (("claims", "--ledger", "none.db"), "accordingto add"),
        (("claims", "--ledger", "postgresql://host/name"), "not supported yet"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    run: Run, kept: Document, arguments: tuple[str, ...], reason: str
) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert reason in done.stderr
    assert done.stderr.count("\n") == 1
    assert not Path("none.db").exists()
