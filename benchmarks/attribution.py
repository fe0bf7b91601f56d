"""Attribution against PolNeAR's development part (bench/attribution): outermost statements only.

The corpus counts attributions broadly (beliefs, wishes, plans) and annotates no nesting, so only
statements without a parent are scored.
"""

import json
import tempfile
import time
from pathlib import Path

from accordingto.library import read_text
from accordingto.records.document import Document
from accordingto.records.span import Span
from benchmarks.corpora import Row, corpus, rows, scorer, write_rows
from benchmarks.table import Table


def run() -> Table:
    """Reads the development articles as plain text and scores their statements."""
    folder = corpus("attribution")
    gold = folder / "dev.jsonl.gz"
    started = time.process_time()
    predictions = [prediction(row["id"], read_text(row["text"])) for row in rows(gold)]
    seconds = time.process_time() - started
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "predictions.jsonl"
        out = Path(temporary) / "scores.json"
        write_rows(path, predictions)
        scorer(folder, gold, path, "--json", out)
        scores = json.loads(out.read_text(encoding="utf-8"))
    table = Table("attribution (dev)", ("measure", "F1", "precision", "recall"))
    for part, names in _SHOWN:
        for name in names:
            value = scores[part][name]
            table.add(f"{part} {name}", value["f1"], value["precision"], value["recall"])
    table.add("articles a second of processor time", len(predictions) / seconds)
    return table


_SHOWN = (
    ("all", ("linked", "linked-tight", "linked-exact", "content-found", "source|content")),
    ("direct", ("linked", "linked-tight")),
    ("indirect", ("linked", "linked-tight")),
    ("source", ("exact-run",)),
    ("cue", ("exact-run",)),
    ("content", ("exact-run",)),
)


def prediction(id: str, document: Document) -> Row:
    """A document's outermost statements in the corpus's form."""
    return {
        "id": id,
        "attributions": [
            {
                "id": s.id,
                "source": _pieces(s.source_span),
                "cue": _pieces(s.cue_span),
                "content": [[c.start, c.end] for c in s.content_spans],
                "nested": None,
            }
            for s in document.statements
            if s.parent is None
        ],
    }


def _pieces(span: Span | None) -> list[list[int]]:
    return [] if span is None else [[span.start, span.end]]
