"""Articles and readings made from a few sentences, for tests of single stages."""

import re
from functools import cache

from accordingto.encoder.model import encoder_for
from accordingto.language.engine import Engine
from accordingto.language.engines import engine_for
from accordingto.language.read import read_language, read_marks
from accordingto.records.article import Article, Role, Segment
from accordingto.records.encoding import Encoding
from accordingto.records.reading import Reading
from accordingto.records.span import Span


def article_of(
    text: str, *, published: str | None = None, roles: dict[int, Role] | None = None
) -> Article:
    """An article whose every line is body text, unless ``roles`` says otherwise by line number."""
    segments = []
    for number, match in enumerate(re.finditer(r"[^\n]*\n?", text), start=1):
        start, end = match.start(), match.end()
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            role = (roles or {}).get(number, "body")
            segments.append(Segment(line=number, span=Span(start, end), role=role))
    return Article(
        source="test",
        sha256="0" * 64,
        text=text,
        segments=tuple(segments),
        published=published,
        language="en",
    )


def reading_of(article: Article) -> Reading:
    """The article as the parser reads it, which serves reading by rules."""
    return read_language(article, english())


def shipped_reading_of(article: Article) -> Reading:
    """The article as the product reads it, without what attribution needs beside."""
    return encoded_reading_of(article)[0]


def encoding_of(article: Article, reading: Reading) -> Encoding:
    """The article as the encoder that ships reads it."""
    encoder = encoder_for("en")
    assert encoder is not None
    return encoder.encode(article.text, reading.blocks, reading.quotations)


def encoded_reading_of(article: Article) -> tuple[Reading, Encoding]:
    """The article as the pipeline reads it: syntax from the encoder's vectors."""
    marks = read_marks(article)
    encoding = encoding_of(article, marks)
    return read_language(article, engine_for("en", encoded=True), marks, encoding), encoding


@cache
def encoded() -> Engine:
    """The engine that reads from the encoder's vectors, as the product does."""
    engine = engine_for("en", encoded=True)
    assert engine is not None
    return engine


def english() -> Engine:
    engine = engine_for("en")
    assert engine is not None
    return engine


def span_of(text: str, words: str) -> Span:
    """Where ``words`` stand in ``text``; they must stand there once."""
    assert text.count(words) == 1, f"{words!r} stands {text.count(words)} times in the text"
    start = text.index(words)
    return Span(start, start + len(words))
