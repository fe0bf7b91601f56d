"""Tables kept parsed: the same as from their source, and never older than it."""

import importlib.util
import json
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import pytest

from accordingto import tables

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("tables_builder", ROOT / "building" / "tables.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources that are parsed from now on; nothing is remembered from before."""
    seen: list[str] = []
    real = tables.tomllib.loads

    def loads(source: str) -> dict[str, object]:
        seen.append(source)
        return real(source)

    monkeypatch.setattr(tables.tomllib, "loads", loads)
    return seen


def kept_as(monkeypatch: pytest.MonkeyPatch, kept: dict[str, object]) -> None:
    held = tables.msgspec.json.decode(json.dumps(kept), type=dict[str, tables._Kept])
    monkeypatch.setattr(tables, "_kept", lambda: held)


def test_every_table_is_kept_as_its_source_has_it(
    builder: ModuleType, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = builder.kept()
    sources = list((ROOT / "src").glob("accordingto/**/data/*.toml"))
    assert len(kept) == len(sources) > 50
    kept_as(monkeypatch, kept)
    parsed.clear()
    for key in kept:
        package, _, name = key.partition("/")
        told = tables.table.__wrapped__(package, name)
        assert not parsed, key
        source = (files(package) / "data" / name).read_text(encoding="utf-8")
        again = tables.tomllib.loads(source)
        assert told == again, key
        assert json.dumps(told) == json.dumps(again), key
        parsed.clear()


def test_a_table_that_was_changed_since_is_parsed(
    builder: ModuleType, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    key = "accordingto/alike.toml"
    wanted = builder.kept()[key]["table"]
    kept_as(monkeypatch, {key: {"digest": "0" * 64, "table": {}}})
    parsed.clear()
    assert tables.table.__wrapped__("accordingto", "alike.toml") == wanted
    assert len(parsed) == 1


@pytest.mark.parametrize("held", [None, b"{", b"[]"])
def test_without_what_was_kept_tables_are_parsed(
    held: bytes | None, parsed: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    if held is not None:
        (tmp_path / "data" / tables.KEPT).write_bytes(held)
    monkeypatch.setattr(tables, "files", lambda _: tmp_path)
    assert tables._kept.__wrapped__() == {}
