"""Articles read from news pages (bench/page), by its scorer, on the news pages."""

import gzip
import json
import tempfile
import time
from pathlib import Path

from accordingto.errors import InputError
from accordingto.intake.capture import capture_bytes, capture_html
from accordingto.pipeline import read_page_only
from accordingto.records.article import Segment
from accordingto.records.document import Document
from benchmarks.corpora import Row, corpus, rows, scorer, write_rows
from benchmarks.table import Table

_SAMPLED = 5  # of so many pages one is read by the peer too


def run() -> Table:
    """Reads every page; nothing but the page itself is given."""
    folder = corpus("page")
    predictions: list[Row] = []
    refused = empty = 0
    for gold in rows(folder / "gold.jsonl"):
        data = gzip.decompress((folder / gold["html"]).read_bytes())
        started = time.process_time()
        try:
            document = read_page_only(capture_bytes(data, gold["id"]))
        except InputError:
            refused += 1
            continue
        found = prediction(gold["id"], document, time.process_time() - started)
        empty += bool(gold.get("body")) and not found["body"]
        predictions.append(found)
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "predictions.jsonl"
        out = Path(temporary) / "scores.json"
        write_rows(path, predictions)
        scorer(folder, path, "--gold", folder / "gold.jsonl", "--news", "--json", out)
        scores = json.loads(out.read_text(encoding="utf-8"))
    table = Table("page (news pages of dev)", ("measure", "score"))
    for name, value in _flat(scores):
        table.add(name, value)
    for name, value in _beside_peer(folder, predictions):
        table.add(name, value)
    table.add("refused pages (of all)", float(refused))
    table.add("empty where gold has a body (of all)", float(empty))
    return table


def _beside_peer(folder: Path, predictions: list[Row]) -> list[tuple[str, float]]:
    """How much faster than trafilatura with metadata, on every fifth page of the same run;
    nothing where it is not installed (``pip install .[peers]``)."""
    try:
        from trafilatura import bare_extraction  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        return []
    files = {gold["id"]: folder / gold["html"] for gold in rows(folder / "gold.jsonl")}
    own = peer = 0.0
    for found in predictions[::_SAMPLED]:
        content = capture_bytes(gzip.decompress(files[found["id"]].read_bytes()), "page").content
        started = time.process_time()
        bare_extraction(content, with_metadata=True)
        peer += time.process_time() - started
        started = time.process_time()
        read_page_only(capture_html(content, "page"))
        own += time.process_time() - started
    return [("speed: times as fast as trafilatura with metadata", peer / own)]


def prediction(id: str, document: Document, seconds: float) -> Row:
    """A document in the corpus's form. The body has cross-headings, embedded posts, and the
    standfirst where it reads as a part of the text; the paragraphs, as in the corpus, are those of
    the body and its cross-headings alone."""
    body = [line.span.of(document.text) for line in document.lines if _is_body(line)]
    paragraphs = [
        line.span.of(document.text) for line in document.lines if line.role in ("body", "subhead")
    ]
    return {
        "id": id,
        "headline": document.headline,
        "authors": list(document.authors),
        "published": document.published,
        "body": "\n".join(body),
        "paragraphs": paragraphs,
        "images": [{"caption": i.caption, "credit": i.credit} for i in document.images],
        "seconds": seconds,
    }


def _is_body(line: Segment) -> bool:
    if line.role == "standfirst":
        return "reads as running text" in line.reasons
    return line.role in ("body", "subhead", "embed")


def _flat(scores: Row, prefix: str = "") -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = []
    for key, value in scores.items():
        if isinstance(value, dict):
            found += _flat(value, f"{prefix}{key} ")
        elif isinstance(value, int | float) and not isinstance(value, bool):
            found.append((prefix + key, float(value)))
    return found
