"""Dependence runs one way: records, then stages, then the pipeline, then stores and views."""

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).parent.parent / "src" / "accordingto"

# What each part may import of ours, besides itself. Stages know the records only.
STAGES = (
    "intake",
    "page",
    "language",
    "encoder",
    "actors",
    "statements",
    "facts",
    "relations",
    "events",
    "stories",
)
MAY_IMPORT: dict[str, set[str]] = {
    "records": set(),
    "errors": {"records"},
    "tables": set(),
    "forest": set(),
    "marks": set(),
    "given_names": {"tables"},
    **{
        stage: {"records", "errors", "tables", "forest", "given_names", "marks"} for stage in STAGES
    },
    "threads": set(),
    "pipeline": {"records", "threads", "version", *STAGES},
    "batch": {"records", "errors", "version"},
    "library": {"records", "errors", "intake", "batch", "pipeline"},
    "ledger": {"records", "errors", "version", "stories"},
    "exports": {"records", "version"},
}


def modules() -> list[Path]:
    return sorted(SRC.rglob("*.py"))


def part_of(name: str) -> str:
    return name.split(".")[1] if "." in name else ""


def imports(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found.append(node.module or "")
    return [name for name in found if name.split(".")[0] == "accordingto"]


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(SRC)))
def test_imports_run_one_way(path: Path) -> None:
    inside = path.relative_to(SRC)
    part = inside.parts[0].removesuffix(".py")
    allowed = MAY_IMPORT.get(part)
    if allowed is None:
        return
    wrong = [n for n in imports(path) if part_of(n) not in allowed | {part, ""}]
    assert not wrong, f"{inside} imports {wrong}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(SRC)))
def test_files_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 350
