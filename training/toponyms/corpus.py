"""The geoparsing corpora, read once; reading them is most of the work, so it may be kept."""

import hashlib
import os
import pickle
from pathlib import Path
from urllib.parse import urlparse

from benchmarks.corpora import Row, corpus, rows

from accordingto.actors.find import find_actors
from accordingto.encoder.model import encoder_for
from accordingto.intake.capture import capture_text
from accordingto.language.engines import engine_for
from accordingto.language.read import read_language, read_marks
from accordingto.page.read import read_article
from accordingto.records.article import Article
from accordingto.records.capture import Given
from accordingto.records.facts import Actor
from accordingto.records.reading import Reading
from accordingto.statements.attribute import attribute

FOLDS = 5
Read = tuple[Row, Article, Reading, tuple[Actor, ...]]


def texts() -> list[Row]:
    """The gold rows. Raises MissingCorpusError where the corpus is absent."""
    return list(rows(corpus("facts") / "geo.jsonl"))


def fold_of(row: Row) -> int:
    """By publisher, so that no local paper is on both sides; one wiki's pages by page."""
    key = row["id"] if row["corpus"] == "geovirus" else urlparse(row["url"]).netloc
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % FOLDS


def read_all(keep: Path | None = None) -> list[Read]:
    """Every text read up to its actors, as the program does; from ``keep`` where it was kept.

    What is kept is only for the version of the program that made it: throw it away after a change.
    """
    done = []
    for row in texts():
        place = keep / f"{row['id']}.pickle" if keep is not None else None
        if place is not None and place.is_file():
            article, reading, actors = pickle.loads(place.read_bytes())
        else:
            article, reading, actors = _read(row)
            if place is not None:
                place.parent.mkdir(parents=True, exist_ok=True)
                unfinished = place.with_suffix(f".{os.getpid()}")
                unfinished.write_bytes(pickle.dumps((article, reading, actors), protocol=5))
                unfinished.replace(place)
        done.append((row, article, reading, actors))
    return done


def _read(row: Row) -> tuple[Article, Reading, tuple[Actor, ...]]:
    given = Given(published=row.get("date"), url=row.get("url"), language="en")
    article = read_article(capture_text(row["text"], row["id"], given))
    marks = read_marks(article)
    encoder = encoder_for("en")
    encoding = encoder.encode(article.text, marks.blocks, marks.quotations) if encoder else None
    engine = engine_for("en", encoded=encoding is not None)
    reading = read_language(article, engine, marks, encoding)
    attributed = attribute(article, reading, encoding)
    return article, reading, find_actors(article, reading, attributed)
