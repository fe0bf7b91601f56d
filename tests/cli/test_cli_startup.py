"""How commands start: quick, and with tables of words that are those of the records."""

import gc
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from accordingto.cli import options
from accordingto.cli.main import app
from accordingto.cli.options import by_ending
from accordingto.cli.startup import begin, settled
from accordingto.records.statement import Act

ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


@pytest.fixture(autouse=True)
def _collecting() -> Iterator[None]:
    yield
    gc.enable()
    gc.unfreeze()


def test_the_acts_that_are_offered_are_those_of_the_records() -> None:
    assert set(options.ACTS) == set(get_args(Act))


def test_commands_are_listed_as_one_meets_them() -> None:
    told = CliRunner().invoke(app, ["--help"]).stdout
    names = [
        line.split()[0] for line in told.partition("Commands:")[2].splitlines() if line.strip()
    ]
    assert names[:8] == ["read", "add", "search", "claims", "show", "stories", "story", "rule"]


def test_who_wants_json_does_not_wait_for_the_terminals_library() -> None:
    code = (
        "import sys; from accordingto.cli.main import app;"
        "app(['read', '-', '--only', 'page', '-f', 'jsonl'], standalone_mode=False);"
        "print([m for m in ('rich', 'pydantic', 'charset_normalizer') if m in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], input="The mayor spoke.\n\nThe guard left.\n",
        capture_output=True, text=True, check=True, env=ENVIRONMENT,
    )  # fmt: skip
    document, loaded = found.stdout.splitlines()
    assert json.loads(document)["text"].startswith("The mayor spoke.")
    assert loaded == "[]"


def test_garbage_is_looked_for_again_when_the_first_page_is_read() -> None:
    begin()
    results = settled(iter("ab"))
    assert not gc.isenabled()
    assert next(results) == "a"
    assert gc.isenabled()
    assert list(results) == ["b"]


def test_garbage_is_looked_for_again_where_there_was_nothing_to_read() -> None:
    begin()
    assert list(settled(iter(""))) == []
    assert gc.isenabled()


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.html", "html"), ("a.HTM", "html"), ("a.ndjson", "jsonl"), ("a.csv", "csv"),
     ("a.txt", "text"), ("a", "text"), (None, "text")],
)  # fmt: skip
def test_the_form_is_told_by_the_ending(name: str | None, form: str) -> None:
    path = Path(name) if name else None
    assert by_ending(path, options.DOCUMENT_FORMATS) == form
    if form == "csv":
        assert by_ending(path, options.STORY_FORMATS) == "text"
