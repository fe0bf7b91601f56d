"""Attribution against PolNeAR's development part (bench/attribution): outermost statements only.

The corpus counts attributions broadly (beliefs, wishes, plans) and annotates no nesting, so only
statements without a parent are scored. It counts quotation marks to a content; statements leave
them out, so they are put back here, and so is the comma behind an apposition in a source. Where
somebody's words stand behind a name and a colon, or are signed with a dash, statements have no
cue; the corpus counts the mark for one.
"""

import importlib.util
import json
import re
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from accordingto.intake.capture import capture_text
from accordingto.pipeline import read_by_rules, read_capture
from accordingto.records.document import Document
from accordingto.records.span import Span
from accordingto.records.statement import Statement
from benchmarks.corpora import Row, corpus, rows, scorer, write_rows
from benchmarks.sources import with_right_source
from benchmarks.table import Table

_DOUBLE = re.compile(r"''|``|[\"“”„«»]")
_OPENS = re.compile(r"(?:''|``|[\"“„«»‘'])$")
_CLOSES = re.compile(r",?(?P<mark>''|[\"”“»]|[’'])")
_COLON = re.compile(r"\s*(?P<mark>:)[\s\"“”‘'«„]*")
_DASH = re.compile(r"[.!?\s\"”’'»]*(?P<mark>[-–—―]{1,2})\s*")
_LONGEST_MARK = 8
_BINS = 10


def run() -> Table:
    """Reads the development articles as plain text and scores their statements."""
    folder = corpus("attribution")
    gold = list(rows(folder / "dev.jsonl.gz"))
    captures = [capture_text(row["text"], row["id"]) for row in gold]
    started = time.process_time()
    documents = [read_capture(capture) for capture in captures]
    seconds = time.process_time() - started
    by_rules = [read_by_rules(capture) for capture in captures]
    table = Table("attribution (dev)", ("measure", "F1", "precision", "recall"))
    predictions = _predictions(gold, documents)
    scores = _scores(folder, predictions)
    for part, names in _SHOWN:
        for name in names:
            value = scores[part][name]
            table.add(f"{part} {name}", value["f1"], value["precision"], value["recall"])
    table.add("source's head word right", *with_right_source(scorer_module(), gold, predictions))
    rules = _scores(folder, _predictions(gold, by_rules))["all"]["linked"]
    table.add("rules alone: all linked", rules["f1"], rules["precision"], rules["recall"])
    judged = _judged(gold, predictions)
    table.add("expected calibration error", calibration_error(judged))
    table.add("precision where recall is .50", precision_at(judged, _size(gold), 0.5))
    table.add("articles a second of processor time", len(documents) / seconds)
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
    return {"id": id, "attributions": [_row(document, s) for s in _outermost(document)]}


def _outermost(document: Document) -> list[Statement]:
    return [s for s in document.statements if s.parent is None]


def _row(document: Document, statement: Statement) -> Row:
    return {
        "id": statement.id,
        "source": [with_comma(document.text, s)] if (s := statement.source_span) else [],
        "cue": _pieces(statement.cue_span or mark_between(document.text, statement)),
        "content": [with_marks(document.text, c) for c in statement.content_spans],
        "nested": None,
        "score": statement.score,
    }


def mark_between(text: str, statement: Statement) -> Span | None:
    """The colon of "Lum: bridge is safe", the dash of "'We go.' — Lum"."""
    source = statement.source_span
    if source is None:
        return None
    contents = statement.content_spans
    for start, end, pattern in (
        (source.end, contents[0].start, _COLON),
        (contents[-1].end, source.start, _DASH),
    ):
        found = pattern.fullmatch(text, start, end) if 0 < end - start <= _LONGEST_MARK else None
        if found is not None:
            return Span(found.start("mark"), found.end("mark"))
    return None


def _pieces(span: Span | None) -> list[list[int]]:
    return [] if span is None else [[span.start, span.end]]


def with_marks(text: str, span: Span) -> list[int]:
    """A content with the quotation marks around it, and a comma in front of the closing one."""
    start, end = span.start, span.end
    before = _OPENS.search(text[max(0, start - 2) : start])
    if before:
        start -= len(before.group())
    open_now = len(_DOUBLE.findall(text[start:end])) % 2 == 1
    after = _CLOSES.match(text[end : end + 3])
    if after:
        single = after["mark"] in "’'"
        if (open_now and not single) or (single and before and before.group() in "‘'"):
            end += after.end()
    return [start, end]


def with_comma(text: str, span: Span) -> list[int]:
    """A source with the comma that closes an apposition in it ("Lum, the mayor,"), as the corpus
    has it."""
    closes = "," in span.of(text) and text[span.end : span.end + 1] == ","
    return [span.start, span.end + closes]


def _predictions(gold: Sequence[Row], documents: Sequence[Document]) -> list[Row]:
    return [prediction(row["id"], d) for row, d in zip(gold, documents, strict=True)]


def _scores(folder: Path, predictions: Sequence[Row]) -> Row:
    with tempfile.TemporaryDirectory() as temporary:
        path, out = Path(temporary) / "predictions.jsonl", Path(temporary) / "scores.json"
        write_rows(path, predictions)
        scorer(folder, folder / "dev.jsonl.gz", path, "--json", out)
        scores: Row = json.loads(out.read_text(encoding="utf-8"))
    return scores


def _judged(gold: Sequence[Row], predictions: Sequence[Row]) -> list[tuple[float, bool]]:
    """Score of each prediction, and whether it is right (the corpus's ``linked``)."""
    measures = scorer_module()
    judged = []
    for row, predicted in zip(gold, predictions, strict=True):
        article = measures.Article(row["text"])
        ours = [article.attribution(a) for a in predicted["attributions"]]
        theirs = [article.attribution(a) for a in row["attributions"]]
        right = {place for _, place, _ in measures.linked_pairs(theirs, ours)}
        judged += [
            (float(a["score"]), place in right) for place, a in enumerate(predicted["attributions"])
        ]
    return judged


def scorer_module() -> ModuleType:
    """The corpus's scorer as a module, for what its printed figures do not say."""
    path = corpus("attribution") / "score.py"
    spec = importlib.util.spec_from_file_location("corpus_scorer", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def calibration_error(judged: Sequence[tuple[float, bool]], bins: int = _BINS) -> float:
    """Expected calibration error: the mean distance between score and share of right ones, over
    bins of equal width, weighted by their size (Naeini, Cooper & Hauskrecht 2015)."""
    error = 0.0
    for place in range(bins):
        inside = [j for j in judged if place == min(bins - 1, int(j[0] * bins))]
        if inside:
            score = sum(s for s, _ in inside) / len(inside)
            right = sum(r for _, r in inside) / len(inside)
            error += abs(score - right) * len(inside) / len(judged)
    return error


def _size(gold: Sequence[Row]) -> int:
    return sum(len(row["attributions"]) for row in gold)


def precision_at(judged: Sequence[tuple[float, bool]], size: int, recall: float) -> float:
    """Precision among the surest predictions that together reach ``recall`` of ``size``."""
    right = 0
    for place, (_, good) in enumerate(sorted(judged, key=lambda j: -j[0]), start=1):
        right += good
        if right >= recall * size:
            return right / place
    return 0.0
