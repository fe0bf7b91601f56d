"""Texts with their gold: what each tells, read once and kept while the program runs."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpora import Row, corpus, rows
from benchmarks.facts import below_title

from accordingto.encoder.model import encoder_for
from accordingto.facts.figures import find_figures
from accordingto.facts.harmed import find_victims
from accordingto.facts.times import find_times
from accordingto.facts.toll_evidence import Evidence, evidence
from accordingto.intake.capture import capture_text
from accordingto.language.engines import engine_for
from accordingto.language.read import read_language, read_marks
from accordingto.page.read import read_article
from accordingto.records.capture import Given
from accordingto.threads import single_thread

_OWN = Path(__file__).with_name("reports.toml")


class Text(NamedTuple):
    """What a text tells, and the gold: killed and injured. ``group`` is the incident, ``day``
    the day of publication, "" where it is not known."""

    source: str
    group: str
    told: Evidence
    gold: tuple[int, int]
    day: str = ""


def read_texts() -> list[Text]:
    """All texts of all corpora."""
    with single_thread():
        return [
            Text(source, group, _told(text), (row["killed"], row["injured"]), row.get("day") or "")
            for source, group, text, row in _rows()
        ]


def _rows() -> Iterator[tuple[str, str, str, Row]]:
    for row in rows(corpus("stories") / "doc_figures.jsonl.gz"):
        yield "one document", row["id"], below_title(row), row
    for number, row in enumerate(tomllib.loads(_OWN.read_text(encoding="utf-8"))["report"]):
        gold = dict(zip(("killed", "injured"), row["toll"], strict=True))
        yield "own reports", f"own-{number}", row["text"], gold
    for row in rows(corpus("facts") / "incidents.jsonl"):
        for doc in row["docs"]:
            text = f"{doc['title']}\n\n{doc['text']}"
            yield "mass shootings", row["id"], text, row | {"day": doc["date"]}
    for row in rows(corpus("stories") / "incidents.jsonl.gz"):
        # One incident has one name in both registers, and so lies in one fold.
        text = f"{row['title']}\n\n{row['text']}"
        yield "incidents", row["incident"], text, row | {"day": row["date"]}


def _told(text: str) -> Evidence:
    article = read_article(capture_text(text, "text", Given(language="en")))
    encoder = encoder_for(article.language)
    marks = read_marks(article)
    encoding = encoder.encode(article.text, marks.blocks, marks.quotations) if encoder else None
    engine = engine_for(article.language, encoded=encoding is not None)
    reading = read_language(article, engine, marks, encoding)
    times = find_times(article, reading)
    figures = find_figures(article, reading, (), (*times.times, *times.durations))
    return evidence(article.text, reading, figures, find_victims(article.text, reading))
