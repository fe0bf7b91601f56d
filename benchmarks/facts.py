"""Times, places and quantities (bench/facts), from the same output that `read` prints."""

import json
import tempfile
from pathlib import Path

from accordingto.library import read_text
from accordingto.records.capture import Given
from accordingto.records.document import Document
from benchmarks.corpora import Row, corpus, rows, scorer, write_rows
from benchmarks.table import Table


def run() -> Table:
    """Reads each text (with the day of writing where the corpus gives one) and scores it."""
    folder = corpus("facts")
    table = Table("facts", ("measure", "F1 or share", "precision", "recall"))
    for task in ("time", "geo", "quantity"):
        gold = folder / f"{task}.jsonl"
        predictions = [_prediction(task, row) for row in rows(gold)]
        with tempfile.TemporaryDirectory() as temporary:
            path = Path(temporary) / "predictions.jsonl"
            write_rows(path, predictions)
            for name, corpus_arguments in _parts(task):
                out = scorer(folder, task, gold, path, "--json", *corpus_arguments)
                _add(table, name, json.loads(out))
    return table


def _parts(task: str) -> list[tuple[str, list[str]]]:
    if task == "time":
        return [(f"time {c}", ["--corpus", c]) for c in ("timebank", "aquaint", "wikiwars")]
    if task == "geo":
        return [(f"geo {c}", ["--corpus", c]) for c in ("lgl", "geovirus", "geowebnews")]
    return [(task, [])]


_SHARES = ("value_f1", "accuracy_161km_of_resolved", "recall_161km_of_all", "median_error_km")


def _add(table: Table, name: str, scores: Row) -> None:
    for key, value in scores.items():
        if isinstance(value, dict) and "f1" in value:
            table.add(f"{name} {key}", value["f1"], value["p"], value["r"])
        elif key in _SHARES:
            table.add(f"{name} {key}", value)


def _prediction(task: str, row: Row) -> Row:
    given = Given(published=row.get("dct") or row.get("date"), language="en")
    document = read_text(row["text"], source=row["id"], given=given)
    return {"id": row["id"], **_FORMS[task](document)}


def _times(document: Document) -> Row:
    return {
        "timex": [
            {"s": t.span.start, "e": t.span.end, "type": t.type, "value": t.value}
            for t in document.times
        ]
    }


def _toponyms(document: Document) -> Row:
    return {
        "toponyms": [
            {"s": m.start, "e": m.end, "lat": p.lat, "lon": p.lon, "gid": p.gid}
            for p in document.places
            for m in p.mentions
        ]
    }


def _quantities(document: Document) -> Row:
    found = []
    for figure in document.figures:
        value = figure.value if figure.value is not None else figure.low
        change = "="
        if figure.low is None or figure.high is None:
            change = "<" if figure.low is None else ">"
        found.append({"value": str(value), "change": change})
    return {"quantities": found}


_FORMS = {"time": _times, "geo": _toponyms, "quantity": _quantities}
