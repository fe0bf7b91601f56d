"""Examples for the event coder: PLOVER's gold records, our own sentences, police reports."""

import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpora import corpus, rows

from accordingto.events.features import Features, conduct_features, features
from accordingto.language.engines import engine_for
from accordingto.language.read import read_language
from accordingto.records.article import Article, Segment
from accordingto.records.reading import Reading
from accordingto.records.span import Span

FOLDS = 5


@dataclass(frozen=True)
class Example:
    """What the coder sees of a passage, and its codes. All of one ``group`` are in one fold."""

    seen: Features
    codes: tuple[str, ...]
    group: str
    own: bool = False

    @property
    def fold(self) -> int:
        return int(hashlib.sha256(self.group.encode()).hexdigest(), 16) % FOLDS


def plover_examples() -> list[Example]:
    """The gold records, a row each, and the sentences of ``sentences.toml``."""
    found = []
    for row in rows(corpus("facts") / "plover.jsonl"):
        reading, _ = read_lines([row["text"]])
        seen = features(reading, reading.tokens)
        found.append(Example(seen, (row["event"],), row["id"]))
    own = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text(encoding="utf-8"))
    for code, sentences in own.items():
        for sentence in sentences:
            reading, _ = read_lines([sentence])
            seen = features(reading, reading.tokens)
            found.append(Example(seen, (code,), sentence, own=True))
    return found


def police_examples() -> Iterator[Example]:
    """The sentences of the police reports; all of one report are in one fold."""
    for row in rows(corpus("facts") / "police.jsonl"):
        lines = [" ".join(text.split()) or "-" for text, _ in row["sents"]]
        reading, spans = read_lines(lines)
        after_forces = False
        for span, (_, codes) in zip(spans, row["sents"], strict=True):
            tokens = [t for t in reading.tokens_in(span) if t.pos != "SPACE"]
            seen = conduct_features(reading, tokens, after_forces=after_forces)
            yield Example(seen, tuple(codes), row["id"])
            after_forces = "forces" in seen


def read_lines(lines: list[str]) -> tuple[Reading, list[Span]]:
    """A text of some lines, each a paragraph, as the English engine reads it; the lines' spans."""
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    segments = tuple(
        Segment(line=number, span=span, role="body") for number, span in enumerate(spans, start=1)
    )
    article = Article(
        source="training", sha256="", text="\n".join(lines), segments=segments, language="en"
    )
    return read_language(article, engine_for("en")), spans
