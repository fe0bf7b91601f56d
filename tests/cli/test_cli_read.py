"""``accordingto read``: formats, exit codes, what goes to stdout and what to stderr.

Reading itself is put aside here: each input becomes a document that holds its text.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from tests.documents import document

from accordingto.cli import reading
from accordingto.cli.main import app
from accordingto.records.article import Segment
from accordingto.records.capture import Capture
from accordingto.records.document import Document
from accordingto.records.span import Span
from accordingto.version import __version__


def fake_read(capture: Capture) -> Document:
    if "defect" in capture.content:
        raise ValueError("a defect in a stage")
    text = capture.content
    return document(
        text,
        (Segment(line=1, span=Span(0, len(text)), role="body"),),
        source=capture.source,
        headline=text.splitlines()[0],
        outlet=capture.given.outlet,
        published=capture.given.published,
        language=capture.given.language,
        url=capture.given.url,
    )


@pytest.fixture(autouse=True)
def _no_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "read_capture", fake_read)


@pytest.fixture
def texts(tmp_path: Path) -> Callable[..., list[str]]:
    def write(*contents: str) -> list[str]:
        paths = [tmp_path / f"{number}.txt" for number in range(len(contents))]
        for path, content in zip(paths, contents, strict=True):
            path.write_text(content, encoding="utf-8")
        return [str(path) for path in paths]

    return write


Texts = Callable[..., list[str]]


def run(*arguments: str, input: str | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["read", *arguments], input=input)
    return result.exit_code, result.stdout, result.stderr


def test_all_read_is_0(texts: Texts) -> None:
    code, out, err = run(*texts("The mayor spoke.", "The guard spoke."))
    assert (code, err) == (0, "")
    assert out.index("The mayor spoke.") < out.index("The guard spoke.")


def test_one_unreadable_is_1_and_the_rest_is_read(texts: Texts, tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.txt")
    first, last = texts("The mayor spoke.", "The guard spoke.")
    code, out, err = run(first, missing, last, "--format", "jsonl")
    assert code == 1
    assert [json.loads(line)["headline"] for line in out.splitlines()] == [
        "The mayor spoke.",
        "The guard spoke.",
    ]
    assert err.startswith(f"{missing}: ") and err.count("\n") == 1


def test_a_table_has_its_head_once(texts: Texts) -> None:
    code, out, _ = run(*texts("The mayor spoke.", "The guard spoke."), "--format", "csv")
    assert code == 0
    assert out.splitlines()[0].startswith("document,outlet,")
    assert sum(line.startswith("document,") for line in out.splitlines()) == 1


def test_a_defect_on_one_page_is_a_failure_of_that_page(texts: Texts) -> None:
    code, out, err = run(*texts("defect", "The guard spoke."), "--format", "jsonl")
    assert (code, len(out.splitlines())) == (1, 1)
    assert "a defect in a stage" in err and "Traceback" not in err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--format", "pdf", "x.txt"],
        ["--jobs", "0", "x.txt"],
        ["--published", "last week", "x.txt"],
        ["--language", "e n", "x.txt"],
        ["--url", "ftp://harbour.example", "x.txt"],
        ["--outlet", "Harbour Post", "x.txt", "y.txt"],
        ["--output", "no/such/folder/out.json", "x.txt"],
    ],
)
def test_wrong_usage_is_2(arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "Usage:" in err


def test_an_input_is_never_overwritten(texts: Texts) -> None:
    (path,) = texts("The mayor spoke.")
    code, _, err = run(path, "--output", path)
    assert code == 2 and "also an input" in err
    assert Path(path).read_text(encoding="utf-8") == "The mayor spoke."


def test_interrupted_is_130(texts: Texts, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(capture: Capture) -> Document:
        raise KeyboardInterrupt

    monkeypatch.setattr(reading, "read_capture", interrupted)
    code, out, err = run(*texts("The mayor spoke."))
    assert (code, out, err) == (130, "", "Interrupted.\n")


def test_an_empty_folder_is_no_success(tmp_path: Path) -> None:
    code, out, err = run(str(tmp_path))
    assert (code, out) == (1, "")
    assert str(tmp_path) in err


def test_json_is_one_object_after_the_other(texts: Texts) -> None:
    code, out, _ = run(*texts("The mayor spoke.", "The guard spoke."), "-f", "json")
    decoder = json.JSONDecoder()
    first, end = decoder.raw_decode(out)
    second, _ = decoder.raw_decode(out[end:].lstrip())
    assert code == 0
    assert (first["headline"], second["headline"]) == ("The mayor spoke.", "The guard spoke.")
    assert msgspec.convert(first, Document).text == "The mayor spoke."


def test_the_same_input_gives_the_same_bytes(texts: Texts) -> None:
    paths = texts("The mayor spoke.", "“We left,” said the guard.")
    for form in ("text", "json", "jsonl", "md", "html"):
        assert run(*paths, "--format", form) == run(*paths, "--format", form)


def test_html_of_several_is_one_page(texts: Texts) -> None:
    _, out, _ = run(*texts("The mayor spoke.", "The guard spoke."), "-f", "html")
    assert out.count("<!doctype html>") == 1
    assert out.count('<article class="text"') == 2


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("out.json", '{\n  "id"'),
        ("out.jsonl", '{"id"'),
        ("out.md", "# The mayor"),
        ("out.html", "<!doctype html>"),
        ("out.txt", "━" * 100),
    ],
)
def test_the_output_file_decides_the_form(
    texts: Texts, tmp_path: Path, name: str, start: str
) -> None:
    code, out, _ = run(*texts("The mayor spoke."), "--output", str(tmp_path / name))
    assert (code, out) == (0, "")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_what_the_user_says_is_believed(texts: Texts) -> None:
    told = ["--published", "2031-10-04", "--outlet", "Harbour Post", "--language", "en"]
    told += ["--url", "https://harbour.example/marl"]
    _, out, _ = run(*texts("The mayor spoke."), *told, "-f", "json")
    found = json.loads(out)
    assert [found[key] for key in ("published", "outlet", "language", "url")] == told[1::2]


def test_what_is_said_here_is_put_over_what_a_record_says(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    record = {"id": "r1", "text": "The mayor spoke.", "outlet": "A", "published": "2031-10-04"}
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    _, out, _ = run(str(path), "--outlet", "B", "-f", "json")
    assert [json.loads(out)[key] for key in ("outlet", "published")] == ["B", "2031-10-04"]


def test_standard_input() -> None:
    code, out, _ = run("-", "-f", "jsonl", input="The mayor spoke.")
    assert (code, json.loads(out)["text"]) == (0, "The mayor spoke.")


def test_a_failures_name_cannot_drive_the_terminal(tmp_path: Path) -> None:
    code, _, err = run(str(tmp_path / "\x1b[2Jno.txt"))
    assert code == 1 and "\x1b" not in err


# Commands run with this process's search path, so that the package need not be installed.
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "accordingto", *arguments]


def test_version_and_help_load_nothing_heavy() -> None:
    heavy = "spacy numpy sqlalchemy selectolax rich msgspec pydantic accordingto.pipeline"
    code = (
        "import sys; from click.testing import CliRunner; from accordingto.cli.main import app; "
        "run = CliRunner().invoke; texts = [run(app, [a]).stdout for a in ('--help', '--version')];"
        f"print(texts[1], [m for m in {heavy.split()!r} if m in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=ENVIRONMENT
    )
    assert found.stdout == f"accordingto {__version__}\n []\n"


def test_a_closed_pipe_is_no_complaint() -> None:
    # The reading end is closed before anything is written, as `| head` does in the end.
    reader, writer = os.pipe()
    os.close(reader)
    process = subprocess.Popen(
        _command("read", "-", "--only", "page", "-f", "jsonl"),
        stdin=subprocess.PIPE,
        stdout=writer,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
    )
    os.close(writer)
    _, err = process.communicate(b"The mayor spoke.\n\nThe guard left.\n")
    assert (process.returncode, err) == (141, b"")
