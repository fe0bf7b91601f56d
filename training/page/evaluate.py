"""Articles read with given weights, scored by the corpus's own scorer."""

import json
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.corpora import Row, scorer, write_rows
from benchmarks.page import prediction

from accordingto.intake.capture import capture_text
from accordingto.page.html.body import Scorer
from accordingto.page.html.read import read_html
from accordingto.page.plain.read import read_plain
from accordingto.page.plain.score import Scorer as PlainScorer
from accordingto.records.document import document_of
from training.page.pages import CorpusPage

# What is printed of the scorer's table: part, measure.
TOLD = (
    ("body", "f1"), ("body", "precision"), ("body", "recall"), ("body", "exact"),
    ("body", "pages_f1_below_0.8"), ("segments", "f1"), ("headline", "exact"), ("date", "day"),
    ("date", "minute"), ("authors", "precision"), ("authors", "recall"), ("authors", "f1"),
    ("captions", "f1"), ("captions", "leaked_into_body"), ("credits", "f1"), ("paragraphs", "f1"),
    ("speed", "pages_per_second"),
)  # fmt: skip


def predict(page: CorpusPage, scorer: Scorer | None) -> Row:
    """One page's prediction in the corpus's form; ``None`` takes the model that ships."""
    started = time.process_time()
    article = read_html(page.capture, scorer)
    seconds = time.process_time() - started
    return prediction(page.gold["id"], document_of(article, id="", version=""), seconds)


def predict_plain(page: CorpusPage, text: str, scorer: PlainScorer | None) -> Row:
    """The same from a plain text of the page, with nothing but its words."""
    started = time.process_time()
    capture = capture_text(text, page.gold["id"])
    article = read_plain(capture, scorer)
    seconds = time.process_time() - started
    return prediction(page.gold["id"], document_of(article, id="", version=""), seconds)


def score(folder: Path, pages: Sequence[CorpusPage], predictions: Sequence[Row]) -> Row:
    """The scorer's table over the news pages among ``pages``, with a row for each page."""
    with tempfile.TemporaryDirectory() as temporary:
        base = Path(temporary)
        write_rows(base / "gold.jsonl", [p.gold for p in pages if p.gold["news"]])
        write_rows(base / "predictions.jsonl", predictions)
        scorer(
            folder, base / "predictions.jsonl", "--gold", base / "gold.jsonl",
            "--json", base / "scores.json", "--per-page", base / "pages.jsonl",
        )  # fmt: skip
        table: Row = json.loads((base / "scores.json").read_text(encoding="utf-8"))
        table["per_page"] = (base / "pages.jsonl").read_text(encoding="utf-8")
        return table


def summary(table: Row) -> str:
    """The measures of ``TOLD`` on one line."""
    parts = [f"{part} {key} {table[part][key]:.4g}" for part, key in TOLD if table.get(part)]
    return f"{table['pages']} pages | " + " | ".join(parts)
