"""The commands that docs/command-line.md shows print what stands there, run in its order."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from accordingto.cli.main import app

ROOT = Path(__file__).resolve().parent.parent
# Other programs, and what only a shell knows.
_FOREIGN = ("sqlite3 ", "| jq", "echo $?")


def shown() -> Iterator[tuple[str, str]]:
    """Each command with what is printed below it, which may be nothing."""
    text = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    for block in re.findall(r"^```\n(\$ .*?)^```", text, re.MULTILINE | re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, printed = re.sub(r" *\\\n *", " ", part).partition("\n")
            if not any(mark in command for mark in _FOREIGN):
                yield command, printed.rstrip()


def run(command: str) -> Result:
    fed = re.match(r"echo '(.*)' \| (.*)", command)
    words = shlex.split(fed[2] if fed else command.split(" > ")[0])
    assert words[0] == "accordingto"
    return CliRunner().invoke(app, words[1:], input=fed[1] if fed else None)


@pytest.fixture
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("ACCORDINGTO_LEDGER", raising=False)
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    (tmp_path / "empty.html").touch()
    (tmp_path / "report.pdf").write_bytes(b"%PDF-1.4 ")
    (tmp_path / "records.jsonl").write_text(
        '{"id": "a", "text": "The mayor spoke."}\n{"id": "b"}\n'
    )
    (tmp_path / "a.html").write_text("<p>The mayor spoke.</p>")


@pytest.mark.usefixtures("_folder")
def test_every_command_prints_what_is_shown() -> None:
    seen = 0
    for command, printed in shown():
        result = run(command)
        assert result.exception is None or isinstance(result.exception, SystemExit), command
        fails = "missing.html" in command or "none.db" in command or "lie" in command
        if not printed:
            assert result.exit_code == 0, f"{command}\n{result.output}"
        elif fails or "yesterday" in command:
            assert result.stderr.strip() == printed, command
        else:
            assert result.stdout.strip() == printed, command
        seen += bool(printed)
    assert seen > 8
