"""All output is held to the published JSON Schema, and its spans to its text."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.errors import InputError
from accordingto.exports.json import encode
from accordingto.exports.schema import text as schema_text
from accordingto.library import read, read_text

ROOT = Path(__file__).parent.parent
SAMPLES = sorted(
    p for p in (ROOT / "samples" / "varlesk").iterdir() if p.suffix in {".html", ".txt"}
)

NEWS = st.lists(
    st.sampled_from(
        [
            "The ministry denied army claims that its pilots had helped.",
            "“We saw it,” Ilves said on Thursday night, “and at least 30 died.”",
            "Прочитайте также",
            "© AGENCY / Some ProviderA view of the port",
            "naïve cafe\u0301 \U0001f600 \u200fשלום",
            "\r\n",
            "\n\n",
            "<b>not markup</b> & so on",
            'She added: "they\'re lying".',
        ]
    ),
    min_size=1,
    max_size=12,
).map("\r\n".join)


@cache
def validator() -> Any:
    return jsonschema.Draft202012Validator(json.loads(schema_text()))


def spans(value: Any, key: str = "") -> Iterator[list[int]]:
    """Every span of a document's JSON: the values of keys that hold them."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from spans(inner, name)
    elif isinstance(value, list):
        if key in SPAN_KEYS and len(value) == 2 and all(type(v) is int for v in value):
            yield value
        else:
            for inner in value:
                yield from spans(inner, key)


SPAN_KEYS = {
    "span",
    "source_span",
    "cue_span",
    "via_cue_span",
    "content_spans",
    "via_spans",
    "mentions",
    "label_span",
    "caption_span",
    "credit_span",
    "anchor_spans",
}


def hold(data: bytes) -> dict[str, Any]:
    """Checks one document's bytes against the contract and returns it parsed."""
    document: dict[str, Any] = json.loads(data)
    validator().validate(document)
    text = document["text"]
    found = list(spans(document))
    assert found
    for start, end in found:
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
    covered = [False] * len(text)
    for line in document["lines"]:
        start, end = line["span"]
        assert not any(covered[start:end]), "segments overlap"
        covered[start:end] = [True] * (end - start)
    assert all(c or text[i].isspace() for i, c in enumerate(covered))
    known = {s["id"] for s in document["statements"]} | {a["id"] for a in document["actors"]}
    for statement in document["statements"]:
        for name in ("source", "parent", "affiliation", "addressee"):
            assert statement[name] is None or statement[name] in known
        assert set(statement["via"]) | set(statement["joint_sources"]) <= known
        assert statement["source"] not in statement["joint_sources"]
    for relation in document["relations"]:
        assert {relation["from"], relation["to"]} <= known
    for figure in document["figures"]:
        assert figure["statement"] is None or figure["statement"] in known
    for actor in document["actors"]:
        assert actor["member_of"] is None or actor["member_of"] in known
    return document


def test_the_published_schema_is_the_records() -> None:
    published = (ROOT / "docs" / "document.schema.json").read_text(encoding="utf-8")
    assert published == schema_text(), "run: python -m accordingto.exports.schema"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.name)
def test_samples(path: Path) -> None:
    document = hold(encode(read(path), pretty=False))
    assert document["statements"]
    assert document["headline"]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.name)
def test_reading_twice_gives_the_same_bytes(path: Path) -> None:
    assert encode(read(path), pretty=True) == encode(read(path), pretty=True)


@settings(max_examples=40, deadline=None)
@given(NEWS)
def test_any_text(text: str) -> None:
    try:
        document = read_text(text)
    except InputError:
        assert not text.strip()
        return
    assert document.text == text
    hold(encode(document, pretty=False))
