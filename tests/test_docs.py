"""The documentation says what the code does: no field, option or link without its word."""

import ast
import contextlib
import io
import json
import re
import shutil
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
import pytest

from accordingto.cli.main import app
from accordingto.exports.json import encode
from accordingto.library import read
from accordingto.records.document import CONTRACT, Document
from accordingto.records.story import Story
from accordingto.version import __version__

ROOT = Path(__file__).parent.parent
SRC = ROOT / "src" / "accordingto"
SKIPPED = {"build", "dist", "node_modules"}
# Judgements under constant work: an example keeps its spans and acts, not every hundredth.
UNHELD = {"score", "reasons"}


def markdown_files() -> list[Path]:
    """Every Markdown file of the checkout, what tools leave behind aside."""
    return [
        path
        for path in sorted(ROOT.rglob("*.md"))
        if not any(part.startswith(".") or part in SKIPPED for part in path.relative_to(ROOT).parts)
    ]


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def sections(name: str) -> dict[str, str]:
    """The parts of a page of docs/ by heading: each from its heading to the next one."""
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    plain = re.sub(r"^```.*?^```$", lambda m: "\n" * m[0].count("\n"), text, flags=re.M | re.S)
    heads = list(re.finditer(r"^#{1,4} +(.+?) *$", plain, re.M))
    ends = [head.start() for head in heads[1:]] + [len(plain)]
    return {h[1].replace("`", ""): plain[h.end() : e] for h, e in zip(heads, ends, strict=True)}


def rows(section: str) -> list[str]:
    """The code in the first cell of each row of a section's first table."""
    table = re.search(r"(?:^\|.*\n)+", section, re.M)
    return re.findall(r"^\| `([^`]+)` \|", table[0], re.M) if table else []


def blocks(path: Path, language: str) -> list[str]:
    """The fenced code blocks of a language, in order."""
    text = path.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)


# The output contract


def types_in(hint: Any) -> Iterator[Any]:
    """The types that a hint is made of, without unions and containers."""
    if get_origin(hint) in (Union, UnionType, tuple, list, dict):
        for inner in get_args(hint):
            yield from types_in(inner)
    else:
        yield hint


