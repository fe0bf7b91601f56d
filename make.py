#!/usr/bin/env python3
"""Everything a person does with this checkout, with Python 3.11 and pip alone.

    python3 make.py run      set up, then read the sample pages and show their ledger
    python3 make.py test     set up, then style, types and all tests: the one check command
    python3 make.py bench    set up, then every benchmark that has its data
    python3 make.py lock     renew the pinned requirements (needs uv)

It makes a virtual environment in .venv and installs the pinned, hashed requirements into it;
a second call finds it ready. Only the standard library is used here.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
REQUIREMENTS = {"run": "requirements/run.txt", "dev": "requirements/dev.txt"}
OLDEST = (3, 11)
# The gazetteer is made while the package is installed, as are the parsed tables: where it goes, and
# what both are made from (tables apart: one that was changed since is parsed when it is read).
GAZETTEER = ROOT / "src" / "accordingto" / "facts" / "data" / "places.bin.gz"
MADE_FROM = (
    "pyproject.toml",
    "hatch_build.py",
    "building/gazetteer.py",
    "building/tables.py",
    "building/points.toml",
    "src/accordingto/facts/gazetteer_form.py",
    "src/accordingto/actors/data/countries.toml",
)


def call(*command: str | Path, check: bool = True) -> int:
    """Runs a command in the checkout; ends this program with its exit code if it fails."""
    code = subprocess.call([str(part) for part in command], cwd=ROOT)
    if check and code != 0:
        sys.exit(code)
    return code


def setup(kind: str) -> None:
    """Makes .venv hold the requirements of ``kind`` ("run" or "dev") and this package."""
    wanted = ROOT / REQUIREMENTS[kind]
    digest = hashlib.sha256()
    for path in (wanted, *(ROOT / name for name in MADE_FROM)):
        digest.update(path.read_bytes())
    stamp = VENV / f"ready-{kind}"
    if GAZETTEER.exists() and stamp.exists() and stamp.read_text() == digest.hexdigest():
        return
    if not PYTHON.exists():
        print("Making a virtual environment in .venv", flush=True)
        venv.EnvBuilder(with_pip=True).create(VENV)
    print(f"Installing {wanted.relative_to(ROOT)} (once; about two minutes)", flush=True)
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    call(*pip, "install", "--require-hashes", "--requirement", wanted)
    call(*pip, "install", "--no-deps", "--no-build-isolation", "--editable", ".")
    stamp.write_text(digest.hexdigest())


def run() -> None:
    setup("run")
    call(PYTHON, "-m", "accordingto", "read", "samples/varlesk")
    page = ROOT / "build" / "varlesk.html"
    page.parent.mkdir(exist_ok=True)
    call(
        PYTHON, "-m", "accordingto", "read", "samples/varlesk", "--format", "html", "--output", page
    )
    print(f"\nThe same as a page to click through: {page.relative_to(ROOT)}")
    _story()
    print(f"Next: {PYTHON.relative_to(ROOT)} -m accordingto read YOUR-PAGES…   or --help")


def _story() -> None:
    """Shows the samples once more, as the one story that they tell."""
    ledger, page = ROOT / "build" / "varlesk.db", ROOT / "build" / "varlesk-story.html"
    command = [PYTHON, "-m", "accordingto"]
    call(*command, "add", "samples/varlesk", "--ledger", ledger)
    story = [*command, "story", "samples/varlesk/courier.html", "--ledger", ledger]
    call(*story)
    call(*story, "--format", "html", "--output", page)
    print(f"\nThe story as a page to click through: {page.relative_to(ROOT)}")


def test() -> None:
    setup("dev")
    call(PYTHON, "-m", "ruff", "check", ".")
    call(PYTHON, "-m", "ruff", "format", "--check", ".")
    call(PYTHON, "-m", "mypy")
    call(PYTHON, "-m", "pytest", "-n", str(min(4, os.cpu_count() or 1)), "-q", *sys.argv[2:])


def bench() -> None:
    setup("dev")
    call(PYTHON, "-m", "benchmarks", *sys.argv[2:])


def lock() -> None:
    compile_ = ["uv", "pip", "compile", "--universal", "--generate-hashes", "--no-emit-index-url",
                "--python-version", "3.11", "--no-header", "--quiet"]  # fmt: skip
    source = ["pyproject.toml", "requirements/build.in"]
    call(*compile_, *source, "--output-file", REQUIREMENTS["run"])
    call(*compile_, "--extra", "dev", *source, "--output-file", REQUIREMENTS["dev"])


COMMANDS = {"run": run, "test": test, "bench": bench, "lock": lock}


def main() -> None:
    if sys.version_info < OLDEST:
        sys.exit(f"accordingto needs Python {'.'.join(map(str, OLDEST))} or newer")
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        sys.exit(str(__doc__))
    COMMANDS[sys.argv[1]]()


if __name__ == "__main__":
    main()
