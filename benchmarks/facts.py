"""Times, places, quantities and tolls (bench/facts, bench/stories), from the output of `read`."""

import json
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from accordingto.library import read_text
from accordingto.records.capture import Given
from accordingto.records.document import Document
from accordingto.records.facts import Figure, Quantity
from benchmarks.corpora import Row, corpus, rows, scorer, write_rows
from benchmarks.fact_speed import characters_a_second
from benchmarks.gold_places import within_reach
from benchmarks.table import Table

_GEO = ("lgl", "geovirus", "geowebnews")
_TIME = ("timebank", "aquaint", "wikiwars")
_SHARES = ("value_f1", "accuracy_161km_of_resolved", "recall_161km_of_all", "median_error_km")
_BOUNDS = {"exact": "=", "about": "~", "at_least": ">", "at_most": "<"}
# What is close to a bound is, in that corpus, about it.
_CLOSE = ("nearly", "almost", "close to", "just under", "approaching")


def run() -> Table:
    """Reads each text (with the day of writing where the corpus gives one) and scores it."""
    table = Table("facts", ("measure", "F1 or share", "precision", "recall"))
    folder = corpus("facts")
    for task, parts, form in (("time", _TIME, _times), ("geo", _GEO, _toponyms)):
        found = [_prediction(row, form) for row in rows(folder / f"{task}.jsonl")]
        for part in parts:
            _add(table, f"{task} {part}", _scores(task, found, "--corpus", part))
    for part, share in within_reach(_GEO).items():
        table.add(f"geo {part} gold spans within 161 km", share)
    found = [_prediction(row, _quantities) for row in rows(folder / "quantity.jsonl")]
    _add(table, "quantity", _scores("quantity", found))
    for name, share in (*_incidents(), *_single_documents()):
        table.add(name, share)
    table.add(
        "characters a second, times, figures and places beside the parser", characters_a_second()
    )
    return table


def _scores(task: str, predictions: list[Row], *arguments: str) -> Row:
    folder = corpus("facts")
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "predictions.jsonl"
        write_rows(path, predictions)
        out = scorer(folder, task, folder / f"{task}.jsonl", path, "--json", *arguments)
    scores: Row = json.loads(out)
    return scores


def _add(table: Table, name: str, scores: Row) -> None:
    for key, value in scores.items():
        if isinstance(value, dict) and "f1" in value:
            table.add(f"{name} {key}", value["f1"], value["p"], value["r"])
        elif key in _SHARES:
            table.add(f"{name} {key}", value)


def _prediction(row: Row, form: Callable[[Document], Row]) -> Row:
    published = row.get("dct") or row.get("date")
    given = Given(published=published, url=row.get("url"), language="en")
    document = read_text(row["text"], source=row["id"], given=given)
    return {"id": row["id"], **form(document)}


def _times(document: Document) -> Row:
    return {
        "timex": [
            {"s": t.span.start, "e": t.span.end, "type": t.type, "value": t.value}
            for t in (*document.times, *document.durations)
        ]
    }


def _toponyms(document: Document) -> Row:
    """All toponyms: these corpora count adjectives, and names by which no place is meant."""
    return {
        "toponyms": [
            {"s": m.start, "e": m.end, "lat": p.lat, "lon": p.lon, "gid": p.gid}
            for p in (*document.places, *document.demonyms)
            for m in p.mentions
        ]
    }


def _quantities(document: Document) -> Row:
    """Every number; the two ends of a change are one quantity in that corpus."""
    every: dict[str, Figure | Quantity] = {
        number.id: number for number in (*document.figures, *document.quantities)
    }
    befores = {number.changed_from for number in every.values()}
    return {
        "quantities": [
            {"value": _value(number, every), "change": _change(number, document.text)}
            for number in sorted(every.values(), key=lambda number: number.span)
            if number.id not in befores
        ]
    }


def _value(number: Figure | Quantity, every: dict[str, Figure | Quantity]) -> str:
    before = f"{_plain(every[number.changed_from])}-" if number.changed_from else ""
    return before + _plain(number)


def _plain(number: Figure | Quantity) -> str:
    if number.value is not None:
        return str(number.value)
    return str(number.low) if number.high is None else f"{number.low}-{number.high}"


def _change(number: Figure | Quantity, text: str) -> str:
    words = number.span.of(text).lower()
    if number.trend is not None:
        return number.trend
    is_close = number.bound == "at_most" and any(word in words for word in _CLOSE)
    return "~" if is_close else _BOUNDS[number.bound]


def _tolls(text: str, source: str) -> dict[str, int]:
    document = read_text(text, source=source, given=Given(language="en"))
    return {"killed": 0, "injured": 0} | {toll.what: toll.value for toll in document.tolls}


def _incidents() -> Iterator[tuple[str, float]]:
    predictions = [
        {
            "id": row["id"],
            "docs": {
                doc["id"]: _tolls(f"{doc['title']}\n\n{doc['text']}", doc["id"])
                for doc in row["docs"]
            },
        }
        for row in rows(corpus("facts") / "incidents.jsonl")
    ]
    scores = _scores("incidents", predictions)
    for what in ("killed", "injured"):
        for key in ("report_precision", "incident_accuracy_by_vote"):
            yield f"incidents {what} {key}", scores[what][key]


def below_title(row: Row) -> str:
    """A text of the corpus whose rows begin with their title and no break behind it
    ("...in OrlimPolice said"), with the title as a line of its own."""
    title, text = row["title"], row["text"]
    return f"{title}\n\n{text.removeprefix(title).lstrip()}" if title else text


def _single_documents() -> Iterator[tuple[str, float]]:
    folder = corpus("stories")
    path = folder / "doc_figures.jsonl.gz"
    gold = list(rows(path))
    answers = [{"id": row["id"], **_tolls(below_title(row), row["id"])} for row in gold]
    right = [
        all(a[k] == row[k] for k in ("killed", "injured"))
        for row, a in zip(gold, answers, strict=True)
    ]
    some = [r for r, row in zip(right, gold, strict=True) if row["killed"] + row["injured"] > 1]
    for what in ("killed", "injured"):
        same = [a[what] == row[what] for row, a in zip(gold, answers, strict=True)]
        yield f"one document {what}", sum(same) / len(same)
    yield "one document, both right", sum(right) / len(right)
    yield "one document, both right, more than one victim", sum(some) / len(some)