@cache
def contract() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Every record that a document holds with its keys, and every enumeration with its values."""
    keys: dict[str, tuple[str, ...]] = {}
    values: dict[str, tuple[str, ...]] = {}
    todo: list[type[msgspec.Struct]] = [Document, Story]
    while todo:
        record = todo.pop()
        if record.__name__ in keys:
            continue
        fields = msgspec.structs.fields(record)
        keys[record.__name__] = tuple(field.encode_name for field in fields)
        hints = get_type_hints(record)
        for field in fields:
            for found in types_in(hints[field.name]):
                if get_origin(found) is Literal:
                    values[f"{record.__name__}.{field.encode_name}"] = get_args(found)
                elif isinstance(found, type) and issubclass(found, msgspec.Struct):
                    todo.append(found)
    return keys, values


def test_the_contract_is_walked_whole() -> None:
    keys, values = contract()
    assert {"Document", "Statement", "Relation", "Figure", "Actor", "Note", "Span"} <= set(keys)
    assert {"from", "to"} <= set(keys["Relation"])
    assert {"Segment.role", "Statement.act", "Relation.kind", "Figure.what"} <= set(values)


@pytest.mark.parametrize("record", contract()[0])
def test_every_key_of_the_output_is_described(record: str) -> None:
    described = rows(sections("output.md").get(record, ""))
    assert sorted(described) == sorted(contract()[0][record]), f"docs/output.md, ## {record}"


@pytest.mark.parametrize("field", contract()[1])
def test_every_value_of_an_enumeration_is_described(field: str) -> None:
    described = rows(sections("output.md").get(field, ""))
    assert sorted(described) == sorted(contract()[1][field]), f"docs/output.md, ### {field}"


def note_codes() -> set[str]:
    """The codes of all notes that the code can make, read from its source."""
    found: set[str] = set()
    for path in sorted(SRC.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id != "Note":
                continue
            code = next((k.value for k in node.keywords if k.arg == "code"), None)
            assert isinstance(code, ast.Constant), f"{named(path)}:{node.lineno}: a literal code"
            found.add(str(code.value))
    return found


def test_every_note_is_described() -> None:
    assert sorted(rows(sections("output.md")["Note.code"])) == sorted(note_codes())


def test_every_genre_is_described() -> None:
    pages = tomllib.loads((SRC / "page/html/data/metadata.toml").read_text(encoding="utf-8"))
    texts = tomllib.loads((SRC / "page/plain/data/cues.toml").read_text(encoding="utf-8"))
    genres = {*pages["types"].values(), *pages["genres"], *texts["genre"]} - {""}
    assert sorted(rows(sections("output.md")["Document.genre"])) == sorted(genres)


def test_the_contract_number_is_told() -> None:
    assert f'The current contract is `"{CONTRACT}"`.' in sections("output.md")["Versions"]


def held(value: Any) -> Any:
    """A value of the example without what it is not held to."""
    if isinstance(value, dict):
        return {k: held(v) for k, v in value.items() if k not in UNHELD}
    return [held(v) for v in value] if isinstance(value, list) else value


def test_the_worked_example_is_what_read_prints() -> None:
    (block,) = blocks(ROOT / "docs" / "output.md", "json")
    example = json.loads(block)
    page = ROOT / "samples" / "varlesk" / "courier.html"
    document = json.loads(encode(read(page), pretty=False))
    # The id depends on bytes and what is given alone, not on where the page lies.
    for key, value in example.items():
        if not isinstance(value, list):
            assert document[key] == value, f"docs/output.md: {key}"
            continue
        real = [held(record) for record in document[key]]
        for record in value:
            assert held(record) in real, f"docs/output.md: no such record in {key}: {record}"


# The command line


def options() -> list[tuple[str, str]]:
    """Every command with each of its options and arguments."""
    group: Any = app
    found = [("accordingto", name) for param in group.params for name in param.opts]
    for command, made in group.commands.items():
        for param in made.params:
            is_option = param.opts[0].startswith("-")
            shown = [*param.opts, *param.secondary_opts] if is_option else [param.name.upper()]
            found += [(f"accordingto {command}", name) for name in shown]
    return found


def test_the_command_line_is_walked_whole() -> None:
    assert ("accordingto read", "--format") in options()
    assert {c for c, _ in options()} >= {"accordingto add", "accordingto claims"}


@pytest.mark.parametrize("command", sorted({command for command, _ in options()}))
def test_every_option_is_described(command: str) -> None:
    section = sections("command-line.md").get(command, "")
    cells = re.findall(r"^\| (`[^|]+) \|", section, re.M)
    told = {name for cell in cells for name in re.findall(r"`([^` ]+)[^`]*`", cell)}
    real = {name for wanted, name in options() if wanted == command}
    switches = {n for n in told if n.startswith("-")} - {"--help"}
    assert switches == {n for n in real if n.startswith("-")}
    arguments = {n.rstrip("S") for n in real if not n.startswith("-")}
    assert arguments == {n.rstrip("….") for n in told if not n.startswith("-")}


def test_every_environment_variable_is_described() -> None:
    text = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    group: Any = app
    names = {p.envvar for made in group.commands.values() for p in made.params if p.envvar}
    assert names
    assert all(f"`{name}`" in text for name in names)


# Links and code


def anchors(path: Path) -> set[str]:
    """The anchors of a page's headings, as code hosts make them."""
    text = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.M | re.S)
    heads = (head.lower() for head in re.findall(r"^#{1,6} +(.+?) *$", text, re.M))
    return {re.sub(r"[^\w\- ]", "", head).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("path", markdown_files(), ids=named)
def test_no_link_is_dead(path: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.M | re.S)
    text = re.sub(r"`[^`\n]*`", "", text)
    for target in re.findall(r"\]\(<?([^)\s>]+)>?(?: \"[^\"]*\")?\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        there = (path.parent / name).resolve() if name else path
        assert there.exists(), f"{named(path)}: {target}"
        if anchor and there.suffix == ".md":
            assert anchor in anchors(there), f"{named(path)}: {target}"


@pytest.mark.parametrize("path", markdown_files(), ids=named)
def test_python_blocks_compile(path: Path) -> None:
    for number, block in enumerate(blocks(path, "python"), start=1):
        compile(block, f"{named(path)}, block {number}", "exec")


def test_the_library_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In order and in one session, as a reader would; output shown must be the output."""
    shutil.copytree(ROOT / "samples" / "varlesk", tmp_path / "samples" / "varlesk")
    monkeypatch.chdir(tmp_path)
    text = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    fences = r"^```python\n(?P<code>.*?)^```$(?:\n\n```text\n(?P<shown>.*?)^```$)?"
    session: dict[str, Any] = {"__name__": "docs"}
    for example in re.finditer(fences, text, re.M | re.S):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(example["code"], "docs/library.md", "exec"), session)
        if example["shown"] is not None:
            assert printed.getvalue() == example["shown"], example["code"]


def test_the_change_log_has_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(__version__)}\b", text, re.M)
